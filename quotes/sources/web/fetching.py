"""A page from the web as a `Source`, with patience for a server that is in trouble."""

import re
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpcore2
import httpx2

from quotes.document import Fetch
from quotes.errors import SourceError
from quotes.sources.source import Source
from quotes.sources.web.connecting import AddressRefusedError, NameUnknownError
from quotes.sources.web.options import FetchOptions, NotFetchedError
from quotes.sources.web.pages import fetch_of, source_of
from quotes.sources.web.requesting import Answer, request_page, web_url

REASON_MAX = 300
"""Characters of why a page could not be had."""
ADDRESS_MAX = 300
"""Characters of an address in a message."""

_DEFAULTS = FetchOptions()
_USERINFO = re.compile(r"//[^/@]*@")
"""A password is not for an error message."""
_TROUBLE = (
    AddressRefusedError,
    NameUnknownError,
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    httpcore2.TimeoutException,
    httpx2.HTTPError,
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of asking for a page, at `moment` (ISO 8601); no source where it is still the one known."""

    fetch: Fetch
    moment: str
    source: Source | None


def fetch(url: str, *, known: Fetch | None = None, options: FetchOptions = _DEFAULTS) -> Fetched:
    """Get one page, unless it is still the one `known`; a server in trouble is tried again.

    Raises SourceError with one line on why it could not be had and what to do.
    """
    with _about(url):
        asked = web_url(url)
        answer = _patiently(lambda deadline: request_page(asked, known, options, deadline), options)
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    had = fetch_of(str(asked), answer, known)
    return Fetched(had, now, None if answer.body is None else source_of(answer, answer.body, now, had))


def asked_for(url: str) -> str:
    """The address as `fetch` asks for it: in lower case where that is all the same, without its fragment.

    Raises SourceError.
    """
    with _about(url):
        return str(web_url(url))


@contextmanager
def _about(url: str) -> Iterator[None]:
    try:
        yield
    except NotFetchedError as error:  # which may hold whatever a server sent
        shown = _USERINFO.sub("//", url)
        shown = shown if len(shown) <= ADDRESS_MAX else f"{shown[:ADDRESS_MAX]}…"
        raise SourceError(f"{shown}: {str(error)[:REASON_MAX]}") from error


def _patiently(attempt: Callable[[float], Answer], options: FetchOptions) -> Answer:
    """What `attempt`, which is told when all is to be over, gives in the end. Raises NotFetchedError."""
    patience = options.patience
    deadline = time.monotonic() + patience.page
    for number in range(1, patience.attempts + 1):
        try:
            return attempt(deadline)
        except _TROUBLE as error:
            failure = _explained(error, options)
        except NotFetchedError as error:
            failure = error
        if not failure.again or number == patience.attempts:
            raise failure
        wait = _asked_wait(failure.retry_after)
        if wait is not None and wait > patience.wait:
            raise NotFetchedError(f"{failure}; it asks for a wait of {wait:,.0f} seconds")
        pause = patience.backoff * 2 ** (number - 1) if wait is None else wait
        if time.monotonic() + pause >= deadline:
            raise failure
        time.sleep(pause)
    raise NotFetchedError("no attempt was made")


def _asked_wait(retry_after: str | None) -> float | None:
    """Seconds that a Retry-After header asks for: a number, or a date (RFC 9110, 10.2.3)."""
    if not retry_after:
        return None
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        moment = parsedate_to_datetime(retry_after)
    except (OverflowError, ValueError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _explained(error: Exception, options: FetchOptions) -> NotFetchedError:
    """What went wrong on the way to a server, for a person."""
    patience = options.patience
    match error:
        case AddressRefusedError():
            return NotFetchedError(f"{error}; --allow-private fetches it all the same")
        case NameUnknownError():
            return NotFetchedError(f"{error}; check the address and your connection", again=error.for_now)
        case httpcore2.ConnectTimeout():
            return NotFetchedError(f"no connection within {patience.connect:g} seconds", again=True)
        case httpcore2.TimeoutException():
            return NotFetchedError(
                f"the server was silent for {patience.read:g} seconds, or took more than {patience.page:g} "
                "for the page; try again later",
            )
    cause = next((argument for argument in error.args if isinstance(argument, OSError)), None)
    if isinstance(cause, ssl.SSLCertVerificationError):
        return NotFetchedError(
            f"its certificate cannot be trusted ({cause.verify_message}): it may not be the site it claims"
        )
    if isinstance(cause, ssl.SSLError):
        return NotFetchedError(f"no secure connection ({cause.reason or cause}); check the address")
    words = (cause and cause.strerror) or str(error) or type(error).__name__
    if isinstance(error, httpcore2.ConnectError):
        return NotFetchedError(f"no connection ({words}); check the address", again=True)
    return NotFetchedError(f"the connection broke off ({words}); try again later", again=True)

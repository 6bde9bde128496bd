"""How pages are fetched, what is known of one from before, and why one was not."""

from dataclasses import dataclass
from ssl import SSLContext

from quotes.errors import SourceError
from quotes.sources import limits
from quotes.sources.web.addresses import no_refusal, refusal
from quotes.sources.web.connecting import Refuse, Resolve, resolved


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait for a server, and how often; `page` is for all of a page, its redirects and
    every attempt at it."""

    connect: float = limits.WEB_CONNECT_SECONDS
    read: float = limits.WEB_READ_SECONDS
    page: float = limits.WEB_PAGE_SECONDS
    backoff: float = limits.WEB_BACKOFF_SECONDS
    wait: float = limits.WEB_WAIT_SECONDS
    pause: float = limits.WEB_PAUSE_SECONDS
    attempts: int = limits.WEB_ATTEMPTS


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """What may be connected to, and how.

    `refuse` says which addresses are not connected to; `tls` holds the certificates to trust (those
    of the system where None); `most_bytes` is for the page as unpacked.
    """

    patience: Patience = Patience()
    most_bytes: int = limits.MAX_BYTES
    resolve: Resolve = resolved
    refuse: Refuse = refusal
    tls: SSLContext | None = None

    @classmethod
    def of_user(cls, *, allow_private: bool, seconds: float = limits.WEB_PAGE_SECONDS) -> "FetchOptions":
        """What the command line asks for; `allow_private` lifts the check of addresses, nothing else.

        `seconds` are for one page, where they are fewer than usual.
        """
        patience = Patience(page=min(seconds, limits.WEB_PAGE_SECONDS))
        return cls(patience=patience, refuse=no_refusal if allow_private else refusal)


class NotFetchedError(SourceError):
    """A page could not be had; the message says why, `again` whether trying again may help.

    `retry_after` is what the server says of when.
    """

    def __init__(self, message: str, *, again: bool = False, retry_after: str | None = None) -> None:
        super().__init__(message)
        self.again = again
        self.retry_after = retry_after

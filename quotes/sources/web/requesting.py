"""One attempt at a page: its redirects by hand, each checked again, its status, its bytes up to a cap."""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from ssl import SSLContext

import httpcore2
import httpx2

from quotes import __version__
from quotes.document import Fetch
from quotes.sources.limits import WEB_REDIRECTS
from quotes.sources.web.connecting import CheckedBackend, CheckedTransport
from quotes.sources.web.options import FetchOptions, NotFetchedError

AGENT = f"quotes-tracker/{__version__} (keeps a page that a reader named; not a crawler)"
HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Language": "en,*;q=0.5",
    "Accept-Encoding": "gzip",  # the one that is unpacked here, with a cap and to its proper end
}
AGAIN = frozenset({429, 500, 502, 503, 504})
"""Statuses of a server that may do better in a moment."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NO_TEXT = ("audio/", "font/", "image/", "model/", "video/")
_SAVE_IT = "open it in a browser, save it and add the file"
_STATUS = {
    401: f"the page wants a login (401); {_SAVE_IT}",
    402: f"the page wants to be paid for (402); {_SAVE_IT}",
    403: f"the server does not give it to programs (403); {_SAVE_IT}",
    404: "there is no such page (404); check the address, or look for a copy in a web archive",
    410: "the page was taken down (410); look for a copy in a web archive",
    429: "the server wants fewer requests (429); try again later",
    451: f"the page is withheld for legal reasons (451); {_SAVE_IT} where you may",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server gave: the address it is at, its headers (names in lower case), and the unpacked body.

    `body` is None where the page has not changed (304).
    """

    address: str
    headers: Mapping[str, str]
    body: bytes | None


def request_page(url: httpx2.URL, known: Fetch | None, options: FetchOptions, deadline: float) -> Answer:
    """Get the page at `url`, which is only sent if it is not the one `known`, before `deadline` (monotonic).

    Raises NotFetchedError for what the server answered; errors of connecting pass as they are.
    """
    patience = options.patience
    backend = CheckedBackend(options.resolve, options.refuse, deadline)
    timeout = httpx2.Timeout(patience.read, connect=patience.connect)
    with httpx2.Client(  # cookies, which some redirects need, end with it
        transport=CheckedTransport(backend, options.tls or _system_tls()),
        headers=HEADERS,
        timeout=timeout,
        trust_env=False,
    ) as client:
        for _ in range(WEB_REDIRECTS + 1):
            sent = _validating(known, url)
            with client.stream("GET", url, headers=sent, follow_redirects=False) as response:
                if response.status_code not in _REDIRECTS:
                    return _answer(response, str(url), options.most_bytes, asked=bool(sent))
                url = _next(response)
    raise NotFetchedError(f"it redirects more than {WEB_REDIRECTS} times; open it in a browser and save it")


def web_url(text: str) -> httpx2.URL:
    """`text` as an address that may be asked for, without its fragment. Raises NotFetchedError."""
    try:
        url = httpx2.URL(text)
        url = url.copy_with(raw_path=url.raw_path, fragment=None)  # which is "/" where the text has none
    except (httpx2.InvalidURL, UnicodeError, ValueError) as error:
        raise NotFetchedError(f"this is no address ({error})") from error
    if url.scheme not in {"http", "https"}:
        raise NotFetchedError(f"it leads to {url.scheme}:, and only http and https are fetched")
    if not url.host:
        raise NotFetchedError("the address names no host")
    if url.port is not None and not 0 < url.port < 65_536:
        raise NotFetchedError("the port in the address is none")
    if url.userinfo:
        raise NotFetchedError("addresses with a user name or password are not fetched; leave them out")
    return url


@cache
def _system_tls() -> SSLContext:
    """The certificates that this system trusts; reading them takes a moment."""
    return httpcore2.default_ssl_context()


def _validating(known: Fetch | None, url: httpx2.URL) -> dict[str, str]:
    """The headers that ask for the page only if it changed; they hold for the address that gave them."""
    if known is None or known.address != str(url):
        return {}
    named = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in named.items() if value}


def _next(response: httpx2.Response) -> httpx2.URL:
    """Where a redirect leads. Raises NotFetchedError."""
    location = response.headers.get("location")
    if not location:
        raise NotFetchedError(f"it redirects without saying where to ({response.status_code})")
    try:
        joined = str(response.url.join(location))
    except (httpx2.InvalidURL, UnicodeError, ValueError) as error:
        raise NotFetchedError(f"it redirects to what is no address ({error})") from error
    url = web_url(joined)
    if response.url.scheme == "https" and url.scheme == "http":
        raise NotFetchedError(
            "it redirects from https to http, where others can change a page on its way; "
            f"name {joined} itself if you want it all the same"
        )
    return url


def _answer(response: httpx2.Response, address: str, most: int, *, asked: bool) -> Answer:
    status, headers = response.status_code, response.headers
    if status == 304 and asked:
        return Answer(address, headers, None)
    if status != 200:
        reason = _STATUS.get(status, f"the server answers {status} {response.reason_phrase}".rstrip())
        raise NotFetchedError(reason, again=status in AGAIN, retry_after=headers.get("retry-after"))
    kind = headers.get("content-type", "").strip().lower()
    if kind.startswith(_NO_TEXT):
        raise NotFetchedError(f"it is no text ({kind.split(';')[0]}); name the page that it belongs to")
    if (stated := headers.get("content-length", "")).isdecimal() and int(stated) > most:
        raise _too_large(most)
    body = _unpacked(response.iter_raw(), headers.get("content-encoding", ""), most)
    if not body:
        raise NotFetchedError(f"the server sends an empty page; {_SAVE_IT}")
    return Answer(address, headers, body)


def _unpacked(chunks: Iterable[bytes], coding: str, most: int) -> bytes:
    """The body out of its compression, unpacked as far as `most` allows. Raises NotFetchedError."""
    coding = coding.strip().lower()
    if coding in {"", "identity"}:
        return _capped(chunks, most)
    if coding not in {"gzip", "x-gzip"}:
        raise NotFetchedError(f"it comes compressed as {coding!r}, which was not asked for; {_SAVE_IT}")
    inflater = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    body, packed = bytearray(), 0
    try:
        for chunk in chunks:
            packed += len(chunk)
            body += inflater.decompress(chunk, most + 1 - len(body))
            if max(packed, len(body)) > most:
                raise _too_large(most)
    except zlib.error as error:
        raise NotFetchedError("its compression is damaged", again=True) from error
    if not inflater.eof or inflater.unused_data.strip(b"\0"):
        raise NotFetchedError("its compression is damaged", again=True)
    return bytes(body)


def _capped(chunks: Iterable[bytes], most: int) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > most:
            raise _too_large(most)
    return bytes(body)


def _too_large(most: int) -> NotFetchedError:
    return NotFetchedError(f"it is larger than {most:,} bytes; save the part you need and add the file")

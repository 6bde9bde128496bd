"""A web server on 127.0.0.1 for the tests: each path answers as the test says."""

import gzip
import ssl
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from quotes.errors import SourceError
from quotes.sources.web.addresses import no_refusal
from quotes.sources.web.fetching import Fetched, fetch
from quotes.sources.web.options import FetchOptions, Patience

PAGE = """<!doctype html><html><head><title>Ferries to stop at night</title></head><body><article>
<h1>Ferries to stop at night</h1>
<p>“We will not sign a paper that nobody has read,” Mara Venn said on Tuesday in Port Ellen harbour.</p>
<p>The Harbour Board said that the last ferry would leave at nine o’clock from the first of the month.</p>
</article></body></html>"""

HASTE = Patience(connect=2, read=0.5, page=2, backoff=0.01, wait=2, pause=0)
"""For a server that is next door."""
HERE = FetchOptions(patience=HASTE, refuse=no_refusal)


class Reply(BaseHTTPRequestHandler):
    """One request; what it answers is what `Site.pages` has for its path."""

    server: "Site"
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked[self.path].append({name.lower(): value for name, value in self.headers.items()})
        self.close_connection = True
        with suppress(OSError):  # the client may hang up
            self.server.pages.get(self.path, status(404))(self)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def head(self, code: int, *headers: tuple[str, str]) -> None:
        """Send the status line and the headers."""
        self.send_response(code)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()

    def body(self, content: bytes, *headers: tuple[str, str], code: int = 200) -> None:
        """Send a whole answer."""
        self.head(code, ("Content-Length", str(len(content))), *headers)
        self.wfile.write(content)


Page = Callable[[Reply], None]


class Site(ThreadingHTTPServer):
    """The server; `asked` has the headers of every request, by path."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), Reply)
        self.pages: dict[str, Page] = {}
        self.asked: dict[str, list[dict[str, str]]] = defaultdict(list)
        self.scheme = "http" if tls is None else "https"
        if tls is not None:
            self.socket = tls.wrap_socket(self.socket, server_side=True)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """The address of a page here."""
        return f"{self.scheme}://{host}:{self.server_port}{path}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that hang up, or do not trust the certificate."""


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A running server; gone at the end, with its thread."""
    with Site(tls) as site:
        thread = Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield site
        finally:
            site.shutdown()
            thread.join()


def status(code: int, *headers: tuple[str, str]) -> Page:
    """A page that answers with this status."""
    return lambda reply: reply.body(b"no page here", *headers, code=code)


def page(content: str | bytes = PAGE, *headers: tuple[str, str]) -> Page:
    """A page with this content."""
    given = content if isinstance(content, bytes) else content.encode()
    named = {name.lower() for name, _ in headers}
    kind = () if "content-type" in named else (("Content-Type", "text/html; charset=utf-8"),)
    return lambda reply: reply.body(given, *kind, *headers)


def packed(content: bytes) -> Page:
    """A page sent as gzip."""
    return page(gzip.compress(content), ("Content-Encoding", "gzip"))


def redirect(location: str, code: int = 302) -> Page:
    """A page that leads elsewhere."""
    return status(code, ("Location", location))


def in_turn(*pages: Page) -> Page:
    """A page that answers in another way each time, and goes on with the last."""
    left = list(pages)
    return lambda reply: (left.pop(0) if len(left) > 1 else left[0])(reply)


@dataclass
class Names:
    """A resolver of the tests: what a name leads to, the first time and the next; the last goes on."""

    answers: dict[str, list[list[str]]]
    asked: list[str] = field(default_factory=list)

    def __call__(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        given = self.answers[host]
        return given.pop(0) if len(given) > 1 else given[0]


def had(fetched: Fetched) -> bytes:
    assert fetched.source is not None
    return fetched.source.original


def reason(url: str, options: FetchOptions = HERE) -> str:
    """Why a page cannot be had, in one line."""
    with pytest.raises(SourceError) as raised:
        fetch(url, options=options)
    message = str(raised.value)
    assert "\n" not in message
    assert message.startswith(url)
    return message.removeprefix(url)

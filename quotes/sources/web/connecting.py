"""Connections to public addresses only: a name is resolved once, and what was checked is what is dialled.

A name that answers with a public address when it is checked and with a private one a moment later (DNS
rebinding) therefore leads nowhere. TLS goes on checking the certificate against the name.
"""

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import httpcore2
import httpx2

from quotes.sources.limits import WEB_ADDRESSES_TRIED

Refuse = Callable[[str], str | None]
"""From a numeric address to why it may not be connected to; None where it may."""
Resolve = Callable[[str, int], Sequence[str]]
"""From a host and a port to its numeric addresses. Raises OSError or UnicodeError where there are none."""


class AddressRefusedError(Exception):
    """A host is at an address that may not be connected to; the message says which and why."""


class NameUnknownError(Exception):
    """A host has no address; `for_now` where the resolver says that it may have one later."""

    def __init__(self, message: str, *, for_now: bool = False) -> None:
        super().__init__(message)
        self.for_now = for_now


def resolved(host: str, port: int) -> list[str]:
    """The addresses of `host` from the system's resolver, which reads 2130706433 and 0x7f.1 as well.

    It takes as long as that resolver is set to wait: no time limit of ours can interrupt it.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class CheckedBackend(httpcore2.NetworkBackend):
    """Opens TCP connections to addresses that pass the check, all of them over at `deadline` (monotonic)."""

    def __init__(self, resolve: Resolve, refuse: Refuse, deadline: float) -> None:
        self._resolve = resolve
        self._refuse = refuse
        self._deadline = deadline
        self._tcp = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first address of `host` that answers.

        Raises NameUnknownError, AddressRefusedError where any of the addresses is not public, and
        httpcore2.ConnectError or ConnectTimeout where none answers.
        """
        failed: Exception | None = None
        for address in self._addresses(host, port)[:WEB_ADDRESSES_TRIED]:
            left = time_left(self._deadline, timeout)
            try:
                stream = self._tcp.connect_tcp(address, port, left, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
            else:
                return _TimedStream(stream, self._deadline)
        raise failed or NameUnknownError(f"{host} has no address")

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            addresses = list(self._resolve(host, port))
        except socket.gaierror as error:
            for_now = error.errno == socket.EAI_AGAIN
            raise NameUnknownError(f"the name {host} is not known", for_now=for_now) from error
        except (OSError, UnicodeError, ValueError) as error:
            raise NameUnknownError(f"the name {host} cannot be looked up") from error
        for address in addresses:
            if kind := self._refuse(address):
                where = host if host == address else f"{host} ({address})"
                raise AddressRefusedError(f"{where} is not a public address: {kind}")
        return addresses


class CheckedTransport(httpx2.BaseTransport):
    """Requests of httpx2 over connections of a `CheckedBackend`; no proxy, HTTP/1.1."""

    def __init__(self, backend: CheckedBackend, tls: ssl.SSLContext) -> None:
        self._pool = httpcore2.ConnectionPool(ssl_context=tls, network_backend=backend)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send `request`; errors of httpcore2 and of the backend pass as they are."""
        response = self._pool.handle_request(
            httpcore2.Request(
                request.method,
                httpcore2.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx2.Response(
            response.status, headers=response.headers, stream=_Body(response), extensions=response.extensions
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


def time_left(deadline: float, timeout: float | None) -> float:
    """Seconds that one operation may take. Raises httpcore2.ReadTimeout past the deadline."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore2.ReadTimeout("the time for the whole page is over")
    return left if timeout is None else min(left, timeout)


class _TimedStream(httpcore2.NetworkStream):
    """A stream of which no operation outlasts the deadline: not even headers can be dripped for longer."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, time_left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, time_left(self._deadline, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        left = time_left(self._deadline, timeout)
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Body(httpx2.SyncByteStream):
    """The body of a response as it comes over the wire."""

    def __init__(self, response: httpcore2.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        return self._response.iter_stream()

    def close(self) -> None:
        self._response.close()

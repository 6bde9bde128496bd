"""Connections: names that lead elsewhere, servers that keep silent, drip or hang up."""

import socket
import time
from dataclasses import replace
from itertools import repeat

import pytest

from quotes.sources.web.fetching import fetch
from quotes.sources.web.options import FetchOptions
from tests.sources.web_server import (
    HASTE,
    HERE,
    PAGE,
    Names,
    Reply,
    Site,
    had,
    in_turn,
    page,
    reason,
)


def test_addresses_inside_are_refused_before_a_connection_is_made(site: Site) -> None:
    strict = FetchOptions(patience=HASTE)
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.1", "[::ffff:127.0.0.1]"):
        assert "not a public address" in reason(site.url(host=host), strict)
    assert not site.asked


def test_a_name_is_looked_up_once_and_cannot_be_bound_again(site: Site) -> None:
    # Public when it is checked, private the next time: an address that nobody was given cannot be reached.
    names = Names({"rebinding.example": [["3ffe::1"], ["127.0.0.1"]]})
    options = FetchOptions(patience=replace(HASTE, connect=0.2, page=0.5, attempts=1), resolve=names)

    assert "no connection" in reason(site.url(host="rebinding.example"), options)
    assert names.asked == ["rebinding.example"]
    assert not site.asked


def test_a_name_with_one_address_inside_is_refused(site: Site) -> None:
    names = Names({"both.example": [["3ffe::1", "127.0.0.1"]]})
    message = reason(site.url(host="both.example"), FetchOptions(patience=HASTE, resolve=names))
    assert "both.example (127.0.0.1) is not a public address: loopback" in message
    assert not site.asked


def test_another_address_of_a_name_is_tried(site: Site) -> None:
    site.pages["/"] = page()
    names = Names({"harbourpost.example": [["127.0.0.2", "::1", "127.0.0.1"]]})
    fetched = fetch(site.url(host="harbourpost.example"), options=replace(HERE, resolve=names))
    assert had(fetched) == PAGE.encode()
    assert site.asked["/"][0]["host"] == f"harbourpost.example:{site.server_port}"


def test_a_name_that_is_not_known_is_said() -> None:
    assert "the name nowhere.invalid is not known" in reason("http://nowhere.invalid/a")
    long = "http://" + "a" * 70 + ".example/"
    assert "looked up" in reason(long) or "not known" in reason(long)


def test_a_resolver_out_of_order_is_asked_again(site: Site) -> None:
    site.pages["/"] = page()
    asked = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        if len(asked) < 3:
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        return ["127.0.0.1"]

    options = replace(HERE, resolve=resolve)
    assert had(fetch(site.url(host="harbourpost.example"), options=options)) == PAGE.encode()
    assert len(asked) == 3


def test_a_silent_server_is_left(site: Site) -> None:
    site.pages["/"] = lambda reply: time.sleep(1.5)
    options = replace(HERE, patience=replace(HASTE, read=0.1))
    assert "silent for 0.1 seconds" in reason(site.url(), options)
    assert len(site.asked["/"]) == 1


@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\n\r\n<p>"])
def test_a_server_that_drips_is_left_in_time(site: Site, start: bytes) -> None:
    def drip(reply: Reply) -> None:
        reply.wfile.write(start)
        for letter in repeat(b"x", 60):
            reply.wfile.write(letter)
            time.sleep(0.05)

    site.pages["/"] = drip
    options = replace(HERE, patience=replace(HASTE, page=0.4))
    before = time.monotonic()
    assert "more than 0.4 for the page" in reason(site.url(), options)
    assert time.monotonic() - before < 2


def test_a_connection_that_breaks_off_is_tried_again(site: Site) -> None:
    def hang_up(reply: Reply) -> None:
        reply.connection.shutdown(socket.SHUT_RDWR)

    def short(reply: Reply) -> None:
        reply.head(200, ("Content-Length", "1000"), ("Content-Type", "text/html"))
        reply.wfile.write(b"<html>")

    site.pages["/"] = in_turn(hang_up, short, page())
    assert had(fetch(site.url(), options=HERE)) == PAGE.encode()
    site.pages["/"] = short
    assert "the connection broke off" in reason(site.url())


def test_what_is_no_http_is_said(site: Site) -> None:
    def talk(reply: Reply) -> None:
        reply.wfile.write(b"SSH-2.0-OpenSSH_9\r\n\r\n")

    site.pages["/"] = talk
    assert "broke off" in reason(site.url())


def test_a_closed_port_is_said(site: Site) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "no connection (Connection refused)" in reason(f"http://127.0.0.1:{port}/")

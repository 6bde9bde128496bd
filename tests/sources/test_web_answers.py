"""What servers answer instead of a page, and when they are asked again."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import SourceError
from quotes.sources.web.fetching import fetch
from tests.sources.web_server import (
    HASTE,
    HERE,
    PAGE,
    Reply,
    Site,
    had,
    in_turn,
    page,
    reason,
    status,
)


def test_a_server_in_trouble_is_tried_again(site: Site) -> None:
    site.pages["/"] = in_turn(status(503), status(500), page())
    assert had(fetch(site.url(), options=HERE)) == PAGE.encode()
    assert len(site.asked["/"]) == 3


def test_a_server_that_stays_in_trouble_is_given_up(site: Site) -> None:
    site.pages["/"] = status(502)
    assert "502 Bad Gateway" in reason(site.url())
    assert len(site.asked["/"]) == HASTE.attempts


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (404, "no such page (404); check the address"),
        (410, "taken down (410)"),
        (403, "does not give it to programs (403); open it in a browser, save it and add the file"),
        (401, "wants a login (401)"),
        (402, "paid for (402)"),
        (451, "legal reasons (451)"),
        (418, "answers 418"),
        (501, "answers 501"),
        (204, "answers 204"),
        (304, "answers 304"),
        (300, "answers 300"),
    ],
)
def test_other_answers_are_final_and_say_what_to_do(site: Site, code: int, words: str) -> None:
    site.pages["/"] = lambda reply: reply.head(code)
    assert words in reason(site.url())
    assert len(site.asked["/"]) == 1


def test_a_server_is_given_the_time_it_asks_for(site: Site) -> None:
    site.pages["/"] = in_turn(status(429, ("Retry-After", "1")), page())
    before = time.monotonic()
    assert had(fetch(site.url(), options=HERE)) == PAGE.encode()
    assert time.monotonic() - before >= 1


def test_the_time_a_server_asks_for_may_be_a_date(site: Site) -> None:
    past = format_datetime(datetime.now(UTC) - timedelta(hours=1), usegmt=True)
    site.pages["/"] = in_turn(status(503, ("Retry-After", past)), page())
    assert had(fetch(site.url(), options=HERE)) == PAGE.encode()


@pytest.mark.parametrize("when", ["3600", "9" * 400, "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_a_server_that_asks_for_too_long_is_left(site: Site, when: str) -> None:
    site.pages["/"] = status(429, ("Retry-After", when))
    assert "it asks for a wait of" in reason(site.url())
    assert len(site.asked["/"]) == 1


@pytest.mark.parametrize("when", ["soon", "-5", "", "1e9", "Mon, 99 Foo 2024", "0"])
def test_a_wait_that_is_none_is_passed_over(site: Site, when: str) -> None:
    site.pages["/"] = in_turn(status(503, ("Retry-After", when)), page())
    assert had(fetch(site.url(), options=HERE)) == PAGE.encode()


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "AUDIO/mpeg; a=b", "font/woff2"])
def test_what_holds_no_text_is_refused(site: Site, kind: str) -> None:
    site.pages["/"] = page(b"\x89PNG", ("Content-Type", kind))
    assert "it is no text" in reason(site.url())


@pytest.mark.parametrize(
    ("header", "media_type", "charset"),
    [
        ("text/html; charset=ISO-8859-1", "text/html", "iso-8859-1"),
        ('TEXT/Plain; format=flowed; charset="utf-8"', "text/plain", "utf-8"),
        ("text/html; charset='gb2312'", "text/html", "gb2312"),
        ("application/pdf", "application/pdf", None),
        ("", None, None),
        (";;;=", None, None),
        ("text/html; charset=no such thing", "text/html", "no such thing"),
        ("x" * 5000, None, None),
    ],
)
def test_what_the_server_says_it_is_comes_along(
    site: Site, header: str, media_type: str | None, charset: str | None
) -> None:
    site.pages["/"] = page(PAGE, ("Content-Type", header))
    source = fetch(site.url(), options=HERE).source
    assert source is not None
    assert (source.media_type, source.charset) == (media_type, charset)


HEADS = [
    b"",
    b"HTTP/1.1 200 OK\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Type: ",
    b"HTTP/1.1 302 Found\r\nLocation: ",
]
PARTS = "http:// // [::1 % \xff\xfe -1 5 \x1f\x8b ; = charset= xn-- \xc3\xa9 u@ :9 gzip chunked abcde".split()
PARTS += ["\r\n", "\n", "\r\n\r\n", "0\r\n\r\n", "5\r\n", "ETag: ", "Set-Cookie: a=b"]
PARTS += ["Content-Length: ", "Content-Encoding: ", "Transfer-Encoding: "]


@given(st.sampled_from(HEADS), st.lists(st.sampled_from(PARTS), max_size=12))
def test_whatever_a_server_sends_is_a_page_or_one_line(server: Site, head: bytes, parts: list[str]) -> None:
    def answer(reply: Reply) -> None:
        reply.wfile.write(head + "".join(parts).encode("latin-1"))

    server.pages["/"] = answer
    options = replace(HERE, patience=replace(HASTE, attempts=1, read=0.2, page=0.2))
    failure = None
    try:
        assert fetch(server.url(), options=options).source is not None
    except SourceError as error:
        failure = str(error)
    assert failure is None or ("\n" not in failure and len(failure) < 400)


def test_a_long_answer_makes_no_long_line(site: Site) -> None:
    site.pages["/"] = status(302, ("Location", "x" * 10 + ":" + "y" * 50_000))
    assert len(reason(site.url())) < 400
    site.pages["/"] = page(b"a", ("Content-Encoding", "z" * 50_000))
    assert len(reason(site.url())) < 400


def test_all_attempts_at_a_page_share_its_time(site: Site) -> None:
    def busy(reply: Reply) -> None:
        time.sleep(0.3)
        status(503)(reply)

    site.pages["/"] = busy
    before = time.monotonic()
    assert "503" in reason(site.url(), replace(HERE, patience=replace(HASTE, page=0.5, backoff=0.3)))
    assert time.monotonic() - before < 0.6
    assert len(site.asked["/"]) == 1


def test_a_long_address_makes_no_long_line() -> None:
    with pytest.raises(SourceError, match=r"…: .*not a public address") as raised:
        fetch("http://127.0.0.1/" + "a" * 50_000)
    assert len(str(raised.value)) < 700

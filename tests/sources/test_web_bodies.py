"""Bodies of pages: too large, without end, compressed, damaged, mislabelled."""

import gzip
from dataclasses import replace

import pytest

from quotes.sources import ReadOptions, read_source
from quotes.sources.web.fetching import fetch
from tests.sources.web_server import (
    HERE,
    PAGE,
    Reply,
    Site,
    had,
    packed,
    page,
    reason,
)

PACKED = gzip.compress(PAGE.encode())


def test_a_body_without_end_is_cut_at_the_cap(site: Site) -> None:
    def endless(reply: Reply) -> None:
        reply.head(200, ("Content-Type", "text/plain"))
        while True:
            reply.wfile.write(b"more of the same " * 1000)

    site.pages["/"] = endless
    assert "larger than 100,000 bytes" in reason(site.url(), replace(HERE, most_bytes=100_000))


def test_a_page_that_says_that_it_is_too_large_is_not_begun(site: Site) -> None:
    site.pages["/"] = lambda reply: reply.head(200, ("Content-Length", "100001"))
    assert "larger than 100,000 bytes" in reason(site.url(), replace(HERE, most_bytes=100_000))


def test_a_page_of_just_the_cap_is_taken(site: Site) -> None:
    content = b"x" * 1000
    site.pages |= {"/plain": page(content), "/packed": packed(content)}
    options = replace(HERE, most_bytes=1000)
    assert had(fetch(site.url("/plain"), options=options)) == content
    assert had(fetch(site.url("/packed"), options=options)) == content
    site.pages["/packed"] = packed(content + b"x")
    assert "larger than 1,000 bytes" in reason(site.url("/packed"), options)


def test_a_gzip_bomb_is_not_unpacked(site: Site) -> None:
    site.pages["/"] = packed(b"\0" * 50_000_000)
    assert "larger than 1,000,000 bytes" in reason(site.url(), replace(HERE, most_bytes=1_000_000))


def test_a_stream_of_empty_gzip_blocks_is_cut_too(site: Site) -> None:
    header = gzip.compress(b"")[:10]
    empty = b"\x00\x00\x00\xff\xff" * 50_000  # stored blocks of no bytes

    def endless(reply: Reply) -> None:
        reply.head(200, ("Content-Encoding", "gzip"))
        reply.wfile.write(header)
        while True:
            reply.wfile.write(empty)

    site.pages["/"] = endless
    assert "larger than 100,000 bytes" in reason(site.url(), replace(HERE, most_bytes=100_000))


def test_gzip_is_unpacked_and_kept_unpacked(site: Site) -> None:
    site.pages["/"] = packed(PAGE.encode())
    assert had(fetch(site.url(), options=HERE)) == PAGE.encode()


@pytest.mark.parametrize(
    "content",
    [
        gzip.compress(PAGE.encode())[:-12],
        b"no gzip at all",
        gzip.compress(b"a") + b"more",
        gzip.compress(b"a")[:5],
    ],
)
def test_damaged_gzip_is_said(site: Site, content: bytes) -> None:
    site.pages["/"] = page(content, ("Content-Encoding", "gzip"))
    assert "compression is damaged" in reason(site.url())


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip", "\x7f"])
def test_other_compression_is_refused(site: Site, coding: str) -> None:
    site.pages["/"] = page(b"\x8b\x02\x80", ("Content-Encoding", coding))
    assert "save it and add the file" in reason(site.url())


def test_a_body_longer_than_it_says_ends_where_it_says(site: Site) -> None:
    def long(reply: Reply) -> None:
        reply.head(200, ("Content-Length", "5"), ("Content-Type", "text/plain"))
        reply.wfile.write(b"Mara Venn")

    site.pages["/"] = long
    assert had(fetch(site.url(), options=HERE)) == b"Mara "


def test_an_empty_page_is_refused(site: Site) -> None:
    site.pages["/"] = page(b"")
    assert "empty page" in reason(site.url())


@pytest.mark.parametrize(
    ("encoding", "header"),
    [
        ("utf-8", "iso-8859-1"),
        ("utf-8", "utf-16"),
        ("utf-8", "utf-7-nonsense"),
        ("cp1252", "utf-8"),
        ("cp1252", "windows-1252"),
        ("gb18030", "gb2312"),
    ],
)
def test_a_page_is_read_right_whatever_charset_its_server_names(
    site: Site, encoding: str, header: str
) -> None:
    site.pages["/"] = page(PAGE.encode(encoding), ("Content-Type", f"text/html; charset={header}"))
    source = fetch(site.url(), options=HERE).source
    assert source is not None
    document = read_source(source, ReadOptions())
    assert "“We will not sign a paper that nobody has read,”" in document.text
    assert "nine o’clock" in document.text

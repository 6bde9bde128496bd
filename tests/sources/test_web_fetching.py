"""Pages fetched from a real server on 127.0.0.1: what is asked, what is kept."""

import pickle
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import __version__
from quotes.document import Fetch
from quotes.errors import SourceError
from quotes.sources import ReadOptions, read_source
from quotes.sources.web.fetcher import Fetcher
from quotes.sources.web.fetching import fetch
from quotes.sources.web.options import Patience
from tests.sources.web_server import (
    HASTE,
    HERE,
    PAGE,
    Reply,
    Site,
    had,
    page,
    redirect,
)


def test_a_page_comes_with_where_when_and_what_it_is(site: Site) -> None:
    site.pages["/2024/03/05/ferries.html"] = page(PAGE, ("Last-Modified", "Mon, 01 Jan 2001 00:00:00 GMT"))
    before = datetime.now(UTC).replace(microsecond=0)

    source = fetch(site.url("/2024/03/05/ferries.html#top"), options=HERE).source

    assert source is not None
    assert source.original == PAGE.encode()
    assert source.name == "ferries.html"
    assert source.place == source.stated.url.value == site.url("/2024/03/05/ferries.html")
    assert source.stated.url.evidence == "address fetched"
    assert (source.media_type, source.charset) == ("text/html", "utf-8")
    assert before <= datetime.fromisoformat(source.retrieved.value or "") <= datetime.now(UTC)
    assert (source.retrieved.evidence or "").startswith("fetched; HTTP Date header")
    document = read_source(source, ReadOptions())
    assert document.url.value == source.place
    assert document.published.value == "2024-03-05"  # of the address; never Last-Modified
    assert not any("2001" in candidate.value for candidate in document.published.candidates)


def test_the_request_says_who_asks_and_no_more(site: Site) -> None:
    site.pages["/"] = page(PAGE, ("Set-Cookie", "id=1"))
    fetcher = Fetcher(options=HERE)
    fetcher.fetch(site.url())
    fetcher.fetch(site.url())

    for asked in site.asked["/"]:
        assert asked["user-agent"].startswith(f"quotes-tracker/{__version__} ")
        assert asked["host"] == f"127.0.0.1:{site.server_port}"
        assert asked.keys() <= {
            "host",
            "user-agent",
            "accept",
            "accept-language",
            "accept-encoding",
            "connection",
        }


def test_proxies_and_passwords_of_the_environment_are_not_used(
    site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    site.pages["/"] = page()
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login mara password secret", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(netrc))

    assert had(fetch(site.url(), options=HERE)) == PAGE.encode()
    assert "authorization" not in site.asked["/"][0]


def test_a_password_is_not_repeated() -> None:
    with pytest.raises(SourceError, match="user name or password") as raised:
        fetch("https://mara:secret@harbourpost.example/a")
    assert "secret" not in str(raised.value)


def test_an_unchanged_page_is_not_sent_again(site: Site) -> None:
    def by_etag(reply: Reply) -> None:
        if reply.headers.get("If-None-Match") == '"a1"':
            reply.head(304, ("ETag", '"a1"'))
        else:
            page(PAGE, ("ETag", '"a1"'), ("Last-Modified", "Tue, 05 Mar 2024 10:00:00 GMT"))(reply)

    site.pages |= {"/": by_etag, "/old": redirect("/")}
    first = fetch(site.url("/old"), options=HERE)
    assert first.fetch == Fetch(site.url("/old"), site.url(), '"a1"', "Tue, 05 Mar 2024 10:00:00 GMT")

    again = fetch(site.url("/old"), known=first.fetch, options=HERE)

    assert again.source is None
    assert again.fetch == first.fetch  # the answer left one out
    assert site.asked["/"][1]["if-modified-since"] == "Tue, 05 Mar 2024 10:00:00 GMT"
    assert "if-none-match" not in site.asked["/old"][1]  # it holds for the page, not for what leads there


def test_what_is_known_of_a_page_is_not_told_to_another(site: Site) -> None:
    site.pages |= {"/": redirect("/new"), "/new": page(PAGE, ("ETag", '"b"'))}
    again = fetch(site.url(), known=Fetch(site.url(), site.url("/before"), '"a"'), options=HERE)
    assert had(again) == PAGE.encode()
    assert again.fetch == Fetch(site.url(), site.url("/new"), '"b"')
    assert not any("if-none-match" in asked for path in ("/", "/new") for asked in site.asked[path])


def test_a_changed_page_comes_whole(site: Site) -> None:
    site.pages["/"] = page(PAGE.replace("nine", "ten"), ("ETag", '"a2"'))
    again = fetch(site.url(), known=Fetch(site.url(), site.url(), '"a1"'), options=HERE)
    assert b"ten o" in had(again)
    assert again.fetch.etag == '"a2"'


@pytest.mark.parametrize("etag", ['"ä"', "x" * 1000, "\x7f"])
def test_a_tag_that_cannot_be_sent_back_is_not_kept(site: Site, etag: str) -> None:
    site.pages["/"] = page(PAGE, ("ETag", etag))
    assert fetch(site.url(), options=HERE).fetch.etag is None


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/2024/ferries-stop.html?from=home", "ferries-stop.html"),
        ("/news/ferries/", "ferries"),
        ("/", "127.0.0.1"),
        ("/a%20b%2F..%2Fetc%00%1b.txt", "a b .. etc .txt"),
        ("/caf%C3%A9", "café"),
        ("/" + "x" * 500, "x" * 100),
        ("/..%2f", "127.0.0.1"),
    ],
)
def test_a_page_is_called_by_the_last_part_of_its_address(site: Site, path: str, name: str) -> None:
    site.pages[path] = page()
    source = fetch(site.url(path), options=HERE).source
    assert source is not None
    assert source.name == name


def test_there_is_a_pause_between_pages_of_one_host(site: Site) -> None:
    site.pages["/"] = page()
    fetcher = Fetcher(options=replace(HERE, patience=replace(HASTE, pause=0.3)))
    before = time.monotonic()
    fetcher.fetch(site.url())
    fetcher.fetch(site.url())
    between = time.monotonic()
    assert between - before >= 0.3
    fetcher.fetch(site.url(host="localhost"))
    assert time.monotonic() - between < 0.3


def test_a_fetcher_can_be_sent_to_another_process() -> None:
    sent = pickle.loads(pickle.dumps(Fetcher(allow_private=True)))  # noqa: S301 - our own bytes
    assert sent == Fetcher(allow_private=True)
    with pytest.raises(SourceError, match="loopback"):
        pickle.loads(pickle.dumps(Fetcher().source))("http://127.0.0.1:1/")  # noqa: S301 - our own bytes


def test_what_is_used_by_default_is_patient_and_bounded() -> None:
    patience = Patience()
    assert 0 < patience.connect <= patience.read <= patience.page <= 120
    assert patience.attempts <= 5
    assert patience.pause >= 1


@given(st.text(st.sampled_from("s://:@[]%?#\\. \t\n\x00aé１0x7f-_~^|`{}<>\"'"), max_size=20))
def test_whatever_an_address_is_made_of_it_is_refused_in_one_line(text: str) -> None:
    def nobody(host: str, port: int) -> list[str]:
        raise OSError("there is no network")

    with pytest.raises(SourceError) as raised:
        fetch(f"http{text}", options=replace(HERE, resolve=nobody))
    assert "\n" not in str(raised.value).removeprefix(f"http{text}")


def test_a_host_alone_and_its_first_page_are_one_address() -> None:
    fetcher = Fetcher()
    assert fetcher.asked_for("HTTP://Harbourpost.example#top") == "http://harbourpost.example/"
    assert fetcher.asked_for("http://harbourpost.example?a=%26b") == "http://harbourpost.example/?a=%26b"
    same = "http://harbourpost.example/a%2Fb%20c/?q=%26&r=1"
    assert fetcher.asked_for(same) == same

"""Redirects of a real server on 127.0.0.1, and where they may not lead."""

import pytest

from quotes.sources.web.addresses import refusal
from quotes.sources.web.connecting import resolved
from quotes.sources.web.fetching import fetch
from quotes.sources.web.options import FetchOptions
from tests.sources.web_server import (
    HASTE,
    HERE,
    PAGE,
    Reply,
    Site,
    had,
    page,
    reason,
    redirect,
    status,
)


def test_redirects_are_followed_to_the_page(site: Site) -> None:
    site.pages |= {
        "/1": redirect("/2", 301),
        "/2": redirect(site.url("/3"), 302),
        "/3": redirect("4?a=b", 303),
        "/4?a=b": redirect(f"//127.0.0.1:{site.server_port}/5", 307),
        "/5": redirect("/6#part", 308),
        "/6": page(),
    }
    fetched = fetch(site.url("/1"), options=HERE)

    assert had(fetched) == PAGE.encode()
    assert fetched.fetch.url == site.url("/1")
    assert fetched.fetch.address == site.url("/6")


def test_a_redirect_that_sets_a_cookie_first_is_followed(site: Site) -> None:
    def gate(reply: Reply) -> None:
        cookies = "cookie" in reply.headers
        (page() if cookies else status(302, ("Location", "/"), ("Set-Cookie", "seen=1")))(reply)

    site.pages["/"] = gate
    assert had(fetch(site.url(), options=HERE)) == PAGE.encode()
    assert "cookie" not in site.asked["/"][0]


def test_chains_and_loops_of_redirects_end(site: Site) -> None:
    site.pages |= {f"/{number}": redirect(f"/{number + 1}") for number in range(9)} | {"/9": page()}
    site.pages["/loop"] = redirect("/loop")

    assert "redirects more than 5 times" in reason(site.url("/0"))
    assert "redirects more than 5 times" in reason(site.url("/loop"))
    assert len(site.asked["/loop"]) == 6
    assert had(fetch(site.url("/4"), options=HERE)) == PAGE.encode()


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "ftp://harbourpost.example/a",
        "javascript:alert(1)",
        "data:,x",
    ],
)
def test_redirects_out_of_the_web_are_refused(site: Site, location: str) -> None:
    site.pages["/"] = redirect(location)
    assert "only http and https are fetched" in reason(site.url())


@pytest.mark.parametrize("location", ["http://", "http://[::1", "http://a b\x01/", "https://:443/"])
def test_redirects_to_nowhere_are_refused(site: Site, location: str) -> None:
    site.pages["/"] = redirect(location)
    reason(site.url())


def test_a_redirect_without_a_place_is_refused(site: Site) -> None:
    site.pages["/"] = status(302)
    assert "without saying where to (302)" in reason(site.url())


def test_a_redirect_to_a_password_is_refused(site: Site) -> None:
    site.pages["/"] = redirect(f"http://mara:secret@127.0.0.1:{site.server_port}/x")
    assert "user name or password" in reason(site.url())
    assert not site.asked["/x"]


@pytest.mark.parametrize(
    "inside",
    [
        "http://169.254.169.254/latest",
        "http://[::1]/",
        "http://2130706434/",
        "http://inside.example/",
        "//10.1/",
    ],
)
def test_a_redirect_inside_is_refused_though_it_began_outside(site: Site, inside: str) -> None:
    def refuse(address: str) -> str | None:
        return None if address == "127.0.0.1" else refusal(address)  # it stands for a public server

    def resolve(host: str, port: int) -> list[str]:
        return ["192.168.0.1"] if host == "inside.example" else resolved(host, port)

    site.pages["/"] = redirect(inside)
    options = FetchOptions(patience=HASTE, refuse=refuse, resolve=resolve)
    assert "is not a public address" in reason(site.url(), options)
    assert len(site.asked["/"]) == 1

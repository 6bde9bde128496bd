"""Addresses on the web are told from files."""

import pytest

from quotes.cli.addresses import Address, address_of
from quotes.errors import SourceError


@pytest.mark.parametrize("name", ["http://harbourpost.example/a", "HTTPS://a.example", " http://x "])
def test_an_address_of_the_web_is_told_from_a_file(name: str) -> None:
    assert address_of(name) == Address(name.strip())


@pytest.mark.parametrize(
    "name", ["a.txt", "http.txt", "http:/a", "C:\\texts\\a.txt", "c://texts", "a/http://b", "-"]
)
def test_a_file_is_told_from_an_address(name: str) -> None:
    assert address_of(name) is None


@pytest.mark.parametrize(
    "name", ["file:///etc/passwd", "ftp://harbourpost.example/a", "gopher://x", "data://x"]
)
def test_other_schemes_are_refused_in_one_line(name: str) -> None:
    with pytest.raises(SourceError, match="only http:// and https:// are fetched; save it and name the file"):
        address_of(name)


def test_what_is_no_address_is_refused_in_one_line() -> None:
    with pytest.raises(SourceError, match="this is no address"):
        address_of("http://[::1")

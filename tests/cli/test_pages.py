"""The page of a statement, from the library to every place where it is shown."""

import json
from dataclasses import replace

import pytest

from quotes.document import Page
from quotes.settings import library_url
from tests.cli import making
from tests.cli.conftest import Command


@pytest.fixture
def paged(database: str) -> str:
    """A library with the ferries page, printed on pages iv and 5; the id of its first statement."""
    parse = making.ferries()
    turn = parse.document.text.index("Not this year")
    document = replace(parse.document, pages=(Page("iv", 0), Page("5", turn)))
    making.fill(library_url(), replace(parse, document=document))
    return parse.quotes[0].id


def test_show_and_search_have_the_page(quotes: Command, paged: str) -> None:
    assert "Page         p. iv" in quotes("show", paged).stdout
    assert "Ferries to stop at night, p. iv" in quotes("search", "paper").stdout


@pytest.mark.parametrize(
    ("style", "where"),
    [
        ("chicago", "March 5, 2024, iv."),
        ("apa", "2024, p. iv)"),
        ("mla", "“Ferries to stop” iv)"),
        ("bibtex", r"\cite[iv]{"),
    ],
)
def test_a_citation_has_the_page(quotes: Command, paged: str, style: str, where: str) -> None:
    assert where in quotes("cite", paged, "--style", style).stdout


def test_sheets_and_records_have_the_page(quotes: Command, paged: str) -> None:
    lines = quotes("export", "--format", "ndjson").stdout.splitlines()
    pages = {record["text"]: record["page"] for record in map(json.loads, lines)}
    assert pages["Not this year."] == "5"
    assert pages["We will not sign a paper that nobody has read,"] == "iv"
    assert "page" in quotes("export").stdout.splitlines()[0].split(",")


def test_a_document_without_pages_shows_none(quotes: Command, ferries: str) -> None:
    assert "Page  " not in quotes("show", making.ferries().quotes[0].id).stdout

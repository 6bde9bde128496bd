"""Copies as a user sees them: one line for all, what they say counted once, and where else it was printed."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.document import Document
from quotes.settings import library_url
from quotes.statement import Parse
from tests.cli import making
from tests.cli.conftest import Command
from tests.cli.test_search import on_a_terminal

STORY = making.FERRIES.replace(
    "\n\nTomas",
    " Three winters in a row fewer than forty people a night had crossed to the isles, and the board pays "
    "for the crews whether the boats are full or not.\n\nTomas",
)
CUT = STORY[: STORY.index("\n\nTomas")]
READ = "We will not sign a paper that nobody has read,"


def printing(text: str, name: str, published: str | None, publisher: str) -> Parse:
    """A page of other bytes with what stands in its text of the ferries page's statements."""
    page = making.document(text, name, published, publisher=publisher)
    page = replace(page, original=f"{name}\n{text}".encode(), place=f"/press/{name}")
    words = {READ: "Mara Venn", "Not this year.": "Mara Venn", "floating bottleneck": "Tomas Reyk"}
    found = [making.statement(page, said, "direct", who) for said, who in words.items() if said in text]
    return Parse(page, quotes=tuple(found))


@pytest.fixture
def wire(database: str) -> list[Document]:
    """The wire's story, a lightly edited copy, one cut short, and the wire's text in another paper."""
    parses = [
        printing(STORY, "wire.txt", "2024-03-05", "Isle Wire"),
        printing(STORY.replace("plan", "scheme"), "post.txt", "2024-03-06", "The Harbour Post"),
        printing(CUT, "daily.txt", None, "North Shore [b]Daily"),
        printing(STORY.replace("“", '"'), "echo.html", "2024-03-04", "Skelt Echo"),
    ]
    making.fill(library_url(), *parses)
    return [parse.document for parse in parses]


def test_a_listing_has_one_line_for_all_copies(quotes: Command, wire: list[Document]) -> None:
    result = quotes("docs")

    (line,) = result.stdout.splitlines()
    assert "Isle Wire  3 quotes, 0 claims" in line
    assert line.endswith("; +3 copies: Skelt Echo, The Harbour Post, North Shore [b]Daily)")
    assert result.stderr.startswith("1 document (+3 copies), 3 quotes, 0 claims\n")


def test_copies_are_listed_where_asked_for(quotes: Command, wire: list[Document]) -> None:
    everything = quotes("docs", "--copies")
    head = quotes("docs").stdout.split()[0]

    assert len(everything.stdout.splitlines()) == 3
    assert everything.stdout.count(f"copy of {head}") == 2
    *said, last = everything.stderr.splitlines()
    assert [*said, "1 of 1 document"] == quotes("docs").stderr.splitlines()
    assert last == "3 of 3 documents"
    rows = on_a_terminal(140, "--no-color", "docs")
    assert "+3 copies" in rows[1]


def test_what_is_found_in_a_copy_alone_is_one_document(quotes: Command, wire: list[Document]) -> None:
    for options in ([], ["--copies"]):
        assert quotes("docs", "scheme", *options).stderr.startswith("1 document")


def test_of_many_papers_some_are_named_and_the_rest_counted(quotes: Command, wire: list[Document]) -> None:
    making.fill(library_url(), printing(STORY, "gull.txt", "2024-03-09", "The Gull"))
    assert "+4 copies: Skelt Echo, The Harbour Post, The Gull, 1 other\n" in quotes("search").stdout


def test_a_search_shows_words_once_and_who_else_printed_them(quotes: Command, wire: list[Document]) -> None:
    result = quotes("search")

    assert result.stderr == "3 of 3\n"
    assert result.stdout.count("  +3 copies: Skelt Echo, The Harbour Post, North Shore [b]Daily\n") == 2
    assert result.stdout.count("  +2 copies: Skelt Echo, The Harbour Post\n") == 1
    everything = quotes("search", "--copies")
    assert everything.stderr == "8 of 8\n"
    assert everything.stdout.count("  copy of q") == 5


def test_a_sheet_has_each_statement_once_with_the_number_of_copies(
    quotes: Command, wire: list[Document]
) -> None:
    rows = list(csv.DictReader(io.StringIO(quotes("export").stdout)))
    assert sorted((row["quotation"], row["copies"], row["copy_of"]) for row in rows) == [
        ("Not this year.", "3", ""),
        ("We will not sign a paper that nobody has read", "3", ""),
        ("floating bottleneck", "2", ""),
    ]
    lines = quotes("export", "--copies", "--format", "ndjson").stdout.splitlines()
    records = [json.loads(line) for line in lines]
    ids = {record["id"] for record in records if record["copy_of"] is None}
    assert len(records) == 8
    assert {record["copy_of"] for record in records} - {None} == ids


def test_a_citation_is_of_the_first_printing(quotes: Command, wire: list[Document]) -> None:
    cited = quotes("cite", "--speaker", "reyk").stdout
    assert "Isle Wire" in cited
    assert "Harbour Post" not in cited
    assert "Harbour Post" in quotes("cite", "--speaker", "reyk", "--copies").stdout


def test_a_page_names_every_place_and_what_is_said_there_alone(quotes: Command, wire: list[Document]) -> None:
    head, *copies = (line.split()[0] for line in quotes("docs", "--copies").stdout.splitlines()[::-1])
    page = quotes("show", head).stdout

    assert "Places       1: /press/wire.txt\n" in page
    expected = f"2: /press/echo.html (publisher Skelt Echo; published 2024-03-04; SHA-256 {wire[3].sha256})"
    assert expected in " ".join(page.split())
    assert "Published    2024-03-05" in page
    for copy in copies:
        assert copy in page
        shown = quotes("show", copy).stdout
        assert f"Copy of      {head}" in shown
        assert "counted under the same words there" in shown
        assert "  copy of q" in shown
    assert f"{head} place 2" not in page  # it is among the places


def test_a_statement_names_its_copies_and_a_copy_the_statement(quotes: Command, wire: list[Document]) -> None:
    shown = quotes("search", "paper").stdout.split()[0]
    page = quotes("show", shown).stdout

    assert "Also in" in page
    assert "2024-03-06  The Harbour Post" in page
    copy = making.statement(wire[2], READ, "direct", "Mara Venn").id
    assert f"Copy of      {shown}\n" in quotes("show", copy).stdout


def test_speakers_are_counted_once(quotes: Command, wire: list[Document]) -> None:
    listed = quotes("speakers").stdout
    assert "Mara Venn (person)  2 quotes, 0 claims in 1 document\n" in listed
    assert "Tomas Reyk (person)  1 quote, 0 claims in 1 document\n" in listed


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_was_added_is_counted_once_whichever_copy_came_first(
    quotes: Command, database: str, tmp_path: Path, jobs: str
) -> None:
    dates = {"a.txt": "2024/03/06", "b.txt": "2024/03/05", "c.txt": "2024/03/07"}
    for name, date in dates.items():
        story = STORY.replace("plan", f"plan of {name[0]}")
        (tmp_path / name).write_text(f"https://{name[0]}.example/{date}/ferries\n\n{story}", "utf-8")

    added = quotes("add", str(tmp_path), "-j", jobs).stderr

    total = quotes("docs").stderr.splitlines()[0].partition("), ")[2]
    assert total.startswith("3 quotes, ")
    assert f"Added 3 documents: {total}\n" in added


def test_a_file_of_the_same_text_is_added_as_a_place(
    quotes: Command, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Nobody spoke at the quay that night, and the boats of the northern line lay still until dawn.\n"
    (tmp_path / "one.txt").write_text(text)
    (tmp_path / "two.txt").write_bytes(text.replace(" ", "  ").encode() + b"\r\n")
    quotes("add", "one.txt")
    result = quotes("add", "two.txt")

    assert result.exit_code == 0
    assert "1 already in the library" in result.stderr
    assert "two.txt" in quotes("show", quotes("docs").stdout.split()[0]).stdout

"""Tags, and what is held back where something is private."""

import csv
import io
import json

import pytest

from quotes.settings import library_url
from quotes.store import open_library
from tests.cli.conftest import Command
from tests.cli.test_log import ids


def tags(identifier: str) -> tuple[str, ...]:
    with open_library(library_url()) as library:
        of = library.document(identifier) if identifier.startswith("d") else library.statement(identifier)
        return of.tags


def test_a_query_is_tagged_as_one_decision(quotes: Command, ferries: str) -> None:
    result = quotes("tag", "speaker:venn", "+ch2", "-draft")
    assert result.stderr == "3 statements of 3 changed\n"
    assert tags(ids()["Not"]) == ("ch2",)
    assert tags(ids()["floating"]) == ()
    assert quotes("log").stderr == "1 of 1 decision\n"
    assert quotes("search", "tag:ch2").stderr.endswith("3 of 3\n")


def test_tags_are_taken_off_and_put_on_at_once(quotes: Command, ferries: str) -> None:
    quotes("tag", ids()["Not"], "+draft", "+ch2")
    quotes("tag", ids()["Not"], "-draft", "+Checked")
    assert tags(ids()["Not"]) == ("ch2", "checked")
    assert quotes("tag", ids()["Not"], "+ch2").stderr == "0 statements of 1 changed\n"


def test_a_document_is_tagged_by_its_id(quotes: Command, ferries: str) -> None:
    assert quotes("tag", ferries[:6], "+archive").stderr == "1 document of 1 changed\n"
    assert tags(ferries) == ("archive",)


def test_a_minus_before_the_tags_is_part_of_the_query(quotes: Command, ferries: str) -> None:
    quotes("tag", "speaker:venn", "-paper", "year", "+ch2")
    assert tags(ids()["Not"]) == ("ch2",)
    assert tags(ids()["We"]) == ()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["speaker:venn"], "no tags"),
        (["+ch2"], "nothing to tag"),
        (["nowhere-to-be-found", "+ch2"], "no statement matches"),
        (["ferries", "+a", "-a"], "not both"),
    ],
)
def test_what_cannot_be_tagged_is_said(
    quotes: Command, ferries: str, arguments: list[str], words: str
) -> None:
    result = quotes("tag", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_what_is_private_stays_out_of_exports_and_citations_and_is_counted(
    quotes: Command, ferries: str
) -> None:
    quotes("tag", ids()["Not"], "+private")

    exported = quotes("export", "--format", "ndjson")
    texts = [json.loads(line)["text"] for line in exported.stdout.splitlines()]
    assert len(texts) == 3
    assert "Not this year." not in texts
    assert "1 private statement is held back" in exported.stderr
    assert len(quotes("export", "--limit", "3", "--format", "ndjson").stdout.splitlines()) == 3

    cited = quotes("cite", "speaker:venn")
    assert "Not this year" not in cited.stdout
    assert "1 private statement is held back" in cited.stderr

    assert len(quotes("export", "--private", "--format", "ndjson").stdout.splitlines()) == 4
    assert "Not this year" in quotes("cite", "speaker:venn", "--private").stdout
    assert "Not this year" in quotes("search", "year").stdout


def test_a_private_statement_named_by_its_id_is_not_cited_either(quotes: Command, ferries: str) -> None:
    quotes("tag", ids()["Not"], "+private")
    result = quotes("cite", ids()["Not"])
    assert result.stdout == ""
    assert "held back" in result.stderr


def test_a_private_document_keeps_all_it_says_back(quotes: Command, ferries: str) -> None:
    quotes("tag", ferries, "+private")
    result = quotes("export", "--format", "ndjson")
    assert result.stdout == ""
    assert "4 private statements are held back" in result.stderr


def test_tags_and_notes_stand_in_every_export(quotes: Command, ferries: str) -> None:
    quotes("tag", ids()["Not"], "+ch2", "+draft")
    quotes("tag", ferries, "+archive")
    quotes("note", ids()["Not"], "=ask her")
    quotes("note", ferries, "from the archive")

    (row,) = csv.DictReader(io.StringIO(quotes("export", "text:year").stdout))
    assert row["tags"] == "ch2; draft"
    assert row["note"].lstrip("'") == "=ask her"
    assert not row["note"].startswith("=")  # no formula
    assert (row["document_tags"], row["document_note"]) == ("archive", "from the archive")
    (record,) = map(json.loads, quotes("export", "text:year", "--format", "ndjson").stdout.splitlines())
    assert (record["tags"], record["note"]) == (["ch2", "draft"], "=ask her")
    assert (record["document_tags"], record["document_note"]) == (["archive"], "from the archive")


def test_words_of_a_private_statement_beside_another_are_warned_of(quotes: Command, ferries: str) -> None:
    quotes("tag", ids()["the"], "+private")
    result = quotes("export", "--format", "ndjson")
    beside = ids()["Not"]  # its context is the paragraph that holds the claim too
    assert beside in result.stderr
    assert "show words of a private one" in result.stderr
    assert ids()["floating"] not in result.stderr
    assert "words of a private one" not in quotes("export", "--private", "--format", "ndjson").stderr
    assert "words of a private one" in quotes("cite", beside).stderr

"""`quotes verify` as a user meets it: real files added, damaged behind the library's back, and told."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quotes.parsing import parse
from quotes.sources import read
from quotes.store import open_library
from tests.cli.conftest import Command

STORY = (
    "Harbour dues to rise\n\nPORT ELLEN - “We don’t pay twice,” Mara Venn told reporters on Tuesday.\n\n"
    "“Nobody asked us,” said Oren Tollan, who speaks for the crews of the night ferries.\n"
)
PAGE = (
    "<!doctype html><title>Talks</title><article><h1>Talks at Port Ellen</h1><p>“We will talk,” said Joren "
    "Kell, the harbour master of Port Ellen, before the crews walked out of the hall.</p></article>"
)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with a text and a page, read and parsed as `quotes add` does it."""
    path = tmp_path_factory.mktemp("verified") / "quotes.db"
    with open_library(str(path)) as library:
        for name, content in (("dues.txt", STORY), ("talks.html", PAGE)):
            (document,) = read(content.encode(), name=name)
            library.add(document, parse(document))
    return path


@pytest.fixture
def library(made: Path, database: str) -> Path:
    """The library of the settings: a copy of the one that was made."""
    path = Path(database)
    path.parent.mkdir()
    path.write_bytes(made.read_bytes())
    return path


def change(library: Path, sql: str) -> None:
    with closing(sqlite3.connect(library)) as connection:
        connection.execute(sql)
        connection.commit()


def ids(quotes: Command, *query: str) -> dict[str, str]:
    """Ids of the statements by their first word."""
    lines = quotes("export", *query, "--format", "ndjson").stdout.splitlines()
    return {record["text"].split()[0]: record["id"] for record in map(json.loads, lines)}


def test_all_that_is_kept_holds(quotes: Command, library: Path) -> None:
    done = quotes("verify")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.splitlines()[-1] == "2 of 2 documents, 3 of 3 statements hold"


def test_damaged_bytes_are_told_with_what_to_do(quotes: Command, library: Path) -> None:
    change(library, "UPDATE originals SET compressed = x'00'")
    done = quotes("verify", "publisher:none", "doc:dues")
    assert done.exit_code == 1
    (line,) = done.stdout.splitlines()
    assert line.startswith("d")
    assert "dues.txt: the kept bytes are missing or damaged (quotes restore" in line
    assert done.stderr.splitlines()[-1].startswith("0 of 1 document, ")


def test_one_statement_is_asked_for_by_its_id_and_its_document_is_checked(
    quotes: Command, library: Path
) -> None:
    known = ids(quotes)
    change(library, f"UPDATE statements SET start = start + 3 WHERE id = '{known['Nobody']}'")  # noqa: S608
    talks = ids(quotes, "doc:talks")
    assert quotes("verify", *talks.values()).exit_code == 0
    done = quotes("verify", known["Nobody"])
    assert done.exit_code == 1
    assert done.stdout.startswith(known["Nobody"])
    assert "elsewhere in the file" in done.stdout
    assert f"quotes show {known['Nobody']}" in done.stdout
    assert "0 of 1 document, 1 of 2 statements hold" in done.stderr


def test_a_changed_text_is_told_from_another_reading_and_rereading_mends_both(
    quotes: Command, library: Path
) -> None:
    change(library, "UPDATE documents SET text = replace(text, 'Nobody', 'No one') WHERE name = 'dues.txt'")
    change(library, "UPDATE documents SET blocks = '[]' WHERE name = 'talks.html'")
    done = quotes("verify")
    assert done.exit_code == 1
    faults = {line.split()[1] for line in done.stdout.splitlines()}
    assert {"text", "reading"} <= faults
    assert "--reread" in done.stdout


def test_what_is_withheld_is_checked_by_its_id_too(quotes: Command, library: Path) -> None:
    nobody = ids(quotes)["Nobody"]
    quotes("reject", nobody, "--reason", "a joke")
    assert quotes("verify", nobody).exit_code == 0


def test_records_tell_it_of_every_document(quotes: Command, library: Path) -> None:
    change(
        library,
        "UPDATE statements SET source_start = source_start + 1 "
        "WHERE start = (SELECT max(start) FROM statements)",
    )
    done = quotes("verify", "--format", "ndjson")
    records = {record["name"]: record for record in map(json.loads, done.stdout.splitlines())}
    assert (done.exit_code, len(records)) == (1, 2)
    assert records["talks.html"] == {
        "document": records["talks.html"]["document"],
        "name": "talks.html",
        "sha256": records["talks.html"]["sha256"],
        "holds": True,
        "statements": 1,
        "statements_holding": 1,
        "redacted": None,
        "unread": None,
        "differences": [],
    }
    dues = records["dues.txt"]
    assert (dues["holds"], dues["statements"], dues["statements_holding"]) == (False, 2, 1)
    assert [one["fault"] for one in dues["differences"]] == ["statement"]


def test_nothing_found_is_no_proof(quotes: Command, library: Path) -> None:
    done = quotes("verify", "doc:nowhere")
    assert done.exit_code == 2
    assert "no document matches" in done.stderr


def test_an_empty_library_says_so(quotes: Command) -> None:
    done = quotes("verify")
    assert done.exit_code == 0
    assert "is empty" in done.stderr


def test_hostile_names_reach_no_terminal(quotes: Command, library: Path) -> None:
    change(library, "UPDATE documents SET name = 'x' || char(27) || '[2Jy'")
    change(library, "UPDATE originals SET compressed = x'00'")
    assert "\x1b" not in quotes("verify").output

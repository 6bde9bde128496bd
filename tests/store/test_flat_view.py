"""The view for other programs: its columns, what is in it, and that it says what the library says."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quotes.document import Document
from quotes.people.edits import StatementEdit
from quotes.query.plan import Plan
from quotes.sources import read
from quotes.store import Library
from tests.store.making import parse, statement
from tests.store.schemas.making import fill

README = Path(__file__).parents[2] / "README.md"
COLUMNS = (
    "id kind text context speaker speaker_id speaker_type unknown mention cue role stance addressee via date "
    "said_on said_evidence published publisher title author url lang document_name document_id start end "
    "utterance in_claim nested_in confidence checked copies tags note document_tags document_note private"
).split()
"""Others have these in their programs: never change one, add at the end."""


def rows(
    library: Library, query: str = "SELECT * FROM flat_statements", *values: object
) -> list[dict[str, Any]]:
    """What another program reads of the library."""
    with closing(sqlite3.connect(f"file:{library._url.database}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(query, values)]


@pytest.fixture
def filled(library: Library) -> Library:
    """A library with copies, decisions, tags, notes and versions of a page in it."""
    fill(library)
    return library


def test_the_columns_stay_and_are_documented(library: Library) -> None:
    with closing(sqlite3.connect(str(library._url.database))) as connection:
        found = connection.execute("SELECT * FROM flat_statements").description
    assert [column[0] for column in found] == COLUMNS
    table = re.findall(r"^\| (`.*?`) \| ", README.read_text(encoding="utf-8"), re.MULTILINE)
    told = [name for cell in table for name in re.findall(r"`(\w+)`", cell)]
    at = told.index("kind") - 1
    assert told[at : at + len(COLUMNS)] == COLUMNS


def test_a_row_is_what_the_library_says_of_a_statement(filled: Library) -> None:
    listed = filled.search(Plan()).statements
    found = {row["id"]: row for row in rows(filled)}
    assert found.keys() == {stored.statement.id for stored in listed}
    for stored in listed:
        row, statement, document = found[stored.statement.id], stored.statement, stored.document
        told = {name: getattr(statement, name) for name in COLUMNS if hasattr(statement, name)}
        told |= {
            name: getattr(document, name) for name in ("published", "publisher", "title", "author", "url")
        }
        told |= {"speaker": stored.speaker, "speaker_id": stored.speaker_id, "context": stored.context}
        told |= {"document_id": document.id, "document_name": document.name, "lang": document.lang}
        told |= {"date": statement.said_on or document.published, "in_claim": statement.claim}
        told |= {"tags": ", ".join(stored.tags) or None, "note": stored.note, "checked": stored.checked}
        told |= {"document_tags": ", ".join(document.tags) or None, "document_note": document.note}
        told |= {"private": 0, "copies": row["copies"]}
        assert row == told
    assert any("🚢" in row["text"] for row in found.values())


def test_copies_are_counted_and_not_listed(filled: Library) -> None:
    counted = {row["text"]: row["copies"] for row in rows(filled)}
    assert counted["floating bottleneck"] == 1
    assert counted["denied it"] == 0
    assert len(rows(filled)) == filled.count(Plan())
    assert sum(row["copies"] for row in rows(filled)) == filled.count(Plan(copies=True)) - filled.count(
        Plan()
    )


def test_what_is_withheld_is_not_in_it_and_what_is_private_says_so(filled: Library) -> None:
    desk, (first, second, *_) = filled.desk("Ada"), rows(filled, "SELECT * FROM flat_statements ORDER BY id")
    desk.set_statements([first["id"]], StatementEdit(verdict="rejected"))
    desk.tag([second["id"]], ["private", "a, b", "Zebra"])
    assert not rows(filled, "SELECT * FROM flat_statements WHERE id = ?", first["id"])
    (row,) = rows(filled, "SELECT * FROM flat_statements WHERE private")
    assert row["id"] == second["id"]
    assert set(row["tags"].split(", ")) >= {"private"}
    desk.tag([row["document_id"]], ["private"])
    others = rows(filled, "SELECT * FROM flat_statements WHERE document_id = ?", row["document_id"])
    assert {other["private"] for other in others} == {1}


def test_no_nul_comes_in_at_which_the_words_would_end() -> None:
    lines = "The harbour of Port Ellen was open, and nobody was in it.\n" * 40
    (document,) = read(lines.encode() + "“We pay\0 twice,” said Mara Venn.".encode(), name="dues.txt")
    assert "“We pay twice,”" in document.text


TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"), st.sampled_from("a \n\u0301🚢𝕏")
    ),
    min_size=1,
    max_size=40,
)


@pytest.fixture(scope="module")
def alone(fresh: Callable[[], Library]) -> Library:
    """A library of its own."""
    return fresh()


@settings(max_examples=60, deadline=None)
@given(text=TEXT, data=st.data())
def test_the_words_are_those_of_the_statement_whatever_they_are_made_of(
    alone: Library, text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(text[start:end].strip())
    document = Document.of_text(text, "any.txt")
    known = alone.find(document.sha256)
    if known is None:
        at = statement(document, text, context_span=(0, len(text)))
        found = alone.add(document, parse(document, at))
        (stored,) = alone.statements(found.id)
    else:
        (stored,) = alone.statements(known.id)
    identifier = stored.statement.id
    if (start, end) != (stored.statement.start, stored.statement.end):
        alone.desk("Ada").set_statements([identifier], StatementEdit(span=(start, end)))
    (row,) = rows(alone, "SELECT text, context FROM flat_statements WHERE id = ?", identifier)
    assert row["text"] == text[start:end]

"""What `quotes verify` proves: real files read, kept, damaged or changed behind the library's back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.document import Document
from quotes.errors import SourceError
from quotes.people.edits import StatementEdit
from quotes.sources import read
from quotes.sources.again import read_again
from quotes.statement import Alteration, Parse
from quotes.store import Library
from quotes.store.forgetting import redactions
from quotes.store.verifying import Difference, Verdict
from tests.store.failing import engine_of
from tests.store.making import parse, statement

CORPUS = Path(__file__).parent.parent / "corpus"
STORY = (
    "Harbour dues to rise, minister says\n\n"
    "PORT ELLEN - Ostrava has a “no-limits” friendship with the isles, Mara Venn told reporters.\n\n"
    "“We don’t pay twice,” she said, “and the cafés ... won’t either.” The Foreign Ministry denied it.\n"
)
FILES = (
    *("eml/attachments.eml", "eml/html.eml", "eml/inbox.mbox", "exports/counted.txt"),
    *("tables/articles.csv", "tables/semicolons-cp1252.csv", "tables/nested.ndjson", "tables/html-cells.csv"),
)


def story(name: str = "dues.txt", text: str = STORY) -> Parse:
    """The story as it is read from a file, with a claim, a phrase in it and two quotations."""
    (document,) = read(text.encode(), name=name)
    phrase = statement(document, "no-limits", "Mara Venn", kind="partial")
    claim = statement(document, "Ostrava has a “no-limits” friendship with the isles", kind="indirect")
    first = statement(document, "We don’t pay twice,", "Mara Venn", said_on="2023-03-14")
    second = statement(document, "and the cafés ... won’t either.", "Mara Venn")
    at = document.text.index("...")
    cut = Alteration("cut", at, at + 3, "...", document.source_span(at, at + 3))
    return parse(document, phrase, first, replace(second, alterations=(cut,)), claim)


@pytest.fixture
def library(fresh: Callable[[], Library]) -> Iterator[Library]:
    """An empty library that is changed behind its back: nobody looks whether its indexes follow."""
    with fresh() as opened:
        yield opened


@pytest.fixture
def kept(library: Library) -> str:
    """The id of the story, once it is kept."""
    found = story()
    return library.add(found.document, found).id


def verdict(library: Library, document_id: str) -> Verdict:
    return library.verify(document_id, read_again)


def differences(library: Library, document_id: str) -> list[tuple[str, str | None]]:
    return [(one.fault, one.statement) for one in verdict(library, document_id).differences]


def by_hand(library: Library, sql: str, *values: object) -> None:
    """Change the database as no program of ours would."""
    with engine_of(library).begin() as connection:
        connection.exec_driver_sql(sql, values)


def test_what_is_as_it_was_put_in_holds(library: Library, kept: str) -> None:
    told = verdict(library, kept)
    assert told == Verdict(kept, "dues.txt", library.document(kept).sha256, 4)
    assert told.standing == 4


@pytest.mark.parametrize("file", FILES)
def test_every_kind_of_file_can_be_read_again_from_what_is_kept_of_it(library: Library, file: str) -> None:
    documents = _read(CORPUS / file)
    assert documents
    for document in documents:
        lines = dict.fromkeys(line for line in document.text.split("\n") if line.strip())
        found = parse(document, *(statement(document, line) for line in lines))
        told = verdict(library, library.add(document, found).id)
        assert (told.differences, told.unread) == ((), None)
        assert told.standing == len(lines)


def _read(path: Path) -> list[Document]:
    columns = {"text": "article.body"} if path.name == "nested.ndjson" else {}
    return read(path, columns=columns)


@pytest.mark.parametrize("compressed", [b"", b"\x00" * 40, b"x\x9c"])
def test_damaged_bytes_are_found(library: Library, kept: str, compressed: bytes) -> None:
    by_hand(library, "UPDATE originals SET compressed = ?", compressed)
    assert differences(library, kept) == [("bytes", None)]
    by_hand(library, "DELETE FROM originals")
    assert differences(library, kept) == [("bytes", None)]


@pytest.mark.parametrize(
    "change",
    [
        "documents SET blocks = '[[\"body\"'",
        "documents SET blocks = '[[1, 2]]'",
        "documents SET offsets = '[7]'",
        "documents SET text = CAST(x'ff41' AS TEXT)",
        "documents SET text = x'41'",
        "statements SET alterations = '{'",
        "statements SET alterations = '[[1]]'",
        "statements SET start = 'soon'",
    ],
)
def test_rows_that_cannot_be_read_cost_their_document_alone(library: Library, kept: str, change: str) -> None:
    other = story("other.txt", STORY.replace("reporters", "crews"))
    added = library.add(other.document, other).id
    table = change.partition(" ")[0]
    of_document = "id" if table == "documents" else "document_id"
    by_hand(library, f"UPDATE {change} WHERE {of_document} = ?", kept)
    (found,) = verdict(library, kept).differences
    assert found.fault == "record"
    assert differences(library, added) == []


def test_damaged_bytes_of_another_place_are_found(library: Library, kept: str) -> None:
    page = story("again.txt", STORY.replace("\n\n", "\n\n\n"))
    added = library.add(replace(page.document, place="/press/again.txt"), page)
    assert (added.id, added.status) == (kept, "place")
    assert differences(library, kept) == []
    by_hand(library, "UPDATE places SET compressed = x'00'")
    (found,) = verdict(library, kept).differences
    assert found == Difference("bytes", "the kept bytes of /press/again.txt are damaged")


def test_a_text_that_was_changed_is_told_from_one_that_is_read_otherwise(library: Library, kept: str) -> None:
    by_hand(library, "UPDATE documents SET text = replace(text, 'pay twice', 'pay thrice')")
    by_hand(
        library, 'UPDATE statements SET "end" = "end" + 1, source_end = source_end + 1 WHERE said_on NOT NULL'
    )
    words = next(s for s in library.statements(kept) if s.statement.said_on).statement
    assert words.text == "We don’t pay thrice,"
    found = differences(library, kept)
    assert ("text", None) in found
    assert ("reading", None) not in found
    assert ("statement", words.id) in found


def test_white_space_that_was_changed_differs_from_what_is_read(library: Library, kept: str) -> None:
    by_hand(library, "UPDATE documents SET text = replace(text, 'pay twice', 'pay\ntwice')")
    assert differences(library, kept) == [("reading", None)]


@pytest.mark.parametrize(
    "change",
    [
        "start = start + 1",
        '"end" = "end" - 1',
        "source_start = source_start + 1",
        "source_end = NULL, source_start = NULL",
        '"end" = 100000',
        'start = -5, "end" = 3',
        'start = 9, "end" = 9',
        "context_end = 100000",
        "cue = 'said', cue_start = 0, cue_end = 4",
        "mention = 'she', mention_start = 0, mention_end = 3",
        "role = 'the mayor', role_start = 0, role_end = 9",
        "alterations = '[[\"cut\", 0, 3, 0, 3]]'",
        "translated_start = 0, translated_end = 5",
    ],
)
def test_a_statement_that_does_not_stand_where_it_says_is_found(
    library: Library, kept: str, change: str
) -> None:
    (moved, *_) = [s.statement.id for s in library.statements(kept) if s.statement.said_on]
    by_hand(library, f"UPDATE statements SET {change} WHERE id = ?", moved)  # noqa: S608 (the list above)
    told = verdict(library, kept)
    assert {one.statement for one in told.differences} == {moved}
    assert told.standing == told.statements - 1


def test_a_cut_that_stands_elsewhere_is_found(library: Library, kept: str) -> None:
    by_hand(library, "UPDATE statements SET alterations = replace(alterations, 'cut\", 1', 'cut\", 2')")
    assert [fault for fault, _ in differences(library, kept)] == ["statement"]


def test_another_reading_by_newer_readers_is_no_damage_to_words_that_are_in_it_too(library: Library) -> None:
    found = story()
    text = "Share this page\n" + found.document.text  # as an older reader may have left it in
    older = replace(found.document, text=text, offsets=None, blocks=())
    phrase, claim = (
        statement(older, "no-limits", kind="partial"),
        statement(older, "Share this page", kind="indirect"),
    )
    kept = library.add(older, parse(older, phrase, claim)).id
    assert differences(library, kept) == [("reading", None), ("statement", claim.id)]


def test_places_that_are_read_otherwise_are_another_reading(library: Library, kept: str) -> None:
    by_hand(library, "UPDATE documents SET blocks = '[]'")
    assert differences(library, kept) == [("reading", None)]
    by_hand(library, "UPDATE documents SET encoding = 'cp1252'")
    assert differences(library, kept) == [("reading", None)]


def test_what_cannot_be_read_by_itself_is_said_and_its_bytes_are_proven(library: Library, kept: str) -> None:
    def fails(document: Document) -> Document:
        raise SourceError(f"{document.name}: not alone")

    told = library.verify(kept, fails)
    assert (told.differences, told.unread) == ((), "dues.txt: not alone")
    by_hand(library, "UPDATE originals SET compressed = x'00'")
    assert library.verify(kept, fails).differences[0].fault == "bytes"


def test_words_that_were_redacted_are_told_and_are_no_difference(library: Library) -> None:
    text = STORY.replace("We don’t pay twice,", "█" * 19)
    (document,) = read(text.encode(), name="dues.txt")
    blanked = replace(document, text=text, original=text.encode(), blocks=())
    kept = library.add(blanked, parse(blanked, statement(blanked, "no-limits", kind="partial"))).id
    with engine_of(library).begin() as connection:
        redactions.note(connection, kept, "2024-03-05T10:00:00+00:00", 19, 1)
    told = verdict(library, kept)
    assert told.differences == ()
    assert told.redacted is not None
    assert "2024-03-05" in told.redacted
    assert "19 characters" in told.redacted
    by_hand(library, "UPDATE documents SET text = replace(text, 'Mara Venn', 'Mira Venn'), text_key = NULL")
    assert differences(library, kept) == [("text", None)]


def test_what_people_decided_holds_too(library: Library, kept: str) -> None:
    desk = library.desk("Ada")
    ids = {s.statement.text: s.statement.id for s in library.statements(kept)}
    desk.set_statements([ids["no-limits"]], StatementEdit(verdict="rejected", reason="not hers"))
    text = library.text(kept)
    start = text.index("pay twice")
    desk.set_statements([ids["We don’t pay twice,"]], StatementEdit(span=(start, start + 9)))
    assert differences(library, kept) == []


@pytest.fixture(scope="module")
def alone(fresh: Callable[[], Library]) -> tuple[Library, str]:
    """A library of its own with the story, and the story's id."""
    library, found = fresh(), story()
    return library, library.add(found.document, found).id


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, len(STORY) - 2), letter=st.characters(exclude_categories=["Cs"]))
def test_no_letter_of_the_text_can_be_another_unnoticed(
    alone: tuple[Library, str], place: int, letter: str
) -> None:
    library, kept = alone
    before = library.text(kept)
    changed = before[: place % len(before)] + letter + before[place % len(before) + 1 :]
    by_hand(library, "UPDATE documents SET text = ?", changed)
    try:
        assert bool(differences(library, kept)) == (changed != before)
    finally:
        by_hand(library, "UPDATE documents SET text = ?", before)

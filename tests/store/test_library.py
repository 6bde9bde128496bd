"""Documents and statements go in and come out."""

import os
import zlib
from dataclasses import replace

import pytest

from quotes.document import Block, DateCandidate, Document, Evidenced, Published, Repair
from quotes.errors import LibraryError, SourceError, UsageError
from quotes.offsets import OffsetMap
from quotes.overrides import Overrides
from quotes.query.plan import Plan
from quotes.statement import Parse
from quotes.store import Library
from tests.store.making import HARBOUR, harbour, parse, saying, statement, with_flags


def test_a_document_comes_back_with_its_statements(library: Library) -> None:
    found = harbour()
    added = library.add(found.document, found)
    assert added.status == "added"
    assert (added.document.quotes, added.document.claims) == (3, 2)
    assert library.text(added.id) == HARBOUR
    assert library.original(added.id) == HARBOUR.encode()
    expected = sorted((*found.quotes, *found.claims), key=lambda s: (s.start, -s.end))
    assert [stored.statement for stored in library.statements(added.id)] == expected
    assert library.find(found.document.sha256) == added.document == library.document(added.id)
    assert library.find("0" * 64) is None


def test_the_same_bytes_are_put_in_once(library: Library) -> None:
    found = harbour()
    first = library.add(found.document, found)
    again = library.add(Document.of_text(HARBOUR, "copy of harbour.txt"), Parse(found.document))
    assert (again.id, again.status, again.document) == (first.id, "unchanged", first.document)
    assert library.search(Plan()).total == 5
    assert len(library.documents()) == 1


def test_metadata_and_maps_survive(library: Library) -> None:
    text = "Tide tables\nThe tide turned."
    candidates = (DateCandidate("2021-08", "month", "Aug 2021"), DateCandidate("2024", "year", "2024"))
    document = Document(
        name="tides.html",
        text=text,
        original=b"<p>Tide tables</p>",
        encoding="cp1252",
        blocks=(Block("title", 0, 11, None, None), Block("furniture", None, None, 3, 9, "menu")),
        offsets=None,
        media_type="text/html",
        lang="en",
        title=Evidenced("Tide tables", "<h1>"),
        dateline=Evidenced("PORT ELLEN", "first words"),
        published=Published("2021-08", "month", candidates),
        retrieved=Evidenced("2024-05-06T07:08:00+00:00", "HTTP header date"),
        repairs=(Repair(3, 6, "\u00e2\u20ac\u2122", "\u2019", guessed=True),),
        warnings=("no author",),
    )
    stored = library.add(document, Parse(document)).document
    assert (stored.blocks, stored.repairs) == (document.blocks, document.repairs)
    assert stored.published_candidates == candidates
    assert (stored.published, stored.published_precision, stored.published_evidence) == (
        "2021-08",
        "month",
        "Aug 2021",
    )
    assert (stored.title, stored.title_evidence, stored.dateline) == ("Tide tables", "<h1>", "PORT ELLEN")
    assert stored.retrieved == "2024-05-06T07:08:00+00:00"


def test_flags_win_and_found_dates_stay(library: Library) -> None:
    candidates = (DateCandidate("2024-11-01", "day", "header"), DateCandidate("2026", "year", "text"))
    document = Document(
        name="a.txt",
        text="Dues rise.",
        original=b"Dues rise.",
        encoding="utf-8",
        blocks=(),
        offsets=OffsetMap.identity(10),
        author=Evidenced("M. Venn", "byline"),
        published=Published(None, None, candidates),
    )
    identifier = library.add(document, Parse(document)).id
    assert library.document(identifier).published_evidence is None
    changed = with_flags(library, identifier[:6], Overrides(title="Dues", published="2026-02"))
    assert (changed.title, changed.title_evidence) == ("Dues", "flag --title")
    assert (changed.published, changed.published_precision) == ("2026-02", "month")
    assert changed.published_evidence == "flag --published"
    assert (changed.author, changed.author_evidence) == ("M. Venn", "byline")
    told = DateCandidate("2026-02", "month", "flag --published", 1.0)
    assert (changed.published_candidates, changed.published_confidence) == ((told, *candidates), 1.0)
    assert with_flags(library, identifier, Overrides(published="2026-02")) == changed
    assert with_flags(library, identifier, Overrides()) == changed == library.document(identifier)


def test_context_is_a_slice_of_the_text_without_line_breaks_at_its_edges(library: Library) -> None:
    document = Document.of_text("One.\n\nTwo said three.\n\nFour.")
    found = statement(document, "three", "Two Islands", context_span=(4, 23))
    library.add(document, parse(document, found))
    stored = library.statement(found.id)
    assert stored.context == "Two said three." == document.text[stored.context_start : stored.context_end]
    assert stored.statement.context_span == (4, 23)


@pytest.mark.parametrize(
    "change",
    [
        {"text": "We do pay twice,"},
        {"start": 3},
        {"end": 10_000},
        {"context_span": (0, 10_000)},
        {"nested_in": "qaaaaaaaaaa"},
        {"quotes_inside": ("qaaaaaaaaaa",)},
    ],
)
def test_a_statement_out_of_place_keeps_its_document_out(library: Library, change: dict[str, object]) -> None:
    found = harbour()
    wrong = replace(found.quotes[1], **change)  # type: ignore[arg-type]
    with pytest.raises(SourceError, match=r"harbour\.txt: .*statement q"):
        library.add(found.document, replace(found, quotes=(found.quotes[0], wrong, *found.quotes[2:])))
    assert library.documents() == []
    assert library.speakers() == []
    assert library.add(found.document, found).status == "added"


def test_ids_are_found_by_their_beginning(library: Library) -> None:
    for number in range(40):
        found = saying("Mara Venn", name=f"{number}.txt")
        library.add(found.document, found)
    documents = [document.id for document in library.documents()]
    for identifier in documents:
        assert library.document(identifier.upper() + " ").id == identifier
    with pytest.raises(UsageError, match=r"'d' begins the id of several documents: d\w+, .*, \.\.\."):
        library.document("d")
    for unknown in ("dzzzzzzzzz", "", "%", "d_", "Mara", "q\x1b[2J", "\ud800"):
        with pytest.raises(UsageError, match="no document"):
            library.document(unknown)
        with pytest.raises(UsageError):
            library.statement(unknown)


def test_two_statements_of_one_id_are_both_kept(library: Library) -> None:
    found = harbour()
    twin = statement(found.document, "pay twice", "Mara Venn", id=found.quotes[0].id)
    added = library.add(found.document, parse(found.document, *found.quotes, *found.claims, twin))
    stored = {s.statement.text: s.statement.id for s in library.statements(added.id)}
    assert stored["no-limits"] == found.quotes[0].id
    assert stored["pay twice"].startswith(found.quotes[0].id)
    assert len(stored["pay twice"]) == len(found.quotes[0].id) + 1
    assert library.statement(found.quotes[0].id).statement.text == "no-limits"
    assert library.statement(stored["pay twice"]).statement.text == "pay twice"


def test_what_no_database_takes_is_replaced(library: Library) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    document = Document.of_text("Half a \ud83d sign.", name)
    library.add(document, Parse(document))
    assert library.documents()[0].name == "caf?.txt"
    assert library.text("d") == "Half a ? sign."
    assert library.find(document.sha256) is not None


def test_text_with_a_nul_character_is_kept_whole(library: Library) -> None:
    document = Document.of_text("The tide\x00 is \u201cwith us\u201d all.")
    found = statement(document, "with us", "Mara Venn")
    library.add(document, parse(document, found))
    assert library.statement(found.id).statement == found
    assert library.text("d") == document.text


def test_a_damaged_original_is_not_passed_off_as_the_source(library: Library) -> None:
    found = harbour()
    added = library.add(found.document, found)
    with library._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE originals SET compressed = x'789c'")
    with pytest.raises(LibraryError, match=r"original of d.* damaged"):
        library.original(added.id)


def test_an_original_unpacks_no_further_than_its_size(library: Library) -> None:
    found = harbour()
    added = library.add(found.document, found)
    with library._engine.begin() as connection:
        bomb = zlib.compress(bytes(50_000_000))
        connection.exec_driver_sql("UPDATE originals SET compressed = ?, size = 10", (bomb,))
    with pytest.raises(LibraryError, match="damaged"):
        library.original(added.id)

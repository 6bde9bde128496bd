"""One text from several places, and near-copies: kept whole, linked, counted once."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from quotes.document import DateCandidate, Document, Evidenced, Fetch, Published
from quotes.errors import LibraryError, UsageError
from quotes.overrides import Overrides
from quotes.query.plan import Plan
from quotes.statement import Parse
from quotes.store import Library, copies, open_library, sqlite
from quotes.store.indexes import indexing
from quotes.store.views import StoredStatement
from tests.store.making import harbour, parse, statement, with_flags

WIRE = (
    "The ferries of the Republic of Ostrava will stop at night from June, the Harbour Board said on Tuesday, "
    "after three winters in which fewer than forty people a night crossed to the isles.\n"
    "\u201cWe will not sign a paper that nobody has read,\u201d Mara Venn, who chairs the board, told the "
    "press in the customs hall, where crews had waited since dawn. She said the last boat would go at nine.\n"
    "Tomas Reyk, who speaks for the crews, called the plan a \u201cfloating bottleneck\u201d and promised to "
    "take it to court. The union has four hundred members on the northern line.\n"
    "\u201cNobody asked the isles,\u201d he said."
)
EDITED = WIRE.replace("since dawn", "from the early morning on").replace("court.", "the courts.")
CUT = WIRE[: WIRE.index("Tomas")]
OTHER_TEXT = harbour().document.text
WORDS = {
    "We will not sign a paper that nobody has read,": "Mara Venn",
    "floating bottleneck": "Tomas Reyk",
    "Nobody asked the isles,": "Tomas Reyk",
    "We ask for time,": "Mara Venn",
}


def printed(text: str, name: str, published: str | None = None, publisher: str | None = None) -> Document:
    """A document of `text` as a file of this name holds it, unlike any other file's bytes."""
    document = Document.of_text(text, name)
    found = Published()
    if published:
        found = Published(published, "day", (DateCandidate(published, "day", "the dateline"),))
    return replace(
        document,
        original=f"{name}\n{text}".encode(),
        place=f"/press/{name}",
        published=found,
        publisher=Evidenced(publisher, "the first line") if publisher else Evidenced(),
    )


def said(document: Document) -> Parse:
    """What the known `WORDS` that stand in a document are parsed to."""
    found = [statement(document, words, who) for words, who in WORDS.items() if words in document.text]
    return parse(document, *found)


def put(library: Library, *documents: Document) -> list[str]:
    return [library.add(document, said(document)).id for document in documents]


def found(library: Library, **conditions: Any) -> list[str]:
    return [stored.statement.text for stored in library.search(Plan.of(**conditions)).statements]


def test_the_same_bytes_at_another_path_are_one_document_of_two_places(library: Library) -> None:
    page = replace(Document.of_text(WIRE, "a.txt"), place="/press/a.txt")
    put(library, page)
    again = library.add(replace(page, name="b.txt", place="/backup/b.txt"))
    assert again.status == "place"
    (place,) = again.document.places
    assert (place.number, place.name, place.place) == (2, "b.txt", "/backup/b.txt")
    assert library.add(page).status == library.add(replace(page, place="/backup/b.txt")).status == "unchanged"
    assert not again.document.copies  # a second file of one's own is nobody's copy
    assert library.original(again.id, 2) == page.original


def test_a_place_can_be_kept_without_reading_its_bytes_again(library: Library) -> None:
    page = printed(WIRE, "a.txt", "2024-03-05", "Isle Wire")
    other = printed(WIRE, "b.txt", "2024-03-06", "The Harbour Post")
    put(library, page, other)
    assert library.see("0" * 64, "x.txt", "/x.txt") is None
    for document in (page, other):
        for _ in range(2):
            seen = library.see(document.sha256, "again.txt", f"/again/{document.name}")
    assert seen is not None
    assert [(place.place, place.publisher) for place in seen.places] == [
        ("/press/b.txt", "The Harbour Post"),
        ("/again/a.txt", "Isle Wire"),
        ("/again/b.txt", "The Harbour Post"),
    ]
    originals = [library.original(seen.id, number) for number in (1, 2, 3, 4)]
    assert originals == [page.original, other.original] * 2


def test_the_same_text_in_other_bytes_is_one_text_with_two_places(library: Library) -> None:
    first = printed(WIRE, "a.txt", None, "Isle Wire")
    second = printed(WIRE.replace("\u201c", '"').replace("\n", "\r\n "), "b.html", "2024-03-05", "The Post")
    put(library, first)
    before = library.find_text(second.text)
    assert before is not None
    added = library.add(second)
    assert (added.id, added.status) == (before.id, "place")
    assert (added.document.publisher, added.document.published) == ("Isle Wire", None)
    (place,) = added.document.places
    assert (place.publisher, place.published, place.published_evidence) == (
        "The Post",
        "2024-03-05",
        "the dateline",
    )
    assert place.published_candidates == second.published.candidates
    assert [(copy.publisher, copy.place) for copy in added.document.copies] == [("The Post", 2)]
    assert library.search(Plan()).total == 3
    assert library.find(second.sha256) == added.document
    assert library.original(added.id, 2) == second.original
    assert library.original(added.id) == first.original
    with pytest.raises(UsageError, match="no place 3"):
        library.original(added.id, 3)


def test_a_text_that_is_not_there_cannot_go_in_unparsed(library: Library) -> None:
    assert library.find_text(WIRE) is None
    with pytest.raises(ValueError, match=r"a\.txt"):
        library.add(printed(WIRE, "a.txt"))


def test_a_few_words_are_equal_by_chance(library: Library) -> None:
    notices = [printed("Subscribe to go on reading.", name) for name in ("a.html", "b.html")]
    put(library, *notices)
    assert len(library.documents()) == 2
    assert library.find_text("Subscribe to go on reading.") is None


def test_damaged_bytes_of_a_place_are_not_passed_off_as_the_source(library: Library) -> None:
    identifier = put(library, printed(WIRE, "a.txt"), printed(WIRE, "b.txt"))[0]
    with library._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE places SET compressed = x'789c'")
    with pytest.raises(LibraryError, match="damaged"):
        library.original(identifier, 2)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_near_copies_are_counted_once_and_the_earliest_stands_for_all(
    library: Library, order: tuple[int, ...]
) -> None:
    papers = [
        printed(WIRE, "wire.txt", "2024-03-05", "Isle Wire"),
        printed(EDITED, "post.txt", "2024-03-06", "The Harbour Post"),
        printed(CUT, "daily.txt", None, "North Shore Daily"),
    ]
    ids = dict(zip(order, put(library, *(papers[number] for number in order)), strict=True))
    (wire,) = library.documents()
    assert wire.id == ids[0]
    assert [(copy.publisher, copy.document) for copy in wire.copies] == [
        ("The Harbour Post", ids[1]),
        ("North Shore Daily", ids[2]),
    ]
    assert wire.copies[1].similarity == 1.0  # all of the shorter stands in the longer
    assert library.search(Plan()).total == 3
    assert library.search(Plan(copies=True)).total == 7
    assert {speaker.name: (speaker.quotes, speaker.documents) for speaker in library.speakers()} == {
        "Mara Venn": (1, 1),
        "Tomas Reyk": (2, 1),
    }
    listed = library.documents(copies=True)
    assert sum(document.quotes for document in listed) == 3
    assert sum(document.repeated for document in listed) == 4
    (stored,) = library.search(Plan.of(words=("paper",))).statements
    assert [copy.publisher for copy in stored.copies] == ["The Harbour Post", "North Shore Daily"]
    assert {library.statement(str(copy.statement)).copy_of for copy in stored.copies} == {stored.statement.id}


def test_what_only_a_copy_says_is_found_and_counted(library: Library) -> None:
    more = EDITED + "\n\u201cWe ask for time,\u201d Venn said."
    put(library, printed(WIRE, "wire.txt", "2024-03-05"), printed(more, "post.txt", "2024-03-06"))
    assert found(library, words=("time",)) == ["We ask for time,"]
    assert library.search(Plan()).total == 4
    assert [document.quotes for document in library.documents(copies=True)] == [1, 3]
    (speaker,) = library.speakers("venn")
    assert (speaker.quotes, speaker.documents) == (2, 1)


def test_words_are_found_by_every_publisher_that_printed_them(library: Library) -> None:
    put(
        library,
        printed(WIRE, "wire.txt", "2024-03-05", "Isle Wire"),
        printed(CUT, "post.txt", "2024-03-06", "The Harbour Post"),
        printed(WIRE, "daily.txt", "2024-03-07", "North Shore Daily"),
    )
    assert len(found(library, publisher="isle")) == 3
    assert found(library, publisher="harbour post") == ["We will not sign a paper that nobody has read,"]
    assert len(found(library, publisher="north shore")) == 3
    (stored,) = library.search(Plan.of(publisher="harbour post")).statements
    assert stored.document.publisher == "Isle Wire"
    (copied,) = library.search(Plan.of(publisher="harbour post", copies=True)).statements
    assert copied.document.publisher == "The Harbour Post"


def test_another_story_is_no_copy(library: Library) -> None:
    update = CUT + " ".join(f"Later that night boat {number} came in." for number in range(40))
    put(library, printed(WIRE, "a.txt"), printed(OTHER_TEXT, "b.txt"), printed(update, "c.txt"))
    assert len(library.documents()) == 3
    assert not any(document.copies for document in library.documents())


def test_an_earlier_document_turns_the_group_round_and_ids_stay(library: Library) -> None:
    late, early = printed(WIRE, "late.txt", "2024-03-06"), printed(EDITED, "early.txt", "2024-03-05")
    (first,) = put(library, late)
    before = [stored.statement.id for stored in library.statements(first)]
    (second,) = put(library, early)
    assert (library.document(first).copy_of, library.document(second).copy_of) == (second, None)
    assert [stored.statement.id for stored in library.statements(first)] == before
    assert all(library.statement(identifier).copy_of for identifier in before)
    with_flags(library, second, Overrides(published="2024-03-07"))
    assert (library.document(first).copy_of, library.document(second).copy_of) == (None, first)
    assert not any(library.statement(identifier).copy_of for identifier in before)
    assert library.search(Plan()).total == 3


def test_a_date_that_is_taken_back_is_so_at_every_place_of_the_same_bytes(library: Library) -> None:
    page, paper = printed(WIRE, "a.txt"), printed(EDITED, "b.txt", "2024-03-06")
    first, second = put(library, page, paper)
    with_flags(library, first, Overrides(published="2024-03-02"))
    library.see(page.sha256, "backup.txt", "/backup/a.txt")
    assert library.document(second).copy_of == first
    changed = with_flags(library, first, Overrides(published="2024-03-09"))
    assert [place.published for place in changed.places] == ["2024-03-09"]
    assert library.document(first).copy_of == second


def test_a_date_known_at_another_place_counts_for_the_order(library: Library) -> None:
    undated, dated = printed(WIRE, "a.txt"), printed(EDITED, "b.txt", "2024-03-06")
    first, second = put(library, undated, dated)
    assert library.document(first).copy_of == second
    library.add(printed(WIRE, "c.txt", "2024-03-05"))
    assert library.document(second).copy_of == first
    assert library.document(first).published is None


def test_a_document_found_by_words_of_a_copy_is_the_one_that_stands_for_it(library: Library) -> None:
    wire, post = put(library, printed(WIRE, "wire.txt", "2024-03-05"), printed(EDITED, "post.txt"))
    plan = Plan.of(words=("morning",))
    assert [document.id for document in library.documents(plan)] == [wire]
    assert [document.id for document in library.documents(plan, copies=True)] == [post]


def test_what_two_versions_of_a_page_say_is_counted_once(library: Library) -> None:
    page = Fetch("https://isle.example/ferries", "https://isle.example/ferries")
    rewritten = "\u201cNobody asked the isles,\u201d Tomas Reyk said.\n" + "New facts came in. " * 60
    first, second = (
        replace(printed(text, name), fetched=page, place=page.url, retrieved=Evidenced(moment, "the clock"))
        for text, name, moment in (
            (WIRE, "one.html", "2024-03-05T10:00:00+00:00"),
            (rewritten, "two.html", "2024-03-06T10:00:00+00:00"),
        )
    )
    put(library, first, second)
    assert len(library.documents()) == 2  # other words: a version, no copy
    assert not any(stored.copies for stored in library.search(Plan()).statements)
    assert found(library, words=("isles",)) == ["Nobody asked the isles,"]
    assert library.search(Plan()).total == 3


def test_a_changed_page_is_nobodys_copy_and_counted_once_all_the_same(library: Library) -> None:
    page = Fetch("https://isle.example/ferries", "https://isle.example/ferries")
    first, second = (
        replace(printed(text, name, "2024-03-05"), fetched=page, retrieved=Evidenced(moment, "the clock"))
        for text, name, moment in (
            (WIRE, "one.html", "2024-03-05T10:00:00+00:00"),
            (EDITED, "two.html", "2024-03-06T10:00:00+00:00"),
        )
    )
    wire, changed, post = put(library, first, second, printed(CUT, "post.txt", "2024-03-07"))
    (shown,) = library.documents()
    assert (shown.id, shown.later_versions) == (wire, (changed,))
    assert [copy.document for copy in shown.copies] == [post]
    assert library.document(changed).copy_of == wire
    again = [copy for stored in library.search(Plan()).statements for copy in stored.copies]
    assert [copy.document for copy in again] == [post]
    assert library.search(Plan()).total == 3


def test_documents_of_an_older_version_are_compared_with_the_next_added(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "CATCH_UP", 2)
    papers = [
        printed(WIRE, "a.txt", "2024-03-05"),
        printed(EDITED, "b.txt", "2024-03-06"),
        printed(CUT, "c.txt", "2024-03-07"),
    ]
    put(library, *papers)
    expected = library.documents(copies=True)
    with sqlite.writing(library._engine, watched=True).begin() as connection:
        connection.exec_driver_sql("UPDATE documents SET text_key = NULL, copy_of = NULL, similarity = NULL")
        connection.exec_driver_sql("UPDATE statements SET copy_of = NULL")
        connection.exec_driver_sql("DELETE FROM text_marks")
        connection.exec_driver_sql("DELETE FROM likenesses")
        indexing.settle(connection)
    assert library.search(Plan()).total == 7
    commits: list[int] = []
    with open_library(str(library._url.database)) as opened:
        event.listen(opened._engine, "commit", lambda _: commits.append(1))
        put(opened, printed(OTHER_TEXT, "d.txt"))
        assert len(commits) == 4  # two and one that are there, none left, the new one
        documents = opened.documents(copies=True)
        assert [document for document in documents if document.name != "d.txt"] == expected
        assert opened.search(Plan()).total == 3


TEXTS = st.sampled_from(
    [
        WIRE,
        EDITED,
        CUT,
        EDITED + "\n\u201cWe ask for time,\u201d Venn said.",
        "Skelt - " + WIRE,
        OTHER_TEXT,
        "Not a word was said.",
    ]
)
DATES = st.sampled_from([None, "2024-03-05", "2024-03-06"])


@settings(max_examples=10)
@given(
    data=st.data(),
    papers=st.lists(st.tuples(TEXTS, DATES), min_size=2, max_size=6, unique_by=lambda paper: paper[0]),
)
def test_the_order_of_adding_never_matters(
    fresh: Callable[[], Library], data: st.DataObject, papers: list[tuple[str, str | None]]
) -> None:
    documents = [printed(text, f"{number}.txt", date) for number, (text, date) in enumerate(papers)]
    with fresh() as one, fresh() as other:
        put(one, *documents)
        put(other, *data.draw(st.permutations(documents)))
        for every in (False, True):
            assert one.documents(copies=every) == other.documents(copies=every)
            assert _found(one, every) == _found(other, every)
        assert one.speakers() == other.speakers()
        assert one.search(Plan()).total == sum(document.quotes for document in one.documents(copies=True))


def _found(library: Library, every: bool) -> list[StoredStatement]:
    """What a search finds; of one day, what was put in first is found first: here by their ids instead."""
    found = library.search(Plan(copies=every)).statements
    days = [stored.statement.said_on or stored.document.published or "" for stored in found]
    assert days == sorted(days, reverse=True)
    return sorted(found, key=lambda stored: stored.statement.id)


@settings(max_examples=10)
@given(data=st.data(), chosen=st.lists(st.tuples(TEXTS, DATES), min_size=2, max_size=6))
def test_nor_does_it_where_one_text_comes_from_several_places(
    fresh: Callable[[], Library], data: st.DataObject, chosen: list[tuple[str, str | None]]
) -> None:
    documents = [printed(text, f"{number}.txt", date) for number, (text, date) in enumerate(chosen)]
    with fresh() as one, fresh() as other:
        put(one, *documents)
        put(other, *data.draw(st.permutations(documents)))
        assert _groups(one, documents) == _groups(other, documents)
        assert _totals(one) == _totals(other)


def _groups(library: Library, documents: list[Document]) -> dict[str, str]:
    """Of each paper the text that stands for it."""
    groups = {}
    for document in documents:
        kept = library.find(document.sha256)
        assert kept is not None
        groups[document.name] = library.text(kept.copy_of or kept.id)
    return groups


def _totals(library: Library) -> list[tuple[str, int, int]]:
    statements = library.search(Plan()).statements
    return sorted(
        (s.statement.text, len(s.copies), len({(c.document, c.place) for c in s.copies})) for s in statements
    )

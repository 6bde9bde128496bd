"""What each field of the query language finds, and that nothing typed is an error of the database."""

import shlex
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.document import Document, Evidenced, Published
from quotes.errors import UsageError
from quotes.people.edits import StatementEdit
from quotes.query.fields import FIELDS, STATES
from quotes.query.language import plan_of
from quotes.statement import Parse
from quotes.store import Library, journal
from quotes.store.search import documents, statements
from tests.store.making import parse, statement

QUAY = (
    "Dues rise\nOSTRAVA - \u201cThe quay stays open,\u201d Harbour Minister Mara Venn said. "
    "She denied that the ferries would stop. \u201cNo ship sails,\u201d Tomas Reyk wrote."
)
BOARD = "Le conseil\nThe board hopes for spring. \u201cWe wait,\u201d it said, and the quay waited."


def quay() -> Parse:
    document = replace(
        Document.of_text(QUAY, "quay-news.txt"),
        title=Evidenced("Dues rise", "first line"),
        publisher=Evidenced("The Harbour Post", "flag"),
        agency=Evidenced("Isle Wire", "flag"),
        published=Published("2024-03-05", "day", ()),
        lang="en",
    )
    common: dict[str, Any] = {"speaker": "Mara Venn", "mention": "Mara Venn"}
    opened = statement(
        document,
        "The quay stays open,",
        cue="said",
        role="Harbour Minister",
        said_on="2024-03-04",
        confidence=0.95,
        **common,
    )
    denied = statement(
        document, "the ferries would stop", kind="indirect", cue="denied", confidence=0.3, **common
    )
    wrote = statement(
        document, "No ship sails,", "Tomas Reyk", cue="wrote", via="The Courier", confidence=0.5
    )
    return parse(document, opened, denied, wrote)


def board() -> Parse:
    document = replace(Document.of_text(BOARD, "board.txt"), lang="fr")
    hopes = statement(document, "hopes for spring", None, kind="indirect")
    waits = statement(document, "We wait,", "Harbour Board", "organization")
    return parse(document, hopes, waits)


IDS = {found.text: found.id for made in (quay(), board()) for found in (*made.quotes, *made.claims)}
OPEN, STOP, SHIP, HOPE, WAIT = (
    "The quay stays open,",
    "the ferries would stop",
    "No ship sails,",
    "hopes for spring",
    "We wait,",
)
EVERYTHING = {OPEN, STOP, SHIP, HOPE, WAIT}


@pytest.fixture(scope="module")
def stocked(fresh: Callable[[], Library]) -> Iterator[Library]:
    """Two documents of five statements, one of them reviewed, with tags and notes."""
    with fresh() as library:
        run = library.begin_run(["quay-news.txt"], {}, 1, "here")
        added = library.add(quay().document, quay()).id
        library.record(run, journal.RunItem("quay-news.txt", "added", document=added))
        other = library.add(board().document, board()).id
        desk = library.desk("Edda Marsh")
        desk.set_statements([IDS[OPEN]], StatementEdit(verdict="accepted"))
        desk.tag([IDS[OPEN]], ["ch2"])
        desk.tag([other], ["Chapter-3"])
        desk.note([IDS[SHIP]], "Check the date")
        yield library


def found(library: Library, *typed: str) -> set[str]:
    plan = plan_of(typed)
    result = library.search(plan)
    assert [stored.statement.id for stored in result.statements] == library.ids(plan)
    assert result.total == library.count(plan) == len(result.statements)
    return {stored.statement.text for stored in result.statements}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("quay", EVERYTHING),
        ("ships", {OPEN, STOP, SHIP}),
        ("'\"ships\"'", set()),
        ("text:quay", {OPEN}),
        ("text:qu*", {OPEN}),
        ("ship*", {OPEN, STOP, SHIP}),
        ('"quay stays"', {OPEN, STOP, SHIP}),
        ('text:"quay stays"', {OPEN}),
        ("title:dues", {OPEN, STOP, SHIP}),
        ("title:none", {HOPE, WAIT}),
        ("speaker:venn", {OPEN, STOP}),
        ("-speaker:venn", {SHIP, HOPE, WAIT}),
        ("speaker:none", {HOPE}),
        ("-speaker:none", EVERYTHING - {HOPE}),
        ("publisher:post", {OPEN, STOP, SHIP}),
        ("-publisher:post", {HOPE, WAIT}),
        ("publisher:none", {HOPE, WAIT}),
        ("kind:indirect", {STOP, HOPE}),
        ("-kind:indirect", {OPEN, SHIP, WAIT}),
        ("via:courier", {SHIP}),
        ("-via:courier", EVERYTHING - {SHIP}),
        ("via:wire", {OPEN, STOP, SHIP}),
        ("cue:denied", {STOP}),
        ("cue:none", {HOPE, WAIT}),
        ("role:minister", {OPEN}),
        ("-role:minister", EVERYTHING - {OPEN}),
        ("date:2024-03-04", {OPEN}),
        ("date:2024", {OPEN, STOP, SHIP}),
        ("date:none", {HOPE, WAIT}),
        ("-date:none", {OPEN, STOP, SHIP}),
        ("-date:2024-03-04", {STOP, SHIP}),
        ("said:2024", {OPEN}),
        ("said:none", EVERYTHING - {OPEN}),
        ("published:2024-03-05..", {OPEN, STOP, SHIP}),
        ("published:none", {HOPE, WAIT}),
        ("added:2020..", {OPEN, STOP, SHIP}),
        ("added:..2020", set()),
        ("added:none", {HOPE, WAIT}),
        ("doc:quay-news", {OPEN, STOP, SHIP}),
        ("doc:BOARD", {HOPE, WAIT}),
        (f"id:{IDS[SHIP]}", {SHIP}),
        (IDS[SHIP], {SHIP}),
        (IDS[SHIP].upper(), {SHIP}),
        (f"-{IDS[SHIP]}", EVERYTHING - {SHIP}),
        (f"{IDS[SHIP]} or {IDS[WAIT]}", {SHIP, WAIT}),
        ("tag:ch2", {OPEN}),
        ("tag:CH2", {OPEN}),
        ("tag:ch*", {OPEN, HOPE, WAIT}),
        ("tag:chapter", set()),
        ("-tag:ch2", EVERYTHING - {OPEN}),
        ("tag:none", {STOP, SHIP}),
        ("note:check", {SHIP}),
        ("note:none", EVERYTHING - {SHIP}),
        ("is:reviewed", {OPEN}),
        ("is:accepted", {OPEN}),
        ("is:corrected", set()),
        ("-is:reviewed", EVERYTHING - {OPEN}),
        ("is:doubtful", {STOP, SHIP}),
        ("is:marked", set()),
        ("is:rejected", set()),
        ("confidence:..0.4", {STOP}),
        ("confidence:0.4..", {OPEN, SHIP}),
        ("-confidence:..0.4", EVERYTHING - {STOP}),
        ("confidence:none", {HOPE, WAIT}),
        ("lang:fr", {HOPE, WAIT}),
        ("authority:yes", set()),
        ("authority:no", EVERYTHING),
        ("for:ostrava-that-is-nowhere", set()),
        ("for:ostrava or -for:elsewhere", EVERYTHING),
        ("for:ostrava -for:elsewhere", set()),
        ("authority:yes or authority:venn", set()),
        ("speaker:venn -speaker:reyk -speaker:board", {OPEN, STOP}),
        ("speaker:venn or speaker:reyk", {OPEN, STOP, SHIP}),
        ("speaker:venn quay or kind:direct ship", {OPEN, STOP, SHIP}),
        ("(speaker:venn or lang:fr) kind:indirect", {STOP, HOPE}),
        ("-(speaker:venn or lang:fr)", {SHIP}),
    ],
)
def test_a_field_finds(stocked: Library, typed: str, expected: set[str]) -> None:
    assert found(stocked, *shlex.split(typed)) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", {"quay-news.txt", "board.txt"}),
        ("spring", {"board.txt"}),
        ("title:dues", {"quay-news.txt"}),
        ("title:ferries", set()),
        ("lang:fr or publisher:post", {"quay-news.txt", "board.txt"}),
        ("-lang:fr", {"quay-news.txt"}),
        ("publisher:none", {"board.txt"}),
        ("published:2024", {"quay-news.txt"}),
        ("date:none", {"board.txt"}),
        ("added:2020..", {"quay-news.txt"}),
        ("tag:chapter-3", {"board.txt"}),
        ("tag:ch2", set()),
        ("note:none", {"quay-news.txt", "board.txt"}),
        ("speaker:venn", {"quay-news.txt"}),
        ("-speaker:venn", {"board.txt"}),
        ("speaker:none", {"board.txt"}),
        ("kind:indirect", {"quay-news.txt", "board.txt"}),
        ("via:courier", {"quay-news.txt"}),
        ("said:2024", {"quay-news.txt"}),
        ("is:reviewed", {"quay-news.txt"}),
        ("confidence:..0.4", {"quay-news.txt"}),
        ("authority:no", {"quay-news.txt", "board.txt"}),
        ("text:wait", {"board.txt"}),
        (IDS[WAIT], {"board.txt"}),
        ("doc:quay", {"quay-news.txt"}),
    ],
)
def test_a_field_finds_documents(stocked: Library, typed: str, expected: set[str]) -> None:
    plan = plan_of(shlex.split(typed))
    listed = stocked.documents(plan)
    assert {document.name for document in listed} == expected
    assert stocked.document_ids(plan) == sorted(document.id for document in listed)


def test_documents_have_no_order_of_statements(stocked: Library) -> None:
    with pytest.raises(UsageError, match="sort"):
        stocked.documents(plan_of(["sort:said-"]))


def test_ids_stand_for_what_they_name(stocked: Library) -> None:
    document = next(one.id for one in stocked.documents() if one.name == "quay-news.txt")
    speaker = stocked.speakers("venn")[0].id
    assert found(stocked, document) == found(stocked, f"doc:{document}") == {OPEN, STOP, SHIP}
    assert found(stocked, speaker) == found(stocked, f"id:{speaker}") == {OPEN, STOP}
    assert found(stocked, speaker, IDS[OPEN], IDS[SHIP]) == {OPEN}
    assert found(stocked, IDS[WAIT], IDS[SHIP], IDS[OPEN]) == {WAIT, SHIP, OPEN}
    assert found(stocked, document, f"-{speaker}") == {SHIP}
    assert found(stocked, f"-{IDS[WAIT]}", f"-{IDS[SHIP]}") == {OPEN, STOP, HOPE}
    assert found(stocked, f"id:{IDS[WAIT][:6]}") == {WAIT}


@pytest.mark.parametrize("typed", ["q2222222222", "id:q2", "id:nothing", "id:d2222222222", "doc:d2222222222"])
def test_an_id_that_there_is_not_is_told(stocked: Library, typed: str) -> None:
    with pytest.raises(UsageError, match="no "):
        stocked.search(plan_of([typed]))


@pytest.mark.parametrize("typed", ["quarters", "distributed", "s2 q3", "questioning"])
def test_a_word_that_looks_like_an_id_is_a_word(stocked: Library, typed: str) -> None:
    assert found(stocked, *typed.split()) == set()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("sort:confidence", STOP),
        ("sort:confidence-", OPEN),
        ("sort:speaker", WAIT),
        ("sort:speaker-", SHIP),
        ("sort:said", OPEN),
        ("sort:date-", STOP),
        ("sort:publisher", STOP),
        ("sort:title", STOP),
        ("sort:added", STOP),
        ("sort:published sort:confidence-", OPEN),
    ],
)
def test_what_is_found_is_sorted(stocked: Library, typed: str, first: str) -> None:
    shown = stocked.search(plan_of(typed.split())).statements
    assert len(shown) == len(EVERYTHING)
    assert shown[0].statement.text == first


def test_what_is_rejected_is_found_only_where_it_is_asked_for(library: Library) -> None:
    library.add(quay().document, quay())
    desk = library.desk("Edda Marsh")
    desk.set_statements([IDS[SHIP]], StatementEdit(verdict="rejected"))
    assert found(library) == found(library, "quay") == {OPEN, STOP}
    assert found(library, "speaker:reyk") == set()
    assert found(library, "-is:rejected") == found(library, f"-{IDS[SHIP]}") == {OPEN, STOP}
    assert found(library, "is:rejected") == found(library, "is:withheld") == {SHIP}
    assert found(library, "is:rejected", "via:courier") == {SHIP}
    assert found(library, "is:rejected", "speaker:reyk") == {SHIP}
    assert found(library, "is:rejected", "speaker:venn") == found(library, "is:withdrawn") == set()
    assert found(library, "is:rejected", "or", "kind:indirect") == {SHIP, STOP}
    assert found(library, IDS[SHIP]) == {SHIP}
    (document,) = library.documents()
    assert (document.quotes, document.claims) == (1, 1)
    assert [stored.statement.text for stored in library.statements(document.id)] == [OPEN, STOP]
    assert library.documents(plan_of(["via:courier"])) == []
    assert {speaker.name for speaker in library.speakers()} == {"Mara Venn"}


def test_typing_a_name_wrongly_finds_the_right_one(stocked: Library) -> None:
    assert stocked.similar_names("Mara Ven") == ["Mara Venn"]
    assert stocked.similar_names("reik") == ["Tomas Reyk"]
    assert stocked.similar_names("Halvorsen") == []


DATES = st.sampled_from(["2023", "2024-03", "2024-03-04", "2024-03-05", "2024-04"])
RANGES = st.builds(lambda first, last: f"{min(first, last)}..{max(first, last)}", DATES, DATES)


OTHER = st.sampled_from(["", "quay", "-speaker:venn", "kind:direct", "is:doubtful", "-confidence:..0.4"])


@settings(max_examples=10)
@given(RANGES, OTHER)
def test_in_a_range_out_of_it_and_undated_are_all(stocked: Library, dates: str, other: str) -> None:
    def ids(*typed: str) -> list[str]:
        return stocked.ids(plan_of([other, *typed]))

    inside, outside, undated = ids(f"date:{dates}"), ids(f"-date:{dates}"), ids("date:none")
    assert sorted([*inside, *outside, *undated]) == sorted(ids())
    first, _, last = dates.partition("..")
    result = stocked.search(plan_of([other], earliest=first, latest=last))
    assert (result.total, result.undated) == (len(inside), len(undated))


@pytest.mark.parametrize("strict", ["said:2024", "published:2024-03", "-published:2024", "-said:2023"])
def test_what_a_strict_date_leaves_out_is_not_counted_as_undated(stocked: Library, strict: str) -> None:
    for dates in ("date:2023..2024-03", "-date:2023..2024-03"):
        asked = [strict, dates]
        assert stocked.search(plan_of(asked)).undated == len(stocked.ids(plan_of([strict, "date:none"])))


SIGNS = "- not: ( ) \" * or none .. 2024 0.5 venn quay q d2 ' % \\ \u00b2 \U0001f600 NEAR yes"
PIECES = st.sampled_from(
    [*(f"{name}:" for name in FIELDS), *SIGNS.split(), " ", "\0", IDS[OPEN], IDS[SHIP][:5]]
)
TYPED = st.lists(st.lists(PIECES, max_size=6).map("".join) | st.text(max_size=30), max_size=5)


@settings(max_examples=30)
@given(TYPED)
def test_nothing_that_is_typed_is_an_error_of_the_database(stocked: Library, typed: list[str]) -> None:
    with suppress(UsageError):
        plan = plan_of(typed)
        assert stocked.search(plan).total == stocked.count(plan)
        stocked.documents(replace(plan, order=()))


@settings(max_examples=40)
@given(st.sampled_from(sorted(FIELDS)), st.text(max_size=40), st.booleans())
def test_no_value_of_a_field_is_an_error_of_the_database(
    stocked: Library, name: str, value: str, negated: bool
) -> None:
    with suppress(UsageError):
        plan = plan_of([f"{'-' if negated else ''}{name}:{value}"])
        stocked.search(plan)
        stocked.documents(replace(plan, order=()))


@pytest.mark.parametrize(
    "typed",
    [
        [f"w{number}" for number in range(200)],
        " or ".join(f"w{number}" for number in range(200)).split(),
        " or ".join(f"-speaker:w{number}" for number in range(200)).split(),
        ["(" * 20 + "quay" + ")" * 20],
        ["x" * 2_000],
        ["speaker:" + "%_" * 900 + "x"],
        [f"quarter{'abc'[number % 3]}{'defgh'[number % 5]}" for number in range(300)],
    ],
    ids=["words", "or", "or not", "brackets", "a long word", "a long name", "id-like words"],
)
def test_the_most_that_may_be_asked_is_answered(stocked: Library, typed: list[str]) -> None:
    with suppress(UsageError):
        stocked.count(plan_of(typed))
        stocked.document_ids(plan_of(typed))


def test_hundreds_of_ids_are_one_condition(stocked: Library) -> None:
    known = [IDS[OPEN], IDS[SHIP], *[IDS[WAIT]] * 2_000]
    assert found(stocked, *known) == {OPEN, SHIP, WAIT}
    assert found(stocked, *(f"-{one}" for one in known)) == {STOP, HOPE}


def test_every_field_has_a_meaning() -> None:
    named = set(FIELDS) - {"sort"}
    for meaning in (statements.MEANING, documents.MEANING):
        assert set(meaning.fields) | set(meaning.indexed) >= named
    for name in STATES:
        assert statements.state(name) is not None

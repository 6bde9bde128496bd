"""A new parse replaces what no person touched; what people decided stays, and nothing is lost unsaid."""

from dataclasses import replace
from typing import Any

import pytest

from quotes.document import Document, Evidenced, Published
from quotes.errors import SourceError
from quotes.overrides import Overrides
from quotes.people.edits import SpeakerChoice, StatementEdit
from quotes.query.plan import Plan
from quotes.statement import Kind, Parse, Statement
from quotes.store import Library
from tests.store.failing import through_failures
from tests.store.making import HARBOUR, harbour, parse, statement
from tests.store.seeing import everything

DOCUMENT = harbour().document
PAY, CAFES, DENIAL = "We don\u2019t pay twice,", "and the caf\u00e9s won\u2019t either.", "denied it"
CLAIM = "Ostrava has a \u201cno-limits\u201d friendship with the isles"


def found(words: str, speaker: str | None = "Mara Venn", kind: Kind = "direct", **more: Any) -> Statement:
    return statement(DOCUMENT, words, speaker, kind=kind, **more)


def named(name: str) -> StatementEdit:
    return StatementEdit(speaker=SpeakerChoice(name, "person"))


BODY: dict[str, Any] = {"speaker_type": "organization"}
REJECTED = StatementEdit(verdict="rejected")
ACCEPTED = StatementEdit(verdict="accepted")


@pytest.fixture
def document(library: Library) -> str:
    """The id of the document, in the library as `harbour` parses it."""
    return library.add(DOCUMENT, harbour()).id


def shown(library: Library) -> dict[str, str | None]:
    """The words that are shown, with who said them."""
    return {view.statement.text: view.statement.speaker for view in library.search(Plan()).statements}


def id_of(library: Library, words: str) -> str:
    return next(
        view.statement.id for view in library.search(Plan()).statements if view.statement.text == words
    )


def test_a_parse_that_finds_the_same_changes_nothing(library: Library, document: str) -> None:
    before = everything(library)
    renewed = library.reparse(document, harbour())
    assert (renewed.changed, renewed.added, renewed.withdrawn, renewed.kept) == (0, 0, 0, 0)
    assert everything(library) == before


def test_what_nobody_touched_is_replaced(library: Library, document: str) -> None:
    before, pay, denial = everything(library), id_of(library, PAY), id_of(library, DENIAL)
    new = parse(DOCUMENT, found("We don\u2019t pay", "Odile Marrant"), found("Harbour dues to rise", None))
    renewed = library.reparse(document, replace(new, parsed_by="tides 2"))
    assert shown(library) == {"We don\u2019t pay": "Odile Marrant", "Harbour dues to rise": None}
    assert (renewed.changed, renewed.added, renewed.withdrawn) == (1, 1, 4)
    assert library.statement(pay).statement.text == "We don\u2019t pay"
    assert library.document(document).parsed_by == "tides 2"
    view = library.statement(denial)
    assert (view.withheld, view.statement.text) == ("withdrawn", DENIAL)
    assert "by tides 2 no longer finds it" in str(view.withheld_reason)
    assert [speaker.name for speaker in library.speakers()] == ["Odile Marrant"]
    assert library.ids(Plan.of(words=["twice,"])) == [pay]  # in its context, which the index has anew
    assert library.ids(Plan.of(words=["denied"])) == []
    assert library.ids(Plan.of(words=["dues"])) == [id_of(library, "Harbour dues to rise")]
    library.reparse(document, harbour())
    assert everything(library) == before


def test_what_statements_refer_to_follows(library: Library, document: str) -> None:
    edit = named("Odile Marrant")
    library.desk("Ada").set_statements([id_of(library, PAY), id_of(library, "no-limits")], edit)
    pay, partial = id_of(library, PAY), id_of(library, "no-limits")
    first = found("don\u2019t pay twice,")  # begins at another letter: another id
    inner = found("no-limits\u201d friendship", kind="partial")
    inner = replace(inner, id="qother")
    claim = found(CLAIM, kind="indirect", quotes_inside=("qother",))
    library.reparse(document, parse(DOCUMENT, first, found(CAFES, utterance=first.id), inner, claim))
    assert id_of(library, first.text) == pay
    assert id_of(library, inner.text) == partial
    assert library.statement(id_of(library, CAFES)).statement.utterance == pay
    assert library.statement(id_of(library, CLAIM)).statement.quotes_inside == (partial,)


@pytest.mark.parametrize(
    ("edit", "speaker", "words"),
    [
        (named("Odile Marrant"), "Odile Marrant", "don\u2019t pay twice"),
        (StatementEdit(said_on="2020"), "she", "don\u2019t pay twice"),
        (ACCEPTED, "she", "don\u2019t pay twice"),
        (
            StatementEdit(span=(HARBOUR.index("pay twice"), HARBOUR.index("pay twice") + 9)),
            "she",
            "pay twice",
        ),
    ],
)
def test_decisions_stay_on_what_is_cut_otherwise(
    library: Library, document: str, edit: StatementEdit, speaker: str, words: str
) -> None:
    pay = id_of(library, PAY)
    library.desk("Ada").set_statements([pay], edit)
    library.reparse(document, parse(DOCUMENT, found("don\u2019t pay twice", "she")))
    assert shown(library) == {words: speaker}
    assert id_of(library, words) == pay
    library.desk("Ada").undo()
    assert shown(library) == {"don\u2019t pay twice": "she"}


def test_what_is_not_found_again_stays_and_is_reported(library: Library, document: str) -> None:
    desk = library.desk("Ada")
    desk.set_statements([id_of(library, PAY)], ACCEPTED)
    desk.tag([id_of(library, CAFES)], ["ch2"])
    desk.set_statements([id_of(library, DENIAL)], REJECTED)
    pay, cafes = id_of(library, PAY), id_of(library, CAFES)
    renewed = library.reparse(document, parse(DOCUMENT))
    assert set(shown(library)) == {PAY, CAFES}
    assert {one.id: one.words for one in renewed.unplaced} == {pay: PAY, cafes: CAFES}
    assert renewed.kept == 3
    desk.undo(1)
    assert library.statement(pay).withheld == "withdrawn"
    library.reparse(document, harbour())
    assert set(shown(library)) == {PAY, CAFES, CLAIM, "no-limits"}


@pytest.mark.parametrize(
    "words",
    [PAY, "We don\u2019t pay twice", "don\u2019t pay twice,", "pay twice,", "\u201cWe don\u2019t pay twice,"],
)
def test_what_is_rejected_stays_gone_however_it_is_cut(library: Library, document: str, words: str) -> None:
    library.desk("Ada").set_statements([id_of(library, PAY)], REJECTED)
    library.reparse(document, parse(DOCUMENT, found(words, "Odile Marrant")))
    assert shown(library) == {}
    assert library.speakers() == []
    library.reparse(document, harbour())
    assert PAY not in shown(library)
    library.desk("Ada").undo()
    assert shown(library)[PAY] == "Mara Venn"


def test_what_is_rejected_takes_no_other_words_with_it(library: Library, document: str) -> None:
    library.desk("Ada").set_statements([id_of(library, CLAIM)], REJECTED)
    inside = found("no-limits", kind="partial")
    other = found("no-limits\u201d friendship with the isles, Mara Venn told reporters.", kind="indirect")
    library.reparse(document, parse(DOCUMENT, inside, found(DENIAL, kind="indirect"), other))
    assert set(shown(library)) == {"no-limits", DENIAL}


def test_what_a_model_took_back_is_not_brought_in_again_by_what_was_rejected(
    library: Library, document: str
) -> None:
    before = everything(library)
    other = parse(DOCUMENT, found("don\u2019t pay twice,"))
    library.reparse(document, other)
    library.desk("Ada").set_statements([id_of(library, "don\u2019t pay twice,")], REJECTED)
    library.reparse(document, harbour())
    assert PAY not in shown(library)
    library.desk("Ada").undo()
    library.reparse(document, harbour())
    assert everything(library) == before


def test_a_mark_that_the_parser_finds_too_is_one_statement(library: Library, document: str) -> None:
    desk = library.desk("Ada")
    words = "Harbour dues to rise"
    mark = desk.mark(document, (0, len(words)), "indirect", named("Mara Venn")).changes[0].target
    library.reparse(document, parse(DOCUMENT, found(f"{words}, minister says", "minister", "indirect")))
    assert shown(library) == {words: "Mara Venn"}
    view = library.statement(mark)
    assert (view.checked, view.marked) == ("marked", False)  # the parser did not miss it
    desk.undo()
    assert shown(library) == {f"{words}, minister says": "minister"}
    library.reparse(document, parse(DOCUMENT))
    assert shown(library) == {}
    desk.undo(2)
    assert shown(library) == {words: "Mara Venn"}
    assert library.statement(mark).marked


def test_merged_speakers_stay_one(library: Library, document: str) -> None:
    desk = library.desk("Ada")
    speakers = [speaker.id for speaker in library.speakers()]
    desk.merge(speakers)
    library.reparse(document, parse(DOCUMENT, found(PAY), found(CAFES, "Foreign Ministry", **BODY)))
    assert len(library.speakers()) == 1
    desk.undo()
    assert len(library.speakers()) == 2


def test_copies_follow(library: Library) -> None:
    first = Document.of_text(HARBOUR * 3, "first.txt")
    later = Document.of_text(f"{HARBOUR * 3}\nFiled late.", "later.txt")
    first = replace(first, published=Published("2024-03-05", "day"))
    for each in (first, later):
        library.add(each, parse(each, statement(each, PAY, "Mara Venn")))
    owner, copy = (d.id for d in sorted(library.documents(copies=True), key=lambda d: d.name))
    alone = library.statements(copy)[0].statement.id
    library.reparse(owner, parse(first))
    assert library.ids(Plan()) == [alone]
    library.reparse(owner, parse(first, statement(first, PAY, "Mara Venn")))
    assert library.statement(alone).copy_of == library.statements(owner)[0].statement.id


def test_said_dates_follow_the_date_that_a_person_set(library: Library, document: str) -> None:
    def dated(day: str) -> Parse:
        made = harbour()
        return replace(made, quotes=tuple(replace(q, said_on=day, said_evidence="then") for q in made.quotes))

    desk = library.desk("Ada")
    desk.set_documents([document], Overrides(published="2023-03-09"), [(document, dated("2023-03-07"))])
    kept = library.kept(document)
    assert kept.document.published.value is None
    assert kept.dated is not None
    assert kept.dated.published.value == "2023-03-09"
    new = parse(DOCUMENT, found(PAY), found("Harbour dues to rise", said_on=None))
    under = parse(
        DOCUMENT, found(PAY, said_on="2023-03-08"), found("Harbour dues to rise", said_on="2023-03")
    )
    library.reparse(document, new, under)
    said = {view.statement.text: view.statement.said_on for view in library.statements(document)}
    assert said == {PAY: "2023-03-08", "Harbour dues to rise": "2023-03"}
    desk.undo()
    said = {view.statement.text: view.statement.said_on for view in library.statements(document)}
    assert said == {PAY: None, "Harbour dues to rise": None}
    assert len(library.decisions()) == 2


def test_what_contradicts_the_text_is_refused_whole(library: Library, document: str) -> None:
    before = everything(library)
    wrong = replace(found(PAY), start=3, end=9)
    with pytest.raises(SourceError, match="does not stand at its place"):
        library.reparse(document, parse(DOCUMENT, wrong))
    with pytest.raises(SourceError, match="read anew meanwhile"):
        library.reparse(document, parse(Document.of_text("Another text.")))
    assert everything(library) == before


BETTER = HARBOUR.replace("Harbour dues to rise, minister says\n", "").replace("caf\u00e9s", "cafes")


def reread(text: str, *words: tuple[str, str]) -> Parse:
    """The parse of another reading of the same bytes, with these statements."""
    document = replace(DOCUMENT, text=text, offsets=None, blocks=(), processing=("trimmed",))
    return parse(document, *(statement(document, each, speaker) for each, speaker in words))


def test_a_text_that_is_read_anew_keeps_ids_and_decisions(library: Library, document: str) -> None:
    desk = library.desk("Ada")
    pay, cafes, denial = (id_of(library, words) for words in (PAY, CAFES, DENIAL))
    desk.set_statements([pay], named("Odile Marrant"))
    desk.set_statements([denial], ACCEPTED)
    start = HARBOUR.index("pay twice")
    desk.set_statements([pay], StatementEdit(span=(start, start + 9)))
    mark = desk.mark(document, (0, 20), "indirect").changes[0].target
    new = reread(BETTER, (PAY, "Mara Venn"), ("and the cafes won\u2019t either.", "Mara Venn"))
    renewed = library.reread(document, new)
    assert library.text(document) == BETTER
    for view in library.statements(document):
        assert BETTER[view.statement.start : view.statement.end] == view.statement.text
    said = {view.statement.text: view.statement.speaker for view in library.statements(document)}
    assert said == {
        "pay twice": "Odile Marrant",
        "and the cafes won\u2019t either.": "Mara Venn",
        DENIAL: "Foreign Ministry",
    }
    assert id_of(library, "pay twice") == pay
    assert id_of(library, "and the cafes won\u2019t either.") == cafes
    assert library.ids(Plan.of(words=["cafes"])) != []
    assert library.documents(Plan.of(words=["minister"])) == []
    assert {one.id for one in renewed.unplaced} == {denial, mark}
    assert library.statement(mark).withheld is not None
    assert library.statement(mark).statement.text == ""
    assert str(library.statement(mark).withheld_reason).endswith("last read: Harbour dues to rise")
    assert any("read again on" in note for note in library.document(document).processing)
    desk.undo(3)
    assert library.statement(pay).statement.text == PAY


def test_a_text_that_is_another_altogether_is_refused(library: Library, document: str) -> None:
    before = everything(library)
    with pytest.raises(SourceError, match="gives another text"):
        library.reread(document, reread("Zzz. " * 80))
    assert everything(library) == before


def test_reading_the_same_again_changes_nothing_else(library: Library, document: str) -> None:
    before = everything(library)
    titled = replace(DOCUMENT, title=Evidenced("Another title", "told"))
    library.reread(document, replace(harbour(), document=titled))
    assert everything(library) == before


def test_a_new_parse_is_put_in_whole_or_not_at_all(library: Library, document: str) -> None:
    desk = library.desk("Ada")
    desk.set_statements([id_of(library, PAY)], named("Odile Marrant"))
    desk.set_statements([id_of(library, DENIAL)], REJECTED)
    new = parse(DOCUMENT, found("don\u2019t pay twice,"), found("Harbour dues to rise", None))
    assert through_failures(library, lambda: library.reparse(document, new)) > 5
    assert shown(library) == {"don\u2019t pay twice,": "Odile Marrant", "Harbour dues to rise": None}
    better = reread(BETTER, (PAY, "Mara Venn"))
    assert through_failures(library, lambda: library.reread(document, better)) > 5
    assert shown(library) == {PAY: "Odile Marrant"}

"""A document that is added again gets back what was decided on it."""

from dataclasses import replace
from typing import Any

import pytest

from quotes.document import Document
from quotes.overrides import Overrides
from quotes.people.edits import SpeakerChoice, StatementEdit
from quotes.query.plan import Plan
from quotes.statement import Parse
from quotes.store import Library
from tests.store.failing import through_failures
from tests.store.making import HARBOUR, harbour, parse, saying, statement
from tests.store.seeing import everything

PAY, CAFES, DENIAL = "We don\u2019t pay twice,", "and the caf\u00e9s won\u2019t either.", "denied it"


def removed(library: Library, document: str) -> None:
    """Take a document out of a library, and all that hangs on it, but for the log."""
    library.remove("Ada", [document])


def ids_of(library: Library) -> dict[str, str]:
    found = library.search(Plan(copies=True)).statements
    return {view.statement.text: view.statement.id for view in found}


def decided(library: Library) -> dict[str, str]:
    """Decide all there is to decide on a document; the ids by their words before."""
    document = library.add(harbour().document, harbour()).id
    ids, desk = ids_of(library), library.desk("Ada")
    start = HARBOUR.index("pay twice")
    desk.set_statements([ids[PAY]], StatementEdit(speaker=SpeakerChoice("Odile Marrant", "person")))
    desk.set_statements([ids[PAY]], StatementEdit(span=(start, start + 9)))
    desk.set_statements([ids[DENIAL]], StatementEdit(verdict="rejected"))
    desk.mark(document, (0, 20), "indirect", StatementEdit(speaker=SpeakerChoice("Mara Venn", "person")))
    desk.tag([ids[CAFES], document], ["ch2"])
    desk.note([ids[CAFES]], "Ask her.")
    desk.set_documents([document], Overrides(title="Dues", published="2024-03-05"))
    desk.merge([speaker.id for speaker in library.speakers()])
    taken_back = desk.set_statements([ids["no-limits"]], StatementEdit(verdict="rejected"))
    assert taken_back is not None
    desk.undo(taken_back.number)
    return ids


def shown(library: Library) -> dict[str, Any]:
    return {view.statement.text: view.statement.speaker for view in library.search(Plan()).statements}


def test_what_was_decided_is_there_again(library: Library) -> None:
    ids = decided(library)
    before, document = everything(library), library.documents()[0].id
    made = [entry.number for entry in library.decisions() if entry.undoes is None and entry.undone_by is None]
    removed(library, document)
    assert library.documents() == []
    assert library.add(harbour().document, harbour()).id == document
    assert everything(library) == before
    assert library.statement(ids[DENIAL]).withheld == "rejected"
    for number in made:
        library.desk("Ada").undo(number)
    assert shown(library).keys() == {*ids}


def test_another_parse_of_it_is_given_what_was_decided(library: Library) -> None:
    ids = decided(library)
    document = library.documents()[0].id
    removed(library, document)
    source = harbour().document
    found = parse(
        source,
        statement(source, "don\u2019t pay twice,", "Mara Venn"),
        statement(source, "The Foreign Ministry denied it", "Mara Venn", kind="indirect"),
        statement(source, "Harbour dues to rise, minister says", "minister", kind="indirect"),
    )
    library.add(source, found)
    assert shown(library)["pay twice"] == "Odile Marrant"
    assert shown(library)["Harbour dues to rise"] == "Mara Venn"
    assert ids_of(library)["pay twice"] == ids[PAY]
    assert library.statement(ids[CAFES]).tags == ("ch2",)  # the parse lacks it: only its id tells
    assert library.statement(ids[CAFES]).withheld == "withdrawn"
    assert library.statement(ids[DENIAL]).withheld == "rejected"
    assert "The Foreign Ministry denied it" not in shown(library)
    assert library.document(document).tags == ("ch2",)
    assert library.document(document).title == "Dues"


def test_what_stands_elsewhere_in_the_text_by_now_is_found_by_its_words(library: Library) -> None:
    ids = decided(library)
    document = library.documents()[0].id
    removed(library, document)
    better = harbour().document.text.replace(" - Ostrava", ", Tuesday - Ostrava")
    source = replace(harbour().document, text=better, offsets=None)
    library.add(
        source, parse(source, statement(source, PAY, "Mara Venn"), statement(source, CAFES, "Mara Venn"))
    )
    assert shown(library) == {
        "pay twice": "Odile Marrant",
        CAFES: "Mara Venn",
        "Harbour dues to rise": "Mara Venn",
    }
    assert ids_of(library)["pay twice"] == ids[PAY]
    assert library.statement(ids[CAFES]).note == "Ask her."
    for view in library.search(Plan()).statements:
        assert better[view.statement.start : view.statement.end] == view.statement.text


def test_a_library_that_never_decided_adds_as_ever(library: Library) -> None:
    one, other = saying("Mara Venn", name="one.txt"), saying("Tomas Orell", name="two.txt")
    library.add(one.document, one)
    library.desk("Ada").tag([library.documents()[0].id], ["ch2"])
    added = library.add(other.document, other)
    assert (added.document.quotes, added.document.tags) == (1, ())


@pytest.mark.parametrize("times", [2, 3])
def test_again_and_again(library: Library, times: int) -> None:
    decided(library)
    before, document = everything(library), library.documents()[0].id
    for _ in range(times):
        removed(library, document)
        library.add(harbour().document, harbour())
    assert everything(library) == before


def test_a_document_is_found_again_whatever_else_is_there(library: Library) -> None:
    def story(name: str) -> Parse:
        document = Document.of_text(f"{name}: \u201cIt rained on us all,\u201d Mara Venn said.", name)
        return parse(document, statement(document, "It rained on us all,", "Mara Venn"))

    first, second = story("one"), story("two")
    document = library.add(first.document, first).id
    identifier = library.statements(document)[0].statement.id
    library.desk("Ada").set_statements([identifier], StatementEdit(verdict="rejected"))
    removed(library, document)
    library.add(second.document, second)
    assert len(shown(library)) == 1
    library.add(first.document, first)
    assert library.statement(identifier).withheld == "rejected"
    assert len(library.search(Plan(copies=True)).statements) == 1


def test_a_document_comes_back_with_all_of_it_or_not_at_all(library: Library) -> None:
    decided(library)
    before, document = everything(library), library.documents()[0].id
    removed(library, document)
    assert through_failures(library, lambda: library.add(harbour().document, harbour())) > 20
    assert everything(library) == before

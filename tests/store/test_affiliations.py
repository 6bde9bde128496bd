"""Whom speakers speak for, kept at ingest with the words that tell it, and asked for by name."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import delete, update

from quotes.document import Document
from quotes.people.edits import SpeakerChoice, StatementEdit
from quotes.query.language import plan_of
from quotes.query.plan import Plan
from quotes.statement import Kind, Parse, SpeakerType, Statement
from quotes.store import Library, open_library
from quotes.store.people.affiliations import set_affiliations
from quotes.store.tables import affiliations, speaker_members
from tests.store import making

TEXT = (
    "Dues will rise, Beijing said.\n"
    "China's Foreign Ministry welcomed it.\n"
    "Foreign Ministry spokesman Joren Kell called it fair. The Chinese diplomat called it overdue.\n"
    "Mara Venn, a former Russian minister, called it late. "
    "Harbour Union spokeswoman Ilse Tarn called it wrong.\n"
    "An expert on China, Oda Brim, called it odd. China Steel called it dear."
)


def said(document: Document, words: str, speaker: str, kind: SpeakerType, **more: Any) -> Statement:
    """A claim, with the places of the mention and the role that `more` names."""
    for name in ("mention", "role"):
        if name in more:
            start = document.text.index(more[name])
            more[f"{name}_span"] = (start, start + len(more[name]))
    claim: Kind = "indirect"
    return making.statement(document, words, speaker, kind, claim, **more)


def dues() -> Parse:
    document = Document.of_text(TEXT, "dues.txt")
    return making.parse(
        document,
        said(document, "Dues will rise", "China", "country", mention="Beijing"),
        said(
            document,
            "welcomed it",
            "China's Foreign Ministry",
            "organization",
            mention="China's Foreign Ministry",
        ),
        said(document, "called it fair", "Joren Kell", "person", role="Foreign Ministry spokesman"),
        said(document, "called it overdue", "Joren Kell", "person", mention="The Chinese diplomat"),
        said(document, "called it late", "Mara Venn", "person", role="a former Russian minister"),
        said(document, "called it wrong", "Ilse Tarn", "person", role="Harbour Union spokeswoman"),
        said(document, "called it odd", "Oda Brim", "person", role="An expert on China"),
        said(document, "called it dear", "China Steel", "organization", mention="China Steel"),
    )


@pytest.fixture(scope="module")
def stocked(fresh: Callable[[], Library]) -> Iterator[Library]:
    """A library that nobody changes."""
    with fresh() as opened:
        opened.add(dues().document, dues())
        yield opened


def found(library: Library, whom: str) -> list[str]:
    return sorted(s.statement.text for s in library.search(plan_of([f'for:"{whom}"'])).statements)


CHINESE = ["Dues will rise", "called it fair", "called it overdue", "welcomed it"]


@pytest.mark.parametrize(
    ("whom", "words"),
    [
        ("china", CHINESE),
        ("PRC", CHINESE),
        ("Chinese", CHINESE),
        ("beijing", CHINESE),
        ("foreign ministry", ["called it fair", "called it overdue", "welcomed it"]),
        ("harbour union", ["called it wrong"]),
        ("the Harbour Union", ["called it wrong"]),
        ("union", ["called it wrong"]),
        ("harb", []),
        ("china steel", ["called it dear"]),
        ("russia", []),
        ("ostrava", []),
        ("100%", []),
        ("harbour_union", []),
    ],
)
def test_for_finds_a_country_with_its_bodies_and_who_speaks_for_them(
    stocked: Library, whom: str, words: list[str]
) -> None:
    assert found(stocked, whom) == words


def test_what_an_older_version_added_is_found_once_something_is_added(library: Library) -> None:
    library.add(dues().document, dues())
    with library._writing() as session:
        session.execute(delete(affiliations))
        session.execute(update(speaker_members).values(profile=None))
    assert found(library, "china") == []
    other = making.saying("Tomas Reyk", name="other.txt")
    with open_library(str(library._url.database)) as again:
        again.add(other.document, other)
        assert found(again, "china") == CHINESE
        assert found(again, "harbour union") == ["called it wrong"]


def test_the_words_that_tell_it_stand_where_they_are_said_to(library: Library) -> None:
    library.add(dues().document, dues())
    told = {
        (one.name, each.name): each for one in library.speakers() for each in library.affiliations(one.id)
    }
    assert all(each.past == (each.name == "Russia") for each in told.values())
    for each in told.values():
        if each.start is not None:
            assert TEXT[each.start : each.end] == each.evidence
    assert told["Joren Kell", "China"].evidence == "The Chinese diplomat"
    assert told["Joren Kell", "Foreign Ministry (China)"].evidence == "Foreign Ministry spokesman"
    assert told["China", "China"].evidence == "Beijing"
    assert told["Mara Venn", "Russia"].evidence == "a former Russian minister"
    assert not [name for name in told if name[0] == "Oda Brim"]


def test_of_whom_a_document_tells_nothing_another_tells_it(library: Library) -> None:
    library.add(dues().document, dues())
    bare = making.saying("Joren Kell", name="bare.txt")
    library.add(bare.document, bare)
    assert "The tide is with us," in found(library, "china")


def test_a_document_that_tells_something_else_is_believed(library: Library) -> None:
    library.add(dues().document, dues())
    document = Document.of_text("Skelt Steel chief executive Joren Kell called it a bargain.", "later.txt")
    later = making.parse(
        document,
        said(document, "called it a bargain", "Joren Kell", "person", role="Skelt Steel chief executive"),
    )
    library.add(document, later)
    assert found(library, "skelt steel") == ["called it a bargain"]
    assert found(library, "china") == CHINESE


def test_who_is_corrected_speaks_for_nobody_by_the_wrong_words(library: Library) -> None:
    library.add(dues().document, dues())
    (wrong,) = [s for s in library.search(Plan()).statements if s.statement.text == "called it wrong"]
    edit = StatementEdit(speaker=SpeakerChoice("Oda Brim", "person"))
    decision = library.desk("ann").set_statements([wrong.statement.id], edit)
    assert decision is not None
    assert found(library, "harbour union") == []
    library.desk("ann").undo(decision.number)
    assert found(library, "harbour union") == ["called it wrong"]


def test_what_is_rejected_tells_nothing(library: Library) -> None:
    library.add(dues().document, dues())
    overdue = next(s for s in library.search(Plan()).statements if s.statement.text == "called it overdue")
    (kell,) = library.speakers("Joren Kell")
    words = {each.evidence for each in library.affiliations(kell.id)}
    assert words == {"Foreign Ministry spokesman", "The Chinese diplomat"}
    library.desk("ann").set_statements([overdue.statement.id], StatementEdit(verdict="rejected"))
    assert {each.evidence for each in library.affiliations(kell.id)} == {"Foreign Ministry spokesman"}


def test_doing_it_again_changes_nothing(library: Library) -> None:
    library.add(dues().document, dues())
    before = {one.id: library.affiliations(one.id) for one in library.speakers()}
    (document,) = library.documents()
    with library._engine.begin() as connection:
        set_affiliations(connection, document.id)
    assert {one.id: library.affiliations(one.id) for one in library.speakers()} == before


def test_a_joint_source_speaks_for_whom_one_of_it_speaks_for(library: Library) -> None:
    document = Document.of_text(
        "Chilean president Mara Venn and Joren Kell called it fair. Mara Venn called it late.", "joint.txt"
    )
    joint = said(document, "called it fair", "Mara Venn and Joren Kell", "group")
    alone = said(document, "called it late", "Mara Venn", "person", role="Chilean president")
    both = making.parse(document, replace(joint, joint=("Mara Venn", "Joren Kell")), alone)
    library.add(document, both)
    assert found(library, "chile") == ["called it fair", "called it late"]

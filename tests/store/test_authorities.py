"""The list of people whom the user cares about: taken over, changed, taken back, asked for."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.errors import UsageError
from quotes.people.authority import Authority
from quotes.query.language import plan_of
from quotes.store import Library
from tests.store.making import saying

VENN = Authority("Mara Venn", ("M. Venn",), "Q42", "Harbour Minister", "2019", None, {"party": "Green Tide"})
KELL = Authority("Joren Kell", further={"party": "Blue", "Home Port": "Ellen"})


@pytest.fixture(scope="module")
def stocked(fresh: Callable[[], Library]) -> Iterator[Library]:
    """A library with two people on the list and one who is not, which nobody changes."""
    with fresh() as opened:
        for number, name in enumerate(("Mara Venn", "Ilse Tarn", "Joren Kell")):
            found = saying(name, name=f"{number}.txt")
            opened.add(found.document, found)
        take(opened, VENN, KELL)
        yield opened


def take(library: Library, *people: Authority) -> Any:
    return library.desk("ann").list_people(enumerate(people, start=2), "people.csv")


def told(library: Library) -> list[Authority]:
    return [one.told for one in library.authorities()]


def test_a_list_is_taken_over_as_one_decision_and_taken_back_as_one(library: Library) -> None:
    listed = take(library, VENN, KELL)
    assert (listed.added, listed.changed, listed.unchanged, listed.problems) == (2, 0, 0, ())
    assert told(library) == [KELL, VENN]
    assert [decision.action for decision in library.decisions()] == ["authority"]
    undo = library.desk("ann").undo()
    assert told(library) == []
    library.desk("ann").undo(undo.number)
    assert told(library) == [KELL, VENN]


def test_the_same_list_again_is_no_decision(library: Library) -> None:
    take(library, VENN, KELL)
    listed = take(library, VENN, KELL)
    assert (listed.decision, listed.unchanged) == (None, 2)
    assert len(library.decisions()) == 1


def test_a_changed_row_is_found_by_wikidata_id_else_by_name_and_keeps_its_id(library: Library) -> None:
    take(library, VENN, KELL)
    before = {one.told.name: one.id for one in library.authorities()}
    renamed = Authority("Mara Venn-Tarn", ("Mara Venn",), "Q42", "Prime Minister")
    identified = Authority("Joren Kell", wikidata="Q7")
    listed = take(library, renamed, identified)
    assert (listed.added, listed.changed) == (0, 2)
    after = {one.told.name: one.id for one in library.authorities()}
    assert after == {"Mara Venn-Tarn": before["Mara Venn"], "Joren Kell": before["Joren Kell"]}
    library.desk("ann").undo()
    assert told(library) == [KELL, VENN]


def test_namesakes_are_told_apart_by_their_wikidata_ids(library: Library) -> None:
    other = Authority("Mara Venn", wikidata="Q43", role="poet")
    listed = take(library, VENN, other, Authority("Mara Venn", role="singer"))
    assert listed.added == 2
    ((row, problem),) = listed.problems
    assert row == 4
    assert "2 on the list are called Mara Venn" in problem
    assert {one.told.wikidata for one in library.authorities()} == {"Q42", "Q43"}


def test_a_second_row_for_the_same_person_is_told(library: Library) -> None:
    listed = take(library, VENN, Authority("M. Venn", wikidata="Q42"), KELL, Authority("Joren Kell"))
    assert [row for row, _ in listed.problems] == [3, 5]
    assert told(library) == [KELL, VENN]


def test_who_is_taken_off_comes_back_under_the_same_id(library: Library) -> None:
    take(library, VENN)
    (before,) = library.authorities()
    assert library.desk("ann").unlist([before.id], "without Mara Venn") is not None
    assert library.authorities() == []
    take(library, VENN)
    assert library.authorities() == [before]


def test_an_id_on_the_list_always_answers(library: Library) -> None:
    take(library, VENN)
    (entry,) = library.authorities()
    library.desk("ann").undo()
    assert library.whole_id(entry.id)


def test_the_speaker_is_whoever_the_documents_call_so(library: Library) -> None:
    found = saying("Mara Venn", name="one.txt")
    library.add(found.document, found)
    take(library, VENN, KELL)
    (entry,) = [one for one in library.authorities() if one.told == VENN]
    (speaker,) = library.speakers("venn")
    assert entry.speaker_id == speaker.id
    (statement,) = library.search(plan_of(["authority:yes"])).statements
    assert statement.authority is not None
    assert statement.authority.told == VENN


def test_documents_that_come_later_find_their_people(library: Library) -> None:
    take(library, VENN)
    for number, name in enumerate(("Mara Venn", "Ilse Tarn")):
        found = saying(name, name=f"{number}.txt")
        library.add(found.document, found)
    names = {
        s.speaker: s.authority and s.authority.told.wikidata for s in library.search(plan_of([])).statements
    }
    assert names == {"Mara Venn": "Q42", "Ilse Tarn": None}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("authority:yes", ["Joren Kell", "Mara Venn"]),
        ("authority:no", ["Ilse Tarn"]),
        ("authority:green", ["Mara Venn"]),
        ("authority.party:green", ["Mara Venn"]),
        ("authority.party:BLUE", ["Joren Kell"]),
        ("authority.home_port:ellen", ["Joren Kell"]),
        ("authority.wikidata:q42", ["Mara Venn"]),
        ("authority.role:harbour", ["Mara Venn"]),
        ("authority.from:2019", ["Mara Venn"]),
        ("authority.aliases:m.", ["Mara Venn"]),
        ("authority.party:red", []),
        ("-authority:yes", ["Ilse Tarn"]),
    ],
)
def test_the_columns_of_the_list_are_asked_for(stocked: Library, query: str, names: list[str]) -> None:
    assert sorted(str(s.speaker) for s in stocked.search(plan_of([query])).statements) == names


def test_a_column_that_no_list_has_is_a_mistake(stocked: Library) -> None:
    with pytest.raises(UsageError, match=r"no column 'parti'.*party"):
        stocked.search(plan_of(["authority.parti:green"]))


def test_a_role_on_the_list_tells_whom_somebody_speaks_for(library: Library) -> None:
    found = saying("Mara Venn", name="one.txt")
    library.add(found.document, found)
    take(library, Authority("Mara Venn", role="Foreign Minister of Chile", since="2019"))
    assert library.search(plan_of(["for:chile"])).total == 1
    take(library, Authority("Mara Venn", role="Foreign Minister of Chile", since="2019", until="2020"))
    assert library.search(plan_of(["for:chile"])).total == 0


PEOPLE = [
    VENN,
    KELL,
    Authority("Mara Venn", wikidata="Q43"),
    Authority("Joren Kell", wikidata="Q7", role="mayor"),
]


@settings(max_examples=6, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3), min_size=1, max_size=4))
def test_undoing_all_there_is_leaves_nothing(fresh: Any, imports: list[list[Authority]]) -> None:
    with fresh() as library:
        states = [told(library)]
        decisions = []
        for people in imports:
            listed = take(library, *people)
            if listed.decision is not None:
                decisions.append(listed.decision.number)
                states.append(told(library))
        for number in reversed(decisions):
            assert told(library) == states.pop()
            library.desk("ann").undo(number)
        assert told(library) == states.pop() == []

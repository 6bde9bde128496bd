"""Speakers looked up by what documents call them: names first, then descriptions."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.errors import UsageError
from quotes.query.plan import Plan
from quotes.store import Library
from tests.store.indexes import check_indexes
from tests.store.test_identity import Saying, put, story

VENN: Saying = ("Mara Venn", "person", "harbour minister of Ostrava")
ORELL: Saying = ("Tomas Orell", "person", "trade minister")
BOARD: Saying = ("Harbour Board", "organization", None)


def names(library: Library, asked: str) -> set[str]:
    """Who is listed, and that the search by the same words agrees."""
    listed = library.speakers(asked)
    assert library.search(Plan.of(speaker=asked)).total == sum(one.quotes + one.claims for one in listed)
    return {one.name for one in listed}


def test_who_has_no_such_name_is_found_by_a_description(library: Library) -> None:
    put(library, "a.txt", VENN)
    put(library, "b.txt", ORELL)
    assert names(library, "trade minister") == {"Tomas Orell"}
    assert names(library, "Minister of Ostrava") == {"Mara Venn"}
    assert names(library, "minister") == {"Mara Venn", "Tomas Orell"}
    assert names(library, "harb") == {"Mara Venn"}


def test_a_name_wins_over_descriptions(library: Library) -> None:
    put(library, "a.txt", VENN)
    put(library, "b.txt", BOARD)
    assert names(library, "harbour") == {"Harbour Board"}
    assert names(library, "harbour m") == {"Mara Venn"}


@pytest.mark.parametrize("part", ["inister", "enn", "ade minister", "trademinister", "minister trade"])
def test_words_begin_where_words_begin(library: Library, part: str) -> None:
    put(library, "a.txt", VENN)
    put(library, "b.txt", ORELL)
    assert library.speakers(part) == []


@pytest.mark.parametrize(
    "part",
    ['"', "*", "venn*", 'x" OR "mara', "NEAR(mara venn)", "folded : mara", "-", "%", "_", "\0", "x" * 9_000],
)
def test_signs_mean_nothing(library: Library, part: str) -> None:
    put(library, "a.txt", VENN)
    found = library.speakers(part)
    assert [one.name for one in found] == (["Mara Venn"] if part == "venn*" else [])


def test_short_names_are_found_too(library: Library) -> None:
    put(library, "a.txt", ("Xi", "person", None))
    put(library, "b.txt", ("O", "person", None))
    put(library, "c.txt", ("\u6797\u6d77", "person", "\u90e8\u957f"))
    assert names(library, "x") == names(library, "XI") == {"Xi"}
    assert names(library, "o") == {"O"}
    assert names(library, "\u6797") == names(library, "\u6d77") == {"\u6797\u6d77"}
    assert names(library, "\u90e8\u957f") == {"\u6797\u6d77"}


def test_a_long_name_is_compared_to_its_end(library: Library) -> None:
    long = "Joint " + "Harbour " * 15
    put(library, "a.txt", (f"{long}Board", "organization", None))
    put(library, "b.txt", (f"{long}Council", "organization", None))
    assert len(library.speakers(long)) == 2
    assert len(library.speakers(f"{long}Council")) == 1


def test_what_members_are_called_moves_with_them(library: Library) -> None:
    (venn,) = put(library, "a.txt", VENN)
    (orell,) = put(library, "b.txt", ORELL)
    merged = library.desk("Ada").merge([venn, orell])
    assert merged is not None
    together = min(venn, orell)
    for part in ("mara", "tomas", "trade minister", "harbour minister"):
        assert [one.id for one in library.speakers(part)] == [together], part
    library.desk("Ada").undo(merged.number)
    assert [one.id for one in library.speakers("trade minister")] == [orell]
    assert [one.id for one in library.speakers("mara")] == [venn]


def test_a_new_parse_that_tells_another_role_is_found_by_that(library: Library) -> None:
    first, second = story("a.txt", VENN), story("a.txt", ("Mara Venn", "person", "union leader"))
    identifier = library.add(first.document, first).id
    library.reparse(identifier, second)
    assert names(library, "union") == {"Mara Venn"}
    assert library.speakers("harbour minister") == []


def test_names_that_people_gave_find_their_speaker(library: Library) -> None:
    (venn,) = put(library, "a.txt", VENN)
    library.desk("Ada").alias(venn, "The Pilot\u2019s Friend")
    assert names(library, "pilots friend") == {"Mara Venn"}
    library.desk("Ada").undo()
    assert library.speakers("pilots friend") == []


def test_a_description_wins_over_the_beginning_of_an_id(library: Library) -> None:
    (venn,) = put(library, "a.txt", ("Mara Venn", "person", "sailor"))
    (orell,) = put(library, "b.txt", ORELL)
    assert [one.id for one in library.speakers("s")] == [venn]
    assert [one.id for one in library.speakers(orell[:5])] == [orell]


ROLES = (None, "harbour minister", "judge of the High Court")
PEOPLE = ("Mara Venn", "Venn", "Ida Venn", "Tomas Orell")
STEP = st.tuples(st.sampled_from(["reparse", "merge", "split", "alias", "undo"]), st.integers(0, 99))


@settings(max_examples=12, deadline=None)
@given(
    told=st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(ROLES)), min_size=2, max_size=5),
    steps=st.lists(STEP, min_size=1, max_size=5),
)
def test_whatever_happens_speakers_are_found_by_what_members_are_called(
    fresh: Callable[[], Library], told: list[tuple[str, str | None]], steps: list[tuple[str, int]]
) -> None:
    with fresh() as library:
        for number, (name, role) in enumerate(told):
            put(library, f"{number}.txt", (name, "person", role))
        for step in steps:
            _take(library, *step)
        check_indexes(library)


def _take(library: Library, step: str, number: int) -> None:
    desk, ids = library.desk("Ada"), sorted(speaker.id for speaker in library.speakers())
    chosen = ids[number % len(ids)]
    if step == "reparse":
        document = library.documents()[0]
        name, role = PEOPLE[number % len(PEOPLE)], ROLES[number % len(ROLES)]
        library.reparse(document.id, story(document.name, (name, "person", role)))
    elif step == "alias":
        desk.alias(chosen, PEOPLE[number % len(PEOPLE)])
    elif step == "merge" and chosen != ids[0]:
        desk.merge([ids[0], chosen])
    elif step == "split" and len(members := library.identity(chosen)) > 1:
        desk.split(chosen, [members[number % len(members)].id])
    elif step == "undo":
        with suppress(UsageError):  # there may be nothing to undo
            desk.undo()

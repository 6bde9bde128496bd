"""Who stands for a group of copies, and which statements are counted under another's."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quotes.copies.grouping import Printing, Saying, collapsed, head, parted

WIRE = Printing("d1", "2024-03-05", "k1")
LATER = Printing("d2", "2024-03-06", "k2")
UNDATED = Printing("d3", None, "k0")


def saying(id: str, document: str, letters: str, speaker: str | None = "mara venn", at: int = 0) -> Saying:
    return Saying(id, document, (at, at + 10), letters, True, speaker)


def test_the_earliest_stands_for_all_and_vague_is_never_earlier() -> None:
    month, year = Printing("d4", "2024-03", "k"), Printing("d5", "2024", "k")
    group = [UNDATED, year, month, LATER, WIRE]
    assert [printing.id for printing in sorted(group, key=lambda one: one.rank)] == [
        "d1",
        "d2",
        "d4",
        "d5",
        "d3",
    ]
    assert head(group) == WIRE
    assert head([month, Printing("d6", "2024-04-01", "k")]) == month


def test_without_dates_the_text_decides_and_a_later_version_never_leads() -> None:
    assert head([UNDATED, replace(WIRE, published=None)]) == UNDATED
    assert head([replace(UNDATED, is_later=True), replace(WIRE, published=None)]).id == "d1"


def test_the_same_words_are_counted_under_the_earliest() -> None:
    found = collapsed([LATER, WIRE], [saying("q2", "d2", "notnow"), saying("q1", "d1", "notnow")])
    assert found == {"q2": "q1"}


def test_what_only_a_copy_has_stands_by_itself_and_for_later_copies() -> None:
    sayings = [saying("q1", "d1", "notnow"), saying("q2", "d2", "maybe"), saying("q3", "d3", "maybe")]
    assert collapsed([UNDATED, LATER, WIRE], sayings) == {"q3": "q2"}


def test_words_said_twice_are_two_statements() -> None:
    one = [saying("q1", "d1", "no", at=0), saying("q2", "d1", "no", at=50)]
    other = [saying(f"q{3 + at}", "d2", "no", at=at) for at in range(3)]
    assert collapsed([WIRE, LATER], one + other) == {"q3": "q1", "q4": "q2"}


def test_another_speaker_or_one_where_none_was_named_is_not_lost() -> None:
    first = saying("q1", "d1", "notnow")
    for speaker, same in (
        ("mara venn", True),
        ("venn", True),
        (None, True),
        ("tomas reyk", False),
        ("mara reyk", False),
    ):
        found = collapsed([WIRE, LATER], [first, saying("q2", "d2", "notnow", speaker)])
        assert bool(found) == same, speaker
    nobody = replace(first, speaker=None)
    assert not collapsed([WIRE, LATER], [nobody, saying("q2", "d2", "notnow")])


def test_a_claim_is_not_a_quotation_and_signs_alone_are_no_words() -> None:
    claim = replace(saying("q2", "d2", "notnow"), marked=False)
    assert not collapsed([WIRE, LATER], [saying("q1", "d1", "notnow"), claim])
    assert not collapsed([WIRE, LATER], [saying("q1", "d1", ""), saying("q2", "d2", "")])


@given(
    st.data(),
    st.lists(
        st.builds(
            Printing, st.uuids().map(str), st.none() | st.sampled_from(["2024", "2024-03-05"]), st.just("k")
        ),
        min_size=1,
        max_size=6,
        unique_by=lambda printing: printing.id,
    ),
)
def test_the_order_never_matters_and_no_statement_is_lost(data: st.DataObject, group: list[Printing]) -> None:
    sayings = [
        saying(
            f"q{number}", data.draw(st.sampled_from(group)).id, data.draw(st.sampled_from("ab")), at=number
        )
        for number in range(data.draw(st.integers(0, 12)))
    ]
    found = collapsed(group, sayings)
    shuffled = data.draw(st.permutations(group)), data.draw(st.permutations(sayings))
    assert collapsed(*shuffled) == found
    assert not set(found) & set(found.values())  # what stands for others stands by itself
    of = {one.id: one for one in sayings}
    assert all(of[copy].letters == of[first].letters for copy, first in found.items())
    assert all(of[copy].document != of[first].document for copy, first in found.items())


@given(st.data(), st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=10))
def test_what_a_chain_joins_is_one_part(data: st.DataObject, pairs: list[tuple[int, int]]) -> None:
    group = [Printing(str(number), None, "k") for number in range(8)]
    names = [(str(one), str(other)) for one, other in pairs]
    parts = {frozenset(one.id for one in part) for part in parted(group, names)}
    assert sorted(name for part in parts for name in part) == [one.id for one in group]
    assert all(any({one, other} <= part for part in parts) for one, other in names)
    assert len(parts) >= 8 - len({frozenset(pair) for pair in names if pair[0] != pair[1]})
    assert parts == {
        frozenset(p.id for p in part) for part in parted(group, data.draw(st.permutations(names)))
    }


def test_what_a_person_touched_stands_for_the_others_wherever_it_was_printed() -> None:
    first, later, last = (saying(f"q{n}", f"d{n}", "notnow") for n in (1, 2, 3))
    group = [WIRE, LATER, UNDATED]
    assert collapsed(group, [first, replace(later, touched=True), last]) == {"q1": "q2", "q3": "q2"}
    touched = [first, replace(later, touched=True), replace(last, touched=True)]
    assert collapsed(group, touched) == {"q1": "q2", "q3": "q2"}  # of several the earliest
    assert collapsed(group, [replace(first, touched=True), later, replace(last, touched=True)]) == {
        "q2": "q1",
        "q3": "q1",
    }


def test_words_that_a_person_found_are_those_of_whomever_the_copies_name() -> None:
    found = replace(saying("q2", "d2", "notnow", None), touched=True, found=True)
    assert collapsed([WIRE, LATER], [saying("q1", "d1", "notnow"), found]) == {"q1": "q2"}
    assert collapsed([WIRE, LATER], [replace(saying("q1", "d1", "notnow"), found=True), found]) == {
        "q1": "q2"
    }


@given(touched=st.sets(st.sampled_from(["q1", "q2", "q3", "q4"])), order=st.permutations(range(4)))
def test_one_alone_stands_and_touching_moves_nothing_else(touched: set[str], order: list[int]) -> None:
    sayings = [
        saying("q1", "d1", "notnow"),
        saying("q2", "d2", "notnow"),
        saying("q3", "d3", "notnow"),
        saying("q4", "d3", "never", at=40),
    ]
    sayings = [replace(one, touched=one.id in touched) for one in sayings]
    found = collapsed([WIRE, LATER, UNDATED], [sayings[at] for at in order])
    standing = {"q1", "q2", "q3"} - found.keys()
    assert len(standing) == 1
    assert set(found.values()) == standing
    assert "q4" not in found
    assert standing <= touched or not touched & {"q1", "q2", "q3"}

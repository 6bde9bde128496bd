"""Which statements of another parse are those that people decided on."""

from hypothesis import given
from hypothesis import strategies as st

from quotes.people.aligning import Stand, aligned, alike, covered


def stand(
    name: str, start: int, end: int, *, claim: bool = False, depth: int = 0, rejected: bool = False
) -> Stand:
    return Stand(name, ((start, end),), claim, depth, rejected)


def test_the_most_alike_are_paired() -> None:
    known = [stand("q1", 0, 20), stand("q2", 20, 40)]
    new = [stand("n1", 18, 40), stand("n2", 2, 18), stand("n3", 100, 120)]
    assert aligned(known, new).same == {"n1": "q2", "n2": "q1"}


def test_a_claim_is_no_quotation() -> None:
    found = aligned([stand("q1", 0, 20)], [stand("n1", 0, 20, claim=True)])
    assert (found.same, found.covered) == ({}, {})


def test_a_phrase_in_a_long_claim_is_another_statement() -> None:
    assert alike(stand("q1", 0, 100), stand("n1", 40, 52)) == 0
    assert alike(stand("q1", 0, 100), stand("n1", 0, 60)) > 0
    assert alike(stand("q1", 0, 10), stand("n1", 8, 30)) == 0


def test_where_a_person_put_it_counts_too() -> None:
    moved = Stand("q1", ((0, 10), (50, 60)), False)
    assert aligned([moved], [stand("n1", 51, 60)]).same == {"n1": "q1"}


def test_every_cut_of_what_was_rejected_stays_gone() -> None:
    known = [stand("q1", 0, 40, rejected=True)]
    new = [stand("n1", 0, 20), stand("n2", 20, 40), stand("n3", 38, 80)]
    found = aligned(known, new)
    assert {*found.same, *found.covered} == {"n1", "n2"}


def test_what_lies_inside_at_the_same_depth_repeats_it() -> None:
    known = [stand("q1", 0, 100)]
    inner, nested = stand("n1", 60, 80), stand("n2", 60, 80, depth=1)
    assert covered(known, [inner, nested]) == {"n1": "q1"}


SPAN = st.tuples(st.integers(0, 60), st.integers(1, 30), st.booleans(), st.booleans())


@given(st.lists(SPAN, max_size=8), st.lists(SPAN, max_size=8))
def test_each_is_paired_once_and_the_order_never_matters(
    old: list[tuple[int, int, bool, bool]], new: list[tuple[int, int, bool, bool]]
) -> None:
    known = [stand(f"q{n}", s, s + w, claim=c, rejected=r) for n, (s, w, c, r) in enumerate(old)]
    others = [stand(f"n{n}", s, s + w, claim=c) for n, (s, w, c, _) in enumerate(new)]
    found = aligned(known, others)
    assert len(set(found.same.values())) == len(found.same)
    assert not found.same.keys() & found.covered.keys()
    again = aligned(known[::-1], others[::-1])
    assert found.same == again.same
    assert found.covered.keys() == again.covered.keys()
    by_id = {one.id: one for one in (*known, *others)}
    assert all(alike(by_id[one], by_id[other]) > 0 for other, one in found.same.items())

"""A walk through statements: what comes next, what is decided, how it is taken back."""

from typing import Any, Literal

from hypothesis import given
from hypothesis import strategies as st

from quotes.people.review import OUTCOMES, Walk, same_chain
from quotes.people.review_draws import Draw, DrawItem, same_draw, sample
from quotes.people.review_spans import Edge, located, moved
from quotes.statement import Statement

IDS = ("qa", "qb", "qc", "qd")
TEXT = "“We will not pay,” she said. “Not this year, and not the next.” They won’t pay twice — ever."


def statement(identifier: str, **known: Any) -> Statement:
    return Statement(identifier, "direct", 0, 1, "W", (0, 1), **known)


def test_what_is_decided_is_left_behind_and_what_is_skipped_comes_again() -> None:
    walk = Walk.through(IDS)
    walk = walk.decided("accepted", 1).onward()  # a
    walk = walk.onward()  # b is skipped
    walk = walk.decided("rejected", 2).onward()  # c
    walk = walk.decided("corrected", 3).onward()  # d
    assert walk.current == "qb"
    assert walk.counts() == {"accepted": 1, "corrected": 1, "rejected": 1}
    assert walk.left == 1
    assert walk.decided("accepted", 4).onward().current is None


def test_an_undo_goes_back_to_where_it_was_decided() -> None:
    walk = Walk.through(IDS).onward().decided("rejected", 7).onward().onward()
    assert walk.undone().current == "qb"
    assert walk.undone().counts()["rejected"] == 0
    assert walk.undone().undone() == walk.undone()


def test_what_is_decided_with_it_is_not_shown_again_until_it_is_undone() -> None:
    walk = Walk.through(IDS).decided("corrected", 1, ("qb", "qc", "q of another document")).onward()
    assert walk.current == "qd"
    assert walk.left == 1
    assert walk.undone().left == len(IDS)


def test_a_walk_goes_on_where_it_was_left() -> None:
    walk = Walk.through(IDS, {"qa": "accepted", "qc": "rejected", "gone": "accepted"})
    assert walk.current == "qb"
    assert walk.counts() == {"accepted": 1, "corrected": 0, "rejected": 1}
    assert walk.onward().current == "qd"


def test_one_can_go_back_to_what_is_decided_and_decide_otherwise() -> None:
    walk = Walk.through(IDS).decided("accepted", 1).onward().back()
    assert walk.current == "qa"
    assert walk.decided("rejected", 2).counts() == {"accepted": 0, "corrected": 0, "rejected": 1}
    assert walk.decided("rejected", 2).undone() == walk


def test_a_tag_is_taken_back_too_and_decides_nothing() -> None:
    walk = Walk.through(IDS).decided("accepted", 1).decided(None, 2)
    assert walk.steps[-1].number == 2
    assert walk.undone().counts()["accepted"] == 1


def test_nothing_to_walk_through() -> None:
    walk = Walk.through(())
    assert walk.current is None
    assert walk.onward().back().undone().current is None


moves = st.lists(
    st.one_of(
        st.just("onward"),
        st.just("back"),
        st.tuples(st.sampled_from(OUTCOMES), st.sets(st.sampled_from(IDS))),
    ),
    max_size=30,
)


@given(moves)
def test_undoing_every_decision_leaves_nothing_decided(played: list[object]) -> None:
    walk = Walk.through(IDS)
    seen = [walk]
    for number, move in enumerate(played):
        if isinstance(move, tuple):
            if walk.current is not None:
                walk = walk.decided(move[0], number, move[1])
                assert walk.undone() == seen[-1]
        else:
            walk = walk.onward() if move == "onward" else walk.back()
        seen.append(walk)
        assert sum(walk.counts().values()) + walk.left == len(IDS)
    while walk.steps:
        walk = walk.undone()
    assert walk.outcomes == {}


@given(st.sets(st.sampled_from(IDS)), st.integers(0, 3))
def test_going_on_visits_all_that_is_undecided_and_nothing_else(decided: set[str], at: int) -> None:
    walk = Walk(IDS, at, dict.fromkeys(decided, "accepted"))
    visited = []
    for _ in range(len(IDS) - len(decided)):
        walk = walk.onward()
        visited.append(walk.current)
    assert set(visited) == set(IDS) - decided
    assert len(visited) == len(set(visited))


def test_a_chain_rests_on_the_same_mention() -> None:
    one = statement("q1", speaker="Wang", rests_on=(10, 14))
    others = [
        one,
        statement("q2", speaker="Wang", rests_on=(10, 14)),
        statement("q3", speaker="Wang", rests_on=(90, 94)),  # another Wang
        statement("q4", speaker="Wang Li"),
    ]
    assert [found.id for found in same_chain(one, others)] == ["q2"]


def test_without_a_mention_the_name_makes_the_chain_and_the_unknown_have_none() -> None:
    others = [statement("q2", speaker="Mara Venn"), statement("q3"), statement("q4", speaker="Venn")]
    assert [s.id for s in same_chain(statement("q1", speaker="Mara Venn"), others)] == ["q2"]
    assert same_chain(statement("q1"), others) == []


def test_an_edge_moves_by_a_word_or_a_mark() -> None:
    span = TEXT.index("We"), TEXT.index(" she")
    shorter = moved(TEXT, span, "end", -1)
    assert TEXT[slice(*shorter)] == "We will not pay,"
    assert TEXT[slice(*moved(TEXT, shorter, "end", -1))] == "We will not pay"
    assert TEXT[slice(*moved(TEXT, shorter, "start", 1))] == "will not pay,"
    assert TEXT[slice(*moved(TEXT, shorter, "start", -1))] == "“We will not pay,"


def test_an_edge_stops_at_the_end_of_the_text_and_before_the_other() -> None:
    assert moved(TEXT, (0, len(TEXT)), "end", 1) == (0, len(TEXT))
    assert moved(TEXT, (0, len(TEXT)), "start", -1) == (0, len(TEXT))
    assert moved(TEXT, (1, 3), "end", -1) == (1, 3) or moved(TEXT, (1, 3), "end", -1)[1] > 1
    assert moved(TEXT, (1, 3), "start", 1) == (1, 3)


@given(st.text(max_size=60), st.data())
def test_a_moved_span_is_never_empty_and_never_leaves_the_text(text: str, data: st.DataObject) -> None:
    text += "ab"
    start = data.draw(st.integers(0, len(text) - 1))
    span = start, data.draw(st.integers(start + 1, len(text)))
    for _ in range(5):
        edge: Edge = data.draw(st.sampled_from(("start", "end")))
        step: Literal[-1, 1] = data.draw(st.sampled_from((-1, 1)))
        span = moved(text, span, edge, step)
        assert 0 <= span[0] < span[1] <= len(text)


def test_words_are_found_however_they_were_typed() -> None:
    assert located(TEXT, "They won't pay twice - ever", 0) == (
        TEXT.index("They"),
        TEXT.index("ever") + 4,
    )
    assert located(TEXT, '"Not  this\nyear,', 0) == (TEXT.index("Not"), TEXT.index("year,") + 5)


def test_marks_around_all_of_the_words_are_no_part_of_them() -> None:
    start = TEXT.index("We")
    assert located(TEXT, "“We will not pay,”", 0) == (start, start + len("We will not pay,"))


def test_of_several_places_the_nearest_is_meant() -> None:
    last = TEXT.rindex("pay")
    assert located(TEXT, "pay", len(TEXT)) == (last, last + 3)
    assert located(TEXT, "pay", 0) == (TEXT.index("pay"), TEXT.index("pay") + 3)


def test_words_that_are_not_there_are_not_found() -> None:
    for typed in ("", "   ", "We shall not pay", "(.*", "x" * 30_000):
        assert located(TEXT, typed, 0) is None


@given(st.integers(0, 30), st.integers(0, 40), st.integers(0, 5))
def test_a_sample_has_none_twice_and_hangs_on_nothing_but_ids_and_seed(n: int, size: int, seed: int) -> None:
    ids = [f"q{number}" for number in range(n)]
    drawn = sample(ids, size, seed)
    assert len(drawn) == len(set(drawn)) == min(n, size)
    assert set(drawn) <= set(ids)
    assert sample(reversed(ids), size, seed) == drawn


def test_each_is_drawn_about_as_often_as_any_other() -> None:
    counts = dict.fromkeys("abcdefghij", 0)
    for seed in range(2000):
        for drawn in sample(counts, 3, seed):
            counts[drawn] += 1
    assert all(520 < count < 680 for count in counts.values())  # 600 is expected, with a deviation of 20


def test_an_unfinished_draw_is_gone_on_with_unless_another_seed_is_named() -> None:
    items = (DrawItem(0, "qa", "2024-03-05"), DrawItem(1, "qb"))
    draw = Draw(1, "2024-03-05", "statements", 7, "ferries", 40, items)
    assert same_draw(draw, "statements", "ferries", 2, None)
    assert same_draw(draw, "statements", "ferries", 2, 7)
    assert not same_draw(draw, "statements", "ferries", 2, 8)
    assert not same_draw(draw, "statements", "harbour", 2, None)
    assert not same_draw(draw, "documents", "ferries", 2, None)
    assert not same_draw(draw, "statements", "ferries", 3, None)


def test_a_finished_draw_is_only_found_by_its_seed() -> None:
    draw = Draw(1, "2024-03-05", "statements", 7, "", 1, (DrawItem(0, "qa", "2024-03-05"),))
    assert not same_draw(draw, "statements", "", 100, None)
    assert same_draw(draw, "statements", "", 100, 7)

"""The order of time as one number."""

import random
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.query.plan import Dates
from quotes.store.indexes.moments import LISTED, UNDATED, moment, ranges

_DAYS = st.dates().map(lambda day: day.isoformat())
DATES = st.builds(lambda day, length: day[:length], _DAYS, st.sampled_from((4, 7, 10)))
"""ISO dates of any precision."""
NUMBERS = st.integers(1, 2**32 - 2)


@given(st.tuples(DATES, NUMBERS), st.tuples(DATES, NUMBERS))
def test_what_is_newer_is_larger_and_of_one_day_what_was_put_in_first(
    one: tuple[str, int], other: tuple[str, int]
) -> None:
    first, second = (moment(when, number, listed=True) for when, number in (one, other))
    if one[0] != other[0]:
        assert (first > second) == (one[0] > other[0])
    else:
        assert (first > second) == (one[1] < other[1])


@given(DATES, NUMBERS)
def test_what_is_not_listed_is_negative(when: str, number: int) -> None:
    assert moment(when, number, listed=False) == -moment(when, number, listed=True)
    assert LISTED[0] <= moment(when, number, listed=True) <= LISTED[1] < 2**63


@given(NUMBERS)
def test_what_has_no_date_comes_after_all_that_has(number: int) -> None:
    undated = moment(None, number, listed=True)
    assert UNDATED[0] <= undated <= UNDATED[1] < moment("0001", 2**32 - 2, listed=True)


def test_no_two_moments_are_so_far_apart_that_fts5_errs() -> None:
    assert LISTED[1] - -LISTED[1] < 2**56


@pytest.mark.parametrize("operator", ["AND", "NOT"])
def test_the_full_text_index_finds_the_same_from_the_newest_as_from_the_oldest(operator: str) -> None:
    """Where words are so common that the index skips parts of their lists, in both directions."""
    draw = random.Random(4)  # noqa: S311 the same words in every run
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(text, content='')")
    days = [f"2005-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
    dates = [None] * 144 + days
    placed = [moment(draw.choice(dates), each, listed=each % 9 > 0) for each in range(1, 20_001)]
    texts = [(at, "harbour " * draw.randint(0, 3) + "ferry " * draw.randint(0, 3)) for at in sorted(placed)]
    connection.executemany("INSERT INTO words(rowid, text) VALUES (?, ?)", texts)
    connection.commit()
    wanted = [
        at for at, text in texts if at > 0 and "harbour" in text and ("ferry" in text) == (operator == "AND")
    ]
    found = "SELECT rowid FROM words WHERE words MATCH ? AND rowid > 0 ORDER BY rowid"
    asked = (f"harbour {operator} ferry",)
    assert [at for (at,) in connection.execute(found, asked)] == wanted
    assert [at for (at,) in connection.execute(f"{found} DESC", asked)] == wanted[::-1]
    connection.close()


@pytest.mark.parametrize("stated", ["", "soon", "\x0f/0", "20", "12-05-2021"])
def test_what_is_no_date_is_none(stated: str) -> None:
    assert moment(stated, 1, listed=True) == moment(None, 1, listed=True)


@given(DATES, NUMBERS, st.none() | DATES, st.none() | DATES)
def test_a_range_holds_what_may_lie_in_it(
    when: str, number: int, earliest: str | None, latest: str | None
) -> None:
    found = moment(when, number, listed=True)
    may = (earliest is None or when + "~" >= earliest) and (latest is None or when <= latest + "~")
    assert any(low <= found <= high for low, high in ranges(Dates(earliest, latest))) == may


@pytest.mark.parametrize(
    ("when", "held"),
    [("2021", True), ("2021-08", True), ("2021-08-03", True), ("2021-08-02", False), ("2021-07", False)],
)
def test_a_date_that_is_known_to_the_month_or_year_is_in_each_of_its_days(when: str, held: bool) -> None:
    found = moment(when, 7, listed=True)
    spans = ranges(Dates("2021-08-03", "2021-08-03"))
    assert any(low <= found <= high for low, high in spans) == held
    assert len(spans) == 3


@given(NUMBERS, st.none() | DATES, st.none() | DATES)
def test_what_has_no_date_is_in_no_range(number: int, earliest: str | None, latest: str | None) -> None:
    found = moment(None, number, listed=True)
    assert not any(low <= found <= high for low, high in ranges(Dates(earliest, latest)))

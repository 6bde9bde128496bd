"""Confidence against being right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.evaluation.calibration import (
    brier_score,
    calibration,
    errors_caught,
    expected_calibration_error,
    reliability,
)

JUDGEMENTS = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60)


def test_a_confidence_that_means_what_it_says_has_no_calibration_error() -> None:
    honest = [(0.75, True)] * 3 + [(0.75, False)] + [(1.0, True)] * 2
    assert expected_calibration_error(honest) == 0
    assert brier_score(honest) == pytest.approx((3 * 0.0625 + 0.5625) / 6)


def test_a_sure_answer_that_is_wrong_costs_most() -> None:
    assert expected_calibration_error([(1.0, False)]) == 1
    assert brier_score([(1.0, False)]) == 1


def test_rows_are_tenths_and_one_belongs_to_the_last() -> None:
    rows = reliability([(0.0, False), (0.1, True), (0.19, False), (0.95, True), (1.0, True)])
    assert [(row.low, row.n, row.right) for row in rows] == [(0.0, 1, 0), (0.1, 2, 0.5), (0.9, 2, 1)]
    assert rows[1].confidence == pytest.approx(0.145)


def test_errors_are_caught_where_doubt_is() -> None:
    doubtful_first = [(0.1, False), (0.2, True), *[(0.9, True)] * 8]
    sure_and_wrong = [(0.1, True), (0.2, True), (0.9, False), *[(0.9, True)] * 7]
    assert errors_caught(doubtful_first) == 1
    assert errors_caught(sure_and_wrong) == 0


def test_equal_confidence_catches_errors_in_proportion() -> None:
    assert errors_caught([(0.5, False)] * 5 + [(0.5, True)] * 5) == pytest.approx(0.2)


def test_no_answers_are_no_error() -> None:
    assert calibration([])["errors"] == 0
    assert errors_caught([]) == errors_caught([(0.3, True)]) == 0


@given(JUDGEMENTS)
def test_figures_lie_between_0_and_1_in_any_order(judgements: list[tuple[float, bool]]) -> None:
    figures = [expected_calibration_error, brier_score, errors_caught]
    shuffled = sorted(judgements)
    for measure in figures:
        assert -1e-9 <= measure(judgements) <= 1 + 1e-9
        assert measure(judgements) == pytest.approx(measure(shuffled))
    assert sum(row.n for row in reliability(judgements)) == len(judgements)

"""Whether a confidence means what it says, and whether the doubtful are worth a second look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import fsum

from quotes.evaluation.measures import Figures

BINS = 10
REVIEWED = 0.2
"""The part of the statements, the least sure first, that a reader is taken to look at again."""

Judgement = tuple[float, bool]
"""A confidence, 0 to 1, and whether the answer is right."""


@dataclass(frozen=True, slots=True)
class Bin:
    """The answers whose confidence lies from `low` up to `high`: mean confidence and share right."""

    low: float
    high: float
    n: int
    confidence: float
    right: float


def reliability(judgements: Sequence[Judgement]) -> list[Bin]:
    """A row for each tenth of the scale that has answers; 1 belongs to the last."""
    rows: list[Bin] = []
    for tenth in range(BINS):
        inside = [j for j in judgements if min(int(j[0] * BINS), BINS - 1) == tenth]
        if inside:
            n = len(inside)
            confidence = fsum(confidence for confidence, _ in inside) / n
            right = sum(right for _, right in inside) / n
            rows.append(Bin(tenth / BINS, (tenth + 1) / BINS, n, confidence, right))
    return rows


def expected_calibration_error(judgements: Sequence[Judgement]) -> float:
    """The mean distance of confidence from share right, bin by bin, weighted by n (Naeini et al. 2015)."""
    distances = [row.n * abs(row.confidence - row.right) for row in reliability(judgements)]
    return fsum(distances) / len(judgements) if judgements else 0.0


def brier_score(judgements: Sequence[Judgement]) -> float:
    """The mean squared distance between confidence and 1 (right) or 0 (wrong) (Brier 1950)."""
    return fsum((c - right) ** 2 for c, right in judgements) / len(judgements) if judgements else 0.0


def errors_caught(judgements: Sequence[Judgement], part: float = REVIEWED) -> float:
    """The share of all errors among the least sure `part` of the answers; 0 where there is no error.

    Among equal confidences nobody knows which are looked at: their errors count in proportion.
    """
    errors = sum(not right for _, right in judgements)
    left = part * len(judgements)
    caught = 0.0
    for _, group in groupby(sorted(judgements), key=lambda judgement: judgement[0]):
        equal = [right for _, right in group]
        looked_at = min(float(len(equal)), left)
        caught += equal.count(False) * looked_at / len(equal)
        left -= looked_at
    return caught / errors if errors else 0.0


def calibration(judgements: Sequence[Judgement], without: int = 0) -> Figures:
    """The figures of one sort of statement; `without` is how many answers gave no confidence."""
    return {
        "n": len(judgements),
        "without_confidence": without,
        "errors": sum(not right for _, right in judgements),
        "expected_calibration_error": expected_calibration_error(judgements),
        "brier": brier_score(judgements),
        "errors_in_least_sure_fifth": errors_caught(judgements),
        "wrong_at_0_9": sum(not right for confidence, right in judgements if confidence >= 0.9),
    }

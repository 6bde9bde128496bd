"""Precision, recall, F1 and shares, from counts."""

from __future__ import annotations

Number = int | float
Figures = dict[str, "Number | Figures"]
"""Named numbers, in groups: what is printed, compared and held to floors."""


def share(part: int, whole: int) -> float:
    """`part` of `whole`; 0 of nothing."""
    return part / whole if whole else 0.0


def f1(precision: float, recall: float) -> float:
    """The harmonic mean of the two."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def scores(right: int, answered: int, gold: int) -> Figures:
    """Precision, recall and F1 of `right` answers out of `answered`, where there are `gold`."""
    precision, recall = share(right, answered), share(right, gold)
    return {"precision": precision, "recall": recall, "f1": f1(precision, recall)}


def figure(figures: Figures, name: str) -> Number | None:
    """The number of a dotted name ("quotes.f1"), None where there is none."""
    found: Number | Figures | None = figures
    for part in name.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return None if isinstance(found, dict) else found

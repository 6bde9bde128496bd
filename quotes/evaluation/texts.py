"""What of a text counts in a comparison: letters and digits, not marks, blanks or punctuation."""

from __future__ import annotations

import unicodedata
from itertools import accumulate

from quotes.statement import Span

SAME = 0.8
"""Shared part of the letters of two spans from which they are one quotation."""
TOUCHING = 0.5
"""The same for claims, and for what is left out of the count."""
ROUNDING = 1e-9
_QUOTATION_MARKS = frozenset("\"'`‘’“”„‟″＂«»")


class Letters:
    """How many letters and digits stand where in a text."""

    def __init__(self, text: str) -> None:
        self._before = list(accumulate((character.isalnum() for character in text), initial=0))

    def within(self, span: Span) -> int:
        """Letters and digits in `span`."""
        return self._before[span[1]] - self._before[span[0]]

    def shared(self, one: Span, other: Span) -> int:
        """Letters and digits in both spans."""
        start, end = max(one[0], other[0]), min(one[1], other[1])
        return self.within((start, end)) if start < end else 0

    def overlap(self, one: Span, other: Span) -> float:
        """Shared letters as a part of those in either span, 0 to 1."""
        shared = self.shared(one, other)
        return shared / (self.within(one) + self.within(other) - shared) if shared else 0.0

    def place(self, span: Span) -> Span:
        """The span counted in letters: equal for spans that differ in marks and blanks at their edges."""
        return self._before[span[0]], self._before[span[1]]


def bare(text: str, span: Span) -> Span:
    """`span` without quotation marks and blanks at its edges."""
    start, end = span
    while start < end and _is_edge(text[start]):
        start += 1
    while start < end and _is_edge(text[end - 1]):
        end -= 1
    return start, end


def words(text: str) -> int:
    """Pieces between blanks that hold a letter or digit."""
    return sum(any(character.isalnum() for character in piece) for piece in text.split())


def letters_of(text: str) -> str:
    """The letters and digits of `text`, in their compatibility forms."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def _is_edge(character: str) -> bool:
    return character.isspace() or character in _QUOTATION_MARKS

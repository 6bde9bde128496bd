"""Fixing where a statement begins and ends: word by word, or by the words that are typed."""

import re
from typing import Literal

from quotes.people.passages import places
from quotes.statement import Span

Edge = Literal["start", "end"]
_UNIT = re.compile(r"\w+(?:[-'\u2019]\w+)*|[^\w\s]")
"""A word, or a mark of punctuation: so that a comma or a quotation mark can be left out."""


def moved(text: str, span: Span, edge: Edge, step: Literal[-1, 1]) -> Span:
    """`span` with one edge moved by a word or mark, ahead (1) or back (-1); the same where it cannot be.

    It never becomes empty and never leaves the text.
    """
    start, end = span
    if edge == "start":
        starts = [unit.start() for unit in _UNIT.finditer(text)]
        new = _next(starts, start, step)
        return (new, end) if new is not None and new < end else span
    ends = [unit.end() for unit in _UNIT.finditer(text)]
    new = _next(ends, end, step)
    return (start, new) if new is not None and new > start else span


def located(text: str, words: str, near: int) -> Span | None:
    """Where `words` stand in `text`, typography aside; of several places the one nearest to `near`."""
    return min(places(text, words), key=lambda place: (abs(place[0] - near), place[0]), default=None)


def _next(known: list[int], at: int, step: Literal[-1, 1]) -> int | None:
    if step == 1:
        return min((place for place in known if place > at), default=None)
    return max((place for place in known if place < at), default=None)

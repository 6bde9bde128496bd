"""Where a text has words between double quotation marks, found apart from the parser that is measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from quotes.statement import Span

_OPENING = frozenset("“„‟″")
_CLOSING = frozenset("”")
_STRAIGHT = frozenset('"＂')
_BEFORE_OPENING = frozenset("([{—–-/‘'“\"")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/’'…")
_LINE = re.compile(r"[^\r\n]+")


class Side(Enum):
    """Which side of a quotation a mark stands on."""

    OPEN = auto()
    CLOSE = auto()
    EITHER = auto()


_Mark = tuple[int, int, Side]


def marked_spans(text: str, *, typewriter: bool = False) -> list[Span]:
    """Outermost spans between double marks, without the marks, line by line.

    An opened mark that its line does not close runs to the line's end, and the next line may close it.
    `typewriter`: `` and '' are double marks too.
    """
    found: list[Span] = []
    left_open = False
    for line in _LINE.finditer(text):
        start, end = line.span()
        if not line[0].strip():
            continue
        marks = list(_marks(text, start, end, typewriter))
        spans, open_at_end = _pair(marks, end)
        if left_open and marks and marks[0][2] is Side.CLOSE:
            found.append((start, marks[0][0]))
        found += spans
        left_open = open_at_end
    stripped = (_strip(text, span) for span in sorted(found))
    return [span for span in stripped if span[0] < span[1]]


def _marks(text: str, start: int, end: int, typewriter: bool) -> Iterator[_Mark]:
    at = start
    while at < end:
        character = text[at]
        doubled = typewriter and text.startswith(("''", "``"), at)
        width = 2 if doubled else 1
        if doubled or character in _OPENING or character in _CLOSING or character in _STRAIGHT:
            before = text[at - 1] if at > start else " "
            after = text[at + width] if at + width < end else " "
            yield at, at + width, _side(_by_shape(character), before, after)
        at += width


def _by_shape(character: str) -> Side:
    if character in _OPENING or character == "`":
        return Side.OPEN
    return Side.CLOSE if character in _CLOSING else Side.EITHER


def _side(shape: Side, before: str, after: str) -> Side:
    """A blank on one side tells most; then the mark's shape, then what stands beside it."""
    if before.isspace() != after.isspace():
        return Side.OPEN if before.isspace() else Side.CLOSE
    if shape is not Side.EITHER:
        return shape
    if before in _BEFORE_OPENING and after.isalnum():
        return Side.OPEN
    if after in _AFTER_CLOSING and not before.isspace():
        return Side.CLOSE
    return Side.EITHER


def _pair(marks: list[_Mark], end: int) -> tuple[list[Span], bool]:
    """The spans of a line and whether the last stays open. Nesting counts only where it comes out even."""
    spans, depth, deepest = _pair_to_depth(marks, end, limit=len(marks))
    if depth and deepest > 1:
        spans, depth, _ = _pair_to_depth(marks, end, limit=1)
    return spans, depth > 0


def _pair_to_depth(marks: list[_Mark], end: int, limit: int) -> tuple[list[Span], int, int]:
    """Outermost spans, the depth at the end, the greatest depth; what opens beyond `limit` is passed over."""
    spans: list[Span] = []
    depth = deepest = opened = 0
    for before, after, side in marks:
        if side is Side.OPEN or (side is Side.EITHER and not depth):
            opened = after if depth == 0 else opened
            depth = min(depth + 1, limit)
            deepest = max(deepest, depth)
        elif depth:
            depth -= 1
            if depth == 0:
                spans.append((opened, before))
    if depth:
        spans.append((opened, end))
    return spans, depth, deepest


def _strip(text: str, span: Span) -> Span:
    start, end = span
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), max(start, end - len(piece) + len(piece.rstrip()))

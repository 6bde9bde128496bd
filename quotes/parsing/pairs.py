"""Which closing mark belongs to which opening mark, in one paragraph."""

import re
from typing import NamedTuple

from quotes.parsing.apostrophes import without_measures, without_possessives
from quotes.parsing.marks import CLOSING_PUNCTUATION, Family, Mark, find_marks

_SENTENCE_END = re.compile(r"[.!?…]\s*$")


class Pair(NamedTuple):
    """Words in marks: `text[start:end]` with them, `text[inner_start:inner_end]` without.

    `closed` is false where the closing mark is missing.
    """

    start: int
    end: int
    closed: bool
    inner_start: int
    inner_end: int
    family: Family


def pair_marks(text: str, start: int, end: int, carried: bool, goes_on: bool) -> tuple[list[Pair], list[int]]:
    """The pairs of the paragraph `text[start:end]`, in order, and the places of the marks without a partner.

    `carried` tells that it begins inside a quotation of the paragraph before, `goes_on` that the
    next one takes up a quotation in single marks.
    """
    marks = without_measures(text, find_marks(text, start, end))
    marks = without_possessives(text, marks, start if goes_on else None)
    pairs, orphans, clean = _walk(text, marks, start, end, carried, nested=True)
    if not clean:
        pairs, orphans, _ = _walk(text, marks, start, end, carried, nested=False)
    return sorted(pairs), orphans


def _walk(
    text: str, marks: list[Mark], start: int, end: int, carried: bool, *, nested: bool
) -> tuple[list[Pair], list[int], bool]:
    """Pair marks with a stack. The last value is false where marks of one kind nest unevenly."""
    pairs: list[Pair] = []
    orphans: list[int] = []
    stack: list[Mark] = []
    for mark in marks:
        if _opens(mark, stack):
            if not nested:
                _break_off(text, stack, mark, pairs, orphans)
            stack.append(mark)
            continue
        opener = _matching(stack, mark)
        if opener is not None:
            while stack.pop() is not opener:
                pass
            pairs.append(Pair(opener.start, mark.end, True, opener.end, mark.start, opener.family))
        elif carried and mark is marks[0] and mark.family != "single":
            pairs.append(Pair(start, mark.end, True, start, mark.start, mark.family))
        elif mark.family != "single":
            orphans.append(mark.start)
    clean = _nests_evenly(stack, pairs)
    pairs += _left_open(text, stack, start, end)
    return pairs, orphans, clean


def _nests_evenly(still_open: list[Mark], pairs: list[Pair]) -> bool:
    """Whether no mark that stayed open stands before a pair of its kind, and one double mark at most did."""
    first: dict[Family, int] = {
        mark.family: mark.start for mark in reversed(still_open) if mark.family != "single"
    }
    crossed = any(first.get(pair.family, pair.start) < pair.start for pair in pairs)
    return not crossed and sum(mark.family == "double" for mark in still_open) <= 1


def _opens(mark: Mark, stack: list[Mark]) -> bool:
    if mark.role != "either":
        return mark.role == "open"
    return not any(other.family == mark.family for other in stack)


def _matching(stack: list[Mark], mark: Mark) -> Mark | None:
    """The opener that `mark` closes, of its family; a single mark closes no double one."""
    for opener in reversed(stack):
        if opener.family == mark.family:
            return opener
        if opener.family == "double" and mark.family == "single":
            return None
    return None


def _break_off(text: str, stack: list[Mark], mark: Mark, pairs: list[Pair], orphans: list[int]) -> None:
    """An opening mark where one of its kind is open: the first lacks its closing mark.

    It ends at a lone single closing mark, or here where a sentence does; else nothing tells where
    its words end, and it is let go.
    """
    opener = next((other for other in stack if other.family == mark.family), None)
    if opener is None:
        return
    closed = _lone_closer(text, opener, mark.start)
    if closed is not None:
        pairs.append(closed)
    elif _SENTENCE_END.search(text, opener.end, mark.start):
        pairs.append(Pair(opener.start, mark.start, False, opener.end, mark.start, opener.family))
    else:
        orphans.append(opener.start)
    del stack[stack.index(opener) :]


def _left_open(text: str, stack: list[Mark], start: int, end: int) -> list[Pair]:
    """The outermost mark still open runs to the paragraph's end, or to a lone single closing mark."""
    outer = next((mark for mark in stack if mark.family != "single" or mark.start == start), None)
    if outer is None:
        return []
    return [_lone_closer(text, outer, end) or Pair(outer.start, end, False, outer.end, end, outer.family)]


def _lone_closer(text: str, opener: Mark, end: int) -> Pair | None:
    """The pair of a double mark and the single one that closes it by mistake, after a full stop or comma."""
    if opener.family != "double":
        return None
    for closer in find_marks(text, opener.end, end):
        if closer.family == "single" and closer.role == "open":
            return None
        ends = closer.role == "close" and text[closer.start - 1] in CLOSING_PUNCTUATION
        if ends and closer.shape in "’'":
            return Pair(opener.start, closer.end, True, opener.end, closer.start, opener.family)
    return None

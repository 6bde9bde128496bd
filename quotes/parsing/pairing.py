"""From quotation marks to quotations: what stands in marks, nested and over paragraphs.

One bad mark never loses a document: whatever cannot be paired is left alone and told of.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotes.parsing.apostrophes import without_measures, without_possessives
from quotes.parsing.marks import Mark, find_marks

_SENTENCE_END = re.compile(r"[.!?…]\s*$")
_CLOSING_PUNCTUATION = ",.!?…"
SHOWN = 25
"""Characters on either side of a mark that a warning shows."""
MOST_UNMARKED = 4
"""Paragraphs without a mark that a quotation may run through; after more, its closing mark is another's."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in marks: `text[start:end]` without the marks, `outer_start`, `outer_end` with them.

    `parent` is the index of the quotation around it, `continues` that of the quotation of an
    earlier paragraph which was left open and goes on here. `closed` is false where the closing
    mark is missing and the paragraph's end was taken.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    depth: int = 0
    parent: int | None = None
    continues: int | None = None
    closed: bool = True
    family: str = "double"


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[list[Quotation], list[str]]:
    """All quotations of the paragraphs of `text`, in order, and warnings about marks without a partner."""
    found: list[Quotation] = []
    warnings: list[str] = []
    left_open: int | None = None
    for number, (start, end) in enumerate(paragraphs):
        if left_open is not None and _runs_through(text, paragraphs[number : number + MOST_UNMARKED + 1]):
            found.append(Quotation(start, end, start, end, continues=left_open, closed=False))
            left_open = len(found) - 1
            continue
        goes_on = _opening_single(text, paragraphs[number + 1 : number + 2])
        pairs, orphans = _pair_paragraph(text, start, end, left_open is not None, goes_on)
        base = len(found)
        found += _nest(text, pairs, base, left_open, start)
        left_open = next(
            (base + i for i, pair in enumerate(sorted(pairs)) if not pair[2] and pair[1] == end), None
        )
        if orphans:
            words = _on_one_line(text[max(start, orphans[0] - SHOWN) : min(end, orphans[0] + SHOWN)])
            warnings.append(f"a quotation mark without a partner: …{words}…")
    warnings += _unclosed_warnings(text, found)
    return found, warnings


def _runs_through(text: str, paragraphs: Sequence[tuple[int, int]]) -> bool:
    """Whether the first paragraph, without a mark, lies between an open quotation and its closing mark."""
    for number, (start, end) in enumerate(paragraphs):
        marks = without_measures(text, find_marks(text, start, end))
        marks = [mark for mark in marks if mark.family != "single"]
        if marks:
            return number > 0 and marks[0].role == "close"
    return False


def _opening_single(text: str, paragraphs: Sequence[tuple[int, int]]) -> bool:
    """Whether the next paragraph goes on in single marks."""
    return any(
        mark.start == start and mark.family == "single" and mark.role == "open"
        for start, end in paragraphs
        for mark in find_marks(text, start, end)[:1]
    )


_Pair = tuple[int, int, bool, int, int, str]
"""(outer start, outer end, closed, content start, content end, family)"""


def _pair_paragraph(
    text: str, start: int, end: int, carried: bool, goes_on: bool
) -> tuple[list[_Pair], list[int]]:
    marks = without_measures(text, find_marks(text, start, end))
    marks = without_possessives(text, marks, start if goes_on else None)
    pairs, orphans, clean = _walk(text, marks, start, end, carried, nested=True)
    if not clean:
        pairs, orphans, _ = _walk(text, marks, start, end, carried, nested=False)
    return pairs, orphans


def _walk(
    text: str, marks: list[Mark], start: int, end: int, carried: bool, *, nested: bool
) -> tuple[list[_Pair], list[int], bool]:
    """Pair marks with a stack. The last value is false where marks of one kind nest unevenly."""
    pairs: list[_Pair] = []
    orphans: list[int] = []
    stack: list[Mark] = []
    for position, mark in enumerate(marks):
        if _opens(mark, stack):
            if not nested:
                _break_off(text, stack, mark, pairs, orphans)
            stack.append(mark)
            continue
        opener = _matching(stack, mark)
        if opener is not None:
            while stack.pop() is not opener:
                pass
            pairs.append((opener.start, mark.end, True, opener.end, mark.start, opener.family))
        elif carried and not pairs and not stack and position == 0 and mark.family != "single":
            pairs.append((start, mark.end, True, start, mark.start, mark.family))
        elif mark.family != "single":
            orphans.append(mark.start)
    clean = not any(
        mark.start < pair[0] and mark.family == pair[5] != "single" for mark in stack for pair in pairs
    )
    clean = clean and sum(mark.family == "double" for mark in stack) <= 1
    pairs += _left_open(text, stack, start, end)
    return pairs, orphans, clean


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


def _break_off(text: str, stack: list[Mark], mark: Mark, pairs: list[_Pair], orphans: list[int]) -> None:
    """An opening mark where one of its kind is open: the first lacks its closing mark.

    It ends here where a sentence does; else nothing tells where its words end, and it is let go.
    """
    opener = next((other for other in stack if other.family == mark.family), None)
    if opener is None:
        return
    if _SENTENCE_END.search(text, opener.end, mark.start):
        pairs.append((opener.start, mark.start, False, opener.end, mark.start, opener.family))
    else:
        orphans.append(opener.start)
    del stack[stack.index(opener) :]


def _left_open(text: str, stack: list[Mark], start: int, end: int) -> list[_Pair]:
    """The outermost mark still open runs to the paragraph's end, or to a lone single closing mark."""
    outer = next((mark for mark in stack if mark.family != "single" or mark.start == start), None)
    if outer is None:
        return []
    if outer.family == "double":
        for closer in find_marks(text, outer.end, end):
            if (
                closer.shape in "’'"
                and closer.role == "close"
                and text[closer.start - 1] in _CLOSING_PUNCTUATION
            ):
                return [(outer.start, closer.end, True, outer.end, closer.start, outer.family)]
    return [(outer.start, end, False, outer.end, end, outer.family)]


def _nest(text: str, pairs: list[_Pair], base: int, left_open: int | None, start: int) -> list[Quotation]:
    result: list[Quotation] = []
    enclosing: list[int] = []
    for outer_start, outer_end, closed, inner_start, inner_end, family in sorted(pairs):
        inner_start, inner_end = _trim(text, inner_start, inner_end)
        while enclosing and result[enclosing[-1]].outer_end < outer_end:
            enclosing.pop()
        parent = enclosing[-1] if enclosing else None
        continues = left_open if not result and outer_start == start else None
        result.append(
            Quotation(
                inner_start, inner_end, outer_start, outer_end, len(enclosing),
                None if parent is None else base + parent, continues, closed, family,
            )
        )  # fmt: skip
        enclosing.append(len(result) - 1)
    return result


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _unclosed_warnings(text: str, found: list[Quotation]) -> list[str]:
    """A paragraph that ends open is no fault where the next one goes on with a mark of its own."""
    continued = {quotation.continues for quotation in found}
    unclosed = [q for i, q in enumerate(found) if not q.closed and i not in continued]
    words = [_on_one_line(text[q.start : q.end])[:40] for q in unclosed]
    return [f"a quotation without a closing mark was taken to its end: {opening}…" for opening in words]


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def without_empty(quotations: Sequence[Quotation], text: str) -> list[Quotation]:
    """The quotations that hold a letter or digit, with `parent` and `continues` renumbered."""
    kept = [i for i, q in enumerate(quotations) if any(c.isalnum() for c in text[q.start : q.end])]
    renumbered = {old: new for new, old in enumerate(kept)}
    return [
        replace(
            quotations[i],
            parent=_lookup(renumbered, quotations[i].parent),
            continues=_lookup(renumbered, quotations[i].continues),
        )
        for i in kept
    ]


def _lookup(renumbered: dict[int, int], index: int | None) -> int | None:
    return None if index is None else renumbered.get(index)

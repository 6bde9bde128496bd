"""Quotations: what stands in marks, nested, and over paragraphs.

One bad mark never loses a document: whatever cannot be paired is left alone and told of.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotes.parsing.apostrophes import without_measures
from quotes.parsing.marks import find_marks
from quotes.parsing.pairs import Pair, pair_marks

SHOWN = 25
"""Characters on either side of a mark that a warning shows."""
_NUMBER = re.compile(r"\d{1,2}[.)]\s*(?=[^\W\d])")
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
            inner = _after_number(text, start, end)
            found.append(Quotation(inner, end, start, end, continues=left_open, closed=False))
            left_open = len(found) - 1
            continue
        goes_on = _opening_single(text, paragraphs[number + 1 : number + 2])
        pairs, orphans = pair_marks(text, start, end, left_open is not None, goes_on)
        base = len(found)
        found += _nest(text, pairs, base, left_open, start)
        unclosed = (i for i, pair in enumerate(pairs, base) if not pair.closed and pair.end == end)
        left_open = next(unclosed, None)
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


def _nest(text: str, pairs: list[Pair], base: int, left_open: int | None, start: int) -> list[Quotation]:
    result: list[Quotation] = []
    enclosing: list[int] = []
    for pair in pairs:
        inner_start, inner_end = _trim(text, pair.inner_start, pair.inner_end)
        if inner_start == start:
            inner_start = _after_number(text, inner_start, inner_end)
        while enclosing and result[enclosing[-1]].outer_end < pair.end:
            enclosing.pop()
        parent = enclosing[-1] if enclosing else None
        continues = left_open if not result and pair.start == start else None
        result.append(
            Quotation(
                inner_start, inner_end, pair.start, pair.end, len(enclosing),
                None if parent is None else base + parent, continues, pair.closed, pair.family,
            )
        )  # fmt: skip
        enclosing.append(len(result) - 1)
    return result


def _after_number(text: str, start: int, end: int) -> int:
    """Where the words of a paragraph in a quotation begin: a list's number is the writer's."""
    number = _NUMBER.match(text, start, end)
    return number.end() if number else start


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

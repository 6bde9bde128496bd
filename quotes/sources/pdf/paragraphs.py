"""From the lines of pages to paragraphs, which may run on over the end of a column or a page."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from quotes.sources.furniture.pieces import ends_sentence
from quotes.sources.pdf.hyphens import Joiner
from quotes.sources.pdf.pages import Line

GAP = 1.22
"""Of the usual distance of lines: a wider one parts paragraphs (the narrowest in use is a quarter line)."""
WIDE_GAP = 1.7
"""A gap over which nothing runs on, not even in lower case."""
INDENT = 0.8
"""Of the size of the type: a line that begins so far to the right of the one before begins a paragraph."""
SIZES_ALIKE = 0.08
NOTE_SIZE = 0.88
"""Footnotes are set in type smaller than so much of that of the text."""
FULL_LINE = 0.8
"""Of the width of the lines around: a line that had room for the next word in it was ended on purpose."""
NEIGHBOURS = 10
NEIGHBOURS_MIN = 4

_BULLET = re.compile(r"[•▪◦●■□➢*]\s|\(?(?:\d{1,2}|[a-z])[.)]\s")
_LEADERS = re.compile(r"(?: ?[.…·_]){4,} ?\w{1,6}\Z")
_LEADERS_REACH = 40
_NARROW = frozenset("iljtfrI.,;:'’‘“”|!()[] ")


@dataclass(slots=True)
class Paragraph:
    """A paragraph; `pages` tells at which offset of its text each of its pages begins."""

    text: str
    pages: list[tuple[int, int]]
    size: float
    lines: list[Line] = field(default_factory=list)


def paragraphs(lines: Sequence[Line], joiner: Joiner) -> list[Paragraph]:
    """The paragraphs of `lines`; footnotes follow the paragraph that runs on over them."""
    measures = _Measures(lines)
    result: list[Paragraph] = []
    current: Paragraph | None = None
    notes: list[Paragraph] = []
    for page in _by_page(lines):
        body, small = measures.parted(page)
        for line in body:
            if current is not None and _goes_on(current, line, measures):
                _extend(current, line, joiner)
                continue
            result += [current, *notes] if current is not None else notes
            current, notes = _begun(line), []
        notes += _plain(small, measures, joiner)
    return [*result, *([current] if current is not None else []), *notes]


def body_size(lines: Iterable[Line]) -> float:
    """The size of type that most letters have."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    return max(letters, key=lambda size: letters[size], default=0.0)


class _Measures:
    """What is usual in a document: distances and widths of lines, the size of its type."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._size = body_size(lines)
        drops: dict[float, Counter[float]] = {}
        for before, line in pairwise(lines):
            if _is_below(before, line):
                drops.setdefault(line.size, Counter())[round((before.y - line.y) * 2) / 2] += 1
        self._leading = {size: max(found, key=lambda d: (found[d], -d)) for size, found in drops.items()}
        self._widths = dict(_widths(lines))
        self._margins = dict(_margins(lines))
        starts = [(before, line) for before, line in pairwise(lines) if _is_below(before, line)]
        indents = sum(line.x - before.x > INDENT * line.size for before, line in starts)
        gaps = sum(before.y - line.y > GAP * self.leading(line.size) for before, line in starts)
        self._indents = indents > gaps

    def leading(self, size: float) -> float:
        """The usual distance of two lines in type of this size."""
        return self._leading.get(size, 1.2 * size)

    def has_room(self, before: Line, line: Line) -> bool:
        """Whether the first word of `line` would have fitted at the end of the line `before`."""
        width = self._widths.get(before)
        word = line.text.split(" ", 1)[0]
        return width is not None and _breadth(f"{before.text} {word}") <= FULL_LINE * width

    def begins_paragraph(self, line: Line) -> bool:
        """Whether a line at the top of a page or column begins a paragraph, as far as indents can tell."""
        return not self._indents or line.x - self._margins.get(line, line.x) > INDENT * line.size

    def parted(self, page: list[Line]) -> tuple[list[Line], list[Line]]:
        """The lines of a page without its footnotes, and these."""
        end = len(page)
        while end and page[end - 1].size <= NOTE_SIZE * self._size:
            end -= 1
        return (page[:end], page[end:]) if end else (page, [])


def _widths(lines: Sequence[Line]) -> Iterator[tuple[Line, float]]:
    """The usual width of the lines around each, where there are enough to tell."""
    breadths = [_breadth(line.text) for line in lines]
    for index, line in enumerate(lines):
        near = range(max(0, index - NEIGHBOURS), min(len(lines), index + NEIGHBOURS + 1))
        alike = sorted(
            breadths[other]
            for other in near
            if lines[other].page == line.page and lines[other].size == line.size
        )
        if len(alike) >= NEIGHBOURS_MIN:
            yield line, alike[int(0.9 * (len(alike) - 1))]


def _margins(lines: Sequence[Line]) -> Iterator[tuple[Line, float]]:
    """Where the line below begins, for lines that have one."""
    for line, after in pairwise(lines):
        if _is_below(line, after):
            yield line, after.x


def _is_below(before: Line, line: Line) -> bool:
    return before.page == line.page and before.size == line.size and 0 < before.y - line.y < 3 * line.size


def _breadth(text: str) -> float:
    """About how wide `text` is printed: in small letters."""
    return sum(0.5 if letter in _NARROW else 1.35 if letter.isupper() else 1.0 for letter in text)


def _by_page(lines: Sequence[Line]) -> Iterator[list[Line]]:
    page: list[Line] = []
    for line in lines:
        if page and page[-1].page != line.page:
            yield page
            page = []
        page.append(line)
    if page:
        yield page


def _plain(lines: list[Line], measures: _Measures, joiner: Joiner) -> list[Paragraph]:
    found: list[Paragraph] = []
    for line in lines:
        if found and _goes_on(found[-1], line, measures):
            _extend(found[-1], line, joiner)
        else:
            found.append(_begun(line))
    return found


def _begun(line: Line) -> Paragraph:
    return Paragraph(line.text, [(line.page, 0)], line.size, [line])


def _extend(paragraph: Paragraph, line: Line, joiner: Joiner) -> None:
    before = joiner.join(paragraph.text, line.text)
    if paragraph.lines[-1].page != line.page:
        paragraph.pages.append((line.page, len(before)))
    paragraph.text = before + line.text
    paragraph.lines.append(line)


def _goes_on(paragraph: Paragraph, line: Line, measures: _Measures) -> bool:
    """Whether `line` belongs to the paragraph above it."""
    before = paragraph.lines[-1]
    if abs(before.size - line.size) > SIZES_ALIKE * max(before.size, line.size):
        return False
    drop = before.y - line.y
    if before.page == line.page and abs(drop) < 0.3 * line.size:
        return True  # on the same line
    if _LEADERS.search(before.text[-_LEADERS_REACH:]):
        return False  # a line of a table of contents
    if _BULLET.match(line.text) and (ends_sentence(before.text) or measures.has_room(before, line)):
        return False
    if before.page == line.page and drop > 0:
        return _goes_on_below(before, line, drop / measures.leading(line.size), measures)
    return _goes_on_elsewhere(paragraph, line, measures)


def _goes_on_elsewhere(paragraph: Paragraph, line: Line, measures: _Measures) -> bool:
    """Whether a paragraph goes on at the top of the next column or page."""
    before = paragraph.lines[-1]
    if line.text[0].islower():
        return True
    if measures.has_room(before, line):
        return False
    opened = paragraph.text.count("“") > paragraph.text.count("”") and line.text[0] not in '“"‘'
    return opened or not ends_sentence(before.text) or not measures.begins_paragraph(line)


def _goes_on_below(before: Line, line: Line, gap: float, measures: _Measures) -> bool:
    if gap > WIDE_GAP:
        return False
    if line.text[0].islower():
        return True
    if gap > GAP or line.x - before.x > INDENT * line.size:
        return False
    return not measures.has_room(before, line)

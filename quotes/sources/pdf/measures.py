"""What is usual in a document: the distances and widths of its lines, its margins, the size of its type."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from quotes.sources.pdf.pages import Line

GAP = 1.22
"""Of the usual distance of lines: a wider one parts paragraphs (the narrowest in use is a quarter line)."""
INDENT = 0.8
"""Of the size of the type: a line that begins so far to the right of the one before begins a paragraph."""
NOTE_SIZE = 0.88
"""Footnotes are set in type smaller than so much of that of the text."""
FULL_LINE = 0.8
"""Of the width of the lines around: a line that had room for the next word in it was ended on purpose."""
NEIGHBOURS = 10
NEIGHBOURS_MIN = 4

_NARROW = frozenset("iljtfrI.,;:'’‘“”|!()[] ")


def body_size(lines: Iterable[Line]) -> float:
    """The size of type that most letters have."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    return max(letters, key=lambda size: letters[size], default=0.0)


class Measures:
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

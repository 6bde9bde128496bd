"""Running heads, running feet and page numbers: lines that stand on most pages at the same height."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from quotes.sources.pdf.pages import Line

EDGE_LINES = 3
"""So many lines at the top and at the bottom of a page may be such."""
RUNNING_SHARE = 0.4
"""Of the pages: the first page of a chapter, full-page pictures and tables often have none."""
CLOSE_PAGES = 3
"""On so many pages a line must come back that is not set apart from the text."""
APART = 1.5
"""Times the size of the type: a wider distance sets a line apart."""
RUNNING_MAX = 160
"""A longer line is text, in characters."""

_NUMBER = re.compile(r"\d+|\b[ivxlcdm]+\b", re.IGNORECASE)

_Key = tuple[str, int]


def running_lines(lines: Sequence[Line], pages: int) -> frozenset[Line]:
    """Those of `lines` that are no part of the text of a file with so many `pages`.

    They stand at a height where most pages have a line that comes back on another page, numbers aside.
    """
    edges = {
        line: apart
        for page in _by_page(lines)
        for line, apart in _edge(page)
        if len(line.text) <= RUNNING_MAX
    }
    on_pages = Counter(key for _, key in {(line.page, _key(line)) for line in edges})
    recurring = [
        line for line, apart in edges.items() if on_pages[_key(line)] >= (2 if apart else CLOSE_PAGES)
    ]
    heights = Counter(height for _, height in {(line.page, _height(line)) for line in recurring})
    needed = max(2, RUNNING_SHARE * pages)
    return frozenset(line for line in recurring if heights[_height(line)] >= needed)


def _key(line: Line) -> _Key:
    """What is alike in the heads of several pages: the words without numbers, and the height."""
    return _NUMBER.sub("#", line.text).casefold(), _height(line)


def _height(line: Line) -> int:
    return round(line.y)


def _by_page(lines: Sequence[Line]) -> Iterable[list[Line]]:
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return pages.values()


def _edge(page: list[Line]) -> Iterator[tuple[Line, bool]]:
    """The first and the last lines of a page by height, and whether each is set apart from the text."""
    page = sorted(page, key=lambda line: -line.y)
    if len(page) <= 2 * EDGE_LINES:
        yield from ((line, True) for line in page)
        return
    for edge in (page[: EDGE_LINES + 1], page[: -EDGE_LINES - 2 : -1]):
        apart = False
        for line, inner in reversed(list(pairwise(edge))):
            apart = apart or abs(line.y - inner.y) > APART * line.size
            yield line, apart

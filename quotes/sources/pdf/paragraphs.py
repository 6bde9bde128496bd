"""From the lines of pages to paragraphs, which may run on over the end of a column or a page."""

import re
from collections.abc import Iterator, Sequence

from quotes.sources.furniture.pieces import ends_sentence
from quotes.sources.pdf.hyphens import Joiner
from quotes.sources.pdf.measures import GAP, INDENT, Measures
from quotes.sources.pdf.pages import Line

WIDE_GAP = 1.7
"""A gap over which nothing runs on, not even in lower case."""
SIZES_ALIKE = 0.08

REACH = 1_000
"""Characters at the end of a paragraph that tell how the next line is joined to it."""

_BULLET = re.compile(r"[•▪◦●■□➢*]\s|\(?(?:\d{1,2}|[a-z])[.)]\s")
_LEADERS = re.compile(r"(?: ?[.…·_]){4,} ?\w{1,6}\Z")
_LEADERS_REACH = 40


class Paragraph:
    """A paragraph that grows line by line; `pages` tells at which offset of its text each page begins."""

    def __init__(self, line: Line) -> None:
        self.pages = [(line.page, 0)]
        self.size = line.size
        self.last = line
        self._parts: list[str] = []
        self._end = ""
        self._length = 0
        self._open = 0
        self._append("", line.text)

    @property
    def text(self) -> str:
        """Its text so far."""
        return "".join((*self._parts, self._end))

    @property
    def is_quoting(self) -> bool:
        """Whether a quotation was opened in it and not closed."""
        return self._open > 0

    def extend(self, line: Line, joiner: Joiner) -> None:
        """The next line."""
        before = joiner.join(self._end, line.text)
        if self.last.page != line.page:
            self.pages.append((line.page, self._length + len(before)))
        self.last = line
        self._append(before, line.text)

    def _append(self, before: str, line: str) -> None:
        """Only the end is written anew: paragraphs may have any number of lines."""
        if len(before) > REACH:
            self._parts.append(before)
            self._length += len(before)
            before = ""
        self._end = before + line
        self._open += line.count("“") - line.count("”")


def paragraphs(lines: Sequence[Line], joiner: Joiner) -> list[Paragraph]:
    """The paragraphs of `lines`; footnotes follow the paragraph that runs on over them."""
    measures = Measures(lines)
    result: list[Paragraph] = []
    current: Paragraph | None = None
    notes: list[Paragraph] = []
    for page in _by_page(lines):
        body, small = measures.parted(page)
        for line in body:
            if current is not None and _goes_on(current, line, measures):
                current.extend(line, joiner)
                continue
            result += [current, *notes] if current is not None else notes
            current, notes = Paragraph(line), []
        notes += _plain(small, measures, joiner)
    return [*result, *([current] if current is not None else []), *notes]


def _by_page(lines: Sequence[Line]) -> Iterator[list[Line]]:
    page: list[Line] = []
    for line in lines:
        if page and page[-1].page != line.page:
            yield page
            page = []
        page.append(line)
    if page:
        yield page


def _plain(lines: list[Line], measures: Measures, joiner: Joiner) -> list[Paragraph]:
    found: list[Paragraph] = []
    for line in lines:
        if found and _goes_on(found[-1], line, measures):
            found[-1].extend(line, joiner)
        else:
            found.append(Paragraph(line))
    return found


def _goes_on(paragraph: Paragraph, line: Line, measures: Measures) -> bool:
    """Whether `line` belongs to the paragraph above it."""
    before = paragraph.last
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


def _goes_on_elsewhere(paragraph: Paragraph, line: Line, measures: Measures) -> bool:
    """Whether a paragraph goes on at the top of the next column or page."""
    before = paragraph.last
    if line.text[0].islower():
        return True
    if measures.has_room(before, line):
        return False
    opened = paragraph.is_quoting and line.text[0] not in '“"‘'
    return opened or not ends_sentence(before.text) or not measures.begins_paragraph(line)


def _goes_on_below(before: Line, line: Line, gap: float, measures: Measures) -> bool:
    if gap > WIDE_GAP:
        return False
    if line.text[0].islower():
        return True
    if gap > GAP or line.x - before.x > INDENT * line.size:
        return False
    return not measures.has_room(before, line)

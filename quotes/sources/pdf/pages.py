"""From the pages of a PDF to lines of text, each with its place and the size of its type."""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PageObject, PdfReader

from quotes.errors import SourceError
from quotes.sources.pdf.budget import Budget

LABEL_MAX = 12
"""Characters of a page's label; a longer one is no number that anybody cites."""

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xa0": " "}
    # The bullets of the fonts Symbol and Wingdings, as programs write them.
    | {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "–"}
)
_NO_TEXT = frozenset(map(chr, {*range(9), 11, 12, *range(14, 32), 127}))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; `x` and `y` of its beginning grow to the right and upwards, in points like `size`."""

    text: str
    page: int
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Pages:
    """The lines of a PDF in the order in which it draws them, the labels of its pages, and what was lost."""

    lines: tuple[Line, ...]
    labels: tuple[str, ...]
    warnings: tuple[str, ...]


def pages_of(reader: PdfReader, name: str) -> Pages:
    """The text of every page. Raises SourceError where there is too much of it."""
    lines: list[Line] = []
    unread: list[int] = []
    pictures: list[int] = []
    budget = Budget(name)
    for number, page in enumerate(reader.pages):
        collector = _Collector(number, budget)
        budget.page()
        try:
            page.extract_text(
                visitor_text=collector.take,
                visitor_operand_before=lambda operator, operands, *place: budget.operation(
                    operator, operands
                ),
            )
        except SourceError:
            raise
        except Exception:  # pypdf raises anything on a broken page; the others may be whole
            unread.append(number)
        found = list(collector.lines())
        lines += found
        if not found and number not in unread and _has_picture(page):
            pictures.append(number)
    labels = _labels(reader)
    warnings = [
        *_told(unread, labels, "could not be read whole"),
        *_told(pictures, labels, "a picture without text: only text recognition (OCR) could read it"),
        *_lost(lines),
    ]
    return Pages(tuple(lines), labels, tuple(warnings))


class _Collector:
    """Puts the fragments that pypdf finds on a page together into lines."""

    def __init__(self, page: int, budget: Budget) -> None:
        self._page = page
        self._budget = budget
        self._lines: list[Line] = []
        self._fragments: list[str] = []
        self._sizes: Counter[float] = Counter()
        self._place: tuple[float, float] = (0.0, 0.0)

    def take(self, text: str, user: list[float], matrix: list[float], font: Any, size: float) -> None:
        """One fragment; a line ends with its "\\n"."""
        self._budget.characters(len(text))
        for index, part in enumerate(text.split("\n")):
            if index:
                self._end()
            if part.strip():
                x, y, scale = _placed(matrix, user)
                self._place = self._place if self._sizes else (x, y)
                self._sizes[round(abs(size) * scale, 1)] += len(part.strip())
            self._fragments.append(part)

    def lines(self) -> Iterator[Line]:
        """The lines so far."""
        self._end()
        yield from self._lines

    def _end(self) -> None:
        text = " ".join("".join(self._fragments).translate(_LIGATURES).split())
        if text and self._sizes:
            size = max(self._sizes, key=lambda each: self._sizes[each])
            self._lines.append(Line(text, self._page, *self._place, size))
        self._fragments, self._sizes = [], Counter()


def _placed(matrix: list[float], user: list[float]) -> tuple[float, float, float]:
    """Where a fragment stands, along and across its own direction of writing, and the scale of its type."""
    a, b, c, d, e, f = (
        matrix[0] * user[0] + matrix[1] * user[2],
        matrix[0] * user[1] + matrix[1] * user[3],
        matrix[2] * user[0] + matrix[3] * user[2],
        matrix[2] * user[1] + matrix[3] * user[3],
        matrix[4] * user[0] + matrix[5] * user[2] + user[4],
        matrix[4] * user[1] + matrix[5] * user[3] + user[5],
    )
    along, across = math.hypot(a, b) or 1.0, math.hypot(c, d) or 1.0
    return (e * a + f * b) / along, (e * c + f * d) / across, across


def _labels(reader: PdfReader) -> tuple[str, ...]:
    """What is printed on the pages as their numbers, by the file's own table; else 1, 2, 3..."""
    plain = tuple(str(number + 1) for number in range(len(reader.pages)))
    try:
        labels = [" ".join(label.split()) for label in reader.page_labels]
    except Exception:  # a broken table
        return plain
    if len(labels) != len(plain) or not all(0 < len(label) <= LABEL_MAX for label in labels):
        return plain
    return tuple(labels)


def _has_picture(page: PageObject) -> bool:
    try:
        forms: Any = page["/Resources"]["/XObject"]  # type: ignore[index]
        return any(forms[key].get("/Subtype") == "/Image" for key in forms)
    except Exception:  # a page without any, or a broken one
        return False


def _told(numbers: list[int], labels: tuple[str, ...], what: str) -> Iterator[str]:
    """One warning for the pages of which `what` is true."""
    if numbers:
        named = ", ".join(labels[number] for number in numbers[:5])
        more = f" and {len(numbers) - 5:,} more" if len(numbers) > 5 else ""
        yield f"page {named}{more}: {what}" if len(numbers) == 1 else f"pages {named}{more}: {what}"


def _lost(lines: list[Line]) -> Iterator[str]:
    """A warning where the fonts do not tell which letters their shapes stand for."""
    lost = sum(_is_lost(character) for line in lines for character in line.text)
    if lost:
        yield f"{lost:,} characters are in fonts that do not say which letters they are; they may be wrong"


def _is_lost(character: str) -> bool:
    return character == "\ufffd" or "\ue000" <= character <= "\uf8ff" or character in _NO_TEXT

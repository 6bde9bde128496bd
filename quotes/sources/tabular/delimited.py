"""CSV, TSV and their like: delimiter found, quoted cells with line ends, rows that do not fit told."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from quotes.sources.limits import MAX_CHARACTERS, MAX_UNCLOSED_CELLS
from quotes.sources.tabular.lines import Lines
from quotes.sources.tabular.record import Record

DELIMITERS = (",", ";", "\t", "|")
HEADER_LINES = 20
"""The names of the columns end within so many lines."""

_SEPARATOR = re.compile(r"sep=(?P<mark>[,;\t|])\r?\n")
"""How Excel tells itself the delimiter."""


def header_of(text: str) -> tuple[str, ...]:
    """The names of the columns that the first row of `text` gives, each once; none where it has no row."""
    return _parted(text)[0]


def records_of(lines: Lines) -> Iterator[Record]:
    """The rows below the names of the columns, one after the other; blank ones are passed over."""
    names, delimiter = _parted(lines.head())
    header = False
    for number, row in enumerate(_Rows(lines, delimiter).parted(), start=1):
        if not header:  # blank lines and "sep=;" may stand above it
            header = tuple(_named(row.cells)) == names
            continue
        original = lines.original(row.first, row.last).rstrip(b"\r\n")
        if row.problem:
            yield Record(number, original, "row", problem=row.problem)
        elif any(cell.strip() for cell in row.cells[len(names) :]):
            yield Record(number, original, "row", problem=_too_many(row.cells, names))
        elif any(cell.strip() for cell in row.cells):
            yield Record(number, original, "row", dict(zip(names, row.cells, strict=False)))


def first_rows(text: str) -> list[list[str]]:
    """The cells of the first row of `text`, by each of the delimiters."""
    lines = text.splitlines(keepends=True)
    return [_next(_reader(iter(lines), delimiter))[0] for delimiter in DELIMITERS]


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row, the lines it takes, and what is wrong where it cannot be parted."""

    cells: list[str]
    first: int
    last: int
    problem: str | None = None


class _Rows:
    """The rows of a table. A quotation mark that is never closed costs the line it stands in, no more."""

    def __init__(self, lines: Lines, delimiter: str) -> None:
        self._lines = lines
        self._delimiter = delimiter
        self._position = 0
        self._unclosed = 0

    def parted(self) -> Iterator[_Row]:
        """The rows one after the other, blank ones among them."""
        rows = self._reader()
        while self._position < len(self._lines):
            first = self._position
            cells, problem = _next(rows)
            ran_on = problem is not None or self._position == len(self._lines)
            if ran_on and self._is_unclosed(first):
                cells, problem = [], "a quotation mark opens a cell and never closes it"
                self._position = first + 1
                rows = self._reader()
            yield _Row(cells, first, self._position, problem)

    def _reader(self) -> Iterator[list[str]]:
        return _reader(self._fed(), self._delimiter)

    def _fed(self) -> Iterator[str]:
        while self._position < len(self._lines):
            self._position += 1
            yield self._lines.text(self._position - 1)

    def _is_unclosed(self, first: int) -> bool:
        """Whether the row that begins at this line ran on because a cell in it is never closed."""
        if self._position - first < 2 or self._unclosed == MAX_UNCLOSED_CELLS:
            return False
        texts = (self._lines.text(number) for number in range(first, self._position))
        try:
            next(_reader(texts, self._delimiter, strict=True))
        except csv.Error as error:
            self._unclosed += 1
            return "unexpected end" in str(error) or "field larger" in str(error)
        return False


def _parted(text: str) -> tuple[tuple[str, ...], str]:
    """The names of the columns, and the delimiter that parts the first row into most of them."""
    text = text.lstrip("\ufeff\r\n")
    told = _SEPARATOR.match(text)
    rows = text[told.end() if told else 0 :].lstrip("\r\n").splitlines(keepends=True)[:HEADER_LINES]
    delimiters = told["mark"] if told else DELIMITERS
    headers = {delimiter: _next(_reader(iter(rows), delimiter))[0] for delimiter in delimiters}
    delimiter = max(delimiters, key=lambda each: len(headers[each]))
    return tuple(_named(headers[delimiter])), delimiter


def _next(rows: Iterator[list[str]]) -> tuple[list[str], str | None]:
    try:
        return next(rows, []), None
    except csv.Error as error:
        return [], str(error)


def _reader(rows: Iterator[str], delimiter: str, *, strict: bool = False) -> Iterator[list[str]]:
    csv.field_size_limit(MAX_CHARACTERS)
    return csv.reader(rows, delimiter=delimiter, strict=strict)


def _named(header: list[str]) -> Iterator[str]:
    """The names of the columns, each once: a second "text" is "text (2)"."""
    taken: set[str] = set()
    copies: Counter[str] = Counter()
    for number, cell in enumerate(header, start=1):
        plain = name = " ".join(cell.split()) or f"column {number}"
        while name in taken:
            copies[plain] += 1
            name = f"{plain} ({copies[plain] + 1})"
        taken.add(name)
        yield name


def _too_many(cells: list[str], names: tuple[str, ...]) -> str:
    return (
        f"{len(cells)} cells under {len(names)} names of columns; "
        "put quotation marks around a text that has the delimiter in it"
    )

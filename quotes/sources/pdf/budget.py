"""What the pages of a PDF may cost: some draw without end, and none is worth more than some seconds."""

from typing import Any

from quotes.errors import SourceError
from quotes.sources.decoding.charset import too_long
from quotes.sources.limits import MAX_CHARACTERS, MAX_PDF_OPERATIONS, MAX_PDF_PAGE_TEXT, MAX_PDF_TEXT_WORK

TEXT_WEIGHT = 5
"""To place or show text takes pypdf so many times as long as to draw a line, at least."""
_SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})
_PLACING = _SHOWING | {b"Td", b"TD", b"Tm", b"T*"}


class Budget:
    """What may still be drawn in this file before it is given up as a trap."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._operations = self._characters = self._work = 0
        self._on_page = 0

    def page(self) -> None:
        """A page begins."""
        self._on_page = 0

    def operation(self, operator: bytes, operands: Any) -> None:
        """Something is to be drawn; pypdf copies the text of the page so far for every string."""
        shown = operands[0] if operator == b"TJ" and operands and isinstance(operands[0], list) else operands
        steps = max(len(shown), 1) if operator in _SHOWING else 1
        if operator in _SHOWING:
            self._on_page += sum(len(part) for part in shown if isinstance(part, str | bytes))
        self._operations += steps * TEXT_WEIGHT if operator in _PLACING else 1
        self._work += steps * self._on_page if operator in _PLACING else 0
        if (
            self._operations > MAX_PDF_OPERATIONS
            or self._work > MAX_PDF_TEXT_WORK
            or self._on_page > MAX_PDF_PAGE_TEXT
        ):
            raise SourceError(
                f"{self._name}: this PDF draws more than can be read in a minute; print it anew and try again"
            )

    def characters(self, number: int) -> None:
        """So many characters were found."""
        self._characters += number
        if self._characters > MAX_CHARACTERS:
            raise SourceError(too_long(self._name))

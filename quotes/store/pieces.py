"""The parts of texts that statements show: long texts are not read whole for a few sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select

from quotes.statement import Span
from quotes.store import identifiers
from quotes.store.rows import AnyRow
from quotes.store.tables import documents, statements


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a document's text, which begins at the offset `start`; with 0, it may be all of it."""

    text: str
    start: int = 0

    def words(self, start: int, end: int) -> str:
        """The words at these offsets of the document's text, as far as they are in this part."""
        return self.text[start - self.start : end - self.start]


def column() -> ColumnElement[str]:
    """What a query for statements beside their documents selects as `piece`, for `pieces` to read."""
    first = func.min(statements.c.start, statements.c.context_start)
    last = func.max(statements.c.end, statements.c.context_end)
    return func.substr(documents.c.text, first + 1, last - first).label("piece")


def pieces(connection: Connection, rows: Iterable[AnyRow]) -> Iterator[tuple[AnyRow, Piece]]:
    """Each row with a part of its document's text that holds all of the statement and its context.

    That is what was read with it, where this is all: SQLite counts no further than to a NUL character, and
    some statements have to do with words further off.
    """
    rows = list(rows)
    lacking = {row.document_id for row in rows if not _is_whole(row)}
    whole: dict[str, Piece] = {}
    for chunk in identifiers.chunks(sorted(lacking)):
        query = select(documents.c.id, documents.c.text).where(documents.c.id.in_(chunk))
        whole |= {identifier: Piece(text) for identifier, text in connection.execute(query)}
    for row in rows:
        own = whole.get(row.document_id)
        yield row, own or Piece(row.piece, min(row.start, row.context_start))


def _is_whole(row: AnyRow) -> bool:
    first, last = min(row.start, row.context_start), max(row.end, row.context_end)
    return len(row.piece) == last - first and all(
        first <= start and end <= last for start, end in _elsewhere(row)
    )


def _elsewhere(row: AnyRow) -> Iterator[Span]:
    if row.translated_start is not None:
        yield row.translated_start, row.translated_end
    for _, start, end, *_ in row.alterations or ():
        yield start, end

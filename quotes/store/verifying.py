"""Whether what is kept of a document holds: its bytes, its text, and every statement in it at its place."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from quotes.copies.texts import letters_of, text_key
from quotes.document import Block, Document
from quotes.errors import LibraryError, SourceError
from quotes.store.forgetting import redactions
from quotes.store.forgetting.redactions import Redacted
from quotes.store.originals import unpacked
from quotes.store.placed import misplaced
from quotes.store.rows import AnyRow
from quotes.store.rows import document as document_of
from quotes.store.tables import documents, originals, places, statements

Fault = Literal["record", "bytes", "text", "reading", "statement"]
"""What does not hold: the rows of a document cannot be read at all; the kept bytes are not those that were
put in; the text is not the one that was read from them; today's readers read another; a statement does not
stand where it says."""
_DAMAGED = re.compile("malformed|not a database|decode")
"""What SQLite, or its driver, says of rows that are damaged."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What does not hold of a document, or of one `statement` in it (by its id): `what`, in a line."""

    fault: Fault
    what: str
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """What is kept of a document, and what does not hold of that by itself (`differences`).

    `document.original` is empty where the bytes are damaged; `rows` are its statements.
    """

    id: str
    document: Document
    rows: tuple[AnyRow, ...]
    redacted: Redacted | None
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What of a document holds.

    `redacted` is when words in it were blanked, and how much; `unread` why its bytes could not be read again.
    Both are None where nothing is to be told.
    """

    document: str
    name: str
    sha256: str
    statements: int
    differences: tuple[Difference, ...] = ()
    redacted: str | None = None
    unread: str | None = None

    @property
    def standing(self) -> int:
        """How many of the statements stand where they say."""
        return self.statements - len({d.statement for d in self.differences if d.statement})


def verdict(kept: Held, read_again: Callable[[Document], Document]) -> Verdict:
    """What of a document holds; `read_again` reads its bytes, and raises SourceError where it cannot."""
    found, unread = list(kept.differences), None
    if kept.redacted is not None:
        found += _blanked(kept.document)
    elif kept.document.original:
        try:
            again = read_again(kept.document)
        except SourceError as error:
            unread = str(error)
        else:
            found += _compared(kept, again)
    about = kept.id, kept.document.name, kept.document.sha256, len(kept.rows)
    return Verdict(*about, tuple(found), _told(kept.redacted), unread)


def held(connection: Connection, document_id: str) -> Held | Verdict:
    """What is kept of the document with this whole id, compared with itself; the verdict where that cannot
    be read."""
    try:
        return _held(connection, document_id)
    except (DBAPIError, LookupError, TypeError, ValueError) as error:
        if isinstance(error, DBAPIError) and not _DAMAGED.search(str(error.orig)):
            raise
        broken = Difference("record", "what is kept of it is damaged, and cannot be read")
        return Verdict(document_id, "", "", 0, (broken,))


def _held(connection: Connection, document_id: str) -> Held:
    beside = documents.outerjoin(originals, originals.c.document_id == documents.c.id)
    query = select(documents, originals.c.size, originals.c.compressed).select_from(beside)
    row = connection.execute(query.where(documents.c.id == document_id)).one()
    original = _bytes(document_id, row.size, row.compressed, row.sha256)
    found: list[Difference] = []
    if original is None:
        found.append(Difference("bytes", "the kept bytes are missing or damaged"))
    found += _places(connection, document_id)
    if row.text_key is not None and text_key(row.text) != row.text_key:
        found.append(Difference("text", "the text is not the one that was stored"))
    of_document = select(statements).where(statements.c.document_id == document_id)
    rows = tuple(connection.execute(of_document.order_by(statements.c.number)))
    document = document_of(row, original or b"")
    for one in rows:
        found += [Difference("statement", what, one.id) for what in misplaced(one, document)]
    redacted = redactions.of(connection, [document_id]).get(document_id)
    return Held(document_id, document, rows, redacted, tuple(found))


def _told(redacted: Redacted | None) -> str | None:
    if redacted is None:
        return None
    return f"redacted on {redacted.on[:10]}: {redacted.characters:,} characters; the file is not kept"


def _blanked(document: Document) -> Iterator[Difference]:
    """Of a text in which words were blanked, the bytes are it itself."""
    if document.original and document.original.decode(document.encoding, errors="replace") != document.text:
        yield Difference("text", "the text is not the one that was kept when words in it were redacted")


def _compared(kept: Held, again: Document) -> Iterator[Difference]:
    """What today's readers read otherwise (`again`) than it is kept, and which statements are not in that."""
    document = kept.document
    if again.text == document.text:
        if again.encoding != document.encoding:
            yield Difference("reading", f"it is read as {again.encoding} now, as {document.encoding} before")
        elif again.offsets != document.offsets:
            yield Difference("reading", "the places of the text in the file are read otherwise now")
        elif _outline(again.blocks) != _outline(document.blocks):
            yield Difference("reading", "the parts of the file are told apart otherwise now")
        return
    if not any(difference.fault == "text" for difference in kept.differences):
        yield Difference("reading", "today's readers read another text from the same bytes")
    letters = letters_of(again.text)
    for row in kept.rows:
        if letters_of(document.text[row.start : row.end]) not in letters:
            yield Difference("statement", "its words are not in the text as it is read today", row.id)


def _bytes(document_id: str, size: int | None, compressed: bytes | None, sha256: str) -> bytes | None:
    """The bytes, None where they are not those with this hash."""
    try:
        return unpacked(document_id, size or 0, compressed or b"", sha256)
    except LibraryError:
        return None


def _places(connection: Connection, document_id: str) -> Iterator[Difference]:
    """Other places of the document whose bytes are not as they were put in; most share those of another."""
    kept = places.c.compressed.is_not(None)
    query = select(places.c.place, places.c.name, places.c.size, places.c.compressed, places.c.sha256)
    for row in connection.execute(query.where(places.c.document_id == document_id, kept)):
        if _bytes(document_id, row.size, row.compressed, row.sha256) is None:
            yield Difference("bytes", f"the kept bytes of {row.place or row.name} are damaged")


def _outline(blocks: tuple[Block, ...]) -> list[Any]:
    """The parts of a file but for why each was kept or dropped."""
    return [replace(block, reason=None, lang=None) for block in blocks]

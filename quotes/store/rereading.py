"""Puts a document's text as today's readers give it in place of the one that was kept."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from quotes.document import Document
from quotes.errors import SourceError
from quotes.people import anchoring
from quotes.statement import Parse, Span
from quotes.store import copies
from quotes.store.connections import connection_of
from quotes.store.decisions.statements import anchor_of, parsed_of
from quotes.store.indexes import indexing
from quotes.store.models import DocumentRow, StatementRow
from quotes.store.renewing import Renewed, renew
from quotes.store.reparsing import redate, reparse
from quotes.store.rows import document_values

SAME_TEXT_MIN = 0.3
"""How much of the shorter of two readings must stand in the other for them to be of one text (0 to 1)."""
_READ = tuple("text offsets blocks repairs pages encoding encoding_evidence lang processing warnings".split())
"""The columns that reading the bytes again gives anew; what is known of the document beside them stays."""


def reread(session: Session, document_id: str, parse: Parse, dated: Parse | None = None) -> Renewed:
    """Let a document have the text that `parse` is of, and the statements in it; otherwise as `reparse`.

    Every statement that was there is looked for in the new text, and keeps its id where it is found.
    Raises SourceError where the new text is not one of this document at all.
    """
    query = select(DocumentRow).where(DocumentRow.id == document_id)
    row = session.scalars(query.options(undefer(DocumentRow.text), undefer(DocumentRow.offsets))).one()
    if parse.document.text == row.text:
        _describe(row, parse)
        session.flush()
        return reparse(session, document_id, parse, dated)
    if anchoring.shared(row.text, parse.document.text) < SAME_TEXT_MIN:
        raise SourceError(f"{row.name}: read again by itself it gives another text; add its file again")
    former, moved = row.text, _moved(session, row, parse.document.text)
    _replace_text(session, row, parse)
    row.parsed_by = parse.parsed_by
    session.flush()
    renewed, kept_as = renew(session, document_id, parse, moved, former)
    if dated is not None:
        redate(session, document_id, dated, kept_as)
    return renewed


def _moved(session: Session, row: DocumentRow, text: str) -> dict[str, Span]:
    """Where the statements of a document stand in its new text, by id."""
    found: dict[str, Span] = {}
    query = select(StatementRow).where(StatementRow.document_id == row.id)
    for statement in session.scalars(query.options(undefer(StatementRow.parsed))):
        parsed = parsed_of(statement)
        anchor = anchor_of(row.text, parsed["start"], parsed["end"], claim=parsed["kind"] == "indirect")
        place = anchoring.place(text, anchor) if anchor.text else None
        if place is not None:
            found[statement.id] = place.span
    return found


def _replace_text(session: Session, row: DocumentRow, parse: Parse) -> None:
    """Write the new text, and take what was found by the former one out of the indexes."""
    text = parse.document.text
    indexing.forget(connection_of(session), row.id)
    before = row.text
    _describe(row, parse)
    shared = anchoring.shared(before, text)
    today = datetime.now(UTC).date().isoformat()
    note = f"read again on {today}: the text differs from that of before in {1 - shared:.1%} of its letters"
    row.processing = [*row.processing, note]
    session.flush()
    copies.compare_again(session, row.id, text)


def _describe(row: DocumentRow, parse: Parse) -> None:
    document: Document = parse.document
    values: Mapping[str, Any] = document_values(row.id, document, parse.warnings)
    for name in _READ:
        setattr(row, name, values[name])

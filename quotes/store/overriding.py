"""Lets flags win over what was found in a document that the library has."""

from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from quotes.document import DateCandidate, Evidenced
from quotes.overrides import Overrides
from quotes.statement import Parse
from quotes.store import copies, sqlite
from quotes.store.models import DocumentRow, PlaceRow, StatementRow
from quotes.store.rows import PLACE_COLUMNS, as_rows


def override(session: Session, document: str, overrides: Overrides, reparsed: Parse | None) -> None:
    """Change what is known of the document with this whole id; dates that were found stay as candidates.

    `reparsed` is the parse of the same text under a new publication date: its said-dates are taken over.
    """
    if overrides.title is not None:
        _retitle(session, document, overrides.title)
    if values := _values(session, document, overrides):
        session.execute(update(DocumentRow).where(DocumentRow.id == document).values(values))
        _tell_places(session, document, values)
    if reparsed is not None:
        _redate(session, document, reparsed)
    if overrides.published is not None:
        copies.regroup(session, document)


def _values(session: Session, document: str, overrides: Overrides) -> dict[str, Any]:
    """The columns of `documents` that the flags change."""
    values: dict[str, Any] = {}
    for name in ("title", "author", "publisher", "url"):
        if getattr(overrides, name) is not None:
            given = overrides.evidenced(name, Evidenced())
            values |= {name: given.value, f"{name}_evidence": given.evidence}
    if (told := overrides.published_candidate()) is not None:
        values |= {
            "published": told.value,
            "published_precision": told.precision,
            "published_evidence": told.evidence,
            "published_confidence": told.confidence,
            "published_candidates": as_rows([told, *_found(session, document, told)]),
        }
    return values


def _tell_places(session: Session, document: str, values: dict[str, Any]) -> None:
    """Let the same bytes at other places have the same date of publication; an address is a place's own."""
    dated = {name: value for name, value in values.items() if name in PLACE_COLUMNS and "published" in name}
    sha256 = select(DocumentRow.sha256).where(DocumentRow.id == document).scalar_subquery()
    same = (PlaceRow.document_id == document) & (PlaceRow.sha256 == sha256)
    if dated:
        session.execute(update(PlaceRow).where(same).values(dated))


def _found(session: Session, document: str, told: DateCandidate) -> list[DateCandidate]:
    """The dates that were found in a document, without what the user told before."""
    known = select(DocumentRow.published_candidates).where(DocumentRow.id == document)
    found = [DateCandidate(*fields) for fields in session.scalars(known).one()]
    return [candidate for candidate in found if candidate.evidence != told.evidence]


def _retitle(session: Session, document: str, title: str) -> None:
    """Let a document be found by another title than it has."""
    known = select(DocumentRow.number, DocumentRow.title, DocumentRow.text)
    number, former, text = session.execute(known.where(DocumentRow.id == document)).one()
    sqlite.forget_document(session.connection(), number, former, text)
    sqlite.index_document(session.connection(), number, title, text)


def _redate(session: Session, document: str, parse: Parse) -> None:
    """Give the statements of a document the said-dates of a new parse of the same text."""
    for statement in (*parse.quotes, *parse.claims):
        mine = (StatementRow.document_id == document) & (StatementRow.id == statement.id)
        dates = {"said_on": statement.said_on, "said_evidence": statement.said_evidence}
        session.execute(update(StatementRow).where(mine).values(dates))

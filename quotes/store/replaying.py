"""Gives a document that the log of decisions knows what was decided on it, when it is added (again)."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from quotes import ids
from quotes.document import Document
from quotes.people import anchoring
from quotes.people.decisions import Anchor
from quotes.statement import Kind, Parse
from quotes.store import identifiers, ingest
from quotes.store.connections import connection_of
from quotes.store.decisions import documents, labels, log, marking, rulings
from quotes.store.decisions.statements import ground_of
from quotes.store.models import ChangeRow, MemberRow, StatementRow
from quotes.store.renewing import renew
from quotes.store.standing import TOUCHING
from quotes.store.views import Withheld

LOST = "the parse of the document finds nothing at its place"


def add(session: Session, document: Document, parse: Parse) -> str:
    """As `ingest.add_document`, with all that was decided on it before: what was rejected stays gone, what
    was marked is there again, and ids that were decided on answer."""
    identifier = ids.document_id(document.sha256)
    known = select(ChangeRow.number).where(ChangeRow.document_id == identifier, ChangeRow.field != "document")
    if session.scalar(known.limit(1)) is None:
        return ingest.add_document(connection_of(session), document, parse)
    added = ingest.add_document(connection_of(session), document, replace(parse, quotes=(), claims=()))
    query = select(ChangeRow).where(ChangeRow.document_id == added).order_by(ChangeRow.number)
    gone = log.taken_back(session)
    changes = [row for row in session.scalars(query) if row.decision not in gone]
    of_statements: dict[str, list[ChangeRow]] = {}
    for change in changes:
        if change.field in TOUCHING and change.target != added:
            of_statements.setdefault(change.target, []).append(change)
    for target, about in of_statements.items():
        _recall(session, added, target, about)
    renew(session, added, parse)
    documents.project(session, {added})
    labels.project(session, {added, *of_statements})
    rule(session, added)
    return added


def _recall(session: Session, document_id: str, target: str, changes: Sequence[ChangeRow]) -> None:
    """Make the row of a statement that was decided on, at its place in the text; it is found by its parse or
    not. Words that are not in the text any more leave a row that only its id finds."""
    if session.scalar(select(StatementRow.id).where(StatementRow.id == target)) is not None:
        return
    ground = ground_of(session, document_id)
    anchor = next((Anchor(**row.anchor) for row in reversed(changes) if row.anchor is not None), None)
    found = None if anchor is None else anchoring.place(ground.text, anchor)
    marked = any(row.field == "mark" for row in changes)
    kind: Kind = "indirect" if anchor is not None and anchor.claim else "direct"
    reason: tuple[Withheld, str] = ("unmarked", marking.UNMARKED) if marked else ("withdrawn", LOST)
    marking.add_row(session, target, document_id, found.span if found else (0, 0), kind, ground, reason)


def rule(session: Session, document_id: str) -> None:
    """Let what was decided on speakers hold for those of the document."""
    members = list(session.scalars(select(MemberRow.id).where(MemberRow.document_id == document_id)))
    targets: set[str] = set()
    for chunk in identifiers.chunks(members):
        about = or_(ChangeRow.target.in_(chunk), log.names_after(chunk))
        query = select(ChangeRow.target).where(ChangeRow.field.in_(rulings.FIELDS), about)
        targets.update(session.scalars(query))
    if targets:
        rulings.project(session, targets)

"""Statements that a person found where the parser did not."""

from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from quotes import ids
from quotes.errors import UsageError
from quotes.offsets import OffsetMap
from quotes.people.decisions import Change, StatementField
from quotes.people.edits import StatementEdit
from quotes.statement import Kind, Span
from quotes.store import identifiers, tables
from quotes.store.connections import connection_of
from quotes.store.decisions.effects import Ground
from quotes.store.decisions.statements import anchor_of, check_place, ground_of, values_now
from quotes.store.models import StatementRow
from quotes.store.views import Withheld

UNMARKED = "the decision that marked it was undone"


def mark_changes(
    session: Session, document_id: str, span: Span, kind: Kind, edit: StatementEdit
) -> list[Change]:
    """What marking these words of a document's text as a statement changes; its row is made.

    Raises UsageError where they are no words of the text, or are known as a statement already.
    """
    ground = ground_of(session, document_id)
    text, offsets = ground.text, ground.offsets
    start, end = span
    check_place(text, span)
    identifier = _identifier(session, document_id, span, kind, offsets)
    known = session.scalars(select(StatementRow).where(StatementRow.id == identifier)).one_or_none()
    if known is None:
        add_row(session, identifier, document_id, span, kind, ground)
    before = {} if known is None else values_now(known)
    anchor = anchor_of(text, start, end, claim=kind == "indirect")
    given: dict[StatementField, Any] = {
        "mark": {"kind": kind},
        "span": [start, end],
        "verdict": "accepted",
        **edit.asked(),
    }
    return [
        Change(identifier, field, before.get(field), value, document_id, anchor)
        for field, value in given.items()
    ]


def _identifier(session: Session, document_id: str, span: Span, kind: Kind, offsets: OffsetMap | None) -> str:
    """The id by place: that of a withheld statement at the place, which is shown again, or a free one."""
    claim = kind == "indirect"
    at_place = (
        StatementRow.document_id == document_id,
        StatementRow.start == span[0],
        (StatementRow.kind == "indirect") == claim,
    )
    rows = list(session.scalars(select(StatementRow).where(*at_place)))
    standing = next((row for row in rows if row.withheld is None and row.end == span[1]), None)
    if standing is not None:
        raise UsageError(f"these words are a statement already: {standing.id} (quotes set changes it)")
    withheld = next((row.id for row in rows if row.withheld is not None), None)
    if withheld is not None:
        return withheld
    place = offsets.source_span(span[0], span[0] + 1) if offsets is not None else None
    wanted = ids.statement_id(document_id, place[0] if place else span[0], 0, claim=claim)
    seeded = [(wanted, f"{document_id}:{span[0]}:{span[1]}:{kind}")]
    return identifiers.free(connection_of(session), tables.statements.c.id, seeded)[0]


def add_row(
    session: Session,
    identifier: str,
    document_id: str,
    span: Span,
    kind: Kind,
    ground: Ground,
    withheld: tuple[Withheld, str] = ("unmarked", UNMARKED),
) -> StatementRow:
    """Make the row of a statement that no parse gave: `withheld`, with the reason, but for decisions."""
    source = (ground.offsets.source_span(*span) if ground.offsets is not None else None) or (None, None)
    context = _paragraph(ground.text, *span)
    values: dict[str, Any] = {
        "id": identifier,
        "document_id": document_id,
        "kind": kind,
        "start": span[0],
        "end": span[1],
        "context_start": context[0],
        "context_end": context[1],
        "source_start": source[0],
        "source_end": source[1],
        "unknown": "nobody was named when it was marked",
        "implicit": False,
        "depth": 0,
        "withheld": withheld[0],
        "withheld_reason": withheld[1],
        "alterations": [],
    }
    session.execute(insert(StatementRow).values(**values))
    return session.scalars(select(StatementRow).where(StatementRow.id == identifier)).one()


def _paragraph(text: str, start: int, end: int) -> Span:
    """The lines around a passage: no sentences are known here."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return first, len(text) if last < 0 else last

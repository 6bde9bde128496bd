"""Lets what people decided of words hold for the copy that comes to stand for them once the first leaves."""

from collections.abc import Mapping, Sequence
from typing import cast

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quotes.people.decisions import Change, Field
from quotes.store.connections import connection_of
from quotes.store.decisions import labels, log, statements
from quotes.store.identifiers import chunks
from quotes.store.models import ChangeRow
from quotes.store.tables import statements as statement_table

HANDED = ("speaker", "kind", "said", "verdict", "reason", "tag", "note")
"""What is decided of words wherever they are printed; the span is that of one printing."""


def hand_on(session: Session, copies: Mapping[str, Sequence[str]]) -> None:
    """Let decisions on statements that left hold for those that their `copies` are counted under now."""
    connection = connection_of(session)
    targets: set[str] = set()
    for first, others in copies.items():
        counted = func.coalesce(statement_table.c.copy_of, statement_table.c.id)
        heirs: list[str] = []
        for chunk in chunks(others):
            heirs += connection.scalars(select(counted).where(statement_table.c.id.in_(chunk)))
        rows = _about(session, first)
        for heir in dict.fromkeys(heirs) if rows else ():
            _hand(session, rows, heir)
            targets.add(heir)
    if targets:
        statements.project(session, targets)
        labels.project(session, targets)


def _hand(session: Session, rows: Sequence[ChangeRow], heir: str) -> None:
    own = {row.field for row in log.in_effect(session, [heir], HANDED)[heir]}
    anchor = statements.anchors(session, [heir])[heir]
    query = select(statement_table.c.document_id).where(statement_table.c.id == heir)
    document = connection_of(session).scalar(query)
    for row in rows:
        if row.field not in own:
            change = Change(heir, cast("Field", row.field), None, row.after, document, anchor)
            log.add_changes(session, row.decision, [change])


def _about(session: Session, statement_id: str) -> list[ChangeRow]:
    """What was decided of a statement, in effect or not."""
    query = select(ChangeRow).where(ChangeRow.target == statement_id, ChangeRow.field.in_(HANDED))
    return list(session.scalars(query.order_by(ChangeRow.number)))

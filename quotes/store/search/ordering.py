"""The order of what is found: as asked, then newest first, then by document and place."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, UnaryExpression, func, select

from quotes.query.plan import KNOWN_SPEAKER, Order
from quotes.store import reading
from quotes.store.models import DocumentRow, MemberRow, RunItemRow, RunRow, SpeakerRow, StatementRow
from quotes.store.search.statements import WHEN


def keys(orders: Sequence[Order]) -> list[Any]:
    """What to sort statements (beside their documents) by; what is not known comes last. Every two differ."""
    asked = [_directed(_COLUMNS[order.key], order) for order in orders]
    return [*asked, WHEN.desc().nulls_last(), StatementRow.document_id, *reading.PLACE]


def _directed(column: ColumnElement[Any], order: Order) -> UnaryExpression[Any]:
    return (column.desc() if order.descending else column.asc()).nulls_last()


_SPEAKER = (
    select(func.folded(SpeakerRow.name))
    .join(MemberRow, MemberRow.speaker_id == SpeakerRow.id)
    .where(MemberRow.id == StatementRow.member_id)
    .scalar_subquery()
)
_ADDED = (
    select(func.min(RunRow.started))
    .join(RunItemRow, RunItemRow.run_id == RunRow.id)
    .where(RunItemRow.document_id == DocumentRow.id, RunItemRow.outcome == "added")
    .scalar_subquery()
)
_COLUMNS: dict[str, ColumnElement[Any]] = {
    "date": WHEN,
    "said": StatementRow.said_on.expression,
    "published": DocumentRow.published.expression,
    "added": _ADDED,
    "confidence": StatementRow.confidence.expression,
    "speaker": _SPEAKER,
    KNOWN_SPEAKER: StatementRow.member_id.is_not(None),
    "publisher": func.folded(DocumentRow.publisher),
    "title": func.folded(DocumentRow.title),
}

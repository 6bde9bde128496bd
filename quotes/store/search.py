"""Turns a plan into SQL."""

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from quotes.people.folding import folded
from quotes.query.plan import Plan
from quotes.store import reading, speakers, sqlite
from quotes.store.models import DocumentRow, MemberRow, SpeakerRow, StatementRow
from quotes.store.views import SearchResult

LIMIT_MAX = 2**63 - 1
"""No database counts further."""

_AFTER = "~"
"""Sorts behind every digit and dash: "2021" and this is behind all days of 2021."""


def search(session: Session, plan: Plan) -> SearchResult:
    """The statements that `plan` asks for, newest first; of one day by document and place.

    A date known to the year or month alone is found wherever it may lie in the range; one that is not
    known is in no range. Raises UsageError where the speaker is part of several ids.
    """
    conditions = _conditions(session, plan)
    query = (
        select(StatementRow)
        .join(DocumentRow, DocumentRow.id == StatementRow.document_id)
        .where(*conditions)
        .order_by(_when().desc().nulls_last(), StatementRow.document_id, *reading.PLACE)
    )
    total = session.scalar(query.with_only_columns(func.count()).order_by(None)) or 0
    limit = None if plan.limit is None else min(plan.limit, LIMIT_MAX)
    return SearchResult(tuple(reading.statements(session, session.scalars(query.limit(limit)))), total)


def _conditions(session: Session, plan: Plan) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if plan.speaker is not None:
        speaker = select(SpeakerRow.id).where(speakers.chosen(session, plan.speaker))
        spoken = select(MemberRow.id).where(MemberRow.speaker_id.in_(speaker))
        found.append(StatementRow.member_id.in_(spoken))
    if plan.words or plan.phrases:
        found.append(StatementRow.number.in_(sqlite.matching((*plan.words, *plan.phrases))))
    if plan.publisher is not None:
        found.append(DocumentRow.publisher.in_(_publishers(session, plan.publisher)))
    if plan.earliest is not None:
        found.append(_when() + _AFTER >= plan.earliest)
    if plan.latest is not None:
        found.append(_when() <= plan.latest + _AFTER)
    if plan.kind is not None:
        found.append(StatementRow.kind == plan.kind)
    return found


def _when() -> ColumnElement[str]:
    return func.coalesce(StatementRow.said_on, DocumentRow.published)


def _publishers(session: Session, part: str) -> list[str]:
    """The publishers of whose name `part` is a part; there are few, whatever the number of documents."""
    known = select(DocumentRow.publisher).distinct()
    return [name for name in session.scalars(known) if name and folded(part).strip() in folded(name)]

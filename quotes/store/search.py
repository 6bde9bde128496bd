"""Turns a plan into SQL."""

from sqlalchemy import ColumnElement, Select, func, or_, select, union
from sqlalchemy.orm import Session

from quotes.people.folding import folded
from quotes.query.plan import DocumentPlan, Plan
from quotes.store import reading, speakers, sqlite
from quotes.store.models import DocumentRow, MemberRow, PlaceRow, SpeakerRow, StatementRow
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


def document_ids(plan: DocumentPlan, *, copies: bool) -> Select[str]:
    """The ids of the documents that `plan` asks for; without `copies` of those that stand for them."""
    query = select(DocumentRow.id if copies else func.coalesce(DocumentRow.copy_of, DocumentRow.id))
    if plan.words or plan.phrases:
        query = query.where(DocumentRow.number.in_(sqlite.matching_documents((*plan.words, *plan.phrases))))
    return query.where(DocumentRow.lang == plan.lang) if plan.lang else query


def _conditions(session: Session, plan: Plan) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if plan.speaker is not None:
        speaker = select(SpeakerRow.id).where(speakers.chosen(session, plan.speaker))
        spoken = select(MemberRow.id).where(MemberRow.speaker_id.in_(speaker))
        found.append(StatementRow.member_id.in_(spoken))
    if plan.words or plan.phrases:
        found.append(StatementRow.number.in_(sqlite.matching((*plan.words, *plan.phrases))))
    if plan.publisher is not None:
        found.append(_published_by(session, plan))
    if plan.earliest is not None:
        found.append(_when() + _AFTER >= plan.earliest)
    if plan.latest is not None:
        found.append(_when() <= plan.latest + _AFTER)
    if not plan.copies:
        found.append(StatementRow.copy_of.is_(None))
    if plan.kind is not None:
        found.append(StatementRow.kind == plan.kind)
    return found


def _when() -> ColumnElement[str]:
    return func.coalesce(StatementRow.said_on, DocumentRow.published)


def _published_by(session: Session, plan: Plan) -> ColumnElement[bool]:
    """Statements in what a publisher printed, or of which a copy is counted that it printed."""
    names = _publishers(session, plan.publisher or "")
    own = select(DocumentRow.id).where(DocumentRow.publisher.in_(names))
    documents = union(own, select(PlaceRow.document_id).where(PlaceRow.publisher.in_(names)))
    repeated = select(StatementRow.copy_of).where(
        StatementRow.copy_of.is_not(None), StatementRow.document_id.in_(documents)
    )
    printed = StatementRow.document_id.in_(documents)
    return printed if plan.copies else or_(printed, StatementRow.id.in_(repeated))


def _publishers(session: Session, part: str) -> list[str]:
    """The publishers of whose name `part` is a part; there are few, whatever the number of documents."""
    known = union(select(DocumentRow.publisher), select(PlaceRow.publisher))
    return [name for name in session.scalars(known) if name and folded(part).strip() in folded(name)]

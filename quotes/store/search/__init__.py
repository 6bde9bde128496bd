"""Turns a plan into SQL: which statements, which documents."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import Session

from quotes.errors import UsageError
from quotes.query.fields import WITHHELD
from quotes.query.plan import Expression, Ids, Plan, positive, terms
from quotes.store import reading, sqlite
from quotes.store.models import DocumentRow, StatementRow
from quotes.store.search import ordering, statements
from quotes.store.search.conditions import Scope, condition
from quotes.store.search.settling import settled
from quotes.store.views import SearchResult
from quotes.store.visible import VISIBLE


def search(session: Session, plan: Plan) -> SearchResult:
    """The statements that `plan` asks for, in its order, then newest first; of one day by document and place.

    A date known to the year or month alone is found wherever it may lie in the range; one that is not
    known is in no range. Raises UsageError where a speaker's name, or an id, is the beginning of several ids.
    """
    where, shown = _conditions(session, plan)
    rows = session.scalars(_limited(_of_statements(select(StatementRow)).where(where, shown), plan))
    total = session.scalar(_of_statements(select(func.count())).where(where, shown)) or 0
    undated = 0
    if any(term.field == "date" and term.value is not None for term in terms(plan.where)):
        undecided = where.is_(None), statements.WHEN.is_(None)
        undated = session.scalar(_of_statements(select(func.count())).where(shown, *undecided)) or 0
    return SearchResult(tuple(reading.statements(session, rows)), total, undated)


def ids(session: Session, plan: Plan) -> list[str]:
    """The ids of the statements that `plan` asks for, as `search` orders them."""
    found = _of_statements(select(StatementRow.id)).where(*_conditions(session, plan))
    return list(session.scalars(_limited(found, plan)))


def count(session: Session, plan: Plan) -> int:
    """How many statements `plan` asks for, whatever its limit."""
    return session.scalar(_of_statements(select(func.count())).where(*_conditions(session, plan))) or 0


def document_ids(session: Session, plan: Plan, *, copies: bool) -> Select[str]:
    """The ids of the documents that `plan` asks for; without `copies` of those that stand for them.

    Raises UsageError where it asks for an order of statements.
    """
    from quotes.store.search import documents

    if plan.order:
        raise UsageError("sort: orders statements; documents are listed by their names")
    expression = settled(session, plan.where)
    where = condition(Scope(session, plan.copies), expression, documents.MEANING)
    if copies:
        return select(DocumentRow.id).where(where)
    named = DocumentRow.id.in_(_named(expression, "d"))
    standing = func.coalesce(DocumentRow.copy_of, DocumentRow.id)
    return select(case((named, DocumentRow.id), else_=standing)).where(where)


def _conditions(session: Session, plan: Plan) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """What is asked for, and what is shown of it: what is withheld, and copies, only where they are named."""
    expression = settled(session, plan.where)
    where = condition(Scope(session, plan.copies), expression, statements.MEANING)
    named = StatementRow.id.in_(_named(expression, "q"))
    states = [
        statements.state(str(term.value))
        for term in positive(expression)
        if term.field == "is" and term.value in WITHHELD
    ]
    shown = or_(VISIBLE, named, *states)
    if plan.copies:
        return where, shown
    in_named = StatementRow.document_id.in_(_named(expression, "d"))
    return where, and_(shown, or_(StatementRow.copy_of.is_(None), named, in_named))


def _named(expression: Expression, letter: str) -> list[str]:
    """The ids of one kind that are asked for."""
    values = [term.value for term in positive(expression) if isinstance(term.value, Ids)]
    return [identifier for value in values for identifier in value.ids if identifier.startswith(letter)]


def _of_statements(query: Select[Any]) -> Select[Any]:
    """The query over statements beside their documents."""
    return query.select_from(StatementRow).join(DocumentRow, DocumentRow.id == StatementRow.document_id)


def _limited(query: Select[Any], plan: Plan) -> Select[Any]:
    limit = None if plan.limit is None else min(plan.limit, sqlite.LARGEST)
    return query.order_by(*ordering.keys(plan.order)).limit(limit)

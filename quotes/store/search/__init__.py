"""Turns a plan into SQL: which statements, which documents."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select, case, func, select

from quotes.errors import UsageError
from quotes.query.plan import RELEVANCE, Expression, Order, Plan, Words, positive
from quotes.store import identifiers, reading, sqlite, tables
from quotes.store.indexes import moments
from quotes.store.search import finding, ordering
from quotes.store.search.conditions import Scope, condition
from quotes.store.search.saying import speakers_of
from quotes.store.search.settling import settled
from quotes.store.search.showing import Shown, named, shown
from quotes.store.search.statements import MEANING, MOMENT
from quotes.store.search.walking import Walk, walk
from quotes.store.search.words import forms_of
from quotes.store.views import SearchResult, Sought

RANKED = 100
"""At most so many hits come in the order of relevance unasked: of more, the newest are what people look
for, and to weigh each takes some microseconds."""

DENSE = 400
"""Of so many times more than are shown, the newest are found sooner by looking at everything from the end of
time on than by sorting what an index has (measured: a million statements, 20 shown)."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A plan as it is answered: with ids settled, the forms of its words, and how to find what fulfils it."""

    plan: Plan
    where: Expression
    scope: Scope
    shown: Shown
    found: Walk


@dataclass(frozen=True, slots=True)
class _Page:
    """How many there are, and the moments of those that are shown, in their order; `ranked` by relevance."""

    total: int
    moments: list[int]
    ranked: bool = False


def search(connection: Connection, plan: Plan) -> SearchResult:
    """The statements that `plan` asks for, in its order, then newest first.

    A date known to the year or month alone is found wherever it may lie in the range; one that is not
    known is in no range. Raises UsageError where a speaker's name, or an id, is the beginning of several ids.
    """
    asked = _asked(connection, plan)
    page = _page(connection, asked)
    return SearchResult(
        statements=tuple(reading.statements(connection, list(map(moments.number, page.moments)))),
        total=page.total,
        undated=finding.undated(connection, asked.found),
        sought=_sought(asked),
        ranked=page.ranked,
    )


def numbers(connection: Connection, plan: Plan) -> list[int]:
    """The numbers of the statements that `plan` asks for, as `search` orders them."""
    return list(map(moments.number, _page(connection, _asked(connection, plan)).moments))


def ids(connection: Connection, plan: Plan) -> list[str]:
    """The ids of the statements that `plan` asks for, as `search` orders them."""
    wanted = numbers(connection, plan)
    known: dict[int, str] = {}
    for chunk in identifiers.chunks(wanted):
        query = select(tables.statements.c.number, tables.statements.c.id).where(
            tables.statements.c.number.in_(chunk)
        )
        known |= dict(connection.execute(query).all())
    return [known[number] for number in wanted]


def count(connection: Connection, plan: Plan) -> int:
    """How many statements `plan` asks for, whatever its limit."""
    return finding.count(connection, _asked(connection, plan).found)


def document_ids(connection: Connection, plan: Plan, *, copies: bool) -> Select[str]:
    """The ids of the documents that `plan` asks for; without `copies` of those that stand for them.

    Raises UsageError where it asks for an order of statements.
    """
    from quotes.store.search import documents

    if plan.order:
        raise UsageError("sort: orders statements; documents are listed by their names")
    expression = settled(connection, plan.where)
    scope = _scope(connection, expression, copies=plan.copies)
    where = condition(scope, expression, documents.MEANING)
    if copies:
        return select(tables.documents.c.id).where(where)
    itself = tables.documents.c.id.in_(named(expression, "d"))
    standing = func.coalesce(tables.documents.c.copy_of, tables.documents.c.id)
    return select(case((itself, tables.documents.c.id), else_=standing)).where(where)


def _asked(connection: Connection, plan: Plan) -> _Asked:
    expression = settled(connection, plan.where)
    scope = _scope(connection, expression, copies=plan.copies)
    shows = shown(expression, copies=plan.copies)
    return _Asked(plan, expression, scope, shows, walk(scope, expression, shows))


def _scope(connection: Connection, expression: Expression, *, copies: bool) -> Scope:
    everywhere = -moments.LISTED[1], moments.LISTED[1]
    return Scope(
        connection,
        copies,
        forms_of(connection, expression),
        speakers_of(connection, expression),
        MOMENT,
        everywhere,
    )


def _page(connection: Connection, asked: _Asked) -> _Page:
    """How many there are, and what is shown of them."""
    plan, found = asked.plan, asked.found
    limit = None if plan.limit is None else min(plan.limit, sqlite.LARGEST)
    after = None if plan.after is None else _moment(connection, plan.after)
    known = _known(connection, asked, limit)
    total = finding.count(connection, found) if known is None else len(known)
    order = _order(connection, asked, total, after)
    if not ordering.is_newest_first(order):
        keys = ordering.keys(found, order)
        ranked = order[0].key == RELEVANCE
        return _Page(total, finding.sorted_by(connection, found, keys, limit, after), ranked)
    before = None if after is None else abs(after)
    if known is not None:
        return _Page(total, finding.first(known, limit, before))
    if limit is not None and total > limit * DENSE:
        found = walk(asked.scope, asked.where, asked.shown, in_time=True)
    return _Page(total, finding.newest(connection, found, limit, before) if total else [])


def _known(connection: Connection, asked: _Asked, limit: int | None) -> list[int] | None:
    """The moments of all that is found where it is quickest to look for it once; None where it is not."""
    if limit is None:
        return None if asked.plan.order else finding.newest(connection, asked.found, None)
    if asked.found.in_time:
        return None
    most = sqlite.LARGEST - 1 if asked.found.together else min(limit * DENSE, sqlite.LARGEST - 1)
    return finding.at_most(connection, asked.found, most)


def _order(connection: Connection, asked: _Asked, total: int, after: int | None) -> Sequence[Order]:
    """As asked for; else, where the plan lets it, by relevance of few: behind none that has none."""
    plan = asked.plan
    if plan.order or not plan.ranked or not asked.found.ranks or total > RANKED:
        return plan.order
    if after is not None and not finding.has(connection, asked.found, after):
        return ()
    return (Order(RELEVANCE),)


def _moment(connection: Connection, typed: str) -> int:
    """The moment of the statement whose id `typed` begins. Raises UsageError for none and for several."""
    wanted = identifiers.statement_id(connection, typed)
    return connection.execute(select(MOMENT).where(tables.statements.c.id == wanted)).scalar_one()


def _sought(asked: _Asked) -> tuple[Sought, ...]:
    return tuple(
        Sought(term.field, term.value.text, asked.scope.forms[term.value], term.value.prefix)
        for term in positive(asked.where)
        if isinstance(term.value, Words) and term.field in MEANING.indexed
    )

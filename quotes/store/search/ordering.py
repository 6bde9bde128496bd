"""The order of what is found: as asked, then newest first. What is not known comes last, whichever way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    UnaryExpression,
    and_,
    false,
    func,
    literal,
    literal_column,
    or_,
    select,
)

from quotes.errors import UsageError
from quotes.query.plan import KNOWN_SPEAKER, RELEVANCE, Order
from quotes.store.indexes import fulltext
from quotes.store.indexes.moments import NUMBER_BITS
from quotes.store.search.columns import folding
from quotes.store.search.walking import Walk
from quotes.store.tables import documents, run_items, runs, speaker_members, speakers, statements

_WEIGHTS = {"text": 10.0, "context": 2.0, "mention": 4.0, "title": 1.0}
"""What a word counts for by where it stands: most in what was said, least in the title, which all
statements of a document share."""


@dataclass(frozen=True, slots=True)
class Key:
    """What statements are sorted by."""

    value: ColumnElement[Any]
    descending: bool

    @property
    def reads(self) -> bool:
        """Whether it needs the rows of statements."""
        return self.value is not _RELEVANCE


def keys(found: Walk, orders: Sequence[Order]) -> list[Key]:
    """What `orders` ask to sort by. Raises UsageError for relevance where no words are looked for."""
    return [
        _relevance(found) if one.key == RELEVANCE else Key(_VALUES[one.key](), one.descending)
        for one in orders
    ]


def is_newest_first(orders: Sequence[Order]) -> bool:
    """Whether these are the order of time from its end."""
    return not orders or (orders[0].key == "date" and orders[0].descending and len(orders) == 1)


def directed(key: Key) -> UnaryExpression[Any]:
    """A key as what a query is ordered by."""
    return (key.value.desc() if key.descending else key.value.asc()).nulls_last()


def behind(connection: Connection, found: Walk, keys: Sequence[Key], moment: int) -> ColumnElement[bool]:
    """Whether a statement comes after the one at `moment`, which need not be one of those that are found.

    Raises UsageError where it would have no place: what has none of the words has no relevance.
    """
    same: list[ColumnElement[bool]] = []
    ways: list[ColumnElement[bool]] = []
    for key, own in zip(keys, _values(connection, found, keys, moment), strict=True):
        ways.append(and_(*same, _further(key, own)))
        same.append(key.value.is_not_distinct_from(literal(own)))
    return or_(*ways, and_(*same, func.abs(found.moment) < abs(moment)))


def _further(key: Key, own: object) -> ColumnElement[bool]:
    if own is None:
        return false()
    return or_(key.value < own if key.descending else key.value > own, key.value.is_(None))


def _values(connection: Connection, found: Walk, keys: Sequence[Key], moment: int) -> Sequence[Any]:
    if not all(key.reads for key in keys):
        query = found.over((moment, moment), *(key.value for key in keys), reads=True)
    else:
        query = select(*(key.value for key in keys)).where(statements.c.moment == moment)
    values = connection.execute(query).one_or_none()
    if values is None:
        raise UsageError("--after: what is sorted by relevance goes on behind one that was found only")
    return values


_IN_ORDER = ", ".join(str(_WEIGHTS[name]) for name in fulltext.COLUMNS[fulltext.STATEMENTS])
_RELEVANCE: ColumnElement[float] = literal_column(f"bm25({fulltext.STATEMENTS}, {_IN_ORDER})")
"""The smaller the better."""


def _relevance(found: Walk) -> Key:
    if not found.ranks:
        raise UsageError("sort:relevance needs words to look for")
    return Key(_RELEVANCE, descending=False)


def _date() -> ColumnElement[Any]:
    return func.nullif(func.abs(statements.c.moment).bitwise_rshift(NUMBER_BITS), 0)


def _speaker() -> ColumnElement[Any]:
    named = select(folding(speakers.c.name)).join(
        speaker_members, speaker_members.c.speaker_id == speakers.c.id
    )
    return named.where(speaker_members.c.id == statements.c.member_id).scalar_subquery()


def _added() -> ColumnElement[Any]:
    started = select(func.min(runs.c.started)).join(run_items, run_items.c.run_id == runs.c.id)
    of_document = run_items.c.document_id == statements.c.document_id
    return started.where(of_document, run_items.c.outcome == "added").scalar_subquery()


def _of_document(value: ColumnElement[Any]) -> ColumnElement[Any]:
    return select(value).where(documents.c.id == statements.c.document_id).scalar_subquery()


_VALUES: dict[str, Callable[[], ColumnElement[Any]]] = {
    "date": _date,
    "said": lambda: statements.c.said_on,
    "published": lambda: _of_document(documents.c.published),
    "added": _added,
    "confidence": lambda: statements.c.confidence,
    "speaker": _speaker,
    KNOWN_SPEAKER: lambda: statements.c.member_id.is_not(None),
    "publisher": lambda: _of_document(folding(documents.c.publisher)),
    "title": lambda: _of_document(folding(documents.c.title)),
}

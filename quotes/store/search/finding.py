"""What a walk finds: how many, and the moments of those that are shown, in their order."""

from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import islice

from sqlalchemy import ColumnElement, Connection, func, or_

from quotes.store.indexes.moments import UNDATED, Range
from quotes.store.search.ordering import Key, behind, directed
from quotes.store.search.walking import Walk


def count(connection: Connection, found: Walk) -> int:
    """How many statements are found."""
    spans = (*found.listed, *found.unlisted)
    return sum(_count(connection, found, span, found.where) for span in spans)


def undated(connection: Connection, found: Walk) -> int:
    """How many no date is known of that would be found, or not, by their dates."""
    if found.unsettled is None:
        return 0
    spans = (UNDATED, (-UNDATED[1], -UNDATED[0])) if found.unlisted else (UNDATED,)
    return sum(_count(connection, found, span, found.unsettled) for span in spans)


def has(connection: Connection, found: Walk, moment: int) -> bool:
    """Whether the statement at a moment is found."""
    return _count(connection, found, (moment, moment), found.where) > 0


def at_most(connection: Connection, found: Walk, most: int) -> list[int] | None:
    """The moments of all that is found, in no order; None where that are more than `most`."""
    known: list[int] = []
    for span in (*found.listed, *found.unlisted):
        query = found.over(span, found.moment, reads=span[0] < 0, whole=True).where(found.where)
        query = query.where(found.hidden) if span[0] < 0 else query
        known += connection.scalars(query.limit(most - len(known) + 1)).all()
        if len(known) > most:
            return None
    return known


def first(known: list[int], limit: int | None, before: int | None) -> list[int]:
    """The newest of these moments, as `newest` has them."""
    earlier = [one for one in known if before is None or abs(one) < before]
    return sorted(earlier, key=abs, reverse=True)[:limit]


def newest(connection: Connection, found: Walk, limit: int | None, before: int | None = None) -> list[int]:
    """The moments of the newest that are found; with `before`, a moment without its sign, of earlier ones."""
    listed = _walked(connection, found, limit, before, unlisted=False)
    unlisted = _walked(connection, found, limit, before, unlisted=True)
    return list(islice(merge(listed, unlisted, key=abs, reverse=True), limit))


def sorted_by(
    connection: Connection, found: Walk, keys: Sequence[Key], limit: int | None, after: int | None = None
) -> list[int]:
    """The moments of what is found, sorted by `keys`, then newest first; of those behind a moment."""
    spans = (*found.listed, *found.unlisted)
    if not spans:
        return []
    reads = bool(found.unlisted) or any(key.reads for key in keys)
    reach = min(low for low, _ in spans), max(high for _, high in spans)
    query = found.over(reach, found.moment, reads=reads)
    query = query.where(found.where, or_(*(found.moment.between(*span) for span in spans)))
    if found.unlisted:
        query = query.where(or_(found.moment > 0, found.hidden))
    if after is not None:
        query = query.where(behind(connection, found, keys, after))
    query = query.order_by(*map(directed, keys), func.abs(found.moment).desc())
    return list(connection.scalars(query.limit(limit)))


def _count(connection: Connection, found: Walk, span: Range, where: ColumnElement[bool]) -> int:
    unlisted = span[0] < 0
    query = found.over(span, func.count(), reads=unlisted, whole=True).where(where)
    return connection.scalar(query.where(found.hidden) if unlisted else query) or 0


def _walked(
    connection: Connection, found: Walk, limit: int | None, before: int | None, *, unlisted: bool
) -> Iterator[int]:
    """The moments of what is listed, or what is not, from the latest: the farthest from 0."""
    for low, high in found.unlisted if unlisted else reversed(found.listed):
        span = (low, high) if before is None else (max(low, 1 - before), min(high, before - 1))
        if span[0] > span[1]:
            continue
        query = found.over(span, found.moment, reads=unlisted).where(found.where)
        query = query.where(found.hidden) if unlisted else query
        query = query.order_by(found.place if unlisted else found.place.desc()).limit(limit)
        yield from connection.scalars(query).all()

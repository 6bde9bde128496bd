"""Asks for the list of people whom the user cares about, and for what those on it said."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, func, or_, select

from quotes.errors import UsageError
from quotes.store.identifiers import ASKED, asked
from quotes.store.rows import AnyRow
from quotes.store.tables import authorities, speaker_members
from quotes.store.views import StoredAuthority
from quotes.words.folding import folded

_OWN: dict[str, Column[str] | Column[str | None]] = {
    "name": authorities.c.name,
    "wikidata": authorities.c.wikidata,
    "role": authorities.c.role,
    "from": authorities.c.since,
    "since": authorities.c.since,
    "to": authorities.c.until,
    "until": authorities.c.until,
}
"""The columns that every list has, as a query may call them."""
_LISTED = (
    select(*authorities.columns, speaker_members.c.speaker_id)
    .join(speaker_members, speaker_members.c.id == authorities.c.id)
    # Who is on the list is of no document: these few are found by their speakers in an index of their own.
    .where(speaker_members.c.document_id.is_(None))
)

_OF_SPEAKERS = _LISTED.where(speaker_members.c.speaker_id.in_(ASKED)).order_by(authorities.c.id)


def listed(connection: Connection) -> list[StoredAuthority]:
    """The list, by name."""
    return [
        _stored(row) for row in connection.execute(_LISTED.order_by(authorities.c.name, authorities.c.id))
    ]


def authority_of(connection: Connection, speaker_ids: Collection[str]) -> dict[str, StoredAuthority]:
    """What the list tells of speakers, by their ids; of two entries that are one speaker, the first id's."""
    found: dict[str, StoredAuthority] = {}
    for row in connection.execute(_OF_SPEAKERS, asked(speaker_ids)):
        found.setdefault(row.speaker_id, _stored(row))
    return found


def speakers_on_list() -> Select[str]:
    """The ids of the speakers who are on the list."""
    return _speakers(select(authorities.c.id))


def speakers_with(connection: Connection, column: str | None, text: str) -> Select[str]:
    """The ids of the speakers of whom the list has `text` in the column of this name, in any without a name.

    Raises UsageError where no row has such a column.
    """
    return _speakers(select(authorities.c.id).where(_holds(connection, column, text)))


def _speakers(entries: Select[str]) -> Select[str]:
    return select(speaker_members.c.speaker_id).where(speaker_members.c.id.in_(entries))


def _holds(connection: Connection, column: str | None, text: str) -> ColumnElement[bool]:
    wanted = folded(text).strip()
    further = func.json_each(authorities.c.further).table_valued("key", "value", joins_implicitly=True)
    aliases = func.json_each(authorities.c.aliases).table_valued("value", name="alias", joins_implicitly=True)
    of_aliases = select(1).select_from(aliases).where(_has(aliases.c.value, wanted)).exists()
    in_further = select(1).select_from(further).where(_has(further.c.value, wanted))
    if column is None:
        own = [_has(known, wanted) for known in _OWN.values()]
        return or_(*own, of_aliases, in_further.exists())
    called = _called(column)
    if called in _OWN:
        return _has(_OWN[called], wanted)
    if called in ("alias", "aliases"):
        return of_aliases
    _check(connection, column)
    return in_further.where(_name(further.c.key) == called).exists()


def _check(connection: Connection, column: str) -> None:
    further = func.json_each(authorities.c.further).table_valued("key", joins_implicitly=True)
    names = list(connection.scalars(select(further.c.key).select_from(authorities, further).distinct()))
    if _called(column) not in {_called(name) for name in names}:
        known = ", ".join(["name", "aliases", "wikidata", "role", "from", "to", *sorted(names)])
        raise UsageError(f"the list of people has no column {column!r}; it has {known}")


def _has(column: ColumnElement[Any], wanted: str) -> ColumnElement[bool]:
    return func.instr(func.folded(func.coalesce(column, "")), wanted) > 0


def _called(column: str) -> str:
    return folded(column).strip().replace(" ", "_")


def _name(key: ColumnElement[str]) -> ColumnElement[str]:
    return func.replace(func.folded(key), " ", "_")


def _stored(row: AnyRow) -> StoredAuthority:
    from quotes.people.authority import Authority  # a search that finds nobody listed does without

    told = Authority(
        row.name, tuple(row.aliases), row.wikidata, row.role, row.since, row.until, dict(row.further)
    )
    return StoredAuthority(row.id, row.speaker_id, told)

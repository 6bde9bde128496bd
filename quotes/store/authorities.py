"""Asks for the list of people whom the user cares about, and for what those on it said."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, CompoundSelect, Select, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from quotes.errors import UsageError
from quotes.people.authority import Authority
from quotes.people.folding import folded
from quotes.store import identifiers
from quotes.store.models import AuthorityRow, MemberRow
from quotes.store.speakers import with_groups
from quotes.store.views import StoredAuthority

Column = ColumnElement[str] | InstrumentedAttribute[str] | InstrumentedAttribute[str | None]

_OWN: dict[str, Column] = {
    "name": AuthorityRow.name,
    "wikidata": AuthorityRow.wikidata,
    "role": AuthorityRow.role,
    "from": AuthorityRow.since,
    "since": AuthorityRow.since,
    "to": AuthorityRow.until,
    "until": AuthorityRow.until,
}
"""The columns that every list has, as a query may call them."""


def listed(session: Session) -> list[StoredAuthority]:
    """The list, by name."""
    rows = session.execute(
        select(AuthorityRow, MemberRow.speaker_id)
        .join(MemberRow, MemberRow.id == AuthorityRow.id)
        .order_by(AuthorityRow.name, AuthorityRow.id)
    )
    return [_stored(row, speaker) for row, speaker in rows]


def authority_of(session: Session, speaker_ids: Collection[str]) -> dict[str, StoredAuthority]:
    """What the list tells of speakers, by their ids; of two entries that are one speaker, the first id's."""
    found: dict[str, StoredAuthority] = {}
    for chunk in identifiers.chunks(sorted(set(speaker_ids))):
        query = (
            select(AuthorityRow, MemberRow.speaker_id)
            .join(MemberRow, MemberRow.id == AuthorityRow.id)
            .where(MemberRow.speaker_id.in_(chunk))
            .order_by(AuthorityRow.id)
        )
        for row, speaker in session.execute(query):
            found.setdefault(speaker, _stored(row, speaker))
    return found


def members_on_list() -> CompoundSelect[str]:
    """The ids of the members whose speaker is on the list, and of joint sources one of whom is."""
    return _members(select(AuthorityRow.id))


def members_with(session: Session, column: str | None, text: str) -> CompoundSelect[str]:
    """The ids of the members of whom the list has `text` in the column of this name, in any without a name.

    Raises UsageError where no row has such a column.
    """
    return _members(select(AuthorityRow.id).where(_holds(session, column, text)))


def _members(entries: Select[str]) -> CompoundSelect[str]:
    speakers = select(MemberRow.speaker_id).where(MemberRow.id.in_(entries))
    return with_groups(select(MemberRow.id).where(MemberRow.speaker_id.in_(speakers)))


def _holds(session: Session, column: str | None, text: str) -> ColumnElement[bool]:
    wanted = folded(text).strip()
    further = func.json_each(AuthorityRow.further).table_valued("key", "value", joins_implicitly=True)
    aliases = func.json_each(AuthorityRow.aliases).table_valued("value", name="alias", joins_implicitly=True)
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
    _check(session, column)
    return in_further.where(_name(further.c.key) == called).exists()


def _check(session: Session, column: str) -> None:
    further = func.json_each(AuthorityRow.further).table_valued("key", joins_implicitly=True)
    names = list(session.scalars(select(further.c.key).select_from(AuthorityRow, further).distinct()))
    if _called(column) not in {_called(name) for name in names}:
        known = ", ".join(["name", "aliases", "wikidata", "role", "from", "to", *sorted(names)])
        raise UsageError(f"the list of people has no column {column!r}; it has {known}")


def _has(column: Column, wanted: str) -> ColumnElement[bool]:
    return func.instr(func.folded(func.coalesce(column, "")), wanted) > 0


def _called(column: str) -> str:
    return folded(column).strip().replace(" ", "_")


def _name(key: ColumnElement[str]) -> ColumnElement[str]:
    return func.replace(func.folded(key), " ", "_")


def _stored(row: AuthorityRow, speaker: str) -> StoredAuthority:
    return StoredAuthority(
        row.id,
        speaker,
        Authority(
            row.name, tuple(row.aliases), row.wikidata, row.role, row.since, row.until, dict(row.further)
        ),
    )

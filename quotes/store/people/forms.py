"""Keeps how many statements carry each form of a speaker's name, as members come, change and move."""

from collections.abc import Collection

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from quotes.store import identifiers, tables

_MEMBER = tables.speaker_members.c
_ALIAS = tables.aliases.c
_FORM = tables.speaker_forms.c
_COUNTED = (
    select(
        _MEMBER.speaker_id.label("speaker_id"),
        _ALIAS.form.label("form"),
        _ALIAS.is_mention.label("is_mention"),
        func.sum(_ALIAS.uses).label("uses"),
        func.count().label("members"),
    )
    .join(tables.aliases, _ALIAS.member_id == _MEMBER.id)
    .group_by(_MEMBER.speaker_id, _ALIAS.form, _ALIAS.is_mention)
)
_KEY = ["speaker_id", "form", "is_mention"]
_COLUMNS = [*_KEY, "uses", "members"]


def give(connection: Connection, member_ids: Collection[str]) -> None:
    """Count the forms of these members for the speakers that they belong to now."""
    _shift(connection, member_ids, 1)


def take(connection: Connection, member_ids: Collection[str]) -> None:
    """Count them no more: to be called before the members move, or their forms change."""
    _shift(connection, member_ids, -1)


def recount(connection: Connection, speakers: Collection[str]) -> None:
    """Count the forms of these speakers anew, by all their members."""
    for chunk in identifiers.chunks(sorted(speakers)):
        connection.execute(delete(tables.speaker_forms).where(_FORM.speaker_id.in_(chunk)))
        counted = _COUNTED.where(_MEMBER.speaker_id.in_(chunk))
        connection.execute(insert(tables.speaker_forms).from_select(_COLUMNS, counted))


def _shift(connection: Connection, member_ids: Collection[str], sign: int) -> None:
    for chunk in identifiers.chunks(sorted(member_ids)):
        rows = [
            {**row, "uses": sign * row["uses"], "members": sign * row["members"]}
            for row in connection.execute(_COUNTED.where(_MEMBER.id.in_(chunk))).mappings()
        ]
        if not rows:
            continue
        added = upsert(tables.speaker_forms)
        into = {
            "uses": _FORM.uses + added.excluded.uses,
            "members": _FORM.members + added.excluded.members,
        }
        counted = added.on_conflict_do_update(index_elements=_KEY, set_=into)
        connection.execute(counted, rows)
        if sign < 0:
            speakers = sorted({row["speaker_id"] for row in rows})
            connection.execute(
                delete(tables.speaker_forms).where(_FORM.speaker_id.in_(speakers), _FORM.members == 0)
            )

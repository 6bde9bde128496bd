"""Keeps who says the statement at a moment: alone, or with others."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, CompoundSelect, Connection, delete, insert, select, union

from quotes.store.identifiers import chunks
from quotes.store.tables import joint_parts, said_by, speaker_members, statements

_ALONE = select(speaker_members.c.speaker_id, statements.c.moment).join_from(
    statements, speaker_members, speaker_members.c.id == statements.c.member_id
)
_TOGETHER = (
    select(speaker_members.c.speaker_id, statements.c.moment)
    .join_from(statements, joint_parts, joint_parts.c.group_id == statements.c.member_id)
    .join(speaker_members, speaker_members.c.id == joint_parts.c.part_id)
)


def credit(connection: Connection, numbers: Sequence[int]) -> None:
    """Write down who says these statements."""
    for chunk in chunks(numbers):
        _write(connection, statements.c.number.in_(chunk))


def discredit(connection: Connection, moments: Collection[int]) -> None:
    """Forget who says the statements at these moments."""
    for chunk in chunks(sorted(moments)):
        connection.execute(delete(said_by).where(said_by.c.moment.in_(chunk)))


def renew(connection: Connection, moments: Collection[int]) -> None:
    """Write down anew who says the statements at these moments."""
    discredit(connection, moments)
    for chunk in chunks(sorted(moments)):
        _write(connection, statements.c.moment.in_(chunk))


def renew_members(connection: Connection, member_ids: Sequence[str]) -> None:
    """The same of all that these members say, alone or as parts of a group."""
    for chunk in chunks(member_ids):
        groups = select(joint_parts.c.group_id).where(joint_parts.c.part_id.in_(chunk))
        by = statements.c.member_id.in_(chunk) | statements.c.member_id.in_(groups)
        placed = select(statements.c.moment).where(by, statements.c.moment.is_not(None))
        renew(connection, [moment for moment in connection.scalars(placed) if moment is not None])


def _write(connection: Connection, which: ColumnElement[bool]) -> None:
    found: CompoundSelect[str, int | None] = union(_ALONE.where(which), _TOGETHER.where(which))
    connection.execute(insert(said_by).from_select(["speaker_id", "moment"], found))

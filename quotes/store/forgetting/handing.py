"""Hands on what people decided of names in documents that leave, to names that stay.

A merge, a split or a rename is written down with one name in one document standing for its speaker. When
that document goes, the same is made to hold for another of the speaker's names: it is added to the entry of
the log, so that an undo takes back both.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import cast

from sqlalchemy import Connection, or_, select
from sqlalchemy.orm import Session

from quotes.people.decisions import Change, Field
from quotes.store import identifiers
from quotes.store.connections import connection_of
from quotes.store.decisions import log, rulings
from quotes.store.models import ChangeRow
from quotes.store.people import members, owning
from quotes.store.people.nearby import nearby
from quotes.store.tables import speaker_members

_MEMBER = speaker_members.c
_OF_TWO = ("same", "different")


def heirs(connection: Connection, leaving: Collection[str]) -> dict[str, str]:
    """For members that leave a member of the same speaker that stays, where there is one."""
    owners = owning.owners_of(connection, leaving)
    first: dict[str, str] = {}
    for chunk in identifiers.chunks(sorted(set(owners.values()))):
        query = select(_MEMBER.speaker_id, _MEMBER.id).where(_MEMBER.speaker_id.in_(chunk))
        for speaker, member in connection.execute(query.order_by(_MEMBER.id)):
            if member not in leaving:
                first.setdefault(speaker, member)
    return {each: first[speaker] for each, speaker in owners.items() if speaker in first}


def hand_on(session: Session, leaving: Collection[str]) -> set[str]:
    """Let what was decided of members that leave be decided of others; those of whom it now is.

    Rulings are to be projected for these once the others have left.
    """
    rows = _about(session, leaving)
    ruled = _named(rows) & set(leaving)
    any_heir = heirs(connection_of(session), leaving) if ruled else {}
    own = {each: _own_heir(session, each, leaving) or any_heir.get(each) for each in ruled}
    handed: set[str] = set()
    for row in sorted([*rows, *_later_names(session, rows, leaving)], key=lambda row: row.number):
        change = _handed(row, own)
        if change is not None:
            log.add_changes(session, row.decision, [change])
            handed.add(change.target)
    return handed


def _about(session: Session, leaving: Collection[str]) -> list[ChangeRow]:
    """What was decided, in effect or not, of these members and of who they are, but for their names."""
    found: dict[int, ChangeRow] = {}
    for chunk in identifiers.chunks(sorted(leaving)):
        about = or_(ChangeRow.target.in_(chunk), log.names_after(chunk))
        query = select(ChangeRow).where(ChangeRow.field.in_(rulings.FIELDS), about)
        found |= {row.number: row for row in session.scalars(query)}
    return [found[number] for number in sorted(found)]


def _named(rows: Iterable[ChangeRow]) -> set[str]:
    return {row.target for row in rows} | {row.after for row in rows if row.field in _OF_TWO}


def _own_heir(session: Session, member: str, leaving: Collection[str]) -> str | None:
    """Who is the same as a member by what documents tell alone, whatever was decided of it."""
    connection = connection_of(session)
    owner = owning.owners_of(connection, [member])[member]
    for every in (False, True):
        near = nearby(connection, [member], every=every)
        found = members.decide(connection, near, but={member})
        group = next((group for group in found.speakers if member in group), frozenset())
        owners = owning.owners_of(connection, group)
        staying = [each for each, of in owners.items() if of == owner and each not in leaving]
        if staying:
            return min(staying)
    return None


def _handed(row: ChangeRow, own: Mapping[str, str | None]) -> Change | None:
    """The same change of those who stay, None where there is nobody, or nothing to say."""
    target = own.get(row.target, row.target)
    after = own.get(row.after, row.after) if row.field in _OF_TWO else row.after
    if target is None or after is None or target == after:
        return None
    return Change(target, cast("Field", row.field), None, after)


def _later_names(session: Session, rows: Sequence[ChangeRow], leaving: Collection[str]) -> list[ChangeRow]:
    """The names given to the same speakers after those that are handed on: the last is to stay the last."""
    first = {row.target: row.number for row in reversed(rows) if row.field == "name"}
    owners = owning.owners_of(connection_of(session), first)
    found: dict[int, ChangeRow] = {}
    for member, number in first.items():
        of = select(_MEMBER.id).where(_MEMBER.speaker_id == owners.get(member, ""))
        query = select(ChangeRow).where(ChangeRow.field == "name", ChangeRow.number > number)
        later = session.scalars(query.where(ChangeRow.target.in_(of), ChangeRow.target.not_in(leaving)))
        found |= {row.number: row for row in later}
    return list(found.values())

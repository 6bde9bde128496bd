"""Decisions on speakers: which members are one, which are not, and what a speaker is called."""

from collections.abc import Collection, Iterable

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from quotes.people.decisions import Change
from quotes.store import identifiers, tables
from quotes.store.connections import connection_of
from quotes.store.decisions import log
from quotes.store.models import ChangeRow, RulingRow
from quotes.store.people.members import relink

FIELDS = ("same", "different", "name", "alias")


def members_of(session: Session, speaker_id: str) -> list[str]:
    """The ids of the members of the speaker with this whole id, the smallest first."""
    member = tables.speaker_members.c
    return list(session.scalars(select(member.id).where(member.speaker_id == speaker_id).order_by(member.id)))


def name_of(session: Session, speaker_id: str) -> str:
    """What the speaker with this whole id is called."""
    speaker = tables.speakers.c
    return session.scalars(select(speaker.name).where(speaker.id == speaker_id)).one()


def merge_changes(speaker_ids: Iterable[str]) -> list[Change]:
    """What makes these speakers one. An id of a speaker is that of a member."""
    first, *others = sorted(speaker_ids)
    return [Change(first, "same", None, other) for other in others]


def split_changes(session: Session, speaker_id: str, away: Collection[str]) -> list[Change]:
    """What makes the members `away` of a speaker another one: each side is held together, the two apart."""
    staying = [member for member in members_of(session, speaker_id) if member not in away]
    leaving = sorted(away)
    held = [Change(side[0], "same", None, other) for side in (staying, leaving) for other in side[1:]]
    return [*held, Change(staying[0], "different", None, leaving[0])]


def project(session: Session, targets: Collection[str]) -> None:
    """Make the rulings about members what the decisions in effect say, and link those members anew."""
    changes = [row for rows in log.in_effect(session, targets, FIELDS).values() for row in rows]
    touched = set(targets)
    for chunk in identifiers.chunks(sorted(targets)):
        former = select(RulingRow).join(ChangeRow, ChangeRow.number == RulingRow.number)
        rows = list(session.scalars(former.where(ChangeRow.target.in_(chunk))))
        touched |= {row.second_id for row in rows if row.second_id}
        session.execute(delete(RulingRow).where(RulingRow.number.in_([row.number for row in rows])))
    if changes:
        session.execute(insert(RulingRow), [_ruling(change) for change in changes])
        touched |= {change.after for change in changes if change.field in ("same", "different")}
    session.flush()
    relink(connection_of(session), touched)
    session.expire_all()


def _ruling(change: ChangeRow) -> dict[str, object]:
    of_two = change.field in ("same", "different")
    return {
        "number": change.number,
        "kind": change.field,
        "first_id": change.target,
        "second_id": change.after if of_two else None,
        "value": None if of_two else change.after,
    }

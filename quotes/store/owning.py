"""Writes which members are which speaker, what each speaker is called, and of what type it is."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, select, update
from sqlalchemy.orm import Session

from quotes.people.identity.partition import Partition
from quotes.people.linking import commonest, display_name
from quotes.store import identifiers
from quotes.store.models import AliasRow, AuthorityRow, MemberRow, RulingRow, SpeakerRow
from quotes.store.nearby import Nearby

_TYPES = select(MemberRow.speaker_id, MemberRow.type).order_by(MemberRow.id.desc())


def write(session: Session, near: Nearby, found: Partition, changed: Collection[str]) -> None:
    """Let every member that was decided, and whoever follows it, belong to its speaker.

    Groups that are what they were, and of which nobody is among the `changed`, are left alone.
    """
    known = {each: speaker for speaker, members in near.known.items() for each in members}
    of = [{near.speakers.get(each) or known[each] for each in group} for group in found.speakers]
    shared = Counter(owner for owners in of for owner in owners)
    groups = [
        _whole(session, near, group)
        for group, owners in zip(found.speakers, of, strict=True)
        if len(owners) > 1 or shared[min(owners)] > 1 or not group.isdisjoint(changed)
    ]
    before = _owners(session, {each for group in groups for each in group})
    owners = {_owner(session, group): group for group in groups}
    _make(session, owners)
    moved = [
        {"id": each, "speaker_id": owner}
        for owner, group in owners.items()
        for each in sorted(group)
        if before.get(each) != owner
    ]
    if moved:
        session.execute(update(MemberRow), moved)
    _drop(session, set(before.values()) - set(owners))
    refresh(session, sorted(owners))


def refresh(session: Session, speakers: list[str]) -> None:
    """Name and type speakers by all their members, by the list of people, and by what people decided."""
    for chunk in identifiers.chunks(speakers):
        forms, types = _forms(session, chunk), _types(session, chunk)
        known = dict(session.execute(_TYPES.where(MemberRow.speaker_id.in_(chunk))).all())
        names = {speaker: display_name(counted) for speaker, counted in forms.items()}
        names |= _given_names(session, chunk)
        rows = [
            {
                "id": speaker,
                "name": names[speaker],
                "type": commonest(types.get(speaker, {})) or known[speaker],
            }
            for speaker in chunk
            if speaker in names
        ]
        if rows:
            session.execute(update(SpeakerRow), rows)


def _whole(session: Session, near: Nearby, group: Collection[str]) -> set[str]:
    """A group with those who follow its members, and with the rest of a speaker that is known."""
    whole = set(group).union(*(near.followers.get(each, ()) for each in group))
    known = [speaker for speaker, members in near.known.items() if not members.isdisjoint(group)]
    rest = select(MemberRow.id).where(MemberRow.speaker_id.in_(known))
    decided = near.decided.union(*near.followers.values())
    return whole | {each for each in (session.scalars(rest) if known else ()) if each not in decided}


def _owner(session: Session, group: Collection[str]) -> str:
    """The id of a speaker: the smallest of its members' that statements (or the list of people) name."""
    named = {
        each
        for chunk in identifiers.chunks(sorted(group))
        for each in session.scalars(select(MemberRow.id).where(MemberRow.id.in_(chunk), in_use()))
    }
    return min(named or group)


def _owners(session: Session, member_ids: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for chunk in identifiers.chunks(sorted(member_ids)):
        query = select(MemberRow.id, MemberRow.speaker_id).where(MemberRow.id.in_(chunk))
        found |= dict(session.execute(query).all())
    return found


def _make(session: Session, owners: Iterable[str]) -> None:
    """Make a row for each speaker that has none."""
    wanted = sorted(owners)
    present = {
        each
        for chunk in identifiers.chunks(wanted)
        for each in session.scalars(select(SpeakerRow.id).where(SpeakerRow.id.in_(chunk)))
    }
    rows: list[dict[str, Any]] = [
        {"id": each, "name": "", "type": None} for each in wanted if each not in present
    ]
    if rows:
        session.execute(insert(SpeakerRow), rows)


def _drop(session: Session, speakers: Collection[str]) -> None:
    """Delete the rows of speakers that have no members any more."""
    for chunk in identifiers.chunks(sorted(speakers)):
        left = set(session.scalars(select(MemberRow.speaker_id).where(MemberRow.speaker_id.in_(chunk))))
        session.execute(
            delete(SpeakerRow).where(SpeakerRow.id.in_([each for each in chunk if each not in left]))
        )


def _forms(session: Session, speakers: list[str]) -> dict[str, dict[str, int]]:
    """How many statements carry each form of each speaker's name."""
    query = (
        select(MemberRow.speaker_id, AliasRow.form, func.sum(AliasRow.uses))
        .join(AliasRow, AliasRow.member_id == MemberRow.id)
        .where(MemberRow.speaker_id.in_(speakers), AliasRow.is_mention.is_(False))
        .group_by(MemberRow.speaker_id, AliasRow.form)
    )
    found: dict[str, dict[str, int]] = {}
    for speaker, form, uses in session.execute(query):
        found.setdefault(speaker, {})[form] = uses
    return found


def _types(session: Session, speakers: list[str]) -> dict[str, dict[str, int]]:
    """How many members of each speaker that are in use are of each type."""
    query = (
        select(MemberRow.speaker_id, MemberRow.type, func.count())
        .where(MemberRow.speaker_id.in_(speakers), MemberRow.type.is_not(None), in_use())
        .group_by(MemberRow.speaker_id, MemberRow.type)
    )
    found: dict[str, dict[str, int]] = {}
    for speaker, kind, count in session.execute(query):
        found.setdefault(speaker, {})[str(kind)] = count
    return found


def in_use() -> ColumnElement[bool]:
    """Whether a statement, or the list of people, names the member."""
    used = select(AliasRow.member_id).where(AliasRow.member_id == MemberRow.id, AliasRow.uses > 0)
    return used.exists() | select(AuthorityRow.id).where(AuthorityRow.id == MemberRow.id).exists()


def _given_names(session: Session, speakers: list[str]) -> Mapping[str, str]:
    """The names that the list of people has, and those that people decided, the latest for each."""
    listed = (
        select(MemberRow.speaker_id, AuthorityRow.name)
        .join(AuthorityRow, AuthorityRow.id == MemberRow.id)
        .where(MemberRow.speaker_id.in_(speakers))
        .order_by(AuthorityRow.id.desc())
    )
    decided = (
        select(MemberRow.speaker_id, RulingRow.value)
        .join(RulingRow, RulingRow.first_id == MemberRow.id)
        .where(MemberRow.speaker_id.in_(speakers), RulingRow.kind == "name")
        .order_by(RulingRow.number)
    )
    return {speaker: str(name) for query in (listed, decided) for speaker, name in session.execute(query)}

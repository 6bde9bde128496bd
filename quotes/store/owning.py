"""Writes which members are which speaker, what each speaker is called, and of what type it is."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from quotes.people.identity.partition import Partition
from quotes.people.linking import commonest, display_name
from quotes.store import described, forms, identifiers
from quotes.store.classes import Class
from quotes.store.models import AuthorityRow, FormRow, MemberRow, RulingRow, SpeakerRow
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
        group
        for group, owners in zip(found.speakers, of, strict=True)
        if len(owners) > 1 or shared[min(owners)] > 1 or not group.isdisjoint(changed)
    ]
    owners = {_owner(session, group): group for group in groups}
    _make(session, owners)
    before = {near.speakers.get(each) or known[each] for group in groups for each in group}
    for owner, group in owners.items():
        _move(session, near, group, owner, {known[each] for each in group if each in known})
    drop(session, before - set(owners))
    refresh(session, sorted(owners))


def _move(session: Session, near: Nearby, group: Collection[str], owner: str, known: Collection[str]) -> None:
    """Let a group belong to a speaker, with those who follow its members and the rest of known speakers."""
    followed = [near.followed[each] for each in sorted(group) if each in near.followed]
    joining = [(speaker, profile) for speaker, profile in followed if speaker != owner]
    whole = [speaker for speaker in sorted(known) if speaker != owner]
    moved = [each for each in sorted(group) if near.speakers.get(each, owner) != owner]
    if joining or whole:
        _move_many(session, near, owner, joining, whole)
    forms.take(session, moved)
    for chunk in identifiers.chunks(moved):
        session.execute(update(MemberRow).where(MemberRow.id.in_(chunk)).values(speaker_id=owner))
    forms.give(session, moved)


def _move_many(
    session: Session, near: Nearby, owner: str, joining: Collection[Class], whole: Collection[str]
) -> None:
    """Let the others of classes, and what is not decided of speakers, belong to a speaker."""
    wanted = [
        (MemberRow.speaker_id == speaker) & (MemberRow.profile == profile) for speaker, profile in joining
    ]
    for speaker in whole:
        apart = MemberRow.profile.is_(None) | MemberRow.profile.not_in(sorted(near.profiles))
        wanted.append((MemberRow.speaker_id == speaker) & apart)
    for which in wanted:
        members = set(session.scalars(select(MemberRow.id).where(which))) - near.decided
        for chunk in identifiers.chunks(sorted(members)):
            forms.take(session, chunk)
            session.execute(update(MemberRow).where(MemberRow.id.in_(chunk)).values(speaker_id=owner))
            forms.give(session, chunk)


def refresh(session: Session, speakers: list[str], *, types: bool = True) -> None:
    """Name and type speakers by all their members, by the list of people, and by what people decided.

    Without `types` these stay as they are.
    """
    for chunk in identifiers.chunks(speakers):
        kinds = _types(session, chunk) if types else _known_types(session, chunk)
        names = {
            speaker: display_name(found, person=kinds.get(speaker) == "person")
            for speaker, found in _forms(session, chunk).items()
        }
        names |= _given_names(session, chunk)
        rows = [{"id": each, "name": names[each], "type": kinds.get(each)} for each in chunk if each in names]
        if rows:
            session.execute(update(SpeakerRow), rows)


def _known_types(session: Session, speakers: list[str]) -> dict[str, str | None]:
    query = select(SpeakerRow.id, SpeakerRow.type).where(SpeakerRow.id.in_(speakers))
    return dict(session.execute(query).all())


def owners_of(session: Session, member_ids: Collection[str]) -> dict[str, str]:
    """The speakers that members belong to."""
    found: dict[str, str] = {}
    for chunk in identifiers.chunks(sorted(member_ids)):
        query = select(MemberRow.id, MemberRow.speaker_id).where(MemberRow.id.in_(chunk))
        found |= dict(session.execute(query).all())
    return found


def drop(session: Session, speakers: Collection[str]) -> None:
    """Delete the rows of speakers that have no members any more."""
    for chunk in identifiers.chunks(sorted(speakers)):
        left = select(MemberRow.id).where(MemberRow.speaker_id == SpeakerRow.id)
        session.execute(delete(SpeakerRow).where(SpeakerRow.id.in_(chunk), ~left.exists()))


def _owner(session: Session, group: Collection[str]) -> str:
    """The id of a speaker: the smallest of its members' that statements (or the list of people) name."""
    named = {
        each
        for chunk in identifiers.chunks(sorted(group))
        for each in session.scalars(select(MemberRow.id).where(MemberRow.id.in_(chunk), described.counts()))
    }
    return min(named or group)


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


def _forms(session: Session, speakers: list[str]) -> dict[str, dict[str, int]]:
    """How many statements carry each form of each speaker's name."""
    query = select(FormRow.speaker_id, FormRow.form, FormRow.uses).where(FormRow.speaker_id.in_(speakers))
    found: dict[str, dict[str, int]] = {}
    for speaker, form, uses in session.execute(query):
        found.setdefault(speaker, {})[form] = uses
    return found


def _types(session: Session, speakers: list[str]) -> dict[str, str | None]:
    """The type of most members of each speaker that are in use; where none is, that of the first."""
    query = (
        select(MemberRow.speaker_id, MemberRow.type, func.count())
        .where(MemberRow.speaker_id.in_(speakers), MemberRow.type.is_not(None), described.counts())
        .group_by(MemberRow.speaker_id, MemberRow.type)
    )
    counted: dict[str, dict[str, int]] = {}
    for speaker, kind, count in session.execute(query):
        counted.setdefault(speaker, {})[str(kind)] = count
    found: dict[str, str | None] = {speaker: commonest(kinds) for speaker, kinds in counted.items()}
    unused = [speaker for speaker in speakers if speaker not in found]
    first = _TYPES.where(MemberRow.speaker_id.in_(unused))
    return found | (dict(session.execute(first).all()) if unused else {})


def _given_names(session: Session, speakers: list[str]) -> Mapping[str, str]:
    """The names that the list of people has, and those that people decided, the latest for each."""
    # From the few names that people gave to their speakers: some of these have members in every document.
    of = (MemberRow.speaker_id + "").in_(speakers)
    listed = (
        select(MemberRow.speaker_id, AuthorityRow.name)
        .join(AuthorityRow, AuthorityRow.id == MemberRow.id)
        .where(of)
        .order_by(AuthorityRow.id.desc())
    )
    decided = (
        select(MemberRow.speaker_id, RulingRow.value)
        .join(RulingRow, RulingRow.first_id == MemberRow.id)
        .where(of, RulingRow.kind == "name")
        .order_by(RulingRow.number)
    )
    return {speaker: str(name) for query in (listed, decided) for speaker, name in session.execute(query)}

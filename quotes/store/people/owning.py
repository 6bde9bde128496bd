"""Writes which members are which speaker, what each speaker is called, and of what type it is."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from quotes.people.identity.partition import Partition
from quotes.people.linking import commonest, display_name
from quotes.store import identifiers, tables
from quotes.store.connections import set_columns
from quotes.store.people import described, forms
from quotes.store.people.classes import Class
from quotes.store.people.nearby import Nearby

_MEMBER = tables.speaker_members.c
_SPEAKER = tables.speakers.c
_FORM = tables.speaker_forms.c
_RULING = tables.rulings.c
_AUTHORITY = tables.authorities.c

_TYPES = select(_MEMBER.speaker_id, _MEMBER.type).order_by(_MEMBER.id.desc())


def write(connection: Connection, near: Nearby, found: Partition, changed: Collection[str]) -> None:
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
    owners = {_owner(connection, group): group for group in groups}
    _make(connection, owners)
    before = {near.speakers.get(each) or known[each] for group in groups for each in group}
    for owner, group in owners.items():
        _move(connection, near, group, owner, {known[each] for each in group if each in known})
    drop(connection, before - set(owners))
    refresh(connection, sorted(owners))


def _move(
    connection: Connection, near: Nearby, group: Collection[str], owner: str, known: Collection[str]
) -> None:
    """Let a group belong to a speaker, with those who follow its members and the rest of known speakers."""
    followed = [near.followed[each] for each in sorted(group) if each in near.followed]
    joining = [(speaker, profile) for speaker, profile in followed if speaker != owner]
    whole = [speaker for speaker in sorted(known) if speaker != owner]
    moved = [each for each in sorted(group) if near.speakers.get(each, owner) != owner]
    if joining or whole:
        _move_many(connection, near, owner, joining, whole)
    forms.take(connection, moved)
    for chunk in identifiers.chunks(moved):
        connection.execute(
            update(tables.speaker_members).where(_MEMBER.id.in_(chunk)).values(speaker_id=owner)
        )
    forms.give(connection, moved)


def _move_many(
    connection: Connection, near: Nearby, owner: str, joining: Collection[Class], whole: Collection[str]
) -> None:
    """Let the others of classes, and what is not decided of speakers, belong to a speaker."""
    wanted = [(_MEMBER.speaker_id == speaker) & (_MEMBER.profile == profile) for speaker, profile in joining]
    for speaker in whole:
        apart = _MEMBER.profile.is_(None) | _MEMBER.profile.not_in(sorted(near.profiles))
        wanted.append((_MEMBER.speaker_id == speaker) & apart)
    for which in wanted:
        members = set(connection.scalars(select(_MEMBER.id).where(which))) - near.decided
        for chunk in identifiers.chunks(sorted(members)):
            forms.take(connection, chunk)
            connection.execute(
                update(tables.speaker_members).where(_MEMBER.id.in_(chunk)).values(speaker_id=owner)
            )
            forms.give(connection, chunk)


def refresh(connection: Connection, speakers: Sequence[str], *, types: bool = True) -> None:
    """Name and type speakers by all their members, by the list of people, and by what people decided.

    Without `types` these stay as they are.
    """
    for chunk in identifiers.chunks(speakers):
        kinds = _types(connection, chunk) if types else _known_types(connection, chunk)
        names = {
            speaker: display_name(found, person=kinds.get(speaker) == "person")
            for speaker, found in _forms(connection, chunk).items()
        }
        names |= _given_names(connection, chunk)
        rows = [{"id": each, "name": names[each], "type": kinds.get(each)} for each in chunk if each in names]
        if rows:
            set_columns(connection, tables.speakers, rows)


def _known_types(connection: Connection, speakers: Sequence[str]) -> dict[str, str | None]:
    query = select(_SPEAKER.id, _SPEAKER.type).where(_SPEAKER.id.in_(speakers))
    return dict(connection.execute(query).all())


def owners_of(connection: Connection, member_ids: Collection[str]) -> dict[str, str]:
    """The speakers that members belong to."""
    found: dict[str, str] = {}
    for chunk in identifiers.chunks(sorted(member_ids)):
        query = select(_MEMBER.id, _MEMBER.speaker_id).where(_MEMBER.id.in_(chunk))
        found |= dict(connection.execute(query).all())
    return found


def drop(connection: Connection, speakers: Collection[str]) -> None:
    """Delete the rows of speakers that have no members any more."""
    for chunk in identifiers.chunks(sorted(speakers)):
        left = select(_MEMBER.id).where(_MEMBER.speaker_id == _SPEAKER.id)
        connection.execute(delete(tables.speakers).where(_SPEAKER.id.in_(chunk), ~left.exists()))


def _owner(connection: Connection, group: Collection[str]) -> str:
    """The id of a speaker: the smallest of its members' that statements (or the list of people) name."""
    named = {
        each
        for chunk in identifiers.chunks(sorted(group))
        for each in connection.scalars(select(_MEMBER.id).where(_MEMBER.id.in_(chunk), described.counts()))
    }
    return min(named or group)


def _make(connection: Connection, owners: Iterable[str]) -> None:
    """Make a row for each speaker that has none."""
    wanted = sorted(owners)
    present = {
        each
        for chunk in identifiers.chunks(wanted)
        for each in connection.scalars(select(_SPEAKER.id).where(_SPEAKER.id.in_(chunk)))
    }
    rows: list[dict[str, Any]] = [
        {"id": each, "name": "", "type": None} for each in wanted if each not in present
    ]
    if rows:
        connection.execute(insert(tables.speakers), rows)


def _forms(connection: Connection, speakers: Sequence[str]) -> dict[str, dict[str, int]]:
    """How many statements carry each form of each speaker's name."""
    query = select(_FORM.speaker_id, _FORM.form, _FORM.uses)
    query = query.where(_FORM.speaker_id.in_(speakers), _FORM.is_mention.is_(False))
    found: dict[str, dict[str, int]] = {}
    for speaker, form, uses in connection.execute(query):
        found.setdefault(speaker, {})[form] = uses
    return found


def _types(connection: Connection, speakers: Sequence[str]) -> dict[str, str | None]:
    """The type of most members of each speaker that are in use; where none is, that of the first."""
    query = (
        select(_MEMBER.speaker_id, _MEMBER.type, func.count())
        .where(_MEMBER.speaker_id.in_(speakers), _MEMBER.type.is_not(None), described.counts())
        .group_by(_MEMBER.speaker_id, _MEMBER.type)
    )
    counted: dict[str, dict[str, int]] = {}
    for speaker, kind, count in connection.execute(query):
        counted.setdefault(speaker, {})[str(kind)] = count
    found: dict[str, str | None] = {speaker: commonest(kinds) for speaker, kinds in counted.items()}
    unused = [speaker for speaker in speakers if speaker not in found]
    first = _TYPES.where(_MEMBER.speaker_id.in_(unused))
    return found | (dict(connection.execute(first).all()) if unused else {})


def _given_names(connection: Connection, speakers: Sequence[str]) -> Mapping[str, str]:
    """The names that the list of people has, and those that people decided, the latest for each."""
    # From the few names that people gave to their speakers: some of these have members in every document.
    of = (_MEMBER.speaker_id + "").in_(speakers)
    listed = (
        select(_MEMBER.speaker_id, _AUTHORITY.name)
        .join(tables.authorities, _AUTHORITY.id == _MEMBER.id)
        .where(of)
        .order_by(_AUTHORITY.id.desc())
    )
    decided = (
        select(_MEMBER.speaker_id, _RULING.value)
        .join(tables.rulings, _RULING.first_id == _MEMBER.id)
        .where(of, _RULING.kind == "name")
        .order_by(_RULING.number)
    )
    return {speaker: str(name) for query in (listed, decided) for speaker, name in connection.execute(query)}

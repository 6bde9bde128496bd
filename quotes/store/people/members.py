"""Writes the speakers of a document, and decides which speakers of other documents they are."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from quotes.people.identity.partition import Partition, partition
from quotes.people.linking import Member
from quotes.people.names import searchable_name
from quotes.store import identifiers, tables
from quotes.store.connections import set_columns
from quotes.store.people import affiliations, classes, contacts, described, following, forms, owning
from quotes.store.people.nearby import Nearby, nearby

_MEMBER = tables.speaker_members.c
_ALIAS = tables.aliases.c
_KEY = tables.speaker_keys.c
_PART = tables.joint_parts.c

CATCH_UP = 500
"""Members of an older version that are compared in one transaction: others may write before the next."""


def set_members(connection: Connection, document: str, members: Iterable[Member]) -> dict[str, str]:
    """Make `members` the speakers of a document, each under its speaker; their ids by normalised name.

    Those that the document had keep their ids; whom no statement names any more stays, with no uses.
    """
    members = sorted(members, key=lambda member: member.id)
    columns = select(_MEMBER.name, _MEMBER.id).where(_MEMBER.document_id == document)
    had: dict[str, str] = dict(connection.execute(columns).all())
    new = [member for member in members if member.name not in had]
    ids = identifiers.free(connection, _MEMBER.id, [(member.id, member.name) for member in new])
    _add(connection, list(zip(new, ids, strict=True)))
    given = had | {member.name: identifier for member, identifier in zip(new, ids, strict=True)}
    named = {member.name: given[member.name] for member in members}
    forms.take(connection, had.values())
    _describe(connection, {named[member.name]: member for member in members}, had.values())
    parts = [
        {"group_id": named[member.name], "position": position, "part_id": named[part]}
        for member in members
        for position, part in enumerate(member.parts)
    ]
    if parts:
        connection.execute(insert(tables.joint_parts), parts)
    forms.give(connection, given.values())
    _relink_changed(connection, sorted(given.values()))
    return named


def relink(connection: Connection, member_ids: Iterable[str]) -> None:
    """Decide again which speakers these members belong to, after rulings (or the list of people) changed."""
    wanted = set(described.profiles(connection, set(member_ids)))
    if wanted:
        forms.recount(connection, owning.owners_of(connection, wanted).values())
        before = _compare(connection, sorted(wanted))
        _decide(connection, sorted(wanted | before.keys()), _told(before))


def _relink_changed(connection: Connection, member_ids: list[str]) -> None:
    """Decide again which speakers those of these members belong to of whom something else is told now."""
    if not member_ids:
        return
    before = _compare(connection, member_ids)
    new = all(before.get(each, "") is None for each in member_ids)
    followed = following.follow(connection, member_ids) if new else {}
    changed = sorted(set(before) - followed.keys())
    if changed:
        _decide(connection, changed, _told(before))
    joined = {speaker for speaker in followed.values() if speaker is not None}
    others = set(
        owning.owners_of(connection, [each for each in member_ids if followed.get(each) is None]).values()
    )
    owning.refresh(connection, sorted(others - joined))
    owning.refresh(connection, sorted(joined), types=bool(others & joined))


def _told(before: Mapping[str, str | None]) -> set[str]:
    return {profile for profile in before.values() if profile is not None}


def _decide(connection: Connection, changed: list[str], beside: Collection[str]) -> None:
    near = nearby(connection, changed, beside)
    found = decide(connection, near)
    if not _are_alike(near, found):
        near = nearby(connection, changed, beside, every=True)
        found = decide(connection, near)
    owning.write(connection, near, found, changed)


def _are_alike(near: Nearby, found: Partition) -> bool:
    """Whether those of whom the same is told are taken for one speaker, so that others can follow them."""
    owner = {each: number for number, group in enumerate(found.speakers) for each in group}
    return all(owner[one] == owner[other] for one, other in near.alike)


def left(connection: Connection, speaker_ids: Iterable[str], profiles: Collection[str]) -> None:
    """Decide again who is who among those left of speakers, after members of these `profiles` left."""
    stay = [members[0] for members in classes.of_speakers(connection, speaker_ids, 1).values()]
    if stay or profiles:
        _decide(connection, sorted(stay), profiles)


def decide(connection: Connection, near: Nearby, but: Collection[str] = ()) -> Partition:
    """Who is who among members that must be decided together, whatever people decided of those of `but`."""
    known = {each for group in near.known.values() for each in group}
    ruled = described.rulings(connection, near.decided | known)
    ruled = [ruling for ruling in ruled if ruling.first not in but and ruling.second not in but]
    named = {each for ruling in ruled for each in (ruling.first, ruling.second)}
    nodes = described.nodes(connection, near.decided | known, near.documents)
    compared = [node for node in nodes if node.id in near.decided or node.counts or node.id in named]
    present = {node.id for node in compared}
    groups = [group & present for group in near.known.values()]
    return partition(compared, ruled, [group for group in groups if group])


def stand_alone(connection: Connection, member_id: str, name: str, kind: str | None) -> None:
    """Make a speaker of its own for a member that is to be written next."""
    connection.execute(insert(tables.speakers).values(id=member_id, name=name, type=kind))


def catch_up(connection: Connection) -> bool:
    """Compare some of the members that an older version (or older rules) wrote; whether there were any.

    Whom they speak for is read out of what is stored, too.
    """
    older = _MEMBER.profile.is_(None) | ~_MEMBER.profile.startswith(f"{described.RULES}:")
    query = select(_MEMBER.speaker_id).where(older).order_by(_MEMBER.speaker_id).limit(CATCH_UP)
    speakers = sorted(set(connection.scalars(query)))
    found = [
        each
        for chunk in identifiers.chunks(speakers)
        for each in connection.scalars(select(_MEMBER.id).where(_MEMBER.speaker_id.in_(chunk), older))
    ]
    relink(connection, found)
    documents: set[str] = set()
    for chunk in identifiers.chunks(found):
        within = select(_MEMBER.document_id).where(_MEMBER.id.in_(chunk))
        documents |= {each for each in connection.scalars(within) if each is not None}
    for document in sorted(documents):
        affiliations.set_affiliations(connection, document)
    return bool(found)


def _compare(connection: Connection, member_ids: list[str]) -> dict[str, str | None]:
    """Keep what members are found by among others; those whose profile changed, with the profile they had.

    Others of their documents may be among them.
    """
    beside = _beside(connection, member_ids)
    nodes = described.nodes(connection, beside)
    words = {node.id: contacts.words(node.keys()) for node in nodes}
    had = described.profiles(connection, beside)
    changed: dict[str, str] = {}
    keys: dict[str, set[str]] = {}
    for node in nodes:
        others = set().union(*(words[each] for each in beside[node.id]))
        profile = described.profile(node, beside=not words[node.id].isdisjoint(others))
        if profile != had[node.id]:
            changed[node.id], keys[profile] = profile, node.keys()
    _keep_keys(connection, keys)
    if changed:
        rows = [{"id": each, "profile": profile} for each, profile in changed.items()]
        set_columns(connection, tables.speaker_members, rows)
    return {each: had[each] for each in changed}


def _beside(connection: Connection, member_ids: list[str]) -> dict[str, list[str]]:
    """These members and the others of their documents, each with the others of its own."""
    documents: dict[str, list[str]] = {}
    for chunk in identifiers.chunks(member_ids):
        within = select(_MEMBER.document_id).where(_MEMBER.id.in_(chunk))
        query = select(_MEMBER.document_id, _MEMBER.id).where(_MEMBER.document_id.in_(within))
        for document, id_ in connection.execute(query):
            documents.setdefault(str(document), []).append(id_)
    found: dict[str, list[str]] = {each: [] for each in member_ids}
    for together in documents.values():
        found |= {each: [other for other in together if other != each] for each in set(together)}
    return found


def _keep_keys(connection: Connection, keys: Mapping[str, set[str]]) -> None:
    """Keep the keys of profiles, as far as they are not kept."""
    known: set[str] = set()
    for chunk in identifiers.chunks(sorted(keys)):
        known |= set(connection.scalars(select(_KEY.profile).where(_KEY.profile.in_(chunk)).distinct()))
    rows = [
        {"key": key, "profile": profile} for profile in keys if profile not in known for key in keys[profile]
    ]
    if rows:
        connection.execute(insert(tables.speaker_keys), rows)


def _add(connection: Connection, named: list[tuple[Member, str]]) -> None:
    """Write new members, each as a speaker of its own for now."""
    if not named:
        return
    speakers = [{"id": id_, "name": next(iter(member.forms)), "type": member.type} for member, id_ in named]
    connection.execute(insert(tables.speakers), speakers)
    rows = [
        {
            "id": id_,
            "document_id": member.document,
            "name": member.name,
            "type": member.type,
            "speaker_id": id_,
        }
        for member, id_ in named
    ]
    connection.execute(insert(tables.speaker_members), rows)


def _describe(connection: Connection, members: Mapping[str, Member], had: Iterable[str]) -> None:
    """Write what a document says of its members; those it had and names no more are used no more."""
    for chunk in identifiers.chunks(sorted(had)):
        kept = [each for each in chunk if each in members]
        gone = [each for each in chunk if each not in members]
        connection.execute(delete(tables.aliases).where(_ALIAS.member_id.in_(kept)))
        connection.execute(update(tables.aliases).where(_ALIAS.member_id.in_(gone)).values(uses=0))
        connection.execute(delete(tables.joint_parts).where(_PART.group_id.in_(chunk)))
    rows = [
        {"id": id_, "type": member.type, "roles": [list(role) for role in member.roles]}
        for id_, member in members.items()
    ]
    if rows:
        set_columns(connection, tables.speaker_members, rows)
    aliases = [row for id_, member in members.items() for row in _alias_values(member, id_)]
    if aliases:
        connection.execute(insert(tables.aliases), aliases)


def _alias_values(member: Member, identifier: str) -> list[dict[str, Any]]:
    return [
        {
            "member_id": identifier,
            "form": form,
            "folded": searchable_name(form),
            "is_mention": mention,
            "uses": uses,
        }
        for forms, mention in ((member.forms, False), (member.mentions, True))
        for form, uses in forms.items()
    ]

"""Writes the speakers of a document, and decides which speakers of other documents they are."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from quotes.people.identity.partition import Partition, partition
from quotes.people.linking import Member
from quotes.people.names import searchable_name
from quotes.store import affiliations, contacts, described, following, forms, identifiers, owning
from quotes.store.models import AliasRow, KeyRow, MemberRow, PartRow, SpeakerRow
from quotes.store.nearby import Nearby, nearby

CATCH_UP = 500
"""Members of an older version that are compared in one transaction: others may write before the next."""


def set_members(session: Session, document: str, members: Iterable[Member]) -> dict[str, str]:
    """Make `members` the speakers of a document, each under its speaker; their ids by normalised name.

    Those that the document had keep their ids; whom no statement names any more stays, with no uses.
    """
    members = sorted(members, key=lambda member: member.id)
    columns = select(MemberRow.name, MemberRow.id).where(MemberRow.document_id == document)
    had: dict[str, str] = dict(session.execute(columns).all())
    new = [member for member in members if member.name not in had]
    ids = identifiers.free(session, MemberRow.id, [(member.id, member.name) for member in new])
    _add(session, list(zip(new, ids, strict=True)))
    given = had | {member.name: identifier for member, identifier in zip(new, ids, strict=True)}
    named = {member.name: given[member.name] for member in members}
    forms.take(session, had.values())
    _describe(session, {named[member.name]: member for member in members}, had.values())
    parts = [
        {"group_id": named[member.name], "position": position, "part_id": named[part]}
        for member in members
        for position, part in enumerate(member.parts)
    ]
    if parts:
        session.execute(insert(PartRow), parts)
    forms.give(session, given.values())
    _relink_changed(session, sorted(given.values()))
    return named


def relink(session: Session, member_ids: Iterable[str]) -> None:
    """Decide again which speakers these members belong to, after rulings (or the list of people) changed."""
    wanted = set(described.profiles(session, set(member_ids)))
    if wanted:
        forms.recount(session, owning.owners_of(session, wanted).values())
        before = _compare(session, sorted(wanted))
        _decide(session, sorted(wanted | before.keys()), _told(before))


def _relink_changed(session: Session, member_ids: list[str]) -> None:
    """Decide again which speakers those of these members belong to of whom something else is told now."""
    if not member_ids:
        return
    before = _compare(session, member_ids)
    new = all(before.get(each, "") is None for each in member_ids)
    followed = following.follow(session, member_ids) if new else {}
    changed = sorted(set(before) - followed.keys())
    if changed:
        _decide(session, changed, _told(before))
    joined = {speaker for speaker in followed.values() if speaker is not None}
    others = set(
        owning.owners_of(session, [each for each in member_ids if followed.get(each) is None]).values()
    )
    owning.refresh(session, sorted(others - joined))
    owning.refresh(session, sorted(joined), types=bool(others & joined))


def _told(before: Mapping[str, str | None]) -> set[str]:
    return {profile for profile in before.values() if profile is not None}


def _decide(session: Session, changed: list[str], beside: Collection[str]) -> None:
    near = nearby(session, changed, beside)
    found = decide(session, near)
    if not _are_alike(near, found):
        near = nearby(session, changed, beside, every=True)
        found = decide(session, near)
    owning.write(session, near, found, changed)


def _are_alike(near: Nearby, found: Partition) -> bool:
    """Whether those of whom the same is told are taken for one speaker, so that others can follow them."""
    owner = {each: number for number, group in enumerate(found.speakers) for each in group}
    return all(owner[one] == owner[other] for one, other in near.alike)


def decide(session: Session, near: Nearby) -> Partition:
    """Who is who among members that must be decided together."""
    known = {each for group in near.known.values() for each in group}
    ruled = described.rulings(session, near.decided | known)
    named = {each for ruling in ruled for each in (ruling.first, ruling.second)}
    nodes = described.nodes(session, near.decided | known, near.documents)
    compared = [node for node in nodes if node.id in near.decided or node.counts or node.id in named]
    present = {node.id for node in compared}
    groups = [group & present for group in near.known.values()]
    return partition(compared, ruled, [group for group in groups if group])


def stand_alone(session: Session, member_id: str, name: str, kind: str | None) -> None:
    """Make a speaker of its own for a member that is to be written next."""
    session.execute(insert(SpeakerRow).values(id=member_id, name=name, type=kind))


def catch_up(session: Session) -> bool:
    """Compare some of the members that an older version (or older rules) wrote; whether there were any.

    Whom they speak for is read out of what is stored, too.
    """
    older = MemberRow.profile.is_(None) | ~MemberRow.profile.startswith(f"{described.RULES}:")
    query = select(MemberRow.speaker_id).where(older).order_by(MemberRow.speaker_id).limit(CATCH_UP)
    speakers = sorted(set(session.scalars(query)))
    found = [
        each
        for chunk in identifiers.chunks(speakers)
        for each in session.scalars(select(MemberRow.id).where(MemberRow.speaker_id.in_(chunk), older))
    ]
    relink(session, found)
    documents: set[str] = set()
    for chunk in identifiers.chunks(found):
        within = select(MemberRow.document_id).where(MemberRow.id.in_(chunk))
        documents |= {each for each in session.scalars(within) if each is not None}
    for document in sorted(documents):
        affiliations.set_affiliations(session, document)
    return bool(found)


def _compare(session: Session, member_ids: list[str]) -> dict[str, str | None]:
    """Keep what members are found by among others; those whose profile changed, with the profile they had.

    Others of their documents may be among them.
    """
    beside = _beside(session, member_ids)
    nodes = described.nodes(session, beside)
    words = {node.id: contacts.words(node.keys()) for node in nodes}
    had = described.profiles(session, beside)
    changed: dict[str, str] = {}
    keys: dict[str, set[str]] = {}
    for node in nodes:
        others = set().union(*(words[each] for each in beside[node.id]))
        profile = described.profile(node, beside=not words[node.id].isdisjoint(others))
        if profile != had[node.id]:
            changed[node.id], keys[profile] = profile, node.keys()
    _keep_keys(session, keys)
    if changed:
        rows = [{"id": each, "profile": profile} for each, profile in changed.items()]
        session.execute(update(MemberRow), rows)
    return {each: had[each] for each in changed}


def _beside(session: Session, member_ids: list[str]) -> dict[str, list[str]]:
    """These members and the others of their documents, each with the others of its own."""
    documents: dict[str, list[str]] = {}
    for chunk in identifiers.chunks(member_ids):
        within = select(MemberRow.document_id).where(MemberRow.id.in_(chunk))
        query = select(MemberRow.document_id, MemberRow.id).where(MemberRow.document_id.in_(within))
        for document, id_ in session.execute(query):
            documents.setdefault(str(document), []).append(id_)
    found: dict[str, list[str]] = {each: [] for each in member_ids}
    for together in documents.values():
        found |= {each: [other for other in together if other != each] for each in set(together)}
    return found


def _keep_keys(session: Session, keys: Mapping[str, set[str]]) -> None:
    """Keep the keys of profiles, as far as they are not kept."""
    known: set[str] = set()
    for chunk in identifiers.chunks(sorted(keys)):
        known |= set(session.scalars(select(KeyRow.profile).where(KeyRow.profile.in_(chunk)).distinct()))
    rows = [
        {"key": key, "profile": profile} for profile in keys if profile not in known for key in keys[profile]
    ]
    if rows:
        session.execute(insert(KeyRow), rows)


def _add(session: Session, named: list[tuple[Member, str]]) -> None:
    """Write new members, each as a speaker of its own for now."""
    if not named:
        return
    speakers = [{"id": id_, "name": next(iter(member.forms)), "type": member.type} for member, id_ in named]
    session.execute(insert(SpeakerRow), speakers)
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
    session.execute(insert(MemberRow), rows)


def _describe(session: Session, members: Mapping[str, Member], had: Iterable[str]) -> None:
    """Write what a document says of its members; those it had and names no more are used no more."""
    for chunk in identifiers.chunks(sorted(had)):
        kept = [each for each in chunk if each in members]
        gone = [each for each in chunk if each not in members]
        session.execute(delete(AliasRow).where(AliasRow.member_id.in_(kept)))
        session.execute(update(AliasRow).where(AliasRow.member_id.in_(gone)).values(uses=0))
        session.execute(delete(PartRow).where(PartRow.group_id.in_(chunk)))
    rows = [
        {"id": id_, "type": member.type, "roles": [list(role) for role in member.roles]}
        for id_, member in members.items()
    ]
    if rows:
        session.execute(update(MemberRow), rows)
    aliases = [row for id_, member in members.items() for row in _alias_values(member, id_)]
    if aliases:
        session.execute(insert(AliasRow), aliases)


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

"""Writes the speakers of a new document and joins them to those the library has."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from quotes.people.linking import Member, commonest, display_name
from quotes.people.names import searchable_name
from quotes.store import identifiers
from quotes.store.models import AliasRow, MemberRow, SpeakerRow


def set_members(session: Session, document: str, members: Iterable[Member]) -> dict[str, str]:
    """Make `members` the speakers of a document, each under its speaker; their ids by normalised name.

    Those that the document had keep their ids; whom no statement names any more stays, with no uses.
    """
    members = sorted(members, key=lambda member: member.id)
    had = dict(
        session.execute(select(MemberRow.name, MemberRow.id).where(MemberRow.document_id == document)).all()
    )
    session.execute(delete(AliasRow).where(AliasRow.member_id.in_(had.values())))
    new = [member for member in members if member.name not in had]
    ids = identifiers.free(session, MemberRow.id, [(member.id, member.name) for member in new])
    _add(session, list(zip(new, ids, strict=True)))
    given = had | {member.name: identifier for member, identifier in zip(new, ids, strict=True)}
    aliases = [row for member in members for row in _alias_values(member, given[member.name])]
    if aliases:
        session.execute(insert(AliasRow), aliases)
    known = select(MemberRow.speaker_id).where(MemberRow.document_id == document).distinct()
    _refresh(session, list(session.scalars(known)))
    return {member.name: given[member.name] for member in members}


def relink(session: Session, member_ids: Iterable[str]) -> None:
    """Decide again which speakers these members belong to, after rulings about them changed."""


def _add(session: Session, named: list[tuple[Member, str]]) -> None:
    if not named:
        return
    known = _linked(session, [member.link for member, _ in named if member.link])
    speakers = {identifier: _speaker(session, known, member, identifier) for member, identifier in named}
    new = [_speaker_values(member, identifier) for member, identifier in named if member.link not in known]
    if new:
        session.execute(insert(SpeakerRow), new)
    rows = [_member_values(member, id_) | {"speaker_id": speakers[id_]} for member, id_ in named]
    session.execute(insert(MemberRow), rows)


def _linked(session: Session, links: list[str]) -> dict[str, str]:
    """The ids of the speakers that members with these links belong to, by link."""
    found: dict[str, str] = {}
    for chunk in identifiers.chunks(links):
        query = select(SpeakerRow.link, SpeakerRow.id).where(SpeakerRow.link.in_(chunk))
        found |= {str(link): speaker for link, speaker in session.execute(query)}
    return found


def _speaker(session: Session, known: dict[str, str], member: Member, identifier: str) -> str:
    """The id of the member's speaker: a known one, which takes the smaller id of the two, or a new one."""
    if member.link is None or member.link not in known:
        return identifier
    present = known[member.link]
    if identifier < present:
        session.execute(update(SpeakerRow).where(SpeakerRow.id == present).values(id=identifier))
        known[member.link] = identifier
    return known[member.link]


def _refresh(session: Session, speakers: list[str]) -> None:
    """Name and type speakers by all their members."""
    for chunk in identifiers.chunks(speakers):
        names = {speaker: display_name(forms) for speaker, forms in _forms(session, chunk).items()}
        chunk = [speaker for speaker in chunk if speaker in names]
        if not chunk:
            continue
        types = {speaker: commonest(counted) for speaker, counted in _types(session, chunk).items()}
        rows = [{"id": speaker, "name": names[speaker], "type": types.get(speaker)} for speaker in chunk]
        session.execute(update(SpeakerRow), rows)


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
    """How many members of each speaker are of each type."""
    query = (
        select(MemberRow.speaker_id, MemberRow.type, func.count())
        .where(MemberRow.speaker_id.in_(speakers), MemberRow.type.is_not(None))
        .group_by(MemberRow.speaker_id, MemberRow.type)
    )
    found: dict[str, dict[str, int]] = {}
    for speaker, kind, count in session.execute(query):
        found.setdefault(speaker, {})[str(kind)] = count
    return found


def _speaker_values(member: Member, identifier: str) -> dict[str, Any]:
    return {
        "id": identifier,
        "name": display_name(member.forms),
        "type": member.type,
        "link": member.link,
    }


def _member_values(member: Member, identifier: str) -> dict[str, Any]:
    return {"id": identifier, "document_id": member.document, "name": member.name, "type": member.type}


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

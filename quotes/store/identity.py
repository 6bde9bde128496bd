"""How it is known who is who: each name of a speaker, why it is the same speaker, and who else may be."""

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quotes.people.identity.state import Unsure
from quotes.store import identifiers, nearby, speakers
from quotes.store.members import decide
from quotes.store.models import AliasRow, DocumentRow, MemberRow, PartRow, SpeakerRow, StatementRow
from quotes.store.views import Seen, StoredMember, StoredSpeaker, Suggestion
from quotes.store.visible import VISIBLE


def members_of(session: Session, speaker_id: str) -> tuple[StoredMember, ...]:
    """The members of the speaker with this whole id, each with what its document says of it and the link."""
    rows = session.execute(
        select(MemberRow, DocumentRow.name)
        .outerjoin(DocumentRow, DocumentRow.id == MemberRow.document_id)
        .where(MemberRow.speaker_id == speaker_id)
        .order_by(DocumentRow.name, MemberRow.id)
    ).all()
    ids = [row.id for row, _ in rows]
    why = _links(session, ids)
    names = _names(session, ids)
    groups, parts = _joint(session, ids)
    return tuple(
        StoredMember(
            id=row.id,
            document=row.document_id,
            document_name=document,
            type=row.type,
            forms=tuple(seen for seen, mention in names.get(row.id, ()) if not mention),
            mentions=tuple(seen for seen, mention in names.get(row.id, ()) if mention),
            roles=tuple(Seen(str(words), 1, start, end) for words, start, end in row.roles),
            why=tuple(why.get(row.id, ())),
            speaks_in=tuple(groups.get(row.id, ())),
            parts=tuple(parts.get(row.id, ())),
        )
        for row, document in rows
    )


def suggestions(session: Session, limit: int | None) -> list[Suggestion]:
    """Pairs of speakers who may be one, the likeliest first."""
    found = decide(session, nearby.everybody(session))
    unsure = sorted(found.unsure, key=lambda each: (-each.strength, each.first, each.second))
    owners = _owners(session, {each for pair in unsure for each in (pair.first, pair.second)})
    chosen: dict[frozenset[str], Unsure] = {}
    for pair in unsure:
        both = frozenset((owners[pair.first], owners[pair.second]))
        if len(both) == 2 and (limit is None or len(chosen) < limit):
            chosen.setdefault(both, pair)
    known = speakers.with_ids(session, {each for both in chosen for each in both})
    return [
        Suggestion(
            known[owners[pair.first]],
            known[owners[pair.second]],
            pair.first,
            pair.second,
            pair.evidence_for,
            pair.evidence_against,
            pair.strength,
        )
        for pair in chosen.values()
        if _speak(known[owners[pair.first]]) and _speak(known[owners[pair.second]])
    ]


def _speak(speaker: StoredSpeaker) -> bool:
    return bool(speaker.quotes or speaker.claims)


def _links(session: Session, member_ids: list[str]) -> dict[str, list[str]]:
    """For each member, by what it came to its speaker, and to which other member."""
    near = nearby.nearby(session, member_ids, every=True)
    own = set(member_ids)
    found: dict[str, list[str]] = {}
    for link in decide(session, near).links:
        if {link.first, link.second} <= own:
            later = max(link.first, link.second)
            other = min(link.first, link.second)
            found.setdefault(later, []).append(f"{link.words} ({other})")
    return found


def _names(session: Session, member_ids: list[str]) -> dict[str, list[tuple[Seen, bool]]]:
    """The forms and mentions of each member, and where each first stands."""
    places: dict[tuple[str | None, str | None], tuple[int | None, int | None]] = {}
    found: dict[str, list[tuple[Seen, bool]]] = {}
    for chunk in identifiers.chunks(member_ids):
        first = (
            select(
                StatementRow.member_id,
                StatementRow.mention,
                func.min(StatementRow.mention_start),
                func.min(StatementRow.mention_end),
            )
            .where(StatementRow.member_id.in_(chunk), StatementRow.mention_start.is_not(None), VISIBLE)
            .group_by(StatementRow.member_id, StatementRow.mention)
        )
        places |= {(member, mention): (start, end) for member, mention, start, end in session.execute(first)}
        query = select(AliasRow).where(AliasRow.member_id.in_(chunk))
        for row in session.scalars(query.order_by(AliasRow.uses.desc(), AliasRow.form)):
            start, end = places.get((row.member_id, row.form), (None, None))
            seen = Seen(row.form, row.uses, start, end)
            found.setdefault(row.member_id, []).append((seen, row.is_mention))
    return found


def _joint(session: Session, member_ids: list[str]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The joint sources that members are parts of, and the parts of those that are joint sources."""
    groups: dict[str, list[str]] = {}
    parts: dict[str, list[str]] = {}
    for chunk in identifiers.chunks(member_ids):
        of_part = (
            select(PartRow.part_id, SpeakerRow.name)
            .join(MemberRow, MemberRow.id == PartRow.group_id)
            .join(SpeakerRow, SpeakerRow.id == MemberRow.speaker_id)
            .where(PartRow.part_id.in_(chunk))
        )
        of_group = (
            select(PartRow.group_id, SpeakerRow.name)
            .join(MemberRow, MemberRow.id == PartRow.part_id)
            .join(SpeakerRow, SpeakerRow.id == MemberRow.speaker_id)
            .where(PartRow.group_id.in_(chunk))
        )
        for query, into in ((of_part, groups), (of_group, parts)):
            for member, name in session.execute(query.order_by(PartRow.group_id, PartRow.position)):
                into.setdefault(member, []).append(name)
    return groups, parts


def _owners(session: Session, member_ids: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for chunk in identifiers.chunks(sorted(member_ids)):
        query = select(MemberRow.id, MemberRow.speaker_id).where(MemberRow.id.in_(chunk))
        found |= dict(session.execute(query).all())
    return found

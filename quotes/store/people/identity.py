"""How it is known who is who: each name of a speaker, why it is the same speaker, and who else may be."""

from sqlalchemy import Connection, func, select

from quotes.people.identity.state import Unsure
from quotes.store import identifiers, tables
from quotes.store.people import nearby, owning, speakers
from quotes.store.people.members import decide
from quotes.store.people.views import Seen, StoredMember, StoredSpeaker, Suggestion
from quotes.store.visible import VISIBLE

_MEMBER = tables.speaker_members.c
_SPEAKER = tables.speakers.c
_ALIAS = tables.aliases.c
_PART = tables.joint_parts.c
_STATEMENT = tables.statements.c
_DOCUMENT = tables.documents.c


def members_of(connection: Connection, speaker_id: str, limit: int | None) -> tuple[StoredMember, ...]:
    """The members of the speaker with this whole id, each with what its document says of it and the link.

    With a `limit` they are the first by the names of their documents.
    """
    rows = connection.execute(
        select(tables.speaker_members, _DOCUMENT.name.label("document_name"))
        .outerjoin(tables.documents, _DOCUMENT.id == _MEMBER.document_id)
        .where(_MEMBER.speaker_id == speaker_id)
        .order_by(_DOCUMENT.name, _MEMBER.id)
        .limit(limit)
    ).all()
    ids = [row.id for row in rows]
    why = _links(connection, speaker_id, ids, every=limit is None or len(ids) < limit)
    names = _names(connection, ids)
    groups, parts = _joint(connection, ids)
    return tuple(
        StoredMember(
            id=row.id,
            document=row.document_id,
            document_name=row.document_name,
            type=row.type,
            forms=tuple(seen for seen, mention in names.get(row.id, ()) if not mention),
            mentions=tuple(seen for seen, mention in names.get(row.id, ()) if mention),
            roles=tuple(Seen(str(words), 1, start, end) for words, start, end in row.roles),
            why=tuple(why.get(row.id, ())),
            speaks_in=tuple(groups.get(row.id, ())),
            parts=tuple(parts.get(row.id, ())),
        )
        for row in rows
    )


def count_members(connection: Connection, speaker_id: str) -> int:
    """How many members the speaker with this whole id has."""
    return connection.scalar(select(func.count()).where(_MEMBER.speaker_id == speaker_id)) or 0


def suggestions(connection: Connection, limit: int | None) -> list[Suggestion]:
    """Pairs of speakers who may be one, the likeliest first."""
    found = decide(connection, nearby.everybody(connection))
    unsure = sorted(found.unsure, key=lambda each: (-each.strength, each.first, each.second))
    owners = owning.owners_of(connection, {each for pair in unsure for each in (pair.first, pair.second)})
    chosen: dict[frozenset[str], Unsure] = {}
    for pair in unsure:
        both = frozenset((owners[pair.first], owners[pair.second]))
        if len(both) == 2 and (limit is None or len(chosen) < limit):
            chosen.setdefault(both, pair)
    known = speakers.with_ids(connection, {each for both in chosen for each in both})
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


def _links(
    connection: Connection, speaker_id: str, member_ids: list[str], *, every: bool
) -> dict[str, list[str]]:
    """For each member, by what it came to its speaker, and to which other member.

    Of a speaker of whom not `every` member is told, it is one of those of whom other things are told.
    """
    near = nearby.nearby(connection, member_ids, every=every)
    own = {each for each, owner in near.speakers.items() if owner == speaker_id}
    found: dict[str, list[str]] = {}
    for link in decide(connection, near).links:
        if {link.first, link.second} <= own:
            later = max(link.first, link.second)
            other = min(link.first, link.second)
            found.setdefault(later, []).append(f"{link.words} ({other})")
    return found


def _names(connection: Connection, member_ids: list[str]) -> dict[str, list[tuple[Seen, bool]]]:
    """The forms and mentions of each member, and where each first stands."""
    places: dict[tuple[str | None, str | None], tuple[int | None, int | None]] = {}
    found: dict[str, list[tuple[Seen, bool]]] = {}
    for chunk in identifiers.chunks(member_ids):
        first = (
            select(
                _STATEMENT.member_id,
                _STATEMENT.mention,
                func.min(_STATEMENT.mention_start),
                func.min(_STATEMENT.mention_end),
            )
            .where(_STATEMENT.member_id.in_(chunk), _STATEMENT.mention_start.is_not(None), VISIBLE)
            .group_by(_STATEMENT.member_id, _STATEMENT.mention)
        )
        places |= {
            (member, mention): (start, end) for member, mention, start, end in connection.execute(first)
        }
        query = select(tables.aliases).where(_ALIAS.member_id.in_(chunk))
        for row in connection.execute(query.order_by(_ALIAS.uses.desc(), _ALIAS.form)):
            start, end = places.get((row.member_id, row.form), (None, None))
            seen = Seen(row.form, row.uses, start, end)
            found.setdefault(row.member_id, []).append((seen, row.is_mention))
    return found


def _joint(
    connection: Connection, member_ids: list[str]
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The joint sources that members are parts of, and the parts of those that are joint sources."""
    groups: dict[str, list[str]] = {}
    parts: dict[str, list[str]] = {}
    for chunk in identifiers.chunks(member_ids):
        of_part = (
            select(_PART.part_id, _SPEAKER.name)
            .join(tables.speaker_members, _MEMBER.id == _PART.group_id)
            .join(tables.speakers, _SPEAKER.id == _MEMBER.speaker_id)
            .where(_PART.part_id.in_(chunk))
        )
        of_group = (
            select(_PART.group_id, _SPEAKER.name)
            .join(tables.speaker_members, _MEMBER.id == _PART.part_id)
            .join(tables.speakers, _SPEAKER.id == _MEMBER.speaker_id)
            .where(_PART.group_id.in_(chunk))
        )
        for query, into in ((of_part, groups), (of_group, parts)):
            for member, name in connection.execute(query.order_by(_PART.group_id, _PART.position)):
                into.setdefault(member, []).append(name)
    return groups, parts

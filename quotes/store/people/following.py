"""New members of whom nothing new is told: they go where the others of their profile are."""

from collections.abc import Collection

from sqlalchemy import Connection, select, update

from quotes.store import tables
from quotes.store.people import described, forms, owning
from quotes.store.people.nearby import ALIKE_MAX, closed

_MEMBER = tables.speaker_members.c


def follow(connection: Connection, member_ids: Collection[str]) -> dict[str, str | None]:
    """Let new members, each a speaker of its own, join those of their profiles, where that decides all.

    The speaker that each joins; None for those who stay alone as those do. Left out are members of whom
    something new is told, whom their document tells apart from others, or whose like people decided on;
    and lone names of persons, for which all that the document names counts.
    """
    new = set(member_ids) - _lone_names(connection, member_ids)
    profiles = {each: told for each, told in described.profiles(connection, new).items() if told is not None}
    alone = _without_company(connection, profiles)
    found: dict[str, str | None] = {}
    for each in sorted(alone):
        ends = dict(_ends(connection, profiles[each], new))
        speakers = set(ends.values())
        if len(ends) == ALIKE_MAX and len(speakers) == 1 and min(speakers) < each:
            found[each] = speakers.pop()
        elif len(speakers) > 1 and all(_is_single(connection, speaker) for speaker in speakers):
            found[each] = None
    _join(connection, {each: speaker for each, speaker in found.items() if speaker is not None})
    return found


def _without_company(connection: Connection, profiles: dict[str, str]) -> list[str]:
    """Those that are compared with none of the others, and of whose profile people decided on nobody."""
    ruled = {profile for pair in described.ruled_profiles(connection) for profile in pair}
    near = {each: closed(connection, {profile})[0] for each, profile in profiles.items()}
    return [
        each
        for each, profile in profiles.items()
        if not (described.is_nameless(profile) or described.is_beside(profile) or profile in ruled)
        and all(near[each].isdisjoint(near[other]) for other in profiles if other != each)
    ]


def _lone_names(connection: Connection, member_ids: Collection[str]) -> set[str]:
    lone = (_MEMBER.type == "person") & ~_MEMBER.name.contains(" ")
    return set(connection.scalars(select(_MEMBER.id).where(_MEMBER.id.in_(member_ids), lone)))


def _ends(connection: Connection, profile: str, but: Collection[str]) -> list[tuple[str, str]]:
    """Of the other members of a profile the first speaker's first and the last's last, with these."""
    others = select(_MEMBER.id, _MEMBER.speaker_id)
    others = others.where(_MEMBER.profile == profile, _MEMBER.id.not_in(but))
    first = others.order_by(_MEMBER.speaker_id, _MEMBER.id).limit(1)
    last = others.order_by(_MEMBER.speaker_id.desc(), _MEMBER.id.desc()).limit(1)
    return [(id_, speaker) for query in (first, last) for id_, speaker in connection.execute(query)]


def _is_single(connection: Connection, speaker: str) -> bool:
    query = select(_MEMBER.id).where(_MEMBER.speaker_id == speaker).limit(2)
    return len(connection.scalars(query).all()) == 1


def _join(connection: Connection, speakers: dict[str, str]) -> None:
    forms.take(connection, speakers)
    for each, speaker in speakers.items():
        connection.execute(
            update(tables.speaker_members).where(_MEMBER.id == each).values(speaker_id=speaker)
        )
    forms.give(connection, speakers)
    owning.drop(connection, speakers)

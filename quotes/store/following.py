"""New members of whom nothing new is told: they go where the others of their profile are."""

from collections.abc import Collection

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from quotes.store import described, forms, owning
from quotes.store.models import MemberRow
from quotes.store.nearby import ALIKE_MAX, closed


def follow(session: Session, member_ids: Collection[str]) -> dict[str, str | None]:
    """Let new members, each a speaker of its own, join those of their profiles, where that decides all.

    The speaker that each joins; None for those who stay alone as those do. Left out are members of whom
    something new is told, whom their document tells apart from others, or whose like people decided on;
    and lone names of persons, for which all that the document names counts.
    """
    new = set(member_ids) - _lone_names(session, member_ids)
    profiles = {each: told for each, told in described.profiles(session, new).items() if told is not None}
    alone = _without_company(session, profiles)
    found: dict[str, str | None] = {}
    for each in sorted(alone):
        ends = dict(_ends(session, profiles[each], new))
        speakers = set(ends.values())
        if len(ends) == ALIKE_MAX and len(speakers) == 1 and min(speakers) < each:
            found[each] = speakers.pop()
        elif len(speakers) > 1 and all(_is_single(session, speaker) for speaker in speakers):
            found[each] = None
    _join(session, {each: speaker for each, speaker in found.items() if speaker is not None})
    return found


def _without_company(session: Session, profiles: dict[str, str]) -> list[str]:
    """Those that are compared with none of the others, and of whose profile people decided on nobody."""
    ruled = {profile for pair in described.ruled_profiles(session) for profile in pair}
    near = {each: closed(session, {profile})[0] for each, profile in profiles.items()}
    return [
        each
        for each, profile in profiles.items()
        if not (described.is_nameless(profile) or described.is_beside(profile) or profile in ruled)
        and all(near[each].isdisjoint(near[other]) for other in profiles if other != each)
    ]


def _lone_names(session: Session, member_ids: Collection[str]) -> set[str]:
    lone = (MemberRow.type == "person") & ~MemberRow.name.contains(" ")
    return set(session.scalars(select(MemberRow.id).where(MemberRow.id.in_(member_ids), lone)))


def _ends(session: Session, profile: str, but: Collection[str]) -> list[tuple[str, str]]:
    """Of the other members of a profile the first speaker's first and the last's last, with these."""
    others = select(MemberRow.id, MemberRow.speaker_id)
    others = others.where(MemberRow.profile == profile, MemberRow.id.not_in(but))
    first = others.order_by(MemberRow.speaker_id, MemberRow.id).limit(1)
    last = others.order_by(MemberRow.speaker_id.desc(), MemberRow.id.desc()).limit(1)
    return [(id_, speaker) for query in (first, last) for id_, speaker in session.execute(query)]


def _is_single(session: Session, speaker: str) -> bool:
    query = select(MemberRow.id).where(MemberRow.speaker_id == speaker).limit(2)
    return len(session.scalars(query).all()) == 1


def _join(session: Session, speakers: dict[str, str]) -> None:
    forms.take(session, speakers)
    for each, speaker in speakers.items():
        session.execute(update(MemberRow).where(MemberRow.id == each).values(speaker_id=speaker))
    forms.give(session, speakers)
    owning.drop(session, speakers)

"""Which members must be decided together: those that share keys, however many others there are."""

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from quotes.people.identity import keys
from quotes.store import described, identifiers
from quotes.store.models import KeyRow, MemberRow, RulingRow

ALIKE_MAX = 2
"""Members of whom the same is told that are compared, of one speaker: the others go where these go."""


@dataclass(slots=True)
class Nearby:
    """The members that are `decided`, and those of `known` speakers that a bare name among them may mean.

    `followers` are members of whom the same is told as of the decided (or known) ones they stand under.
    Each two that are `alike` must come together, or nobody may follow them. `documents` are those of
    followers.
    `speakers` are those that the decided ones belong to now.
    """

    decided: set[str] = field(default_factory=set)
    known: dict[str, set[str]] = field(default_factory=dict)
    followers: dict[str, set[str]] = field(default_factory=dict)
    alike: list[tuple[str, str]] = field(default_factory=list)
    documents: dict[str, set[str]] = field(default_factory=dict)
    speakers: dict[str, str] = field(default_factory=dict)


def nearby(
    session: Session, member_ids: Collection[str], beside: Collection[str] = (), *, every: bool = False
) -> Nearby:
    """What is to be decided with these members, and with those `beside`, which they were compared with
    before.

    `every` leaves nobody to follow another.
    """
    decided, families = closed(session, {*member_ids, *beside})
    found = Nearby()
    _choose(session, found, decided, set(member_ids), every=every)
    rivals = _sharing(session, {keys.of_family(name, keys.FAMILY) for name in families}) - decided
    speakers = _speakers(session, rivals)
    for chunk in identifiers.chunks(sorted(set(speakers.values()))):
        _know(session, found, chunk, decided)
    return found


def everybody(session: Session) -> Nearby:
    """All members of the library; of one speaker, of whom the same is told, some."""
    found = Nearby()
    _choose(session, found, set(session.scalars(select(MemberRow.id))), set(), every=False)
    return found


def closed(session: Session, wanted: set[str]) -> tuple[set[str], set[str]]:
    """These members, those they are compared with and so on; and the family names that stand alone there."""
    decided: set[str] = set()
    families: set[str] = set()
    border = set(wanted)
    while border:
        decided |= border
        has = _keys(session, border)
        bare = {name for key in has for kind in (keys.FAMILY, keys.BARE) if (name := keys.family(key, kind))}
        asked = {key for key in has if keys.are_alike(key)}
        asked |= {keys.of_family(name, keys.BARE) for name in bare}
        families |= {name for key in has if (name := keys.family(key, keys.BARE))}
        pairs = described.rulings(session, border)
        border = _sharing(session, asked) | {each for pair in pairs for each in (pair.first, pair.second)}
        border -= decided
    return decided, families


def _choose(session: Session, found: Nearby, decided: set[str], asked: set[str], *, every: bool) -> None:
    """Of members of one speaker of whom the same is told take some, and let the others follow them."""
    ruled = {each for ruling in described.rulings(session, decided) for each in (ruling.first, ruling.second)}
    taken: dict[tuple[str, str], list[str]] = {}
    columns = MemberRow.id, MemberRow.speaker_id, MemberRow.profile, MemberRow.document_id
    for chunk in identifiers.chunks(sorted(decided)):
        for id_, speaker, profile, document in session.execute(
            select(*columns).where(MemberRow.id.in_(chunk))
        ):
            found.speakers[id_] = speaker
            same = taken.setdefault((speaker, profile or id_), [])
            if every or id_ in asked or id_ in ruled or profile is None or len(same) < ALIKE_MAX:
                found.decided.add(id_)
                if not (id_ in asked or id_ in ruled):
                    same.append(id_)
            else:
                found.followers.setdefault(same[0], set()).add(id_)
                found.documents.setdefault(same[0], set()).update(filter(None, [document]))
    found.alike = [(same[0], same[1]) for same in taken.values() if len(same) > 1]


def _know(session: Session, found: Nearby, speakers: list[str], decided: set[str]) -> None:
    """The full names of speakers that are settled; of the same profile once."""
    columns = MemberRow.id, MemberRow.speaker_id, MemberRow.profile, MemberRow.document_id
    full = select(KeyRow.member_id).where(
        KeyRow.member_id == MemberRow.id, ~KeyRow.key.startswith(f"{keys.BARE}:")
    )
    ruled = select(RulingRow.number).where(
        RulingRow.kind == "same", (RulingRow.first_id == MemberRow.id) | (RulingRow.second_id == MemberRow.id)
    )
    query = select(*columns).where(MemberRow.speaker_id.in_(speakers), full.exists() | ruled.exists())
    query = query.order_by(MemberRow.id)
    taken: dict[tuple[str, str], str] = {}
    for id_, speaker, profile, document in session.execute(query):
        if id_ not in decided:
            first = taken.setdefault((speaker, profile or id_), id_)
            found.known.setdefault(speaker, set()).add(first)
            found.documents.setdefault(first, set()).update(filter(None, [document]))


def _keys(session: Session, member_ids: Collection[str]) -> set[str]:
    return {
        key
        for chunk in identifiers.chunks(sorted(member_ids))
        for key in session.scalars(select(KeyRow.key).where(KeyRow.member_id.in_(chunk)).distinct())
    }


def _sharing(session: Session, wanted: Collection[str]) -> set[str]:
    return {
        member
        for chunk in identifiers.chunks(sorted(wanted))
        for member in session.scalars(select(KeyRow.member_id).where(KeyRow.key.in_(chunk)))
    }


def _speakers(session: Session, member_ids: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for chunk in identifiers.chunks(sorted(member_ids)):
        query = select(MemberRow.id, MemberRow.speaker_id).where(MemberRow.id.in_(chunk))
        found |= dict(session.execute(query).all())
    return found

"""Which members must be decided together: those that share keys, however many others there are.

Keys are of profiles: members of one profile, of whom the same is told, are found together. So what is read
depends on how many different things are told of those of a name, and not on how often they are.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from quotes.people.identity import keys
from quotes.store import classes, contacts, described, identifiers
from quotes.store.classes import Class
from quotes.store.models import KeyRow, MemberRow

ALIKE_MAX = 2
"""Members of whom the same is told that are compared, of one speaker: the others go where these go."""


@dataclass(slots=True)
class Nearby:
    """The members that are `decided`, and those of `known` speakers that a bare name among them may mean.

    The others of a class go where the first of it that is decided goes, by whose id `followed` has the class.
    Each two that are `alike` must come together, or nobody may follow them. `profiles` are those of the
    decided ones, `documents` the further ones of those who are followed, and `speakers` those that the
    decided ones belong to now.
    """

    decided: set[str] = field(default_factory=set)
    known: dict[str, set[str]] = field(default_factory=dict)
    followed: dict[str, Class] = field(default_factory=dict)
    alike: list[tuple[str, str]] = field(default_factory=list)
    profiles: set[str] = field(default_factory=set)
    documents: dict[str, set[str]] = field(default_factory=dict)
    speakers: dict[str, str] = field(default_factory=dict)


def nearby(
    session: Session, member_ids: Collection[str], beside: Collection[str] = (), *, every: bool = False
) -> Nearby:
    """What is to be decided with these members, and with those of the profiles `beside`.

    `every` leaves nobody to follow another.
    """
    asked = set(member_ids)
    profiles, families = closed(session, {*profiles_of(session, asked), *beside})
    found = Nearby(profiles=profiles)
    first = _choose(session, found, asked, every=every)
    rivals = _sharing(session, {keys.of_family(name, keys.FAMILY) for name in families}) - profiles
    first |= _know(session, found, rivals)
    _tell_apart(session, found, first)
    return found


def everybody(session: Session) -> Nearby:
    """All members of the library that have a name; of one speaker, of whom the same is told, some."""
    ruled = profiles_of(session, described.ruled_members(session))
    found = Nearby(profiles=ruled | set(session.scalars(select(KeyRow.profile).distinct())))
    _tell_apart(session, found, _choose(session, found, set(), every=False))
    return found


def closed(session: Session, wanted: set[str]) -> tuple[set[str], set[str]]:
    """These profiles, those they are compared with and so on; and the family names that stand alone there."""
    decided: set[str] = set()
    families: set[str] = set()
    border = set(wanted)
    ruled = described.ruled_profiles(session)
    while border:
        decided |= border
        has = _keys(session, border)
        bare = {name for key in has for kind in (keys.FAMILY, keys.BARE) if (name := keys.family(key, kind))}
        asked = {key for key in has if keys.are_alike(key)}
        asked |= {keys.of_family(name, keys.BARE) for name in bare}
        families |= {name for key in has if (name := keys.family(key, keys.BARE))}
        others = {each for pair in ruled if not border.isdisjoint(pair) for each in pair}
        border = (_sharing(session, asked) | others) - decided
    return decided, families


def profiles_of(session: Session, member_ids: Collection[str]) -> set[str]:
    """The profiles of these members, as far as they were compared."""
    return {profile for profile in described.profiles(session, member_ids).values() if profile is not None}


def _choose(session: Session, found: Nearby, asked: set[str], *, every: bool) -> dict[Class, str]:
    """Choose who is decided, and whom the others of a class follow; the first of each class."""
    ruled = described.ruled_members(session)
    alone = asked | {
        id_ for id_, profile in described.profiles(session, ruled).items() if profile in found.profiles
    }
    _stand(session, found, alone)
    most = classes.EVERY if every else ALIKE_MAX + 1 + len(alone)
    named = {each for each in found.profiles if not described.is_nameless(each)}
    first: dict[Class, str] = {}
    for of, members in classes.of_profiles(session, named, most).items():
        others = [each for each in members if each not in alone]
        taken = others if every else others[:ALIKE_MAX]
        found.decided.update(taken)
        found.speakers |= dict.fromkeys(taken, of[0])
        if taken and not every:
            first[of] = taken[0]
        if len(others) > len(taken):
            found.followed[taken[0]] = of
        if len(taken) > 1 and not every:
            found.alike.append((taken[0], taken[1]))
    return first


def _stand(session: Session, found: Nearby, member_ids: set[str]) -> None:
    """Decide these each for itself."""
    for chunk in identifiers.chunks(sorted(member_ids)):
        query = select(MemberRow.id, MemberRow.speaker_id).where(MemberRow.id.in_(chunk))
        found.speakers |= dict(session.execute(query).all())
    found.decided |= found.speakers.keys()


def _know(session: Session, found: Nearby, rivals: set[str]) -> dict[Class, str]:
    """The full names of the settled speakers of these profiles; of the same profile once."""
    speakers = classes.owners(session, rivals)
    known = classes.of_speakers(session, speakers, 1)
    ruled = described.ruled_members(session, kinds=("same",))
    full = _full(session, {profile for _, profile in known})
    first: dict[Class, str] = {}
    for (speaker, profile), members in known.items():
        if profile not in found.profiles and profile in full:
            found.known.setdefault(speaker, set()).add(members[0])
            first[speaker, profile] = members[0]
    for id_, speaker in _speakers_of(session, ruled):
        if speaker in speakers and id_ not in found.decided:
            found.known.setdefault(speaker, set()).add(id_)
    return first


def _tell_apart(session: Session, found: Nearby, first: dict[Class, str]) -> None:
    """Note in which documents the members of a class are, where that tells speakers apart."""
    shared = contacts.documents(session, {profile for _, profile in first})
    for of, documents in shared.items():
        if of in first:
            further = {document for id_, document in documents.items() if id_ not in found.decided}
            found.documents.setdefault(first[of], set()).update(further)


def _full(session: Session, profiles: Collection[str]) -> set[str]:
    """Those of the profiles that have a name other than a bare family name."""
    return {
        profile
        for chunk in identifiers.chunks(sorted(profiles))
        for profile in session.scalars(
            select(KeyRow.profile)
            .where(KeyRow.profile.in_(chunk), ~KeyRow.key.startswith(f"{keys.BARE}:"))
            .distinct()
        )
    }


def _speakers_of(session: Session, member_ids: Collection[str]) -> list[tuple[str, str]]:
    return [
        (id_, speaker)
        for chunk in identifiers.chunks(sorted(member_ids))
        for id_, speaker in session.execute(
            select(MemberRow.id, MemberRow.speaker_id).where(MemberRow.id.in_(chunk))
        )
    ]


def _keys(session: Session, profiles: Collection[str]) -> set[str]:
    return {
        key
        for chunk in identifiers.chunks(sorted(profiles))
        for key in session.scalars(select(KeyRow.key).where(KeyRow.profile.in_(chunk)).distinct())
    }


def _sharing(session: Session, wanted: Collection[str]) -> set[str]:
    return {
        profile
        for chunk in identifiers.chunks(sorted(wanted))
        for profile in session.scalars(select(KeyRow.profile).where(KeyRow.key.in_(chunk)).distinct())
    }

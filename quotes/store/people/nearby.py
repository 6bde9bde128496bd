"""Which members must be decided together: those that share keys, however many others there are.

Keys are of profiles: members of one profile, of whom the same is told, are found together. So what is read
depends on how many different things are told of those of a name, and not on how often they are.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from quotes.people.identity import keys
from quotes.store import identifiers, tables
from quotes.store.people import classes, contacts, described
from quotes.store.people.classes import Class

_MEMBER = tables.speaker_members.c
_KEY = tables.speaker_keys.c

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
    connection: Connection, member_ids: Collection[str], beside: Collection[str] = (), *, every: bool = False
) -> Nearby:
    """What is to be decided with these members, and with those of the profiles `beside`.

    `every` leaves nobody to follow another.
    """
    asked = set(member_ids)
    profiles, families = closed(connection, {*profiles_of(connection, asked), *beside})
    found = Nearby(profiles=profiles)
    first = _choose(connection, found, asked, every=every)
    rivals = _sharing(connection, {keys.of_family(name, keys.FAMILY) for name in families}) - profiles
    first |= _know(connection, found, rivals)
    _tell_apart(connection, found, first)
    return found


def everybody(connection: Connection) -> Nearby:
    """All members of the library that have a name; of one speaker, of whom the same is told, some."""
    ruled = profiles_of(connection, described.ruled_members(connection))
    found = Nearby(profiles=ruled | set(connection.scalars(select(_KEY.profile).distinct())))
    _tell_apart(connection, found, _choose(connection, found, set(), every=False))
    return found


def closed(connection: Connection, wanted: set[str]) -> tuple[set[str], set[str]]:
    """These profiles, those they are compared with and so on; and the family names that stand alone there."""
    decided: set[str] = set()
    families: set[str] = set()
    border = set(wanted)
    ruled = described.ruled_profiles(connection)
    while border:
        decided |= border
        has = _keys(connection, border)
        bare = {name for key in has for kind in (keys.FAMILY, keys.BARE) if (name := keys.family(key, kind))}
        asked = {key for key in has if keys.are_alike(key)}
        asked |= {keys.of_family(name, keys.BARE) for name in bare}
        families |= {name for key in has if (name := keys.family(key, keys.BARE))}
        others = {each for pair in ruled if not border.isdisjoint(pair) for each in pair}
        border = (_sharing(connection, asked) | others) - decided
    return decided, families


def profiles_of(connection: Connection, member_ids: Collection[str]) -> set[str]:
    """The profiles of these members, as far as they were compared."""
    return {profile for profile in described.profiles(connection, member_ids).values() if profile is not None}


def _choose(connection: Connection, found: Nearby, asked: set[str], *, every: bool) -> dict[Class, str]:
    """Choose who is decided, and whom the others of a class follow; the first of each class."""
    ruled = described.ruled_members(connection)
    alone = asked | {
        id_ for id_, profile in described.profiles(connection, ruled).items() if profile in found.profiles
    }
    _stand(connection, found, alone)
    most = classes.EVERY if every else ALIKE_MAX + 1 + len(alone)
    named = {each for each in found.profiles if not described.is_nameless(each)}
    first: dict[Class, str] = {}
    for of, members in classes.of_profiles(connection, named, most).items():
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


def _stand(connection: Connection, found: Nearby, member_ids: set[str]) -> None:
    """Decide these each for itself."""
    for chunk in identifiers.chunks(sorted(member_ids)):
        query = select(_MEMBER.id, _MEMBER.speaker_id).where(_MEMBER.id.in_(chunk))
        found.speakers |= dict(connection.execute(query).all())
    found.decided |= found.speakers.keys()


def _know(connection: Connection, found: Nearby, rivals: set[str]) -> dict[Class, str]:
    """The full names of the settled speakers of these profiles; of the same profile once."""
    speakers = classes.owners(connection, rivals)
    known = classes.of_speakers(connection, speakers, 1)
    ruled = described.ruled_members(connection, kinds=("same",))
    full = _full(connection, {profile for _, profile in known})
    first: dict[Class, str] = {}
    for (speaker, profile), members in known.items():
        if profile not in found.profiles and profile in full:
            found.known.setdefault(speaker, set()).add(members[0])
            first[speaker, profile] = members[0]
    for id_, speaker in _speakers_of(connection, ruled):
        if speaker in speakers and id_ not in found.decided:
            found.known.setdefault(speaker, set()).add(id_)
    return first


def _tell_apart(connection: Connection, found: Nearby, first: dict[Class, str]) -> None:
    """Note in which documents the members of a class are, where that tells speakers apart."""
    shared = contacts.documents(connection, {profile for _, profile in first})
    for of, documents in shared.items():
        if of in first:
            further = {document for id_, document in documents.items() if id_ not in found.decided}
            found.documents.setdefault(first[of], set()).update(further)


def _full(connection: Connection, profiles: Collection[str]) -> set[str]:
    """Those of the profiles that have a name other than a bare family name."""
    return {
        profile
        for chunk in identifiers.chunks(sorted(profiles))
        for profile in connection.scalars(
            select(_KEY.profile)
            .where(_KEY.profile.in_(chunk), ~_KEY.key.startswith(f"{keys.BARE}:"))
            .distinct()
        )
    }


def _speakers_of(connection: Connection, member_ids: Collection[str]) -> list[tuple[str, str]]:
    return [
        (id_, speaker)
        for chunk in identifiers.chunks(sorted(member_ids))
        for id_, speaker in connection.execute(
            select(_MEMBER.id, _MEMBER.speaker_id).where(_MEMBER.id.in_(chunk))
        )
    ]


def _keys(connection: Connection, profiles: Collection[str]) -> set[str]:
    return {
        key
        for chunk in identifiers.chunks(sorted(profiles))
        for key in connection.scalars(select(_KEY.key).where(_KEY.profile.in_(chunk)).distinct())
    }


def _sharing(connection: Connection, wanted: Collection[str]) -> set[str]:
    return {
        profile
        for chunk in identifiers.chunks(sorted(wanted))
        for profile in connection.scalars(select(_KEY.profile).where(_KEY.key.in_(chunk)).distinct())
    }

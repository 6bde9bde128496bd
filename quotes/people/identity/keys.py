"""What members share that may be one speaker: only those that share a key are ever compared.

A full name has a key of family name and initial, one of family and given name (under each word that may be
the family name), one of its two words in either order, and one of the family name alone; a bare family name
has one of its own kind. Who is who among full names never depends on bare ones, so that a document touches
only those who share its own names' keys.
"""

from collections.abc import Iterable

from quotes.people.identity import naming, spelling
from quotes.people.identity.persons import PersonName

FULL, FAMILY, BARE, BODY = "f", "n", "p", "b"
"""Kinds of keys: family name and initial; the family name of a full name; a bare family name; a body's
name."""
LONGEST = 120
"""Characters of a key; longer names differ before."""


def of_person(name: PersonName) -> set[str]:
    """The keys of a person's name."""
    if not name.is_full:
        return {_key(BARE, family) for family in _families(name)}
    full = {_key(FULL, f"{family}:{initial}") for family in _families(name) for initial in _initials(name)}
    full |= {_key(FULL, f"{word}:{spelling.loose(name.given[0])}") for word in _further(name)}
    if len(name.words) == 2:
        full.add(_key(FULL, "+".join(sorted(name.words))))
    return full | {_key(FAMILY, family) for family in _families(name)}


def of_body(names: Iterable[str]) -> set[str]:
    """The keys of a body of these names."""
    return {_key(BODY, name) for name in names}


def are_alike(key: str) -> bool:
    """Whether members that share this key are compared with one another, whatever else there is."""
    return not key.startswith((f"{FAMILY}:", f"{BARE}:"))


def family(key: str, kind: str) -> str | None:
    """The family name of a key of this kind, None for another."""
    begin = f"{kind}:"
    return key.removeprefix(begin) if key.startswith(begin) else None


def of_family(name: str, kind: str) -> str:
    """The key of this kind of a family name as keys have it."""
    return _key(kind, name)


def _families(name: PersonName) -> set[str]:
    return {spelling.loose(word) for word in name.spelled(name.core)}


def _further(name: PersonName) -> set[str]:
    """The family name and words that it may be in another document ("García Márquez")."""
    particles = naming.words("particle")
    inner = {spelling.loose(word) for word in name.words[1:-1] if len(word) > 2 and word not in particles}
    return _families(name) | inner


def _initials(name: PersonName) -> set[str]:
    given = name.given[0]
    called = naming.first_of("nickname").get(given, ())
    return {given[0], *(spelling.loose(word)[0] for word in (given, *called))}


def _key(kind: str, value: str) -> str:
    return f"{kind}:{value[:LONGEST]}"

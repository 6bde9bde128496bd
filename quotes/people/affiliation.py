"""Whom a speaker speaks for, by the words that a document describes him, her or it with. Pure.

A wrong answer lets a body say what it never said: where the words do not tell, nobody is spoken for.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quotes.people.holders import described, is_past, offices_apart
from quotes.people.offices import Words, words_of
from quotes.people.parties import Parties, Party, arm, body, well_known
from quotes.statement import SpeakerType

LONGEST_DESCRIPTION = 300
"""Characters; what is longer is no description of anybody, and is not taken apart."""

_OF_COUNTRY = re.compile(r"(.+) \((.+)\)")
"""A body that every country has, and whose it is: as `parties.arm` names it."""
_CUT = re.compile(r"[,;:()\n\u2013\u2014]| - ")


@dataclass(frozen=True, slots=True)
class Description:
    """Words that describe or name a speaker, at `start` to `end` of the document's text (where known)."""

    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A country or body that a speaker speaks for, and the words it is known by.

    `key` is what it is looked up by. `past` where the words tell that it is no longer so; `unclaimed` where
    it is a body that every country has and they do not tell whose.
    """

    key: str
    name: str
    evidence: str
    start: int | None
    end: int | None
    past: bool = False
    unclaimed: bool = False


def affiliations(
    name: str, speaker_type: SpeakerType | None, descriptions: Iterable[Description]
) -> tuple[Affiliation, ...]:
    """Whom the speaker `name` speaks for, each with the first of the `descriptions` that tells it.

    A description of a person or of somebody without a name is what stands beside or in place of the name
    ("Russian Defense Minister", "a senior Chinese official"); of a body or a country it is its name.
    """
    read = [(one, party, past) for one in descriptions for party, past in _read(one.text, name, speaker_type)]
    countries = {party for _, party, past in read if party.is_country and not past}
    only = countries.pop() if len(countries) == 1 else None
    found: dict[str, Affiliation] = {}
    for description, told, past in sorted(read, key=lambda each: each[2]):
        party = arm(told.name, only)[0] if told.unclaimed else told
        found.setdefault(
            party.key,
            Affiliation(
                party.key,
                party.name,
                description.text,
                description.start,
                description.end,
                past,
                party.unclaimed,
            ),
        )
    return tuple(found.values())


def settled(found: Mapping[str, Sequence[Affiliation]]) -> dict[str, tuple[Affiliation, ...]]:
    """The affiliations of all who speak in a document, where these tell together whose a body is.

    "Ministry spokesperson" speaks for the only ministry of a country that others of the document speak for;
    "Foreign Ministry spokesperson" too, if they speak for one country only.
    """
    current = [each for own in found.values() for each in own if not each.past]
    countries = {each.name: each for each in current if each.key.startswith(Party("", is_country=True).key)}
    arms = {each.name: match for each in current if (match := _OF_COUNTRY.fullmatch(each.name))}

    def claimed(each: Affiliation) -> tuple[Affiliation, ...]:
        fitting = {name: match for name, match in arms.items() if f" {match[1]}".endswith(f" {each.name}")}
        alone = len(fitting) == 1 and (" " not in each.name or len(countries) == 1)
        if not each.unclaimed or not alone:
            return (each,)
        ((name, match),) = fitting.items()
        owner = countries.get(match[2])
        whole = replace(each, key=Party(name).key, name=name, unclaimed=False)
        return (whole, replace(whole, key=owner.key, name=owner.name)) if owner else (whole,)

    return {who: tuple(part for each in own for part in claimed(each)) for who, own in found.items()}


def _read(text: str, name: str, speaker_type: SpeakerType | None) -> Iterator[tuple[Party, bool]]:
    """Whom the words tell to be spoken for, each with whether that is past."""
    if len(text) > LONGEST_DESCRIPTION:
        return
    if speaker_type in ("country", "organization"):
        for party in _of_itself(text, name, speaker_type):
            yield party, False
        return
    for piece in _CUT.split(text):
        words: Words = words_of(piece)
        if speaker_type == "person":
            words = _without_name(words, {word.key for word in words_of(name)})
        for part in offices_apart(words):
            past = is_past(part)
            for party in described(part) or (_of_a_country(part) if speaker_type != "person" else ()):
                yield party, past


def _of_itself(text: str, name: str, speaker_type: SpeakerType) -> Iterator[Party]:
    """A country and a body speak for themselves, a body of a country for that, by its name or its mention."""
    if speaker_type == "country":
        yield next(iter(well_known(words_of(name))), Party(name, is_country=True))
        return
    own = body(words_of(name))
    yield from own
    said = body(words_of(text))
    if len(own) == 1 and len(said) > 1:
        yield from said


def _of_a_country(words: Words) -> Parties:
    """A body of a country that is spoken of as people ("Ostrava's military")."""
    found = body(words)
    return found if any(party.is_country for party in found[1:]) else ()


def _without_name(words: Words, name: set[str]) -> Words:
    while words and words[-1].key in name:
        words = words[:-1]
    return words

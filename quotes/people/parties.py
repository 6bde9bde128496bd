"""Which country or body a noun phrase names ("China's Foreign Ministry", "the Harbour Union")."""

import re
from dataclasses import dataclass
from functools import cache

from quotes import lexicons
from quotes.people.countries import canonical_country, country_of_people, is_capital, metonym
from quotes.people.names import is_generic, searchable_name
from quotes.people.offices import LONGEST_PHRASE, Words, kept, phrase, told_by, written
from quotes.people.organizations import canonical_organization

_ARTICLES = frozenset({"the", "a", "an"})
_POINTING = frozenset("his her its their our my your this that these those another any each".split())
_MINISTRIES = frozenset({"ministry", "department"})
_JOINING = frozenset({"of", "for", "and", "the", "de", "&"})
_ADJECTIVE = re.compile(r"(?:an|ese|ish|ic|ist)$|^(?:hindu|muslim|shia|shiite|sikh|sunni)s?$")
"""How the words for a people or a creed end, which are no names of bodies."""
_REGIONS = frozenset(
    [
        "africa",
        "america",
        "americas",
        "asia",
        "caribbean",
        "europe",
        "latin america",
        "middle east",
        "pacific",
    ]
)
"""What a director or a representative may be responsible for."""


@dataclass(frozen=True, slots=True)
class Party:
    """A country or a body that somebody may speak for.

    `unclaimed` is a body that every country has, where the words do not tell whose it is.
    """

    name: str
    is_country: bool = False
    unclaimed: bool = False

    @property
    def key(self) -> str:
        """What it is looked up by: each word of its name behind a blank."""
        return ("country:" if self.is_country else "named:") + searchable_body(self.name)


Parties = tuple[Party, ...]


def searchable_body(name: str) -> str:
    """The name of a body so that articles and spellings do not differ ("the Defense Ministry")."""
    words = searchable_name(name).split()
    return "".join(f" {kept(word)}" for word in (words[1:] if words[:1] == ["the"] else words))


def arm(name: str, owner: Party | None) -> Parties:
    """A body that every country has, and the country (or other owner) whose it is."""
    if owner is None:
        return (Party(name, unclaimed=True),)
    return (Party(f"{name} ({owner.name})"), owner)


def ministry(portfolio: str) -> str:
    """The name of the ministry for a portfolio."""
    return f"{_titled(kept(portfolio))} Ministry"


def body(words: Words) -> Parties:
    """Whom a noun phrase names, the body before its country; nobody where it does not tell."""
    if words and words[0].key in _ARTICLES:
        words = words[1:]
    if not words or words[0].key in _POINTING or not any(word.is_capital or _is_arm(words) for word in words):
        return ()
    known = well_known(words)
    if known:
        return known
    at = next((n for n, word in enumerate(words) if n and word.key in ("in", "to")), len(words))
    owner, rest = _owned(words[:at])
    name = arm_name(rest)
    if name is not None:
        return arm(name, owner)
    house = well_known(rest)
    if owner is not None and owner in house[1:]:
        return house
    owned = owner is not None and owner.is_country and words[at - len(rest) - 1].owns
    return _named(rest if owned else words)


def well_known(words: Words) -> Parties:
    """The country or the body that these words, all of them, are a known name of."""
    if not words or not words[0].is_capital:
        return ()
    text = written(words)
    name = canonical_country(text)
    if name is not None:
        return (Party(name, is_country=True),)
    house = metonym(text)
    if house is not None and not is_capital(text):
        return (Party(house.name), Party(house.country, is_country=True))
    organization = canonical_organization(text)
    return (Party(organization),) if organization is not None else ()


def arm_name(words: Words) -> str | None:
    """The usual name of a body that every country has: "Foreign Ministry" of "foreign affairs ministry"."""
    if told_by("arm", words):
        return _titled(phrase(words))
    if len(words) > 1 and words[-1].key in _MINISTRIES and _is_portfolio(words[:-1]):
        return ministry(phrase(words[:-1]))
    if len(words) > 2 and words[0].key in _MINISTRIES and words[1].key in ("of", "for"):
        of = words[3:] if words[2].key == "the" else words[2:]
        return ministry(phrase(of)) if _is_portfolio(of) else None
    return None


def ministry_in(words: Words) -> tuple[str | None, Words]:
    """The ministry that words for a minister's portfolio begin with, and the words behind them."""
    words = words[1:] if words and words[0].key in _ARTICLES else words
    for size in range(len(words), 0, -1):
        if _is_portfolio(words[:size]):
            return ministry(phrase(words[:size])), words[size:]
    return None, words


def country_before(words: Words) -> tuple[int, Party | None]:
    """How many words at the end of `words` name a country or its people, and which it is."""
    for number in range(min(LONGEST_PHRASE, len(words)), 0, -1):
        found = _country_or_people(words[-number:])
        if found is not None:
            return number, found
    return 0, None


def name_before(words: Words) -> Words:
    """The capitalised words at the end of `words`, with the small words that join them."""
    begin = len(words)
    while begin and (words[begin - 1].is_capital or words[begin - 1].key in _JOINING):
        if any(told_by(kind, words[begin - 1 : begin]) for kind in ("past", "rank")) and begin < len(words):
            break
        begin -= 1
    while begin < len(words) and not words[begin].is_capital:
        begin += 1
    return words[begin:]


def proper(words: Words) -> Parties:
    """The body of which `words` is the name before an office ("Skelt Steel" CEO)."""
    if not words or _ADJECTIVE.search(words[-1].key) or phrase(words) in _REGIONS:
        return ()
    return _named(words)


def _country_or_people(words: Words) -> Party | None:
    if not words[0].is_capital or any(word.owns for word in words[:-1]):
        return None
    text = written(words)
    name = canonical_country(text) or country_of_people(text)
    return Party(name, is_country=True) if name else None


def _owned(words: Words) -> tuple[Party | None, Words]:
    """Whose the body is by the words before it or behind it, and the words without that."""
    for number in range(min(LONGEST_PHRASE, len(words) - 1), 0, -1):
        found = _country_or_people(words[:number])
        if found is not None:
            return found, words[number:]
    for number, word in enumerate(words[:-1]):
        if word.owns and word.is_capital:
            return Party(written(words[: number + 1])), words[number + 1 :]
    if _is_arm(words):
        return None, words
    places = [number for number, word in enumerate(words[:-1]) if word.key == "of" and number]
    if places and arm_name(words[: places[-1]]) is not None:
        of = words[places[-1] + 1 :]
        of = of[1:] if of[0].key == "the" else of
        found = _country_or_people(of) if of else None
        owner = found or (Party(written(of)) if of and all(word.is_capital for word in of) else None)
        return owner, words[: places[-1]] if owner else words
    return None, words


def _named(words: Words) -> Parties:
    """A body of no country by its own name; a people's name with small words names none."""
    if is_generic([word.key for word in words]) or words[-1].key in _JOINING:
        return ()
    own = words[1:] if _country_or_people(words[:1]) is not None else words
    if not any(word.is_capital for word in own) or (len(words) == 1 and words[0].key in _common()):
        return ()
    name = written(words)
    return (Party(canonical_organization(name) or name),)


@cache
def _common() -> frozenset[str]:
    """Words for bodies, which name none where they stand alone ("Factory director", as a line begins)."""
    return frozenset(line for section, line in lexicons.sections("people.txt") if section in ("body", "kind"))


def _is_arm(words: Words) -> bool:
    return arm_name(words) is not None


def _is_portfolio(words: Words) -> bool:
    """Whether every word of it is what a minister is for ("trade and industry")."""
    if not words:
        return False
    if told_by("portfolio", words):
        return True
    parts = [word for word in words if word.key not in ("and", "the", "affairs")]
    return bool(parts) and all(told_by("portfolio", [word]) for word in parts)


def _titled(text: str) -> str:
    return " ".join(word if word in _JOINING else word.capitalize() for word in text.split())

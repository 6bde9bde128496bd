"""Countries: their names, the words for their people, and the words that stand for their governments."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from quotes import lexicons
from quotes.words.folding import folded

OF_TWO_COUNTRIES = frozenset({"congolese", "dominican"})
"""Words for the people of two countries each: by themselves they tell neither."""
LONGEST_NAME = 80
"""Characters; the longest official name of a country has 60."""

_NOT_WORD = re.compile(r"[^\w\s]|_")
_PARTS = re.compile(r"[-\u2010-\u2015/]")
_OFFICIAL = frozenset(
    "commonwealth confederation duchy emirate federation federative kingdom principality republic state "
    "states sultanate union democratic socialist islamic province".split()
)
"""Words of official names: only for such a name is the register of ISO 3166 opened."""


@dataclass(frozen=True, slots=True)
class Metonym:
    """A word that stands for a country's government: the canonical `country`, and whom of it it means.

    `stands_for` is "government", "presidency", "legislature", "foreign ministry" and so on.
    """

    name: str
    country: str
    stands_for: str


def compared(name: str) -> str:
    """The form in which names of countries and bodies are looked up: folded words without an article."""
    text = _PARTS.sub(" ", folded(name)).replace("'", "").replace(".", "")
    words = _NOT_WORD.sub("", text).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def canonical_country(name: str, *, official: bool = True) -> str | None:
    """The usual English name of the country that `name` names, None where it names none.

    It is the name in `countries.txt`. Words for people ("Russian") and capitals are no names of a country.
    `official` names ("Hellenic Republic") are looked up in the register of ISO 3166, which takes a moment
    to load the first time.
    """
    key = compared(name)
    if len(key) > LONGEST_NAME:
        return None
    found = _names().get(key)
    if found is None and official and not _OFFICIAL.isdisjoint(key.split()):
        return _register().get(key)
    return found


def country_of_people(word: str) -> str | None:
    """The country whose people or things the word names ("Russian", "Russians", "US")."""
    return _demonyms().get(compared(word))


def metonym(name: str) -> Metonym | None:
    """Whom a capital, a house or a body of government stands for, None where the name tells no country."""
    return _metonyms().get(compared(name))


def is_capital(name: str) -> bool:
    """Whether it is the name of a capital, which is a city as well."""
    return compared(name) in _capitals()


@cache
def same_names() -> Mapping[str, str]:
    """Further names of countries and the name they are known by, both in the form that is compared."""
    return {key: compared(name) for key, name in _names().items() if key != compared(name)}


@cache
def _names() -> dict[str, str]:
    return {
        compared(name): country.name
        for country in lexicons.countries()
        for name in (country.name, *country.others)
    }


@cache
def _demonyms() -> dict[str, str]:
    found: dict[str, str] = {}
    for country in lexicons.countries():
        for demonym in country.demonyms:
            found[compared(demonym)] = country.name
            found.setdefault(compared(demonym) + "s", country.name)
    return {word: name for word, name in found.items() if word.removesuffix("s") not in OF_TWO_COUNTRIES}


@cache
def _capitals() -> frozenset[str]:
    seats = {compared(seat) for country in lexicons.countries() for seat in country.seats}
    return frozenset(seats - {compared(name) for name, *_ in _houses()})


@cache
def _metonyms() -> dict[str, Metonym]:
    found = {
        compared(seat): Metonym(seat, country.name, "government")
        for country in lexicons.countries()
        for seat in country.seats
    }
    return found | {
        compared(name): Metonym(name, country, stands_for) for name, country, stands_for in _houses()
    }


@cache
def _houses() -> tuple[tuple[str, str, str], ...]:
    rows = [(stands_for, line.split("|")) for stands_for, line in lexicons.sections("metonyms.txt")]
    return tuple((name.strip(), country.strip(), stands_for) for stands_for, (name, country) in rows)


@cache
def _register() -> dict[str, str]:
    """The names that ISO 3166 has for countries of `countries.txt`, each with the name there."""
    found: dict[str, str] = {}
    for names in _registered():
        known = next((_names()[compared(name)] for name in names if compared(name) in _names()), None)
        if known is not None:
            found |= {compared(name): known for name in names}
    return found


def _registered() -> Iterator[set[str]]:
    """The names of each country of ISO 3166: "Korea, Republic of" also in the order of reading."""
    import pycountry  # a file of 250 countries: for adding documents, never for searching

    for country in pycountry.countries:
        found = [getattr(country, name, None) for name in ("common_name", "name", "official_name")]
        yield {form for name in found if name for form in (name, _in_order(name))}


def _in_order(name: str) -> str:
    first, _, rest = name.partition(", ")
    return f"{rest} {first}" if rest.endswith((" of", " of the")) else name

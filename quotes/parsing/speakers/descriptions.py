"""Whom a description means: "the Russian leader", "the minister", "the company", "the statement"."""

import re

from quotes.parsing.lexicon import Country, country_of, people_words
from quotes.parsing.speakers.names import fold, words
from quotes.parsing.speakers.referents import Referent
from quotes.parsing.speakers.stage import Stage

_DEFINITE = re.compile(r"^(?:the|this|that|his|her|its|their)\s|^\w+['’]s\s", re.IGNORECASE)
_ALIKE = (
    frozenset("leader president premier chancellor king queen monarch".split())
    | frozenset("minister chairman head chief ruler statesman".split()),
    frozenset("spokesman spokeswoman spokesperson".split()),
    frozenset("chairman chairwoman chair chairperson".split()),
    frozenset("lawyer attorney counsel barrister".split()),
    frozenset("researcher scientist professor academic".split()),
    frozenset("lawmaker legislator congressman congresswoman senator mp deputy".split()),
    frozenset("officer policeman constable inspector sergeant".split()),
    frozenset("envoy diplomat ambassador representative".split()),
    frozenset("ceo executive boss chief".split()),
)
_GENERIC = frozenset(
    "company organization organisation group agency union party firm body association institute team".split()
)
"""Words for a body that fit one whose name has no such word: "the company" of "Harbour Steel"."""
_INITIALS = re.compile(r"[Tt]he ([A-Z]{2,3})$")
"""An office by its first letters, as some outlets write "the CS" of a Cabinet Secretary."""
_AGED = re.compile(r"\b\d{1,3}-year-old\b")
STEM = 5
"""Letters that a place's name and the word for its people mostly share."""
_SKIP = frozenset(
    "the this that his her its their a an former then top senior state national federal".split()
)


def described_by(mention: str, at: int, stage: Stage) -> Referent | None:
    """The person or body that a definite description before offset `at` means; None where none fits."""
    if not _DEFINITE.match(mention):
        return None
    found = [fold(word) for word in words(mention)]
    core = _core(mention)
    head = core[-1] if core else ""
    singular = head[:-1] if head.endswith("s") and not head.endswith("ss") else head
    if _AGED.search(mention):
        return stage.last_speaker(at, _is_person) or stage.latest_where(at, _is_person)
    if head in people_words("office") or head in people_words("title"):
        return _person(found, core, head, at, stage)
    if head in people_words("body"):
        return _body(found, head, at, stage)
    if head in people_words("document") and head == singular:
        return stage.last_speaker(at, lambda r: r.type in ("organization", "person"))
    return None


def by_initials(mention: str, at: int, stage: Stage) -> Referent | None:
    """The person whose office "the CS" abbreviates; None where the letters are nobody's."""
    initials = _INITIALS.match(mention)
    if initials is None:
        return None
    return stage.latest_where(at, lambda r: r.type == "person" and initials[1] in r.initials)


def _core(mention: str) -> list[str]:
    """The words up to the first modifier after the head."""
    cut = re.split(r"\s(?:of|for|from|in|at|on|with|to|who|that|,)\s", mention, maxsplit=1)[0]
    return [fold(word) for word in words(cut)]


def _is_person(referent: Referent) -> bool:
    return referent.type == "person"


def _person(found: list[str], core: list[str], head: str, at: int, stage: Stage) -> Referent | None:
    country = _country(found)
    heads = next((group for group in _ALIKE if head in group), frozenset({head}))
    rest = {word for word in core[:-1] if word not in _SKIP and country_of().get(word) is None}

    def fits(person: Referent) -> bool:
        if person.type != "person" or not person.described & heads:
            return False
        if country is not None and not _belongs(person, country):
            return False
        return not rest or any(_alike(word, known) for word in rest for known in person.described)

    def exactly(person: Referent) -> bool:
        return fits(person) and head in person.described

    return (
        stage.last_speaker(at, exactly)
        or stage.latest_where(at, exactly)
        or stage.latest_where(at, fits)
        or _last_to_act(heads, at, stage)
    )


def _last_to_act(heads: frozenset[str], at: int, stage: Stage) -> Referent | None:
    """The person who acted last before, unless the text gives him or her another office."""
    last = stage.last_to_act(at, _is_person)
    if last is None or (last.described & people_words("office") and not last.described & heads):
        return None
    return last


def _alike(word: str, known: str) -> bool:
    """The same word, or one made from the other: "Ostravan" and "Ostrava's"."""
    return word == known or (len(word) >= STEM and word[:STEM] == known[:STEM])


def _belongs(person: Referent, country: Country) -> bool:
    known = {fold(word) for word in (country.name, *country.demonyms, *country.seats)}
    made = {word + "n" for word in known}
    return bool(person.described & (known | made)) or country is _country(sorted(person.described))


def _country(found: list[str]) -> Country | None:
    return next((country_of()[word] for word in found if word in country_of()), None)


def _body(found: list[str], head: str, at: int, stage: Stage) -> Referent | None:
    """The last body whose name holds the head word; "the company" may be any body."""
    rest = [word for word in found if word not in _SKIP and word != head and country_of().get(word) is None]

    def named(body: Referent) -> bool:
        return (
            body.type == "organization"
            and head in body.described
            and all(word in body.described for word in rest)
        )

    def generic(body: Referent) -> bool:
        own = body.described & people_words("body")
        return body.type == "organization" and head in _GENERIC and own <= _GENERIC

    exact = stage.latest_where(at, named)
    if exact is not None or rest:
        return exact
    return stage.last_speaker(at, generic) or stage.most_named(at, generic)

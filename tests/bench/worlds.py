"""An invented world for large libraries: its words, speakers and publishers, each as common as in news."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

from quotes.people.countries import canonical_country
from quotes.statement import SpeakerType

GRAMMAR = (
    "the of to and a in that it is was for on with he as be at by his have from not this but had they are "
    "or an were we she which their has one there been will would all when who more no said out so up into "
    "them can her new about after its only other some could time these two may then do first any my now "
    "such over our even most me also made before must through back years where much your way well down"
).split()
"""Common words in the order of how common they are."""
TOPICS = (
    "government|governments cooperation|co-operation|cooperate|cooperates|cooperating|co-operate "
    "defence|defense|defences trade|trades|traded|trading border|borders|cross-border minister|ministers "
    "centre|center|centres harbour|harbor|harbours|harbors ferry|ferries labour|labor "
    "organisation|organization election|elections|re-election budget|budgets policy|policies "
    "programme|programs|program deny|denies|denied agreement|agreements price|prices|priced|pricing "
    "school|schools water|waters worker|workers tax|taxes|taxed"
).split()
"""Words of news with their forms and spellings, somewhere among the common ones."""
STEMS = 14_000
"""Invented words; each has about four forms."""
OFFSET, STEEPNESS = 4.0, 1.02
"""Of Zipf's law for words (Mandelbrot's form): the first word is then some 5 % of a text."""
PHRASES = 400
"""Pairs of words that stand together again and again."""
LOUDEST = 1.5
"""Of Zipf's law for speakers: the most frequent of 20,000 says about 4 % of all."""
PUBLISHERS = 300
BODIES, COUNTRIES, GROUPS = 0.12, 0.02, 0.02
"""Of all speakers; the others are people."""
_ONSETS = "b c d h j k l m n p r s t v w z br dr gl kl pl sk st tr th".split()
_VOWELS = "a e i o u ai ea ou".split()
_CODAS = "l m n r nd rk lt rn".split()
_OFFICES = (
    "trade minister|foreign minister|defence minister|finance minister|ambassador|president|prime minister|"
    "justice minister|health minister|army spokesman|interior minister"
).split("|")
_JOBS = (
    "a harbour engineer|a union leader|a farmer|a professor of law|a shop owner|an economist|a nurse|"
    "a spokeswoman for the port|a retired judge|a fisherman|a school teacher|a researcher"
).split("|")
_LANDS = (
    ("Kenya", "Kenyan"),
    ("Chile", "Chilean"),
    ("China", "Chinese"),
    ("Norway", "Norwegian"),
    ("Ghana", "Ghanaian"),
    ("Peru", "Peruvian"),
    ("Japan", "Japanese"),
    ("Poland", "Polish"),
    ("Canada", "Canadian"),
    ("Jordan", "Jordanian"),
    ("Vietnam", "Vietnamese"),
    ("Portugal", "Portuguese"),
)
_BODY = ("Institute", "Authority", "Union", "Council", "Foundation", "Company", "Board", "Association")
_PAPER = ("Post", "Herald", "Times", "Courier", "Gazette", "Mirror", "Observer", "Tribune")


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker of whatever `type`, with how documents describe it (None of most)."""

    name: str
    type: SpeakerType
    role: str | None
    pronoun: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """Things with how often they occur, as `random.choices` takes them."""

    words: list[str]
    cumulated: list[float]

    def some(self, draw: random.Random, count: int) -> list[str]:
        """`count` of them."""
        return draw.choices(self.words, cum_weights=self.cumulated, k=count)


@dataclass(frozen=True, slots=True)
class World:
    """All that documents are about; the same for the same `seed` and number of speakers.

    `length` is the number of sentences in a document, in the mean.
    """

    seed: int
    length: int
    vocabulary: Drawn
    phrases: Drawn
    publishers: Drawn
    people: list[Person]
    loudness: list[float]

    def person(self, draw: random.Random) -> Person:
        """Somebody who speaks, some much more often than others."""
        return draw.choices(self.people, cum_weights=self.loudness)[0]


def world(seed: int, speakers: int, length: int = 10) -> World:
    """The world of this seed with so many speakers, and documents of this length."""
    draw = random.Random(f"world {seed}")  # noqa: S311
    vocabulary = _vocabulary(draw)
    common = vocabulary.words[len(GRAMMAR) : len(GRAMMAR) + 300]
    pairs = [" ".join(draw.sample(common, 2)) for _ in range(PHRASES)]
    people = _people(draw, speakers)
    return World(
        seed,
        length,
        vocabulary,
        _zipf(pairs, 2.0),
        _zipf(_distinct(lambda: f"The {_name(draw, 2)} {draw.choice(_PAPER)}", PUBLISHERS), 3.0),
        people,
        list(accumulate(1 / (rank + LOUDEST) for rank in range(1, len(people) + 1))),
    )


def _vocabulary(draw: random.Random) -> Drawn:
    """Words, the most common first: grammar, then topics among invented ones, each in its forms."""
    lemmas = [_forms(draw, stem) for stem in _distinct(lambda: _stem(draw), STEMS)]
    for topic in TOPICS:
        lemmas.insert(draw.randrange(400), topic.split("|"))
    words, weights = list(GRAMMAR), [_weight(rank) for rank in range(len(GRAMMAR))]
    for rank, forms in enumerate(lemmas, start=len(GRAMMAR)):
        for position, form in enumerate(forms):
            words.append(form)
            weights.append(_weight(rank) * (0.6 if position == 0 else 0.4 / (len(forms) - 1)))
    return Drawn(words, list(accumulate(weights)))


def _weight(rank: int) -> float:
    return float((rank + OFFSET) ** -STEEPNESS)


def _zipf(words: list[str], offset: float) -> Drawn:
    return Drawn(words, list(accumulate(1 / (rank + offset) for rank in range(len(words)))))


def _stem(draw: random.Random) -> str:
    syllables = [draw.choice(_ONSETS) + draw.choice(_VOWELS) for _ in range(draw.choice((1, 1, 2)))]
    return "".join(syllables) + draw.choice(_ONSETS[:16]) + draw.choice("aeiou") + draw.choice(_CODAS)


def _forms(draw: random.Random, stem: str) -> list[str]:
    """A word's forms, as English makes them; some are written with a hyphen and without."""
    kind = draw.random()
    if kind < 0.45:
        return [stem, f"{stem}s", f"{stem}ing", f"{stem}ed"]
    if kind < 0.8:
        return [stem, f"{stem}s", f"{stem}ation", f"{stem}ations"]
    if kind < 0.9:
        return [f"re-{stem}", f"re{stem}", f"re-{stem}s"]
    return [stem, f"{stem}ly"]


def _people(draw: random.Random, count: int) -> list[Person]:
    """Speakers of different names, people's of common and rare families."""
    families = _zipf(_distinct(lambda: _name(draw, 3), max(count // 5, 10)), 5.0)
    given = _distinct(lambda: _name(draw, 2), 400)
    found: dict[str, Person] = {}
    while len(found) < count:
        kind = draw.random()
        if kind < BODIES:
            person = Person(f"{_name(draw, 2)} {draw.choice(_BODY)}", "organization", None, "it")
        elif kind < BODIES + COUNTRIES:
            country = canonical_country(draw.choice(_LANDS)[0]) or ""
            person = Person(country, "country", None, "it")
        elif kind < BODIES + COUNTRIES + GROUPS:
            person = Person(f"{_name(draw, 2).lower()} residents", "group", None, "they")
        else:
            (family,) = families.some(draw, 1)
            person = Person(
                f"{draw.choice(given)} {family}", "person", _role(draw), draw.choice(("he", "she"))
            )
        if person.type == "country" and person.name in found:
            continue
        found.setdefault(person.name, person)
    return list(found.values())


def _role(draw: random.Random) -> str | None:
    kind = draw.random()
    if kind < 0.35:
        return None
    if kind < 0.65:
        return f"the {draw.choice(_LANDS)[1]} {draw.choice(_OFFICES)}"
    return draw.choice(_JOBS)


def _name(draw: random.Random, syllables: int) -> str:
    parts = [draw.choice(_ONSETS) + draw.choice(_VOWELS) for _ in range(syllables)]
    return ("".join(parts) + draw.choice(("", *_CODAS))).title()


def _distinct(make: Callable[[], str], count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        found[make()] = None
    return list(found)

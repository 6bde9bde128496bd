"""What the descriptions of a speaker tell: the office, of which country, of which body."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from quotes.people.countries import canonical_country, country_of_people, metonym
from quotes.people.identity import fields
from quotes.people.lexicon import GENERIC, SMALL_WORDS
from quotes.people.words import is_office, is_title
from quotes.words.folding import folded

LONGEST = 200
"""Characters of a description that are looked at: a longer one is a sentence."""
DESCRIPTIONS_MAX = 20
"""Different descriptions of one speaker that are compared, the shortest first."""

SAME, SPECIFIC, OFFICE, SOME = 4, 3, 2, 1
"""How much two descriptions have in common: an office of one country or body; an office that few hold; an
office that many do and nothing that tells two holders of it apart; less than that."""

_SOLE = frozenset("president chancellor premier pope king queen emperor empress sultan emir pontiff".split())
"""Offices that a country has one of, so that the word alone says much beside a name."""
_VAGUE = frozenset(
    "minister secretary leader official head chief director deputy member spokesman officer "
    "aide adviser advisor analyst expert person resident man woman candidate figure "
    "representative professional".split()
)
"""Offices of which a government or a town has many: the word alone says nothing beside a family name."""
_PASSING = frozenset(
    "then former ex acting outgoing incoming current new late longtime veteran senior top newly "
    "elected appointed "
    "his her its their who is was as mr mrs ms dr sir".split()
)
"""Words that tell when somebody was what he is described as, or nothing."""
_BRITISH = {"defense": "defence", "labor": "labour", "center": "centre", "affairs": "", "chairwoman": "chair"}
_BRITISH |= {
    "chairman": "chair",
    "chairperson": "chair",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
}
_BRITISH |= {"premier": "prime", "organisation": "organization"}
_WIDE = frozenset(
    "european african asian western american latin arab united nations un eu world global".split()
)
"""Words that look like a country's and are of many."""
_MALE = frozenset("mr sir lord he his him baroness".split()) - {"baroness"}
_FEMALE = frozenset("mrs ms miss lady dame madam she her baroness".split())
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*\.?")
_UNDER = frozenset(
    "deputy vice spokesman aide adviser advisor assistant wife husband son daughter brother sister".split()
)
"""Words that make another's office of an office: a deputy minister is no minister."""
_ABROAD = frozenset("to in on with over at against".split())
"""After these a country is not the one that somebody speaks for."""
_OWNER = re.compile(r"['\u2019]s?$")
_ENDS_HEAD = _ABROAD | frozenset("of for from who whose that by".split())
_ENVOYS = frozenset("envoy ambassador representative".split())
_PEOPLE = re.compile(r"[a-z]{2,}(?:ian|ean|an|ese|ish)")
"""What a word for the people of a country looks like."""
_ENDING = re.compile(r"(?:(?:i?an|ean|ese|ish|er|n|i)s?)?$")
_NAMED_COUNTRY_WORDS = 4


@dataclass(frozen=True, slots=True)
class Description:
    """One description: `offices` (head words), all its plain `words`, `names` in it, and `nations`.

    `vocations` are fields that hardly anybody changes between, `matters` those that go with any other;
    `is_political` where it is of an office in politics, the described one's own.
    """

    text: str
    offices: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    nations: frozenset[str]
    vocations: frozenset[str] = frozenset()
    matters: frozenset[str] = frozenset()
    is_political: bool = False

    def is_empty(self) -> bool:
        """Whether it tells nothing that could be compared."""
        return not (self.words or self.names or self.nations)


@lru_cache(maxsize=16384)
def description(text: str) -> Description:
    """What a description says ("then Russian defense minister")."""
    text = text[:LONGEST]
    rest, nations = _without_nations(_own(_WORD.findall(text)))
    plain = [(raw, _BRITISH.get(word, word)) for raw, word in ((raw, _plain(raw)) for raw in rest)]
    kept = [(raw, word) for raw, word in plain if word and word not in SMALL_WORDS and word not in _PASSING]
    if any(word == "prime" for _, word in kept):
        kept = [(raw, word) for raw, word in kept if word != "minister"]
    names = {word for raw, word in kept if raw[0].isupper() and not is_title(word) and word not in GENERIC}
    words = frozenset(word for _, word in kept)
    nations |= {nation_stem(name) for name in names if _PEOPLE.fullmatch(name) and name not in _WIDE}
    offices = frozenset(word for word in words if is_office(word) or word == "prime")
    is_own = words.isdisjoint(_UNDER)
    own = fields.vocations(_heads(text)) if is_own else frozenset()
    political = is_own and fields.is_political(words)
    matters = fields.matters(words)
    return Description(text.strip(), offices, words, frozenset(names), nations, own, matters, political)


def in_common(one: Description, other: Description) -> int:
    """How much two descriptions have in common: SAME, SPECIFIC, SOME or 0."""
    names = {name for name in one.names if any(_is_demonym(name, theirs) for theirs in other.names)}
    nations = one.nations & other.nations
    if one.nations and other.nations and not nations:
        return 0
    if (one.words & _UNDER) != (other.words & _UNDER):
        return SOME if nations or names else 0
    offices = one.offices & other.offices
    words = one.words & other.words - names
    if offices:
        if nations or names:
            return SAME if one.words <= other.words | names or other.words <= one.words | names else SPECIFIC
        return _of_unknown_place(one, other, words, offices)
    if len(names) > 1 or (len(names) == 1 and len(words) > 0):
        return SPECIFIC
    alike = nations or names or one.vocations & other.vocations or one.matters & other.matters
    return SOME if alike else 0


def _of_unknown_place(
    one: Description, other: Description, words: frozenset[str], offices: frozenset[str]
) -> int:
    """How much two descriptions by the same office have in common, where no place is told of both."""
    if one.words - other.words and other.words - one.words:
        return SOME
    if len(words) > 1 or offices & (_SOLE | {"prime"}):
        return SPECIFIC
    return SOME if offices <= _VAGUE else OFFICE


def contradict(one: Iterable[Description], other: Iterable[Description]) -> bool:
    """Whether they are of two persons.

    They are where each has a vocation and they share none, or where each has an office, of different
    countries, and they share no name.
    """
    one, other = list(one), list(other)
    vocations = [{field for each in side for field in each.vocations} for side in (one, other)]
    if all(vocations) and vocations[0].isdisjoint(vocations[1]):
        return True
    nations = [{nation for each in side for nation in each.nations if each.offices} for side in (one, other)]
    if not all(nations) or nations[0] & nations[1]:
        return False
    stems = [
        {nation_stem(name) for each in side for name in each.names} | found
        for side, found in zip((one, other), nations, strict=True)
    ]
    return stems[0].isdisjoint(stems[1])


def sexes(mentions: Iterable[str]) -> frozenset[str]:
    """What "Mr." or "Ms." before a name tells: "male", "female"."""
    first = {_plain(mention.split()[0]) for mention in mentions if mention.split()}
    found = {"male"} if first & _MALE else set()
    return frozenset(found | ({"female"} if first & _FEMALE else set()))


def nation_stem(word: str) -> str:
    """What the name of a place and the word for its people share ("Ostrava", "Ostravan": "ostrav")."""
    return _ENDING.sub("", folded(word), count=1).rstrip("aeiouy")


def nations_of(text: str) -> frozenset[str]:
    """The countries named in a few words, by name or by their people."""
    return without_nations(text)[1]


def without_nations(text: str) -> tuple[list[str], frozenset[str]]:
    """The words of a name that name no country (nor its people), and the countries that the others name."""
    return _without_nations(_WORD.findall(text[:LONGEST]), seats=False)


def _heads(text: str) -> list[str]:
    """The words of a description up to the first that begins what is told besides ("of", "who").

    Whose somebody is ("the bishop's driver") is not among them.
    """
    words = ["" if _OWNER.search(word) else _plain(word) for word in _WORD.findall(text)]
    end = next((at for at, word in enumerate(words) if at and word in _ENDS_HEAD), len(words))
    return words[:end]


def _own(raw: list[str]) -> list[str]:
    """The words without the country that somebody is sent to ("envoy for Ostrava") or speaks of."""
    lower = [word.lower() for word in raw]
    sent = not _ENVOYS.isdisjoint(lower)
    for at, word in enumerate(lower):
        if at and (word in _ABROAD or (sent and word == "for")):
            return raw[:at]
    return raw


def _without_nations(raw: list[str], *, seats: bool = True) -> tuple[list[str], frozenset[str]]:
    """The words that name no country, and the countries that the others name."""
    rest: list[str] = []
    nations: set[str] = set()
    at = 0
    while at < len(raw):
        found = next(
            (
                (width, nation)
                for width in range(min(_NAMED_COUNTRY_WORDS, len(raw) - at), 0, -1)
                if (nation := _nation(raw[at : at + width], seats)) is not None
            ),
            None,
        )
        if found is None:
            rest.append(raw[at])
            at += 1
        else:
            nations.add(found[1])
            at += found[0]
    return rest, frozenset(nations)


def _nation(words: list[str], seats: bool) -> str | None:
    if not words[0][:1].isupper() or _plain(words[0]) in _WIDE - {"united", "american"}:
        return None
    name = re.sub("['\u2019]s?$", "", " ".join(words))
    found = canonical_country(name, official=False) or country_of_people(name)
    if found is None and seats and len(words) <= 2:
        seat = metonym(name)
        found = seat.country if seat else None
    return found


def _plain(word: str) -> str:
    return re.sub(r"['\u2019]s?$|[.'\u2019]", "", folded(word)).replace("-", " ").replace(" ", "")


def _is_demonym(name: str, other: str) -> bool:
    """Whether two words name the same place or body ("ostrava", "ostravan")."""
    if name == other:
        return True
    stems = nation_stem(name), nation_stem(other)
    return stems[0] == stems[1] and len(stems[0]) > 3

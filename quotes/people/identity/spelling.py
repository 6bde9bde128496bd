"""When two spellings may be one name: skeletons, in which usual transliterations no longer differ.

The strict skeleton levels only what transliterations of Russian, Ukrainian and Arabic names vary in and other
names do not (the endings of adjectives, y beside vowels, x for ks, the spellings listed in `names.txt`).
The loose one
levels more (doubled letters, kh, ou, q, a final y); it never levels one vowel with another, so that Maria
and Mario,
Hansen and Hanson stay apart. Sources of the rules: the romanisation tables ISO 9 and BGN/PCGN and what
news makes of them.
"""

import re
from functools import lru_cache

from quotes.people.identity import naming

DISTANCE_MAX = 2
"""Letters in which two names of one loose skeleton may differ."""

_STRICT = [
    (re.compile(pattern), to)
    for pattern, to in (
        (r"(?<=[a-z]{2})sk(?:yy|iy|yi|ii|ij|yj|yi|y|i)$", "ski"),
        (r"(?<=[aeou])y(?=[bcdfghklmnpqrstvwxz])", "i"),
        (r"(?<=[b-df-hj-np-tv-z])(?:iy|yi|y|j)(?=[au])", "i"),
        (r"x", "ks"),
    )
]
_LOOSE = [
    (re.compile(pattern), to)
    for pattern, to in (
        (r"^ye", "e"),
        (r"^j(?=[aou])", "y"),
        (r"(?<=[eo])(?:ff|w)$", "v"),
        (r"ph", "f"),
        (r"w", "v"),
        (r"kh", "h"),
        (r"(?:q|ck|c(?=[aoulrkt]|$))", "k"),
        (r"(?<=[dg])h", ""),
        (r"dzh", "j"),
        (r"(?:ou|oo)", "u"),
        (r"ee", "i"),
        (r"(?:iy|yi|ey|ei|ii|yy|y)$", "i"),
        (r"(?<=[b-df-hj-np-tv-z])y(?=[b-df-hj-np-tv-z])", "i"),
        (r"(.)\1+", r"\1"),
    )
]
_UMLAUTS = str.maketrans({"\u00e4": "ae", "\u00f6": "oe", "\u00fc": "ue", "\u00f8": "oe", "\u00e5": "aa"})


@lru_cache(maxsize=65536)
def strict(word: str) -> str:
    """The strict skeleton of a folded word."""
    listed = naming.first_of("spelling").get(word)
    return listed[0] if listed else _levelled(word, _STRICT)


@lru_cache(maxsize=65536)
def loose(word: str) -> str:
    """The loose skeleton of a folded word."""
    first = strict(word)
    listed = naming.first_of("loose").get(first)
    return _levelled(listed[0] if listed else first, _LOOSE)


def written_out(word: str) -> str:
    """A word with its umlauts as two letters ("Müller": "Mueller"), as some write them."""
    return word.lower().translate(_UMLAUTS)


def is_spelling_of(one: str, other: str) -> bool:
    """Whether two folded words are usual spellings of one name."""
    return one == other or strict(one) == strict(other)


def may_be_spelling_of(one: str, other: str) -> bool:
    """Whether they may be, where something else speaks for it."""
    if one == other:
        return True
    from rapidfuzz.distance import Levenshtein  # for linking alone, not for searching

    first, second = strict(one), strict(other)
    if loose(one) != loose(other):
        return False
    listed = naming.first_of("loose")
    return (first in listed and second in listed) or Levenshtein.distance(first, second) <= DISTANCE_MAX


def may_be_called(one: str, other: str) -> bool:
    """Whether one folded given name is a usual short form of the other, or of the same third."""
    groups = naming.first_of("nickname")
    return not set(groups.get(one, ())).isdisjoint(groups.get(other, ()))


def _levelled(word: str, rules: list[tuple[re.Pattern[str], str]]) -> str:
    for pattern, to in rules:
        word = pattern.sub(to, word)
    return word

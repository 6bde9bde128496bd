"""What `data/lexicons/names.txt` knows of personal names."""

import re
from functools import cache

from quotes import lexicons

LIST = "names.txt"
COMMON = ("common", "chinese", "korean", "vietnamese")
"""Sections of family names that many bear."""

_CHINESE = re.compile(
    "(?:zh|ch|sh|ts|hs|[bpmfdtnlgkhjqxrzcswy])?"
    "(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|"
    "a|e|i|o|u|ih)"
)
"""A syllable of pinyin or Wade-Giles."""
_KOREAN = re.compile(
    "(?:kk|tt|pp|ss|jj|ch|sh|[bcdghjklmnprstyw])?y?w?"
    "(?:yeo|yae|ae|eo|eu|oe|ui|wa|wo|we|wi|ya|ye|yo|yu|oo|ee|a|e|i|o|u)(?:ng|ck|[nlmkptrhsg])?"
)
"""A syllable of Korean in its usual romanisations."""


@cache
def words(section: str) -> frozenset[str]:
    """The words under one heading."""
    return frozenset(
        word for heading, line in lexicons.sections(LIST) if heading == section for word in line.split()
    )


@cache
def first_of(section: str) -> dict[str, tuple[str, ...]]:
    """Under [spelling], [loose] and [nickname]: the first name of each group that a name stands in."""
    found: dict[str, tuple[str, ...]] = {}
    for heading, line in lexicons.sections(LIST):
        if heading == section:
            names = line.split()
            for name in names:
                found[name] = (*found.get(name, ()), names[0])
    return found


def stands_first(family: str, rest: tuple[str, ...]) -> bool:
    """Whether a name of these words, `family` first, is written in the East Asian order (or Hungarian)."""
    if family in words("chinese") and all(map(_is_chinese, rest)):
        return True
    if family in words("korean") and all(map(_is_korean, rest)):
        return True
    if family in words("vietnamese") and len(rest) > 1:
        return True
    others = words("japanese"), words("hungarian")
    if len(rest) != 1:
        return False
    if family in others[0]:
        return rest[0] not in others[0]
    return rest[0] in others[1] and family not in others[1] and family not in _spelled()


def is_east_asian(family: str, given: str) -> bool:
    """Whether they are a Chinese or Korean family name and a given name of two syllables."""
    syllables = (("chinese", _CHINESE), ("korean", _KOREAN))
    return any(
        family in words(section) and _in_syllables(given, syllable) and not syllable.fullmatch(given)
        for section, syllable in syllables
    )


def is_common(family: str) -> bool:
    """Whether so many bear this family name that it says little of who is meant."""
    return any(family in words(section) for section in COMMON)


def tells_little(given: tuple[str, ...], family: str) -> bool:
    """Whether namesakes are so usual that two of whom different things are told may well be two."""
    return (len(given) == 1 and family in words("common")) or many_bear(given, family)


def many_bear(given: tuple[str, ...], family: str) -> bool:
    """Whether even one of whom nothing is told may be another: an initial, or both parts are common."""
    first = given[0]
    if len(given) > 1 or len(first) == 1:
        return len(given) == 1
    if family in words("common"):
        return is_given(first)
    syllables = (("chinese", _CHINESE), ("korean", _KOREAN), ("vietnamese", _CHINESE))
    return any(
        family in words(section) and (is_given(first) or bool(syllable.fullmatch(first)))
        for section, syllable in syllables
    )


def is_given(name: str) -> bool:
    """Whether a name is known as a given name."""
    return name in words("given") or name in _spelled()


def _is_chinese(word: str) -> bool:
    return _in_syllables(word, _CHINESE)


def _is_korean(word: str) -> bool:
    return _in_syllables(word, _KOREAN)


def _in_syllables(word: str, syllable: re.Pattern[str]) -> bool:
    """Whether `word` is one syllable or two."""
    if syllable.fullmatch(word):
        return True
    return any(syllable.fullmatch(word[:at]) and syllable.fullmatch(word[at:]) for at in range(1, len(word)))


@cache
def _spelled() -> frozenset[str]:
    """Names in the groups of spellings and short forms: given names, nearly all."""
    return frozenset(first_of("spelling")) | frozenset(first_of("nickname"))

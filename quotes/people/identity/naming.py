"""What `data/lexicons/names.txt` knows of personal names."""

import re
from functools import cache

from quotes import lexicons

LIST = "names.txt"

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
    return rest[0] in others[1] and family not in others[1] and family not in _given()


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
def _given() -> frozenset[str]:
    """Names known to be given names."""
    return frozenset(first_of("spelling")) | frozenset(first_of("nickname"))

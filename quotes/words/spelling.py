"""One spelling of English words: the American one stands for the British one too.

The rules also change words that have one spelling alone ("promize"): keys are compared and never shown.
"""

import re
from functools import cache

from quotes import lexicons

_VOWEL_BEFORE = "([aeiouy].*)"
_OF_OUR = "|able|ably|al|ant|er|ful|fully|hood|ise|ism|ist|ite|itism|ize|less|liness|ly|some|y"
_RULES = (
    (f"{_VOWEL_BEFORE}([iy])s(e|er|able|ably|ation|ational|ability|ance|ingly)$", r"\1\2z\3"),
    (f"{_VOWEL_BEFORE}our({_OF_OUR})$", r"\1or\2"),
    (f"{_VOWEL_BEFORE}([bt])re$", r"\1\2er"),
    (f"{_VOWEL_BEFORE}(gram)me$", r"\1\2"),
    (f"{_VOWEL_BEFORE}(og)ue$", r"\1\2"),
    ("((?:[aeiouy].*(?:[^aeiouy]|qu)|(?<!q)[aeiou])[aeiouy]l)l$", r"\1"),  # fulfill, controll(ed), not call
)
_ALL = tuple((re.compile(pattern), result) for pattern, result in _RULES)


def spelled(word: str) -> str:
    """A base form in the spelling that stands for all of its spellings."""
    known = _known().get(word)
    if known is not None:
        return known
    for pattern, result in _ALL:
        if match := pattern.search(word):
            return word[: match.start()] + match.expand(result)
    return word


@cache
def _known() -> dict[str, str]:
    """American by British, as the list has them."""
    return dict(lexicons.table("spelling.txt", 2))

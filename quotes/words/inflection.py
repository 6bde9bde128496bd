"""The base form of an English word: of a plural its singular, of -s, -ed and -ing the verb.

The way of step 1 of Porter's stemmer (An algorithm for suffix stripping, 1980), but to the word itself: what
ends in -e gets it back, so that "planed" is not "plan". Words made of other words stay apart: cooperation is
not "cooperate". What no rule tells is in `data/lexicons/inflections.txt`.
"""

import re
from functools import cache

from quotes import lexicons

SHORTEST = 4
"""Letters of the shortest form that ends in -s, -ed or -ing by a rule."""
_ENDS_IN_S = re.compile("(?:ss|us|is)$")
_SIBILANT = re.compile(r"(?:ss|sh|ch|x|tz|zz)es$")
_VOWEL = re.compile("[aeiouy]")
_DOUBLED = re.compile(r"^..+([bdgmnprt])\1$")
_LOST_E = re.compile(
    r"""
      [vu]$ | (?<!z)z$ | (?<!s)s$ | c$                                     # leave, argue, seize, close, force
    | (?<![ng])g$ | (?:ch|str|[^h]r)ang$ | eng$ | [lp]ung$                 # manage, change, avenge, plunge
    | (?:oung|fring|cring|hing|bing)$                                      # lounge, infringe, cringe
    | [bcdfgkptz]l$ | (?:[bctdg]|uv)r$                                     # handle, centre, manoeuvre
    | (?:iat|uat|creat|rmeat|lineat|auseat)$                               # initiate, situate, create
    | (?:[^aeiou]|qu|^)(?:[aeiou][bdk]|[aeiouy]f|[uy]l|[aiuy][mr]|[aiu]n|[auy]p|[aouy]t)$  # decide, assume
    | ^[^aeiou]*(?:[^aeiou]|qu)(?:[io]p|[oe]r|[aio]l|[io]t|on|om)$        # in one syllable: hope, smile, vote
    | (?:plor|gnor|ador|rscor|estor|com|[nx]hal|mpal|mpil|oncil|xil|rofil|onsol|ajol|parol)$
    """,
    re.VERBOSE,
)
"""What -ed and -ing leave of a verb in -e."""


def base(word: str) -> str:
    """The base form of a folded `word`; the word itself, where it is one or is not known to have one."""
    known = _known().get(word)
    if known is not None:
        return known
    if len(word) < SHORTEST or not word.isascii() or not word.isalpha():
        return word
    if word.endswith("s"):
        return _singular(word)
    if word.endswith("men"):
        return word[:-3] + "man"
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word:
            return _verb(stem, ending) if _VOWEL.search(stem) else word
    return word


def _singular(word: str) -> str:
    if _ENDS_IN_S.search(word):
        return word
    if word.endswith("ies"):
        return word[:-1] if len(word) == SHORTEST else word[:-3] + "y"
    if word.endswith("oes") or _SIBILANT.search(word):
        return word[:-2]
    return word[:-1]


def _verb(stem: str, ending: str) -> str:
    """The verb of which `stem` is left."""
    known = _known().get(stem + "-")
    if known is not None:
        return known
    if ending == "ed" and stem.endswith("e"):
        return stem + ending
    if ending == "ed" and stem.endswith("i"):
        return stem + "e" if len(stem) < SHORTEST - 1 else stem[:-1] + "y"
    if ending == "ing" and len(stem) == 2 and stem.endswith("y"):
        return stem[0] + "ie"
    if _DOUBLED.search(stem):
        return stem[:-1]
    return stem + "e" if _LOST_E.search(stem) else stem


@cache
def _known() -> dict[str, str]:
    """Base by form, and by stem with a dash, as the list has them."""
    found: dict[str, str] = {}
    for _, line in lexicons.sections("inflections.txt"):
        word, *forms = line.split()
        found |= dict.fromkeys(forms, word)
        found.setdefault(word, word)
    return found

"""From running text to words: one compiled pattern, and three small tables learnt from treebanks.

The conventions are those of Universal Dependencies' English words: marks stand alone, hyphened words are cut
at the hyphen but for prefixes that are no words ("co-", "non-"), contractions and possessives are cut
("did|n't", "Venn|'s"), and an abbreviation keeps its full stop.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

Place = tuple[int, int]
"""Start and end, in characters of the text."""

INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufeff"
"""Characters without a shape: part of the word they stand in, else as good as a blank."""

_AP = "['’‘`´ʼ]"
_CLITIC = rf"(?:{_AP}(?:s|ll|re|ve|m|d)(?!\w))"
_NOT = rf"(?:n{_AP}t(?!\w))"
_LETTER = r"[^\W\d_]"
_CHAR = rf"[\w\u0300-\u036f{INVISIBLE}]"
_ENDING = r"(?:com|org|net|gov|edu|info|html?|pdf|docx?|xlsx?|txt|jpe?g|png)"
# Every repetition is bounded or possessive: the time a text takes is in proportion to its length.
_PATTERN = re.compile(
    rf"""
    (?P<blank>[\s{INVISIBLE}]++)
  | (?:https?://|www\.)[^\s<>“”"]{{1,500}}(?<=[\w/])(?=[^\w/]|$)                # web addresses
  | [\w.+-]{{1,64}}+@(?:[\w-]{{1,63}}\.){{1,8}}[a-z]{{2,24}}(?!\w)               # mail addresses
  | (?:Ph\.D|{_LETTER}(?:\.{_LETTER}(?!\w)){{1,20}})\.?(?!\w)                   # U.S. a.m. Ph.D.
  | (?:[a-z\d][\w-]{{0,62}}\.){{1,8}}{_ENDING}(?!\w)                         # sites and files
  | No\.(?=[ ]?\d)
  | {_LETTER}{_CHAR}{{0,24}}?(?={_NOT})
  | {_NOT}
  | {_CLITIC}
  | {_LETTER}{_CHAR}{{0,198}}+                                                  # most words, O'Venn, AT&T
    (?:(?!{_CLITIC}){_AP}{_LETTER}{_CHAR}{{0,30}}+){{0,3}}+(?:&{_LETTER}{{1,3}}(?!\w))?+
  | \d{{3}}-(?:\d{{3}}-)?\d{{4}}(?![\w-])                                       # telephone numbers
  | \d{{1,50}}+(?:[.,:/]\d{{1,50}}+){{0,9}}+(?:(?:st|nd|rd|th|s|{_AP}s)(?!\w))?+  # 1,500 10:30 11/9 3rd 1990s
  | {_CHAR}{{1,200}}+
  | [\#@]{_LETTER}\w{{0,100}}+
  | [:;=]-?[)(DP](?!\w)
  | [!?]{{1,200}}+
  | [-=_*~+\#]{{4,200}}+                                                          # lines drawn with marks
  | ([.\-*=_~\#<>$])\2{{0,199}}+
  | (['’‘`])\3
  | .
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_NAME_GOES_ON = re.compile(rf",|[ \u00a0]?[A-Z](?:\.|{_LETTER})")


@dataclass(frozen=True, slots=True)
class WordTables:
    """What the pattern cannot know of words.

    `abbreviations` end in a full stop (given without it), `prefixes` keep their hyphen, and `cuts` are two
    words written as one ("cannot", "gonna"), with the length of the first.
    """

    abbreviations: frozenset[str]
    prefixes: frozenset[str]
    cuts: Mapping[str, int]


def find_words(text: str, tables: WordTables) -> list[Place]:
    """The places of the words of `text`, in order; only blanks and invisible characters lie between them."""
    places: list[Place] = []
    joint = -1
    """Where a word begins that belongs to the hyphen before it."""
    for match in _PATTERN.finditer(text):
        if match.lastgroup:
            continue
        start, end = match.span()
        if start == joint:
            places[-1] = (places[-1][0], end)
        elif end - start == 1 and text[start] in ".-" and places and places[-1][1] == start:
            whole = places[-1][0]
            if _clings(text, text[whole:start], end, tables):
                places[-1] = (whole, end)
                joint = end if text[start] == "-" else -1
            else:
                places.append((start, end))
        elif cut := tables.cuts.get(match.group()):
            places += [(start, start + cut), (start + cut, end)]
        else:
            places.append((start, end))
    return places


def _clings(text: str, word: str, end: int, tables: WordTables) -> bool:
    """Whether the stop or hyphen that ends at `end` belongs to the word before it."""
    if text[end - 1] == "-":
        return word.lower() in tables.prefixes and text[end : end + 1].isalnum()
    if len(word) == 1:  # an initial: "J. Venn"
        return word.isupper() and _NAME_GOES_ON.match(text, end) is not None
    return word in tables.abbreviations

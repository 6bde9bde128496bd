"""Cuts a text into the tokens that indexes hold and searches ask for."""

import re
from functools import lru_cache

from quotes.words.folding import folded, spaced

_POINTS = re.compile(
    "[\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]"
)
"""Marks that are left out at will, as accents are: the vowel points of Arabic and Hebrew, and the tatweel."""
_VOWEL_SIGNS = "\u0900-\u0963\u0966-\u096f\u0971-\u0df3\u0f71-\u0f84\u0f86-\u0fbc"
"""Blocks of India and Tibet without their full stops: vowels there are marks, and belong to the word."""
_SIGNS = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u1056-\u1059\u105e-\u1060"
    "\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d\u17b4-\u17d3\u17dd"
)
"""Such marks of scripts that write words together (Thai, Lao, Burmese, Khmer): tokens, as letters there."""
_WORD = f"[^\\W_](?:[^\\W_]|[{_VOWEL_SIGNS}])*+"
_TOKEN = re.compile(f"{_WORD}|[{_SIGNS}]")
_HYPHENATED = re.compile(f"(?<![^\\W_]){_WORD}(?:[-\u2010]{_WORD})+")
MAX_PARTS = 8
"""Parts of a hyphenated word that are looked at: what has more is a chain (a file's name), not a word."""


def tokens(text: str) -> list[str]:
    """The tokens of `text` in order: its words folded, of scripts that write words together each letter.

    Joined by blanks they are what the full-text indexes are given, so that these cut nothing themselves.
    Single letters in a row find any part of such a script, also of one or two letters, which an index of runs
    of three cannot; of 100,000 sentences of made-up Chinese that took twice the room (18 MiB to 9).
    """
    return _TOKEN.findall(_plain(text))


def compounds(text: str) -> list[str]:
    """The hyphenated words of `text`, each as its tokens with blanks between: "co operation".

    Of more than two parts what stands side by side in them is there as well ("non co operation", "non co",
    "co operation"). Numbers side by side are no word: "3-4" is not 34.
    """
    found: list[str] = []
    plain = _plain(text)
    if "-" not in plain and "\u2010" not in plain:
        return found
    for word in _HYPHENATED.findall(plain):
        parts = tokens(word)[:MAX_PARTS]
        found += (
            " ".join(parts[first:last])
            for length in range(len(parts), 1, -1)
            for first in range(len(parts) - length + 1)
            if _is_word(parts[first : (last := first + length)])
        )
    return found


@lru_cache(maxsize=64)
def _plain(text: str) -> str:
    """The text as tokens and compounds are cut from it, one after the other."""
    plain = folded(text)
    return plain if plain.isascii() else spaced(_POINTS.sub("", plain))


def _is_word(parts: list[str]) -> bool:
    return not all(part.isdecimal() for part in parts)

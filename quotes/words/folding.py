"""The form of a text in which capitals, accents and typographic variants no longer differ."""

import re
import unicodedata

_EASY = re.compile("[\x00-\x7f\u2013\u2014\u2018\u2019\u201c\u201d]*")
"""A text of these letters and marks alone, as most are, needs no more than lower case."""
_APOSTROPHES = str.maketrans({"\u2018": "'", "\u2019": "'"})
_STROKES = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
    }
)
"""Letters that Unicode does not decompose, and the apostrophes."""
_ACCENTS = re.compile("[\u0300-\u036f]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_MARK = "(?:[^\\w\\s\x00-\x7f]|[\uff9e\uff9f])"
_PILE = re.compile(f"({_MARK}{{30}}){_MARK}+")
"""More marks in a row than any letter carries (UAX 15, stream-safe text): to order n takes n * n steps."""
_UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\U00020000-\U0003ffff])"
)
"""Letters of scripts whose words are written together, or with their particles."""


def folded(text: str) -> str:
    """`text` in lower case and compatibility forms, accents and soft hyphens gone, apostrophes straight."""
    if _EASY.fullmatch(text):
        return text.lower().translate(_APOSTROPHES)
    plain = _INVISIBLE.sub("", text.encode("utf-8", errors="replace").decode("utf-8"))
    plain = _PILE.sub(r"\1", plain.casefold())
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", plain))
    return unicodedata.normalize("NFKC", bare).casefold().translate(_STROKES)


def spaced(text: str) -> str:
    """`text` with blanks around each letter of scripts that write words together: parts can be found."""
    return _UNSPACED.sub(r" \1 ", text)

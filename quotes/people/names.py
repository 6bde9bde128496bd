"""Names: the form that is compared, and what is a name at all."""

import re
from functools import lru_cache

from quotes.people.countries import canonical_country, compared
from quotes.people.lexicon import GENERIC, PRONOUNS, SMALL_WORDS, same_names
from quotes.statement import SpeakerType
from quotes.words.folding import folded, spaced

ARTICLES = frozenset({"the", "a", "an"})
GENERATIONS = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv", "v"})
"""Suffixes that tell one bearer of a name from another; degrees and orders do not."""
LONGEST_NAME = 200
"""A longer string, in characters, is not taken apart as a person's name."""

NO_PERSON = " (not a person)"
"""Ends the name of a country or body where a person in the same document has that name too."""

_NOT_WORD = re.compile(r"[^\w\s]|_")
_POSSESSIVE = re.compile(r"(?<=\w)'s?$")


def name_words(name: str) -> list[str]:
    """The words of `name` folded; hyphens part words, apostrophes and dots do not, initials run together."""
    text = _POSSESSIVE.sub("", folded(name).strip())
    text = re.sub(r"[-\u2010-\u2015/]", " ", text).replace("'", "").replace(".", ". ")
    return _join_initials(_NOT_WORD.sub("", spaced(_rejoin_abbreviations(text))).split())


@lru_cache(maxsize=4096)
def normalised(name: str, speaker_type: SpeakerType | None) -> str:
    """The form by which two spellings of a speaker's name are the same; never empty for a non-empty name.

    Persons lose titles and degrees, all others the leading article and their usual abbreviations.
    """
    if speaker_type == "person":
        words = name_words(untitled(name))
        return " ".join(words or name_words(name)) or folded(name).strip()
    words = name_words(name)
    if len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    plain = " ".join(words) or folded(name).strip()
    return _usual(plain) if speaker_type in ("country", "organization") else plain


def searchable_name(name: str) -> str:
    """`name` so that a part of it that begins with a word begins with a blank."""
    return "".join(f" {word}" for word in name_words(name))


def other_names(name: str) -> list[str]:
    """Other names of the country or body that `name` stands for ("US": "united states")."""
    words = " ".join(name_words(name))
    return [same_names()[words]] if words in same_names() else []


def is_name_of(mention: str, name: str, speaker_type: SpeakerType | None) -> bool:
    """Whether `mention` names its source ("Mr. Venn", "Ostrava") and does not just point to it ("he")."""
    words = name_words(mention)
    if not words or " ".join(words) in PRONOUNS or len(mention) > LONGEST_NAME:
        return False
    if speaker_type == "person":
        return set(normalised(mention, "person").split()) <= set(name_words(name))
    return speaker_type in ("country", "organization") and is_capitalised(mention)


def is_capitalised(name: str) -> bool:
    """Whether every word of `name` but articles and prepositions has a capital or a digit."""
    words = [word for word in name.split() if word.lower() not in SMALL_WORDS]
    return bool(words) and all(
        any(c.isupper() or c.isdigit() or _caseless(c) for c in word) for word in words
    )


def is_generic(words: list[str]) -> bool:
    """Whether `words` name no body in particular ("foreign ministry")."""
    return all(word in GENERIC or word in SMALL_WORDS or not word.isalnum() for word in words)


def untitled(name: str) -> str:
    """A person's name without titles and degrees; the generation stays, at the end."""
    if len(name) > LONGEST_NAME:
        return name
    from nameparser import HumanName  # needed for adding documents alone, not for searching

    parts = HumanName(name)
    suffixes = [word for word in parts.suffix.split() if folded(word).strip(".,") in GENERATIONS]
    return " ".join([parts.first, parts.middle, parts.last, *suffixes])


def _usual(name: str) -> str:
    """The name that a country or a body is known by: "greece" for "hellenic republic"."""
    country = None if name in same_names() else canonical_country(name)
    return compared(country) if country else same_names().get(name, name)


def _rejoin_abbreviations(text: str) -> str:
    """ "u. s." as "us": dots were parted from what follows, so that "st.petersburg" is two words."""
    return re.sub(r"\b(\w)\.\s(?=\w\.)", r"\1", text)


def _join_initials(words: list[str]) -> list[str]:
    joined: list[str] = []
    run = False
    for word in words:
        single = len(word) == 1 and word.isascii()
        if single and run:
            joined[-1] += word
        else:
            joined.append(word)
        run = single
    return joined


def _caseless(character: str) -> bool:
    return character.isalpha() and character.lower() == character.upper()

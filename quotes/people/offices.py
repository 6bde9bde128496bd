"""The words by which somebody is described, and what they tell: offices, portfolios, bodies of a state."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from quotes import lexicons
from quotes.people.countries import compared

OFFICES = ("state", "sent", "qualified", "body", "voice", "counsel")
"""The sections of `affiliations.txt` that hold offices."""
LONGEST_PHRASE = 6
"""Words of the longest name or office that is looked up."""

_WORD = re.compile(r"(?:[^\W_]|[&.'\u2019-])+")
_PREFIX = re.compile(r"\b(ex|then|former|non|anti|pro)-(?=\w)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['\u2019]s|(?<=s)['\u2019])$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, without the sign of the possessive, and in the form that is compared."""

    text: str
    key: str
    owns: bool

    @property
    def is_capital(self) -> bool:
        """Whether it is written as names are."""
        return any(character.isupper() or character.isdigit() for character in self.text)


Words = Sequence[Word]


def words_of(text: str) -> list[Word]:
    """The words of `text`; "ex-minister" is two."""
    found: list[Word] = []
    for match in _WORD.finditer(_PREFIX.sub(r"\1 ", text)):
        word = match[0].strip("-'\u2019&") if not _POSSESSIVE.search(match[0]) else match[0]
        plain = _POSSESSIVE.sub("", word)
        key = compared(plain)
        if key:
            found.append(Word(plain, key, plain != word))
    return found


def phrase(words: Words) -> str:
    """The words in the form that is compared."""
    return " ".join(word.key for word in words)


def written(words: Words) -> str:
    """The words as they are written, but for a possessive at their end."""
    if not words:
        return ""
    inner = [f"{word.text}'s" if word.owns else word.text for word in words[:-1]]
    return " ".join([*inner, words[-1].text])


def told_by(kind: str, words: Words) -> bool:
    """Whether the words, as one phrase, are in the section `kind` of `affiliations.txt`."""
    return phrase(words) in _section(kind)


def kinds_of(words: Words) -> frozenset[str]:
    """The kinds of office that the words, as one phrase, are; none for other words."""
    return frozenset(kind for kind in OFFICES if told_by(kind, words))


def ending(words: Words, *kinds: str) -> int:
    """How many words at the end are the longest phrase of one of the sections `kinds`; 0 for none."""
    lengths = range(min(LONGEST_PHRASE, len(words)), 0, -1)
    return next((n for n in lengths if any(told_by(kind, words[-n:]) for kind in kinds)), 0)


def kept(portfolio: str) -> str:
    """The portfolio in the one wording that is kept: "foreign" for "external affairs"."""
    return _spellings().get(portfolio, portfolio)


@cache
def _section(kind: str) -> frozenset[str]:
    return frozenset(line for section, line in lexicons.sections("affiliations.txt") if section == kind)


@cache
def _spellings() -> dict[str, str]:
    rows = [line.split("|") for line in sorted(_section("same"))]
    return {form: first.strip() for first, forms in rows for form in lexicons.cells(forms)}

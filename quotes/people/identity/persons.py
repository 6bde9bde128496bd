"""Persons' names by their parts: given names, family name with its particles, generation."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from quotes.people.identity import naming, spelling
from quotes.people.names import GENERATIONS, LONGEST_NAME, untitled
from quotes.people.words import is_office
from quotes.words.folding import folded

_DASHES = re.compile("[-\u2010-\u2015]")
_NOT_LETTER = re.compile(r"[^\w]|_")
_INITIALS = re.compile(r"(?:\w\.-?){1,4}\w?")
_GENERATION = {"junior": "jr", "senior": "sr"}
_ELDER = re.compile(r",?\s+the\s+(elder|younger)$", re.IGNORECASE)
_AGE = {"elder": "Sr.", "younger": "Jr."}
_SAINTS = frozenset({"st", "saint"})


@dataclass(frozen=True, slots=True)
class PersonName:
    """`given` and `family` are folded words; particles belong to the family name, a single name is one.

    `spellings` are further forms of its words (umlauts as two letters), each after the word.
    """

    given: tuple[str, ...]
    family: tuple[str, ...]
    generation: str | None = None
    spellings: frozenset[tuple[str, str]] = frozenset()

    @property
    def is_full(self) -> bool:
        """Whether it has more than a family name (or a single name)."""
        return bool(self.given)

    @property
    def words(self) -> tuple[str, ...]:
        """All words in the order of given and family name."""
        return (*self.given, *self.family)

    @property
    def joined(self) -> str:
        """What two spellings of the same name share, spaces and hyphens aside."""
        return "".join(self.given) + " " + "".join(self.family) + (f" {self.generation or ''}".rstrip())

    def spelled(self, word: str) -> set[str]:
        """A word of it in all its forms."""
        return {word} | {other for one, other in self.spellings if one == word}

    @property
    def core(self) -> str:
        """The last word of the family name."""
        return self.family[-1]


@lru_cache(maxsize=65536)
def person_name(form: str) -> PersonName | None:
    """The parts of a person's name as written; None where there is no word in it."""
    if len(form) > LONGEST_NAME:
        return None
    form = _ELDER.sub(lambda found: f" {_AGE[found[1].lower()]}", form)
    raw = [word for word in untitled(form).replace(",", " ").split() if _NOT_LETTER.sub("", word)]
    generation = None
    if len(raw) > 1 and _plain(raw[-1]) in GENERATIONS:
        last = _plain(raw.pop())
        generation = _GENERATION.get(last, last)
    raw = _without_offices(raw)
    words = [word for part in raw for word in _split(part)]
    words = [word for at, word in enumerate(words) if not (at and word in naming.words("article"))]
    if not words:
        return None
    given, family = _parted(tuple(words))
    further = {(word, _plain(spelling.written_out(part))) for part in raw for word in _split(part)}
    return PersonName(given, family, generation, frozenset(pair for pair in further if pair[0] != pair[1]))


def is_east_asian(form: str) -> bool:
    """Whether a name can only be a person's: a Chinese or Korean family name before one of two syllables."""
    words = tuple(map(_plain, form.split()))
    return len(words) == 2 and form.istitle() and naming.is_east_asian(*words)


def _without_offices(raw: list[str]) -> list[str]:
    """Without words before the name that tell what the person does ("spokesman Otto Cole")."""
    at = 0
    while at < len(raw) - 1 and raw[at].islower() and is_office(_plain(raw[at])):
        at += 1
    return raw[at:]


def _plain(word: str) -> str:
    return _NOT_LETTER.sub("", folded(word))


def _split(part: str) -> Iterable[str]:
    """The words of what stands between two blanks: initials apart, an Arabic article off, else as one."""
    if _INITIALS.fullmatch(part):
        return [letter for letter in map(_plain, re.split(r"[.-]", part)) if letter]
    pieces = [piece for piece in map(_plain, _DASHES.split(part)) if piece]
    if len(pieces) > 1 and pieces[0] in naming.words("article"):
        pieces = pieces[1:]
    return ["".join(pieces)] if pieces else []


def _parted(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Given and family name of the words of a name in any of the known orders."""
    if len(words) > 1 and naming.stands_first(words[0], words[1:]):
        return ("".join(words[1:]),), words[:1]
    if len(words) in (2, 3) and naming.stands_first(words[-1], words[:-1]):
        return ("".join(words[:-1]),), words[-1:]
    start = len(words) - 1
    while start > 1 and words[start - 1] in naming.words("particle"):
        start -= 1
    if start == 1 and words[0] in naming.words("particle"):
        start = 0
    family = tuple("st" if word in _SAINTS else word for word in words[start:])
    return words[:start], family

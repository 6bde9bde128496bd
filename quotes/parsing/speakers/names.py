"""Forms of names: without titles, possessives and damage, and how two forms relate."""

import re
import unicodedata
from functools import lru_cache

from quotes.lexicons import country_of
from quotes.parsing.lexicon import cue_forms, function_words, people_words
from quotes.parsing.speakers.vocabulary import words_of_kind

_WORD = re.compile(r"[^\W_](?:[\w.'’-]*[^\W_])?\.?")
_GLUED = re.compile(r"(?<=\b[A-Z]\.)(?=[A-Z][a-z]{2})")
"""Between initials and a name that outlets write without a blank."""
_EDGES = " \t\n,;:()[]\"“”‘’'*|–—-"
_OF_AGE = re.compile(r",?\s+the\s+(?:elder|younger)$", re.IGNORECASE)
_SUFFIXES = frozenset("jr sr ii iii iv phd md mp mep qc kc esq am ao oam obe mbe cbe onzm mnzm".split())
_ARTICLE = re.compile(r"^(?:al|el|as|an|ar|ad|at|ash|abu)-(?=\w{3})")
"""Articles of Arabic names, which outlets write or leave out: "Al-Rashdan", "Rashdan"."""
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
MIN_INITIALS = 3
"""Words of a name on that its bearer may go by the initials of."""
_GIVEN = frozenset({"Don", "Dean", "Earl", "Tan"})
"""Titles that are as often given names: "Don Venn" is no don."""
_PARTICLES = frozenset("de da del della di du la le van von der den bin ibn al el ben dos das".split())


def words(name: str) -> list[str]:
    """The words of a name, in order, with inner dots, hyphens, apostrophes: "M.K.", "Venn" of "M.K.Venn"."""
    return _WORD.findall(_GLUED.sub(" ", name))


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """A word without case, accents and dots, to compare by."""
    decomposed = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().strip(".")


def without_possessive(text: str) -> str:
    """The text without a final "'s"."""
    return re.sub(r"(?:['’]s|(?<=s)['’])$", "", text.strip())


def person_name(text: str) -> str:
    """A person's name without titles and suffixes, on one line ("Gen. Mara  Venn's" is "Mara Venn")."""
    after_nickname = re.split('["“”]', " ".join(text.split()).strip(_EDGES))[-1]
    parts = _OF_AGE.sub("", without_possessive(after_nickname.strip(_EDGES))).split(" ")
    while len(parts) > 1 and (
        (fold(parts[0].rstrip(",")) in people_words("title") and not (len(parts) == 2 and parts[0] in _GIVEN))
        or (parts[0].islower() and fold(parts[0]) not in _PARTICLES)
    ):
        parts.pop(0)
    while len(parts) > 1 and fold(parts[-1].strip(",.")) in _SUFFIXES:
        parts.pop()
    return " ".join(parts).strip(_EDGES)


def body_name(text: str) -> str:
    """The name of a body without a leading article or an acronym in brackets."""
    cleaned = without_possessive(" ".join(text.split()).strip(_EDGES.replace("(", "").replace(")", "")))
    cleaned = re.sub(r"\s*\([^)]*\)?$", "", cleaned)
    return without_article(cleaned)


def without_article(text: str) -> str:
    """The text without an article before its first word."""
    return re.sub(r"^(?:the|an?)\s+(?=\S)", "", text, flags=re.IGNORECASE)


def compared(name: list[str]) -> list[str]:
    """The words of a name as two forms of it are compared: folded, without the articles of Arabic names."""
    return [_ARTICLE.sub("", fold(word)) for word in name if fold(word) not in ("al", "el")]


def is_part_of(short: list[str], full: list[str]) -> bool:
    """Whether a name may be a shorter form of the full one: the same words, or initials, in order."""
    wanted, rest = compared(short), iter(compared(full))
    if len(wanted) == 1 and len(wanted[0]) > 1:
        return wanted[0] in rest  # an initial alone is nobody's family name
    return all(any(_same(word, other) for other in rest) for word in wanted)


def _same(short: str, full: str) -> bool:
    initial = len(short) == 1 or len(full) == 1
    return short == full or (initial and short[:1] == full[:1])


def acronym_of(full: str) -> str:
    """The initials of the capitalised words of a name."""
    return "".join(word[0] for word in words(full) if word[0].isupper())


def may_be_name(word: str) -> bool:
    """Whether a capitalised word can be part of a name: no office, people, day or word of grammar."""
    folded = fold(word)
    closed = ("determiner", "preposition", "subordinator", "auxiliary", "adverb", "pronoun", "day")
    kinds = ("title", "office", "body", "document", "group")
    forms = {folded, folded.removesuffix("s"), folded.split("-")[-1]}
    return (
        not any(folded in function_words(section) for section in closed)
        and not any(form in people_words(section) for section in kinds for form in forms)
        and folded not in _MONTHS
        and folded not in cue_forms()
        and folded not in words_of_kind("company")
        and country_of().get(word.lower()) is None
    )

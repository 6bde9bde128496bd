"""Whether two names are one speaker, and what sort of words a source is named by."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from quotes.evaluation.titles import AFTER_NAMES, ARTICLES, PRONOUNS, SMALL_WORDS, TITLES

Shape = Literal["name", "nominal", "pronoun"]

_APOSTROPHES = str.maketrans("’‘`", "'''")
_POSSESSIVE = re.compile(r"'s\b")
_PLURAL_POSSESSIVE = re.compile(r"s'(?=\s|$)")
_WORD = re.compile(r"[^\W_]+(?:[-'.][^\W_]+)*")
_MODIFIER = re.compile(
    r"\s*(?:,|;|\(|\s[-–—]\s|[–—])"
    r"|\s+(?:about|and|as|at|by|during|for|from|in|near|of|on|that|to|which|who|whom|whose|with)\s",
    re.IGNORECASE,
)


def name_words(name: str) -> list[str]:
    """The words of a name without case, diacritics and possessive endings."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_APOSTROPHES)
    plain = _PLURAL_POSSESSIVE.sub("s", _POSSESSIVE.sub("", plain))
    return _WORD.findall(plain.casefold())


def personal(words: list[str]) -> list[str]:
    """`words` without the titles before a name and the letters after it; one word always stays."""
    start, end = 0, len(words)
    while start < end - 1 and words[start].rstrip(".") in TITLES:
        start += 1
    while start < end - 1 and words[end - 1].rstrip(".") in AFTER_NAMES:
        end -= 1
    return words[start:end]


def core(phrase: str) -> str:
    """A noun phrase up to its first modifier: "Mara Venn, a mayor" is "Mara Venn"."""
    phrase = phrase.strip()
    cut = next((match.start() for match in _MODIFIER.finditer(phrase) if match.start()), len(phrase))
    return phrase[:cut]


def head(phrase: str) -> str:
    """The last word of a noun phrase's core; empty where there is none."""
    words = personal(name_words(core(phrase)))
    return words[-1] if words else ""


def shape(mention: str) -> Shape:
    """What sort of words a source is named by: its name, a description, a pronoun."""
    words = name_words(mention)
    if words and PRONOUNS.issuperset(words):
        return "pronoun"
    last = head(mention)
    capitalized = any(word[0].isupper() and head(word) == last for word in core(mention).split())
    return "name" if last and capitalized else "nominal"


def same_speaker(gold: str, answer: str | None, *, person: bool) -> bool:
    """The same name, titles and articles apart; of a person also the family name, if given names agree."""
    if not answer or not answer.strip():
        return False
    wanted = _canonical(gold, person)
    if wanted and wanted == _canonical(answer, person):
        return True
    if not person:
        return False
    one, other = personal(name_words(gold)), personal(name_words(core(answer)))
    if not one or not other or one[-1] != other[-1] or one[-1] in PRONOUNS:
        return False
    return len(one) == 1 or len(other) == 1 or _given_names_agree(one[:-1], other[:-1])


def similar_speaker(gold: str, answer: str | None, *, person: bool) -> bool:
    """`same_speaker`, or some of a person's names, or an acronym, or fewer words around the same head."""
    if same_speaker(gold, answer, person=person):
        return True
    one, other = personal(name_words(gold)), personal(name_words(core(answer or "")))
    if not answer or not one or not other or PRONOUNS.issuperset(other):
        return False
    if person:
        return set(other) <= set(one)
    if _is_acronym(gold, answer) or _is_acronym(answer, gold):
        return True
    fewer, more = sorted((set(one) - SMALL_WORDS, set(other) - SMALL_WORDS), key=len)
    return head(gold) == head(answer) != "" and fewer <= more


def _canonical(name: str, person: bool) -> str:
    words = personal(name_words(name)) if person else name_words(name)
    while len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return " ".join(words)


def _given_names_agree(one: list[str], other: list[str]) -> bool:
    """A name in common, or an initial that fits."""
    if set(one) & set(other):
        return True
    first, second = one[0].strip("."), other[0].strip(".")
    return 1 in (len(first), len(second)) and first[:1] == second[:1]


def _is_acronym(full: str, short: str) -> bool:
    """Whether the one word in capitals of `short` is made of the initials of `full`."""
    capitals = [w for w in short.split() if len(w.strip(".,")) > 1 and w.replace(".", "").isupper()]
    initials = "".join(word[0] for word in re.findall(r"[A-Z]\w*", full))
    return len(capitals) == 1 and len(initials) > 1 and capitals[0].replace(".", "").strip(",") == initials

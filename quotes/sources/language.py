"""The language of a document and of each of its paragraphs.

py3langid tells it: its model is a table of numbers (nothing is unpickled), it needs no network, reads a
million and a half characters a second and is right on a sentence. It is asked only where the words that every
English sentence has do not answer first, and so is not loaded for a text that is English throughout.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from quotes.document import Block, Document

ENGLISH = "en"
MIN_LETTERS = 60
"""A paragraph of fewer letters does not tell its language by itself: names and headings look like any."""
MIN_BESIDE = 30
"""The same for what stands beside a quotation ("..., a déclaré la ministre du port")."""
MIN_FOREIGN_LETTERS = 2
"""The same for letters of other alphabets: no English paragraph is written in them."""
MIN_CHANCE = 0.8
"""py3langid's chance for its first two languages together, since it wavers between Malay and Indonesian.
Sentences of 65 letters in 25 languages have 0.94 and more, lists of names in English news hardly ever."""
MAX_ENGLISH_CHANCE = 0.01
"""Of those sentences English has a chance below 0.00001; of foreign names and titles in English far more."""
ENGLISH_SHARE = 0.12
"""Of an English sentence every sixth word is one of `_ENGLISH_WORDS`, of any other's hardly one."""
READ_LETTERS = 4_000
"""So much of a paragraph is looked at, in characters."""

_ENGLISH_WORDS = frozenset(
    """
    the of and said she his with that who told says from they their this which would were been has when
    but about after what there will
    """.split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_QUOTED = re.compile(r"[“”„«»\"][^“”„«»\"]*[“”«»\"]")
_ADDRESS = re.compile(r"(?<!\S)\S*(?://|www\.|@)\S*")
_LATIN = re.compile("[A-Za-zªºÀ-ÖØ-öø-ɏ\u1e00-\u1eff\ufb00-\ufb06]")
_TWINS = {"nn": "no", "nb": "no", "wuu": "zh", "yue": "zh"}
"""Labels that stand for one language here; Norwegian's two ways of writing, and Chinese ones."""


def with_languages(document: Document, declared: str | None = None) -> Document:
    """The document with its language, and with that of every block that is not English.

    `declared` is what the page says of itself: it counts where no paragraph is long enough to tell.
    """
    kept = [block for block in document.blocks if block.start is not None]
    most, each = languages_of([document.text[block.start : block.end] for block in kept], declared)
    told = dict(zip(map(id, kept), each, strict=True))
    blocks = tuple(_marked(block, told.get(id(block))) for block in document.blocks)
    processing = document.processing
    if most and _primary(declared) not in (None, most):
        processing = (*processing, f"the page declares its language as {declared}; its words are {most}")
    return replace(document, lang=most, blocks=blocks, processing=processing)


def languages_of(
    paragraphs: Sequence[str], declared: str | None = None
) -> tuple[str | None, list[str | None]]:
    """The language of most letters of the `paragraphs` (None where nothing tells), and that of each of them.

    A paragraph that does not tell its language has that of its neighbours where they agree, else that of
    most of the text. ISO 639-1; 639-2 for the few languages without such a code.
    """
    own = [language_of(paragraph) for paragraph in paragraphs]
    letters: Counter[str] = Counter()
    for paragraph, lang in zip(paragraphs, own, strict=True):
        if lang is not None:
            letters[lang] += len(paragraph)
    most = next((lang for lang, _ in letters.most_common(1)), None)
    most = most or language_of("\n".join(paragraphs)[:READ_LETTERS]) or _primary(declared)
    return most, _filled(own, most)


def language_of(paragraph: str) -> str | None:
    """The language that the writer of a paragraph uses; None where it is too short, or names alone.

    What is quoted in it counts only where hardly anything is left beside it.
    """
    text = _ADDRESS.sub(" ", paragraph[:READ_LETTERS])
    latin = len(_LATIN.findall(text))
    other = sum(map(str.isalpha, text)) - latin
    if other > latin:
        return _first_foreign(text) if other >= MIN_FOREIGN_LETTERS else None
    outside = _QUOTED.sub(" ", text)
    if _is_english(outside):
        return ENGLISH
    beside = _told(outside, MIN_BESIDE) if outside != text else None
    return beside or _told(text, MIN_LETTERS)


def _marked(block: Block, lang: str | None) -> Block:
    return block if lang in (None, ENGLISH) else replace(block, lang=lang)


def _is_english(text: str) -> bool:
    words = _WORD.findall(text.lower())
    common = sum(word in _ENGLISH_WORDS for word in words)
    return common > 0 and common >= ENGLISH_SHARE * len(words)


def _told(text: str, least: int) -> str | None:
    """What py3langid says of the Latin letters of a text; None for fewer than `least`, or where not sure."""
    words = [word for word in _WORD.findall(text) if _LATIN.match(word)]
    if sum(map(len, words)) < least:
        return None
    ranked = _identifier().rank(" ".join(words))
    first = _TWINS.get(ranked[0][0], ranked[0][0])
    sure = ranked[0][1] + ranked[1][1] >= MIN_CHANCE
    return first if sure and (first == ENGLISH or dict(ranked)[ENGLISH] <= MAX_ENGLISH_CHANCE) else None


def _first_foreign(text: str) -> str:
    ranked: Iterator[str] = (_TWINS.get(lang, lang) for lang, _ in _identifier().rank(text))
    return next(lang for lang in ranked if lang != ENGLISH)


@cache
def _identifier() -> Any:
    """The loaded model. It is large for a text that needs none: half a second and 40 MB."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Nigerian Pidgin and its like, which have no two-letter code, are what lists of names are taken for.
    wanted = [label for label in identifier.labels if len(label) == 2 or label in _TWINS]
    identifier.set_languages(wanted)
    return identifier


def _filled(own: Sequence[str | None], most: str | None) -> list[str | None]:
    before = _carried(own)
    after = list(reversed(_carried(list(reversed(own)))))
    return (
        [
            lang or (left if left == right or right is None else right if left is None else most)
            for lang, left, right in zip(own, before, after, strict=True)
        ]
        if any(own)
        else [most] * len(own)
    )


def _carried(own: Sequence[str | None]) -> list[str | None]:
    """Of each place the language last told before it."""
    carried: list[str | None] = []
    for lang in own:
        carried.append(lang or (carried[-1] if carried else None))
    return carried


def _primary(declared: str | None) -> str | None:
    """The language of a tag such as "en-GB"."""
    tag = re.match(r"\s*([A-Za-z]{2,3})(?![A-Za-z])", declared or "")
    return tag[1].lower() if tag else None

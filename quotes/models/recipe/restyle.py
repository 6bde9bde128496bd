"""Rewrites the quotation marks of treebank paragraphs in other styles: the tokenizer should see them all.

The treebanks are mostly in straight marks; news is mostly in curly ones, British papers use single marks,
translated copy brings guillemets and low-high marks, and careless copy closes with an opening mark.
"""

from __future__ import annotations

import random
from dataclasses import replace

from quotes.models.recipe.treebank import Paragraph, Word

# (opening mark, closing mark, apostrophe), and how often each style is drawn.
STYLES: tuple[tuple[tuple[str, str, str], int], ...] = (
    (("\u201c", "\u201d", "\u2019"), 45),
    (("\u2018", "\u2019", "\u2019"), 15),
    (('"', '"', "'"), 15),
    (("'", "'", "'"), 8),
    (("\u00ab", "\u00bb", "\u2019"), 6),
    (("\u201e", "\u201c", "'"), 4),
    (("\u201d", "\u201d", "\u2019"), 4),
    (("\u201c", "\u201c", "\u2019"), 3),
)
_APOSTROPHES = ("'", "\u2019")


def has_marks(paragraph: Paragraph) -> bool:
    """Whether the paragraph holds a quotation mark or an apostrophe."""
    return any(word.quote or _apostrophe(word.text) for sentence in paragraph for word in sentence)


def restyle(paragraph: Paragraph, rng: random.Random) -> Paragraph:
    """Return the paragraph with its quotation marks and apostrophes in a style drawn by `rng`."""
    styles, weights = zip(*STYLES, strict=True)
    opening, closing, apostrophe = rng.choices(styles, weights)[0]
    return [[_restyle_word(w, opening, closing, apostrophe) for w in sentence] for sentence in paragraph]


def _restyle_word(word: Word, opening: str, closing: str, apostrophe: str) -> Word:
    if word.quote:
        return replace(word, text=opening if word.quote == "open" else closing)
    if _apostrophe(word.text):
        return replace(word, text=word.text.replace("'", apostrophe).replace("\u2019", apostrophe))
    return word


def _apostrophe(text: str) -> bool:
    return any(mark in text for mark in _APOSTROPHES)

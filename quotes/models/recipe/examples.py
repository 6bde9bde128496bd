"""What the joint model learns from: words, windows and the gold labels of each word."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quotes.models.network.joint import ENTITY_TYPES, ROLES, bio
from quotes.models.network.pieces import WINDOW, Window, Words, read_words, windows
from quotes.models.recipe.newswire import EntityParagraph
from quotes.statement import AttributionSpans

if TYPE_CHECKING:
    from tokenizers import Tokenizer

NO_LINK = -1
"""Marks a word that has no link to learn."""
NONE = -2
"""The link of a word whose attribution lacks that part."""

ROLE_LABELS = {label: index for index, label in enumerate(bio(ROLES))}
ENTITY_LABELS = {label: index for index, label in enumerate(bio(ENTITY_TYPES))}


@dataclass(frozen=True)
class Example:
    """A text and its gold: a label for each word, and for attributions the word that each links to."""

    words: Words
    labels: list[int]
    to_source: list[int] = field(default_factory=list)
    """Index of the first word of the source, `NO_LINK` or `NONE`; empty for entity examples."""
    to_cue: list[int] = field(default_factory=list)

    def windows(self, rng: random.Random) -> list[Window]:
        """The text's windows, cut at another place each time."""
        return list(windows(self.words, rng.randint(WINDOW // 4, WINDOW)))


def entity_example(paragraphs: list[EntityParagraph], tokenizer: Tokenizer) -> Example:
    """An article's paragraphs with their entities."""
    text = "\n\n".join(paragraph.text for paragraph in paragraphs)
    words = read_words(text, tokenizer)
    labels = [0] * len(words.spans)
    base = 0
    for paragraph in paragraphs:
        for start, end, kind in paragraph.entities:
            _label(labels, covered(words, base + start, base + end), kind, ENTITY_LABELS)
        base += len(paragraph.text) + 2
    return Example(words, labels)


def attribution_example(text: str, attributions: list[AttributionSpans], tokenizer: Tokenizer) -> Example:
    """An article with its attributions; of overlapping spans the first annotated one is kept."""
    words = read_words(text, tokenizer)
    count = len(words.spans)
    labels, to_source, to_cue = [0] * count, [NO_LINK] * count, [NO_LINK] * count
    for attribution in attributions:
        places = {role: [covered(words, *span) for span in getattr(attribution, role)] for role in ROLES}
        firsts = {role: min((p[0] for p in places[role] if p), default=NONE) for role in ROLES}
        for role in ROLES:
            for place in places[role]:
                _label(labels, place, role, ROLE_LABELS)
        for word in (word for role in ("cue", "content") for place in places[role] for word in place):
            to_source[word] = firsts["source"]
        for word in (word for place in places["content"] for word in place):
            to_cue[word] = firsts["cue"]
    return Example(words, labels, to_source, to_cue)


def covered(words: Words, start: int, end: int) -> range:
    """The words that overlap the characters from `start` to `end`."""
    from bisect import bisect_left, bisect_right

    first = bisect_right(words.spans, start, key=lambda span: span[1])
    last = bisect_left(words.spans, end, key=lambda span: span[0])
    return range(first, max(first, last))


def _label(labels: list[int], place: range, kind: str, index: dict[str, int]) -> None:
    if any(labels[word] for word in place):
        return
    for word in place:
        labels[word] = index[f"{'B' if word == place[0] else 'I'}-{kind}"]

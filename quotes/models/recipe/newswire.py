"""The worldwide newswire: entities in columns, put back on the articles' own text.

The columns were cut by another tokenizer (it splits a curly apostrophe from its letter) and hold paragraphs,
not sentences. A tagger should train on what it will be fed, so entities are carried over as character spans.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

LABELS = {
    "Person": "PERSON",
    "Organization": "ORG",
    "Location": "LOC",
    "Facility": "FAC",
    "NORP": "NORP",
    "Date": "DATE",
    "Money": "MONEY",
    "Product": "PRODUCT",
    "Misc": "MISC",
}

Span = tuple[int, int, str]


@dataclass(frozen=True)
class EntityParagraph:
    """A paragraph as printed and its entities as (start, end, label) in characters of it."""

    text: str
    entities: list[Span]


def split_of(article: str) -> str:
    """The part of an article, from its name alone: one in twenty is "dev", one "test", the others "train"."""
    bucket = int(hashlib.sha256(article.encode()).hexdigest(), 16) % 20
    return {0: "dev", 1: "test"}.get(bucket, "train")


def read_columns(columns: str) -> Iterator[list[tuple[str, str]]]:
    """Yield paragraphs of (token, outermost BIO tag); the first line of a file, its address, is left out."""
    for block in columns.split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line.strip()]
        pairs = [(row[0], row[1]) for row in rows if len(row) > 1]
        if pairs and not pairs[0][0].startswith("http"):
            yield pairs


def align(columns: str, article: str) -> list[EntityParagraph]:
    """Find each annotated paragraph in the article, letter for letter; damaged ones are left out."""
    printed = {"".join(line.split()): line.strip() for line in article.splitlines() if line.strip()}
    found: list[EntityParagraph] = []
    for pairs in read_columns(columns):
        text = printed.get("".join("".join(token.split()) for token, _ in pairs))
        if text is not None:
            found.append(EntityParagraph(text, list(_spans(pairs, text))))
    return found


def _spans(pairs: list[tuple[str, str]], text: str) -> Iterator[Span]:
    """Turn BIO tags into character spans of `text`, which holds the same letters."""
    places = [place for place, char in enumerate(text) if not char.isspace()]
    position = 0
    start, end, label = 0, 0, ""
    for token, tag in [*pairs, ("", "O")]:
        length = len("".join(token.split()))
        prefix, _, kind = tag.partition("-")
        if label and (prefix != "I" or kind != label):
            yield start, end, LABELS[label]
            label = ""
        if length and kind:
            if not label:
                start, label = places[position], kind
            end = places[position + length - 1] + 1
        position += length

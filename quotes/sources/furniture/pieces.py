"""Stretches of the repaired text and what each is on the page."""

import re
from dataclasses import dataclass

from quotes.document import BlockKind

TITLE_MAX = 220
"""Headlines and name lines are shorter, in characters."""

EVIDENCE_MAX = 120
"""Evidence is quoted up to so many characters."""

_PUNCTUATED = re.compile(r"[.!?…,;:][\"”’'»)\]]*\Z")
_SENTENCE_END = re.compile(r"[.!?…][\"”’'»)\]]*\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the repaired text; `reason` says why furniture was dropped."""

    kind: BlockKind
    start: int
    end: int
    reason: str | None = None


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does."""
    return _SENTENCE_END.search(text) is not None


def is_headline(text: str) -> bool:
    """Whether `text` has the shape of a headline or a link: one short line that ends without punctuation."""
    return len(text) <= TITLE_MAX and "\n" not in text and not _PUNCTUATED.search(text)


def quoted(words: str) -> str:
    """Words of the document as evidence, cut where they are long."""
    return words if len(words) <= EVIDENCE_MAX else words[: EVIDENCE_MAX - 1].rstrip() + "…"

"""Finds words again in a text that may have changed since. Pure: text and anchor in, span and score out."""

from dataclasses import dataclass

from quotes.people.decisions import Anchor
from quotes.statement import Span

NEAR = 2_000
"""Characters before and after the old place in which exact words are taken for the same ones."""
CONTEXT_MIN = 0.5
"""How much of the words around must agree where the same words stand at several places, or far away."""
ALIKE_WITHIN = 0.05
"""Places whose surroundings differ by less in how much they agree are told apart by how near they are."""
FAR_NEARER = 3
"""How many times as near the one must be."""
ALIKE_MIN = 0.85
"""How much of words that are nowhere letter for letter must agree (Indel similarity, 0 to 1)."""
ALIKE_MIN_LETTERS = 12
"""Shorter words are found letter for letter or not at all: too much is nearly like them."""
BLOCK_MIN = 4
"""Letters in a row that agree by more than chance."""
SEARCHED_MAX = 200_000
"""Characters of a text that are searched for words that changed, around the old place."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where an anchor's words stand now; `score`, 0 to 1, is how far they are the same words."""

    span: Span
    score: float


def place(text: str, anchor: Anchor) -> Found | None:
    """Where the words of `anchor` stand in `text`; None where that cannot be told.

    First at the old place, then letter for letter near it and anywhere, told apart by the words around them,
    then the passage most like them.
    """
    if text[anchor.start : anchor.end] == anchor.text:
        return Found((anchor.start, anchor.end), 1.0)
    if not anchor.text.strip():
        return None
    places = _places(text, anchor.text)
    if places:
        return _best(text, anchor, places)
    return _alike(text, anchor)


def _places(text: str, words: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _best(text: str, anchor: Anchor, places: list[int]) -> Found | None:
    """The place whose surroundings agree most; of such as agree alike one that is far nearer to the old place
    than the others."""
    length = len(anchor.text)
    agreed = {at: _agreement(text, anchor, (at, at + length)) for at in places}
    most = max(agreed.values())
    likely = sorted((abs(at - anchor.start), at) for at in places if agreed[at] > most - ALIKE_WITHIN)
    distance, at = likely[0]
    if len(likely) > 1 and likely[1][0] < FAR_NEARER * distance:
        return None
    alone = len(places) == 1 and (distance <= NEAR or length >= ALIKE_MIN_LETTERS)
    return Found((at, at + length), 1.0) if alone or most >= CONTEXT_MIN else None


def _agreement(text: str, anchor: Anchor, span: Span) -> float:
    """How much of the words before and after agrees, 0 to 1; of an anchor without any, all of it."""
    from rapidfuzz.distance import Indel  # not loaded where nothing has to be found again

    start, end = span
    shares = []
    if anchor.before:
        shares.append(
            Indel.normalized_similarity(anchor.before, text[max(0, start - len(anchor.before)) : start])
        )
    if anchor.after:
        shares.append(Indel.normalized_similarity(anchor.after, text[end : end + len(anchor.after)]))
    return sum(shares) / len(shares) if shares else 1.0


def _alike(text: str, anchor: Anchor) -> Found | None:
    """The passage most like the words, where it is like enough."""
    if len(anchor.text) < ALIKE_MIN_LETTERS:
        return None
    from rapidfuzz import fuzz
    from rapidfuzz.distance import Indel

    begin = max(0, min(anchor.start, len(text)) - SEARCHED_MAX // 2)
    part = text[begin : begin + SEARCHED_MAX]
    found = fuzz.partial_ratio_alignment(anchor.text, part)
    if found is None or len(part) * 2 < len(anchor.text):
        return None
    start, end = _edges(text, anchor.text, begin + found.dest_start, begin + found.dest_end)
    score = Indel.normalized_similarity(anchor.text, text[start:end])
    return Found((start, end), score) if score >= ALIKE_MIN else None


def _edges(text: str, words: str, start: int, end: int) -> Span:
    """The edges of the passage near `start` to `end` that `words` became, whole words of it."""
    from rapidfuzz.distance import LCSseq

    reach = len(words) // 5
    first = max(0, start - reach)
    blocks = LCSseq.editops(words, text[first : end + reach]).as_matching_blocks()
    solid = [block for block in blocks if block.size >= BLOCK_MIN]
    if solid:
        head, tail = solid[0], solid[-1]
        start = max(0, first + head.b - head.a)
        end = min(len(text), first + tail.b + len(words) - tail.a)
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    stripped = text[start:end].strip()
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return start, start + len(stripped)


def shared(one: str, other: str) -> float:
    """How much of the letters of two texts agrees (normalised Indel similarity, 0 to 1)."""
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one[:SEARCHED_MAX], other[:SEARCHED_MAX])

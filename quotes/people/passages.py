"""Words that a person typed, found in a text: where they stand, and else what comes nearest to them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal
from unicodedata import combining, normalize

from quotes.statement import Span

LONGEST = 2_000
"""Characters of typed words for which the nearest passage is looked for."""
NEAR_ENOUGH = 60.0
"""The likeness (0 to 100, `rapidfuzz.fuzz.partial_ratio`) from which a passage is worth showing."""
EDGE_WORDS = 3
"""Words on either side of an edge of such a passage among which its edge is looked for."""
REACH = 200_000
"""Characters of a text that are compared at a time: an alignment's cost grows with both lengths."""

_DOUBLE = frozenset('"“”„‟❝❞″＂«»「」')
_SINGLE = frozenset("‘’‚‛′´`‹›")
_DASHES = frozenset("‐‑‒–—―−")
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_RUNS = frozenset(" -")
"""After these a blank says nothing: “said — not now” is “said—not now”."""
_EDGES = " '"
_WORD = re.compile(r"\S+")

Part = tuple[Literal["same", "typed", "printed"], str]
"""Words that stand in both, that were typed only, or that are printed only."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without differences of typography: `words[i]` comes from the character at `places[i]`."""

    words: str
    places: list[int]

    def span(self, start: int, end: int) -> Span:
        """The place in the text of `words[start:end]`, which is not empty."""
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> Folded:
    """`text` without double marks, with one shape for single marks and dashes, single blanks, letters
    without composition."""
    words: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for piece in _shape(character):
            last = words[-1] if words else ""
            if (piece == " " and last in _RUNS) or (piece == last == "-"):
                continue
            if piece == "-" and last == " ":
                words[-1], places[-1] = piece, place
                continue
            words.append(piece)
            places.append(place)
    return Folded("".join(words), places)


@lru_cache(maxsize=4096)
def _shape(character: str) -> str:
    if character.isspace():
        return " "
    if character in _UNSEEN or character in _DOUBLE:
        return ""
    if character in _SINGLE:
        return "'"
    return "-" if character in _DASHES else normalize("NFKD", character)


def places(text: str, words: str) -> list[Span]:
    """Where `words` stand in `text` as whole words, typography and white space aside, in order.

    Quotation marks and blanks at the edges of `words` are not looked for.
    """
    wanted = fold(words).words.strip(_EDGES)
    if not any(map(str.isalnum, wanted)):
        return []
    return [*_standing(fold(text), wanted)]


def _standing(folded: Folded, wanted: str) -> Iterator[Span]:
    at = folded.words.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if not _cuts(folded, at) and not _cuts(folded, end):
            yield folded.span(at, end)
        at = folded.words.find(wanted, at + 1)


def _cuts(folded: Folded, at: int) -> bool:
    """Whether a word, or a letter, goes on over this place."""
    if not 0 < at < len(folded.words):
        return False
    left, right = folded.words[at - 1], folded.words[at]
    same_letter = folded.places[at - 1] == folded.places[at] or combining(right) != 0
    apart = folded.places[at] - folded.places[at - 1] > 1
    return same_letter or (left.isalnum() and right.isalnum() and not apart)


def nearest(text: str, words: str) -> Span | None:
    """The passage of `text`, in whole words, that is most like `words`; None where none is near enough."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    wanted = fold(words[:LONGEST]).words.strip(_EDGES)
    if not any(map(str.isalnum, wanted)):
        return None
    folded = fold(text)
    best: Span | None = None
    score = NEAR_ENOUGH
    step = REACH - len(wanted) if len(folded.words) > REACH else REACH
    for first in range(0, len(folded.words), step):
        found = partial_ratio_alignment(wanted, folded.words[first : first + REACH], score_cutoff=score)
        if found is not None and (best is None or found.score > score) and found.dest_start < found.dest_end:
            best, score = (first + found.dest_start, first + found.dest_end), found.score
    return None if best is None else _whole_words(text, wanted, folded.span(*best))


def _whole_words(text: str, wanted: str, span: Span) -> Span:
    """The words about `span` that are most like `wanted`: an alignment cuts words, and leaves some off."""
    from rapidfuzz.fuzz import ratio

    found = [match.span() for match in _WORD.finditer(text)]
    first = max(0, bisect_right(found, span[0], key=lambda word: word[0]) - 1)
    last = min(len(found) - 1, max(first, bisect_left(found, span[1], key=lambda word: word[1])))
    starts = range(max(0, first - EDGE_WORDS), min(len(found), first + EDGE_WORDS + 1))
    ends = range(max(0, last - EDGE_WORDS), min(len(found), last + EDGE_WORDS + 1))
    edges = [(found[start][0], found[end][1]) for start in starts for end in ends if start <= end]
    return max(edges, key=lambda edge: ratio(wanted, fold(text[slice(*edge)]).words.strip(_EDGES)))


def compared(typed: str, printed: str) -> list[Part]:
    """The words `typed` beside those `printed`, in order; what differs in typography alone is the same."""
    ours, theirs = typed.split(), printed.split()
    matcher = SequenceMatcher(None, [_bare(word) for word in ours], [_bare(word) for word in theirs], False)
    parts: list[Part] = []
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            parts.append(("same", " ".join(theirs[start:end])))
            continue
        if first < last:
            parts.append(("typed", " ".join(ours[first:last])))
        if start < end:
            parts.append(("printed", " ".join(theirs[start:end])))
    return parts


def _bare(word: str) -> str:
    bare = fold(word).words
    return bare.strip(_EDGES) or bare

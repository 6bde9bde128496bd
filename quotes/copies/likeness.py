"""Whether two texts are copies of each other, lightly edited or cut short."""

from collections.abc import Sequence

NEAR_MIN_WORDS = 40
"""Shorter texts are too often alike without being copies: notices, results, forecasts."""
SHORT_WORDS = 100
NEAR_MIN = 0.7
"""Of 1,064 news articles every pair of copies scores 0.76 or more, and no other pair more than 0.33."""
SHORT_NEAR_MIN = 0.85
"""What a text of fewer than `SHORT_WORDS` words must reach: in a series of notices little else differs."""
LENGTHS_MIN = 0.4
"""A text that is a smaller part of the other is one item of a digest, or quoted in it."""
RUN_WORDS = 5
"""A run of fewer words in common is chance: two unrelated articles share half of their single words."""
NEAR_MAX_WORDS = 10_000
"""Longer texts are compared by their keys alone: memory grows with the product of the lengths."""


def copied(one: Sequence[str], other: Sequence[str]) -> float | None:
    """The share of the shorter text that stands in the longer in the same order, word for word, 0 to 1;
    None where that does not make them copies. The order of the two does not matter."""
    shorter, longer = sorted((one, other), key=lambda words: (len(words), list(words)))
    if len(shorter) < max(NEAR_MIN_WORDS, LENGTHS_MIN * len(longer)) or len(longer) > NEAR_MAX_WORDS:
        return None
    from rapidfuzz.distance import LCSseq  # not loaded where nothing is added

    blocks = LCSseq.editops(shorter, longer).as_matching_blocks()
    share = sum(block.size for block in blocks if block.size >= RUN_WORDS) / len(shorter)
    return share if share >= (SHORT_NEAR_MIN if len(shorter) < SHORT_WORDS else NEAR_MIN) else None

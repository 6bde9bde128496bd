"""Which statements of a new parse are those on which people decided. Pure: places in, pairs of ids out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quotes.statement import Span

SHARED_MIN = 0.5
"""Of the shorter of two passages, how much must stand in the other for them to be cuts of the same words."""
LENGTHS_MIN = 0.25
"""A passage that is a smaller part of the other is another statement: a phrase quoted inside a long one."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A statement by its place: `spans` are where it was parsed, and where a person put it if elsewhere.

    `depth` counts the quotations around it. What a person rejected is to stay gone.
    """

    id: str
    spans: tuple[Span, ...]
    is_claim: bool
    depth: int = 0
    rejected: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """By the id of a new statement: `same` the one it is a new cut of (each has one at most), `covered` the
    one whose words it repeats beside that."""

    same: dict[str, str]
    covered: dict[str, str]


def aligned(known: Iterable[Stand], new: Sequence[Stand]) -> Alignment:
    """What of the `new` statements stands at the places of `known` ones: first the most alike."""
    known = list(known)
    ranked = sorted(
        (-share, old.id, other.id)
        for old in known
        for other in new
        if old.is_claim == other.is_claim and (share := alike(old, other)) > 0
    )
    same: dict[str, str] = {}
    taken: set[str] = set()
    for _, old_id, new_id in ranked:
        if old_id not in taken and new_id not in same:
            same[new_id] = old_id
            taken.add(old_id)
    left = [other for other in new if other.id not in same]
    return Alignment(same, covered(known, left))


def covered(known: Iterable[Stand], new: Iterable[Stand]) -> dict[str, str]:
    """The `new` statements whose words a `known` one has: a cut of rejected ones, or inside at its depth."""
    known = list(known)
    found: dict[str, str] = {}
    for other in new:
        for old in known:
            if old.is_claim == other.is_claim and other.id not in found and _covers(old, other):
                found[other.id] = old.id
    return found


def alike(old: Stand, new: Stand) -> float:
    """How much two are cuts of the same words: what they share of what both cover, 0 where too little."""
    return max((_share(one, other) for one in old.spans for other in new.spans), default=0.0)


def _share(one: Span, other: Span) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    lengths = sorted((one[1] - one[0], other[1] - other[0]))
    if common <= 0 or common < SHARED_MIN * lengths[0] or lengths[0] < LENGTHS_MIN * lengths[1]:
        return 0.0
    return common / (sum(lengths) - common)


def _covers(old: Stand, new: Stand) -> bool:
    if old.rejected:
        return alike(old, new) > 0
    inside = any(one[0] <= other[0] and other[1] <= one[1] for one in old.spans for other in new.spans)
    return inside and old.depth == new.depth

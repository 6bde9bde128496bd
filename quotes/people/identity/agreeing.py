"""Which of several links can be taken together. What is taken never depends on an order."""

from collections.abc import Callable, Iterable
from itertools import combinations

from quotes.people.identity.rulings import joining

Pair = tuple[str, str]


def agreed(links: Iterable[Pair], apart: Callable[[str, str], bool]) -> tuple[list[Pair], list[Pair]]:
    """The links that no other contradicts, and those that are in doubt.

    Who could be linked to two that are not one stays alone; so does everybody of a chain whose ends are
    not one.
    """
    links = sorted({(min(pair), max(pair)) for pair in links})
    near: dict[str, set[str]] = {}
    for a, b in links:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
    torn = {
        one
        for one, others in near.items()
        if len(others) > 1 and any(apart(a, b) for a, b in combinations(sorted(others), 2))
    }
    sure = [(a, b) for a, b in links if a not in torn and b not in torn]
    chains = joining(sure)
    members: dict[str, list[str]] = {}
    for one, first in chains.items():
        members.setdefault(first, []).append(one)
    broken = {
        first
        for first, chain in members.items()
        if len(chain) > 2 and any(apart(a, b) for a, b in combinations(sorted(chain), 2))
    }
    kept = [(a, b) for a, b in sure if chains[a] not in broken]
    return kept, sorted(set(links) - set(kept))

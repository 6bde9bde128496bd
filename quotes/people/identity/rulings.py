"""What people decided about members: who is the same, who is not."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Ruling:
    """That two members are the "same" speaker, or "different" ones; a later `number` wins over an earlier."""

    number: int
    kind: Literal["same", "different"]
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Settled:
    """The rulings that hold: the members joined by them, and the pairs that are kept apart."""

    joined: tuple[tuple[str, str], ...]
    apart: frozenset[tuple[str, str]]

    def keeps_apart(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether a member of one group is kept apart from one of the other."""
        if not self.apart:
            return False
        one, other = set(one), set(other)
        return any((a in one and b in other) or (b in one and a in other) for a, b in self.apart)


def settled(rulings: Iterable[Ruling]) -> Settled:
    """The rulings without the earlier ones that later ones contradict."""
    joined: list[tuple[str, str]] = []
    apart: set[tuple[str, str]] = set()
    for ruling in sorted(rulings, key=lambda each: -each.number):
        pair = (ruling.first, ruling.second)
        groups = joining([*joined, pair] if ruling.kind == "same" else joined)
        different = apart if ruling.kind == "same" else {*apart, pair}
        if any(groups.get(a, a) == groups.get(b, b) for a, b in different):
            continue
        joined, apart = ([*joined, pair] if ruling.kind == "same" else joined), different
    return Settled(tuple(joined), frozenset(apart))


def joining(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For whatever stands in a pair, the smallest of all it is joined to, directly or through others."""
    first: dict[str, str] = {}

    def found(one: str) -> str:
        while first.setdefault(one, one) != one:
            first[one] = first[first[one]]
            one = first[one]
        return one

    for a, b in pairs:
        low, high = sorted((found(a), found(b)))
        first[high] = low
    return {one: found(one) for one in list(first)}

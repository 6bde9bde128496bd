"""The groups while they are being formed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from quotes.people.identity.comparing import alike
from quotes.people.identity.nodes import Group, Node, contradicts
from quotes.people.identity.rulings import Settled, joining

SUPPORT_WEIGHT = 0.2
"""How much a step of what descriptions have in common adds to the strength of a suggestion."""


@dataclass(frozen=True, slots=True)
class Link:
    """Why two members, each with its group, came together."""

    first: str
    second: str
    words: str


@dataclass(frozen=True, slots=True)
class Unsure:
    """Two members whose speakers may be one: what speaks for it and against; `strength` 0 to 1."""

    first: str
    second: str
    evidence_for: tuple[str, ...]
    evidence_against: tuple[str, ...]
    strength: float


class State:
    """Groups by the id of one of their members; a node that does not count stays out of all comparisons.

    `known` are groups that are settled among themselves: only bare names are compared with them.
    """

    def __init__(self, nodes: Iterable[Node], held: Settled, known: Iterable[Collection[str]] = ()) -> None:
        self.nodes = {each.id: each for each in nodes}
        self.held = held
        self.of = {each: each for each in self.nodes}
        self.groups = {each.id: Group.of([each]) for each in self.nodes.values()}
        self.keys = {each.id: each.keys() for each in self.nodes.values()}
        self.links: list[Link] = []
        self.unsure: list[Unsure] = []
        ruled = {each for pair in (*held.joined, *held.apart) for each in pair}
        settled_groups = [sorted(group) for group in known]
        self.known = {each for group in settled_groups for each in group}
        idle = {each.id for each in self.nodes.values() if not each.counts}
        self.idle = idle - ruled - self.known
        for group in settled_groups:
            for each in group[1:]:
                self._merge(self.of[group[0]], self.of[each])

    def compared(self) -> list[str]:
        """The groups that are compared with each other, by their ids."""
        return [root for root in self.all() if root not in self.known]

    def all(self) -> list[str]:
        """These and those that are settled."""
        return sorted(root for root in self.groups if root not in self.idle)

    def join(self, pairs: Iterable[tuple[str, str]], words: str) -> None:
        """Make one group of the groups of each pair of members."""
        for first, second in pairs:
            a, b = sorted((self.of[first], self.of[second]))
            if a == b:
                continue
            self.links.append(Link(first, second, words))
            self._merge(a, b)

    def apart(self, one: str, other: str, *, one_document: bool = False) -> bool:
        """Whether two groups cannot be one speaker; `one_document` has a document tell its speakers apart."""
        first, second = self.groups[one], self.groups[other]
        if self.held.keeps_apart(first.ids, second.ids) or contradicts(first, second):
            return True
        if one_document and first.documents & second.documents:
            return True
        return first.kind != second.kind or _names_differ(first, second)

    def doubt(
        self, one: str, other: str, evidence: Iterable[str], against: Iterable[str], strength: float
    ) -> None:
        """Note that two groups may be one; not where people decided that they are not."""
        first, second = self.groups[one], self.groups[other]
        if not self.held.keeps_apart(first.ids, second.ids):
            pair = sorted((min(first.ids), min(second.ids)))
            found = tuple(filter(None, evidence)), tuple(filter(None, against))
            self.unsure.append(Unsure(pair[0], pair[1], *found, round(min(strength, 1.0), 2)))

    def _merge(self, a: str, b: str) -> None:
        if a == b:
            return
        one, other = self.groups[a], self.groups.pop(b)
        mixed = one.is_mixed or other.is_mixed or _names_differ(one, other)
        for name in ("ids", "names", "aliases", "bodies", "short", "descriptions", "sexes", "documents"):
            getattr(one, name).update(getattr(other, name))
        one.kind, one.is_mixed = one.kind or other.kind, mixed
        for each in other.ids:
            self.of[each] = a


def groups_of(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """What stands in `pairs`, in sets that are joined directly or through others."""
    found: dict[str, list[str]] = {}
    for one, first in joining(pairs).items():
        found.setdefault(first, []).append(one)
    return [sorted(group) for _, group in sorted(found.items())]


def _names_differ(one: Group, other: Group) -> bool:
    """Whether the names are of two speakers; of a group that people joined out of several, all must be."""
    if one.bodies and other.bodies:
        return one.bodies.isdisjoint(other.bodies)
    pairs = [(mine, theirs) for mine in one.full for theirs in other.full]
    differ = [alike(*pair) is None for pair in pairs]
    if not differ:
        return False
    return all(differ) if one.is_mixed or other.is_mixed else any(differ)

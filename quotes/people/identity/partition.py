"""Which members are one speaker: a function of the members and the rulings, never of an order.

Full names are settled first: equal ones, then usual transliterations, then variants (initials, middle names,
short forms, the other order) that a description supports. Bare family names come after and change nothing of
that: each goes to the one person it fits best, if a description supports it and nobody else fits as well.
What is left is offered as unsure.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from quotes.people.identity import abbreviated, bare, equal, variants
from quotes.people.identity.comparing import Likeness
from quotes.people.identity.nodes import Node
from quotes.people.identity.rulings import Ruling, settled
from quotes.people.identity.state import Link, State, Unsure


@dataclass(frozen=True, slots=True)
class Partition:
    """The speakers as sets of members' ids, how members came together, and pairs that may be one."""

    speakers: tuple[frozenset[str], ...]
    links: tuple[Link, ...]
    unsure: tuple[Unsure, ...]


def partition(
    nodes: Iterable[Node], rulings: Iterable[Ruling], known: Iterable[Collection[str]] = ()
) -> Partition:
    """Who is who among `nodes`, which must be all that share keys with one another (`keys`).

    `known` are the ids of nodes that are settled already, group by group: those who may be meant by a bare
    name.
    """
    nodes = sorted(nodes, key=lambda each: each.id)
    present = {each.id for each in nodes}
    held = settled(each for each in rulings if {each.first, each.second} <= present)
    state = State(nodes, held, known)
    state.join(((a, b) for a, b in held.joined), "a person said so")
    equal.join_equal(state)
    for likeness in (Likeness.SPELLED, Likeness.VARIANT, Likeness.ORDER, Likeness.GENERATION):
        variants.join_alike(state, likeness)
    abbreviated.join_abbreviated(state)
    bare.join_bare(state)
    equal.join_idle(state)
    groups = sorted(state.groups.values(), key=lambda each: min(each.ids))
    unsure = [each for each in state.unsure if state.of[each.first] != state.of[each.second]]
    return Partition(tuple(frozenset(each.ids) for each in groups), tuple(state.links), tuple(unsure))

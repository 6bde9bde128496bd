"""Members as documents describe them, and who of them is one speaker."""

from collections.abc import Iterable
from itertools import count

from quotes.people.identity.nodes import Described, Node, node
from quotes.people.identity.partition import Partition, partition
from quotes.people.identity.rulings import Ruling
from quotes.statement import SpeakerType

_NUMBERS = count()


def member(
    form: str,
    *roles: str,
    type: SpeakerType | None = "person",
    document: str | None = None,
    mentions: Iterable[str] = (),
    aliases: Iterable[str] = (),
    id: str | None = None,
    counts: bool = True,
) -> Node:
    """A member called `form`, described by `roles`, in a document of its own unless told otherwise."""
    number = next(_NUMBERS)
    identifier = id or f"s{number:06d}"
    return node(
        Described(
            identifier,
            frozenset({document or f"d{number}"}),
            type,
            (form,),
            tuple(mentions),
            tuple(roles),
            tuple(aliases),
            counts=counts,
        )
    )


def speakers(*nodes: Node, rulings: Iterable[Ruling] = ()) -> list[set[int]]:
    """Which of `nodes`, by number, are one speaker; those that are alone are left out."""
    numbers = {each.id: number for number, each in enumerate(nodes)}
    found = partition(nodes, rulings).speakers
    groups = [{numbers[each] for each in group} for group in found if len(group) > 1]
    return sorted(groups, key=min)


def are_one(*nodes: Node) -> bool:
    """Whether all of `nodes` are one speaker."""
    return speakers(*nodes) == [set(range(len(nodes)))]


def parted(*nodes: Node, rulings: Iterable[Ruling] = ()) -> Partition:
    """All that is decided of `nodes`."""
    return partition(nodes, rulings)

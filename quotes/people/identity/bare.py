"""Family names alone, and single names: linked only to whom a description fits and nobody else as well."""

from quotes.people.identity import describing, keys, naming
from quotes.people.identity.agreeing import agreed
from quotes.people.identity.comparing import same_family
from quotes.people.identity.nodes import Group, contradicts, support
from quotes.people.identity.state import SUPPORT_WEIGHT, State

OFFERED_MAX = 3
"""Persons that are offered for one family name."""
STRENGTH = 0.2


def join_bare(state: State) -> None:
    """Join each bare name to the one full name that fits it; then bare names that are described as one."""
    people = [root for root in state.all() if state.groups[root].kind == "person"]
    full = _by_family([root for root in people if state.groups[root].is_full], state, keys.FAMILY)
    alone = [root for root in people if not state.groups[root].is_full]
    found = {root: _best(state, root, full) for root in alone}
    for root, (chosen, words, _) in found.items():
        if chosen:
            state.join([(chosen, root)], words)
    _join_alone(state, [root for root, (chosen, _, torn) in found.items() if not chosen and not torn])


def _by_family(roots: list[str], state: State, kind: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for root in roots:
        for key in _keys(state, root, kind):
            found.setdefault(key, []).append(root)
    return found


def _keys(state: State, root: str, kind: str) -> set[str]:
    """The family names of a group, as keys have them."""
    has = {key for each in state.groups[root].ids for key in state.keys[each]}
    return {name for key in has if (name := keys.family(key, kind)) is not None}


def _best(state: State, root: str, full: dict[str, list[str]]) -> tuple[str | None, str, bool]:
    """The person whom a bare name means, by which words; whether several fit as well."""
    group = state.groups[root]
    near = sorted({other for key in _keys(state, root, keys.BARE) for other in full.get(key, ())})
    fitting = [(_fit(group, state.groups[other]), other) for other in near if _may_be(state, root, other)]
    best = max((fit for (fit, _), _ in fitting), default=0)
    first = [(words, other) for (fit, words), other in fitting if fit == best]
    if best >= describing.SPECIFIC and len(first) == 1:
        words, other = first[0]
        return other, f"same family name and {words}", False
    if best == describing.OFFICE and len(first) == 1 and _stands_out(state, first[0][1], near, group):
        return first[0][1], f"same family name, of one who is so described, and {first[0][0]}", False
    fitting.sort(key=lambda each: (-each[0][0], each[1]))
    for (fit, words), other in fitting[:OFFERED_MAX]:
        rivals = f"{len(near) - 1} others bear the name" if len(near) > 1 else ""
        against = rivals or "the full name is not in this document"
        strength = (STRENGTH + SUPPORT_WEIGHT * fit) / (1 if len(fitting) == 1 else 2)
        state.doubt(root, other, ["same family name", words], [against], strength)
    return None, "", best >= describing.SPECIFIC


def _stands_out(state: State, chosen: str, near: list[str], group: Group) -> bool:
    """Whether few bear the family name, and what is told of all others who do is something else."""
    if any(naming.is_common(name.core) for name in group.names):
        return False
    return all(state.groups[other].descriptions for other in near if other != chosen)


def _may_be(state: State, root: str, other: str) -> bool:
    """Whether nothing is against it; a document that has both names tells their bearers apart."""
    one, person = state.groups[root], state.groups[other]
    if (
        state.held.keeps_apart(one.ids, person.ids)
        or contradicts(one, person)
        or one.documents & person.documents
    ):
        return False
    return any(same_family(name, theirs) for name in one.names for theirs in (*person.full, *person.aliases))


def _fit(one: Group, person: Group) -> tuple[int, str]:
    """How well a bare name fits: a name that people listed for somebody counts as a description."""
    shared, words = support(one, person)
    listed = {name.joined for name in one.names} & {name.joined for name in person.aliases}
    if listed and shared < describing.SPECIFIC:
        return describing.SPECIFIC, "listed as an alias"
    return shared, words


def _join_alone(state: State, left: list[str]) -> None:
    """Join bare names that hold the same office of the same country or body.

    Of most nothing is told: these are not compared, in a large library all with all.
    """
    described = [root for root in left if state.groups[root].told()]
    named = _by_family(described, state, keys.BARE)
    links = {
        (a, b)
        for roots in named.values()
        for a in roots
        for b in roots
        if a < b and _are_one(state.groups[a], state.groups[b])
    }
    sure, _ = agreed(links, lambda a, b: state.apart(a, b, one_document=True))
    for a, b in sure:
        words = support(state.groups[state.of[a]], state.groups[state.of[b]])[1]
        state.join([(a, b)], f"same family name and {words}")


def _are_one(one: Group, other: Group) -> bool:
    if not any(same_family(mine, theirs) for mine in one.names for theirs in other.names):
        return False
    return support(one, other)[0] == describing.SAME and not (one.documents & other.documents)

"""Full names that are alike and not equal: spellings, initials, middle names, short forms."""

from quotes.people.identity import keys
from quotes.people.identity.agreeing import Pair, agreed
from quotes.people.identity.comparing import Alike, Likeness, alike, needed
from quotes.people.identity.nodes import Group, contradicts, support
from quotes.people.identity.state import SUPPORT_WEIGHT, State

STRENGTH = 0.4
"""Of a suggestion that rests on names alike and nothing else."""


def join_alike(state: State, likeness: Likeness) -> None:
    """Join persons whose names are so alike, where descriptions support it as much as that needs."""
    found = {pair: each for pair, each in _alike(state).items() if each.likeness == likeness}
    supported: dict[Pair, str] = {}
    for (a, b), each in found.items():
        shared, words = support(state.groups[a], state.groups[b])
        if shared >= _needed(state.groups[a], state.groups[b], likeness):
            supported[a, b] = f"{each.words}; {words}" if words else each.words
    one_document = likeness > Likeness.SPELLED

    def apart(a: str, b: str) -> bool:
        return state.apart(a, b, one_document=one_document)

    sure, _ = agreed((pair for pair in supported if not apart(*pair)), apart)
    for pair in sorted(set(found) - set(sure)):
        _offer(state, pair, found[pair])
    for pair in sure:
        state.join([pair], supported[pair])


def _needed(one: Group, other: Group, likeness: Likeness) -> int:
    """What the groups must have in common: of family names that many bear more."""
    return max(needed(mine, theirs, likeness) for mine in one.full for theirs in other.full)


def _offer(state: State, pair: Pair, found: Alike) -> None:
    one, other = state.groups[pair[0]], state.groups[pair[1]]
    shared, words = support(one, other)
    against = [
        "what is told of them is of two" if contradicts(one, other) else "",
        "one document has both names" if one.documents & other.documents else "",
    ]
    strength = STRENGTH / (1 + found.likeness) + SUPPORT_WEIGHT * shared
    state.doubt(*pair, [found.words, words], against, strength / (2 if any(against) else 1))


def _alike(state: State) -> dict[Pair, Alike]:
    """The pairs of groups of persons whose names are alike and not equal."""
    near: dict[str, set[str]] = {}
    for root in state.compared():
        for key in {key for each in state.groups[root].ids for key in state.keys[each]}:
            if key.startswith(f"{keys.FULL}:"):
                near.setdefault(key, set()).add(root)
    pairs = {(a, b) for roots in near.values() for a in roots for b in roots if a < b}
    found = {pair: _most_alike(state.groups[pair[0]], state.groups[pair[1]]) for pair in sorted(pairs)}
    return {pair: each for pair, each in found.items() if each is not None}


def _most_alike(one: Group, other: Group) -> Alike | None:
    pairs = [alike(mine, theirs) for mine in one.full for theirs in other.full]
    return min(filter(None, pairs), key=lambda each: (each.likeness, each.words), default=None)

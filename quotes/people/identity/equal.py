"""Members of equal names: one speaker, unless what is told of them is of two."""

from quotes.people.identity import describing, naming
from quotes.people.identity.agreeing import agreed
from quotes.people.identity.describing import nation_stem
from quotes.people.identity.nodes import Group, contradicts, support
from quotes.people.identity.state import SUPPORT_WEIGHT, State, groups_of

SAME_NAME = "same full name"
SUPPORTS = "same full name and {}"
DOMINANT = 4
"""So many times as many descriptions as any namesake, and one of whom nothing is told is taken for that
one."""
STRENGTH = 0.5
OFFERED_MAX = 20
"""Namesakes that are offered as one with each other, those first of whom something is told."""


def join_equal(state: State) -> None:
    """Join groups of equal full names; where these name two, each member by what its document tells."""
    named: dict[str, list[str]] = {}
    for root in state.compared():
        for name in _names(state.groups[root]):
            named.setdefault(name, []).append(root)
    pairs = [(roots[0], root) for roots in named.values() for root in roots]
    for roots in groups_of(pairs):
        if len(roots) > 1:
            ruled = any({*pair} <= _ids(state, roots) for pair in state.held.apart)
            if ruled or _are_several([state.groups[root] for root in roots]):
                _part(state, roots, ruled=ruled)
            else:
                state.join(((roots[0], root) for root in roots[1:]), _words(state, roots[0]))


def join_idle(state: State) -> None:
    """Let the id of a name that no statement carries any more answer for the one speaker of that name."""
    named: dict[str, set[str]] = {}
    for root in state.compared():
        for name in _names(state.groups[root]):
            named.setdefault(name, set()).add(root)
    for root in sorted(state.idle & set(state.groups)):
        found = {other for name in _names(state.groups[root]) for other in named.get(name, ())}
        if len(found) == 1:
            state.join([(found.pop(), root)], SAME_NAME)


def _names(group: Group) -> set[str]:
    """What another group must have one of to be of equal name."""
    persons = {f"{group.kind} {name.joined}" for name in group.full}
    short = group.short if not group.bodies else set()
    return persons | {f"{group.kind} {name}" for name in (*group.bodies, *(f"({each})" for each in short))}


def _ids(state: State, roots: list[str]) -> set[str]:
    return {each for root in roots for each in state.groups[root].ids}


def _words(state: State, root: str) -> str:
    return "same name" if state.groups[root].kind == "body" else SAME_NAME


def _are_several(groups: list[Group]) -> bool:
    """Whether what is told of groups of one name is of several speakers.

    That is of both sexes, of fields that hardly anybody changes between, or offices of several countries.
    """
    if len({sex for group in groups for sex in group.sexes}) > 1:
        return True
    vocations = [{field for each in group.descriptions for field in each.vocations} for group in groups]
    if _fall_apart(vocations) or _fall_apart([_marks(group) for group in groups]):
        return True
    return _are_common(groups) and (_fall_apart(list(map(_told, groups))) or _say_little(groups))


def _are_common(groups: list[Group]) -> bool:
    """Whether the name is one that many bear: a common family name, and no middle name that tells more."""
    names = {name for group in groups for name in group.full}
    return bool(names) and all(naming.tells_little(name.given, name.core) for name in names)


def _say_little(groups: list[Group]) -> bool:
    """Whether so many bear the full name that nobody of whom nothing is told is one with another."""
    names = {name for group in groups for name in group.full}
    told = all(group.descriptions for group in groups)
    return not told and all(naming.many_bear(name.given, name.core) for name in names)


def _told(group: Group) -> set[str]:
    """What is told of a group, in words; of offices in politics, that they are."""
    found = {word for each in group.descriptions for word in (*each.words, *each.nations, *each.names)}
    return found | {"politics" for each in group.descriptions if each.is_political}


def _shared(one: Group, other: Group) -> int:
    """How much descriptions of equal names have in common: careers in politics count."""
    found = support(one, other)[0]
    political = all(any(each.is_political for each in group.descriptions) for group in (one, other))
    return max(found, describing.SOME if political else 0)


def _fall_apart(marks: list[set[str]]) -> bool:
    """Whether there are marks that nobody joins, directly or through others."""
    pairs = [(min(found), mark) for found in marks if found for mark in found]
    return len(groups_of(pairs)) > 1


def _marks(group: Group) -> set[str]:
    """The countries of a group's offices and the names told beside them; none where no country is told."""
    nations = {nation for each in group.descriptions if each.offices for nation in each.nations}
    names = {nation_stem(name) for each in group.descriptions for name in each.names}
    return {*nations, *names} if nations else set()


def _part(state: State, roots: list[str], *, ruled: bool) -> None:
    """Join of these groups those whose descriptions have most in common, and leave alone what fits two."""

    def apart(one: str, other: str) -> bool:
        first, second = state.groups[one], state.groups[other]
        return state.held.keeps_apart(first.ids, second.ids) or contradicts(first, second)

    for needed in (describing.SAME, describing.SPECIFIC, describing.OFFICE, describing.SOME):
        left = sorted({state.of[root] for root in roots if state.groups[state.of[root]].descriptions})
        links, _ = agreed(
            (
                (a, b)
                for at, a in enumerate(left)
                for b in left[at + 1 :]
                if not apart(a, b) and _shared(state.groups[a], state.groups[b]) >= needed
            ),
            apart,
        )
        for a, b in links:
            words = support(state.groups[state.of[a]], state.groups[state.of[b]])[1]
            state.join([(a, b)], SUPPORTS.format(words or "offices in politics"))
    if not ruled:
        _to_the_best_known(state, roots)
    left = sorted({state.of[root] for root in roots}, key=lambda r: (not state.groups[r].descriptions, r))
    _offer(state, sorted(left[:OFFERED_MAX]))


def _to_the_best_known(state: State, roots: list[str]) -> None:
    """Join groups of whom nothing is told to the namesake of whom by far most is told."""
    left = {state.of[root]: state.groups[state.of[root]] for root in roots}
    told = sorted(
        (root for root in left if left[root].descriptions), key=lambda r: -len(left[r].descriptions)
    )
    sizes = [len(left[root].descriptions) for root in told]
    if sizes and sizes[0] >= DOMINANT * max(sizes[1:], default=1):
        unknown = [root for root in left if not (left[root].descriptions or left[root].sexes)]
        state.join(((told[0], root) for root in unknown), SAME_NAME)


def _offer(state: State, left: list[str]) -> None:
    for at, one in enumerate(left):
        for other in left[at + 1 :]:
            first, second = state.groups[one], state.groups[other]
            shared, words = support(first, second)
            against = (
                "what is told of them is of two" if contradicts(first, second) else "others bear the name"
            )
            strength = STRENGTH + SUPPORT_WEIGHT * shared
            state.doubt(one, other, [SAME_NAME, words], [against], strength / (2 if "two" in against else 1))

"""How alike two persons' names are, and what else it takes to take them for one name."""

from dataclasses import dataclass
from enum import IntEnum

from quotes.people.identity import describing, naming, spelling
from quotes.people.identity.persons import PersonName

SHORTEST = 2
"""Words that the shorter of two names must have, where it is the other one's beginning."""


class Likeness(IntEnum):
    """From the same name to names that are one only where much speaks for it."""

    SAME = 0
    SPELLED = 1
    VARIANT = 2
    ORDER = 3
    GENERATION = 4


NEEDED = {
    Likeness.SAME: 0,
    Likeness.SPELLED: 0,
    Likeness.VARIANT: describing.SOME,
    Likeness.ORDER: describing.OFFICE,
    Likeness.GENERATION: describing.SAME,
}
"""What descriptions must have in common beside such a likeness."""
NEEDED_OF_COMMON = {**NEEDED, Likeness.VARIANT: describing.OFFICE, Likeness.ORDER: describing.SPECIFIC}
"""The same for family names that many bear."""


@dataclass(frozen=True, slots=True)
class Alike:
    """How alike two names are, in words ("a transliteration")."""

    likeness: Likeness
    words: str


def alike(one: PersonName, other: PersonName) -> Alike | None:
    """How alike two full names are; None where they are names of two persons."""
    if one.joined == other.joined:
        return Alike(Likeness.SAME, "same full name")
    if one.generation and other.generation and one.generation != other.generation:
        return None
    found = _beginning(one, other) or _by_parts(one, other) or _turned(one, other)
    if found is not None and one.generation != other.generation:
        return Alike(Likeness.GENERATION, f"{one.generation or other.generation} in one alone")
    return found


def same_family(one: PersonName, other: PersonName) -> bool:
    """Whether two family names are one, usual transliterations aside."""
    return _families(one, other) in (Likeness.SAME, Likeness.SPELLED)


def _by_parts(one: PersonName, other: PersonName) -> Alike | None:
    families = _families(one, other)
    if families is None:
        return None
    given = _given(one, other)
    if given is None:
        return None
    likeness, words = given
    if families > likeness:
        return Alike(families, _SPELLINGS[families])
    return Alike(likeness, words)


_SPELLINGS = {
    Likeness.SAME: "same full name",
    Likeness.SPELLED: "a usual transliteration",
    Likeness.VARIANT: "perhaps another spelling",
}


def needed(one: PersonName, other: PersonName, likeness: Likeness) -> int:
    """What descriptions must have in common for two names so alike to be one speaker's."""
    common = naming.is_common(one.core) or naming.is_common(other.core)
    return (NEEDED_OF_COMMON if common else NEEDED)[likeness]


def _turned(one: PersonName, other: PersonName) -> Alike | None:
    """Whether the same two words are told in the other order; not of given names, which are two persons'."""
    is_turned = len(one.given) == 1 and (one.given, one.family) == (other.family, other.given)
    if not is_turned or all(naming.is_given(word) for word in one.words):
        return None
    return Alike(Likeness.ORDER, "the same names in another order")


def _families(one: PersonName, other: PersonName) -> Likeness | None:
    first, second = "".join(one.family), "".join(other.family)
    if first == second:
        return Likeness.SAME
    if len(one.family) != len(other.family) or one.family[:-1] != other.family[:-1]:
        return None
    return _alike_spelled(one.spelled(one.core), other.spelled(other.core))


def _given(one: PersonName, other: PersonName) -> tuple[Likeness, str] | None:
    """How alike the given names are."""
    if "".join(one.given) == "".join(other.given):
        return Likeness.SAME, "same full name"
    first = _first(one.spelled(one.given[0]), other.spelled(other.given[0]))
    if first is None:
        return None
    middle = _middle(_spelled(one), _spelled(other))
    if middle is None:
        return None
    return max(first, middle, key=lambda found: found[0])


def _spelled(name: PersonName) -> list[set[str]]:
    return [name.spelled(word) for word in name.given[1:]]


def _first(one: set[str], other: set[str]) -> tuple[Likeness, str] | None:
    """How alike two given names are, each in all its forms."""
    spelled = _alike_spelled(one, other)
    if spelled is not None:
        return spelled, _SPELLINGS[spelled]
    short = min(min(map(len, one)), min(map(len, other)))
    if short == 1 and {word[0] for word in one} & {word[0] for word in other}:
        return Likeness.VARIANT, "an initial for the given name"
    if any(spelling.may_be_called(word, theirs) for word in one for theirs in other):
        return Likeness.VARIANT, "a usual short form of the given name"
    return None


def _middle(one: list[set[str]], other: list[set[str]]) -> tuple[Likeness, str] | None:
    """Of middle names, the shorter row must fit into the longer, in order."""
    shorter, longer = sorted((one, other), key=len)
    worst = Likeness.SAME if len(shorter) == len(longer) else Likeness.VARIANT
    left = iter(longer)
    for word in shorter:
        found = next((found for theirs in left if (found := _first(word, theirs))), None)
        if found is None:
            return None
        worst = max(worst, found[0])
    return worst, "a middle name in one alone" if len(shorter) < len(longer) else _SPELLINGS[worst]


def _alike_spelled(one: set[str], other: set[str]) -> Likeness | None:
    """How alike two words are, each in all its forms."""
    if one & other:
        return Likeness.SAME if len(one) == len(other) == 1 else Likeness.SPELLED
    pairs = [(word, theirs) for word in one for theirs in other]
    if any(spelling.is_spelling_of(*pair) for pair in pairs):
        return Likeness.SPELLED
    if any(min(map(len, pair)) > 1 and spelling.may_be_spelling_of(*pair) for pair in pairs):
        return Likeness.VARIANT
    return None


def _beginning(one: PersonName, other: PersonName) -> Alike | None:
    """Whether the shorter name is the beginning of the longer ("Gabriel García", "Gabriel García
    Márquez")."""
    shorter, longer = sorted((one.words, other.words), key=len)
    if len(longer) > len(shorter) >= SHORTEST and longer[: len(shorter)] == shorter:
        return Alike(Likeness.VARIANT, "a further name in one alone")
    return None

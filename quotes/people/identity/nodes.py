"""What is compared: a member with what its document tells of it, and groups of such."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, Self

from quotes.people.identity import keys
from quotes.people.identity.bodies import BodyName, body_name
from quotes.people.identity.describing import (
    DESCRIPTIONS_MAX,
    Description,
    contradict,
    description,
    in_common,
    sexes,
)
from quotes.people.identity.persons import PersonName, is_east_asian, person_name
from quotes.people.names import LONGEST_NAME, name_words
from quotes.statement import SpeakerType

Kind = Literal["person", "body"]


@dataclass(frozen=True, slots=True)
class Node:
    """A member as it is compared, in its document (those of others of which the same is told besides).
    `names` are a person's, `body` is a country's or an organization's name.

    `aliases` are those of the names that people gave it.
    Neither where nothing can be compared. It `counts` where a statement (or the list of people) names it:
    one that does not is nobody's rival.
    """

    id: str
    documents: frozenset[str]
    kind: Kind | None
    names: tuple[PersonName, ...] = ()
    aliases: frozenset[PersonName] = frozenset()
    body: BodyName = field(default_factory=BodyName)
    descriptions: frozenset[Description] = frozenset()
    sexes: frozenset[str] = frozenset()
    counts: bool = True

    @property
    def is_full(self) -> bool:
        """Whether it has a name that names one alone, as a rule: a person's full name, or a body's name."""
        return any(name.is_full for name in self.names) or bool(self.body.names or self.body.short)

    def keys(self) -> set[str]:
        """The keys by which it is found."""
        found = [keys.of_person(name) for name in self.names]
        return set().union(*found, keys.of_body(self.body.names | self.body.short))


@dataclass(frozen=True, slots=True)
class Described:
    """What is known of a member: `aliases` are further names that people gave it; `roles` describe it."""

    id: str
    documents: frozenset[str]
    type: SpeakerType | None
    forms: tuple[str, ...]
    mentions: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    counts: bool = True
    is_joint: bool = False


def node(member: Described) -> Node:
    """The member as it is compared; a joint source has no name of its own."""
    if member.is_joint or member.type in (None, "unnamed") or not member.forms:
        return Node(member.id, member.documents, None, counts=member.counts)
    if member.type == "person" or (member.type == "organization" and all(map(is_east_asian, member.forms))):
        return _person(member)
    body = body_name((*member.forms, *member.aliases), member.mentions, member.roles, member.type)
    kind: Kind | None = "body" if body.names or body.short else None
    return Node(member.id, member.documents, kind, body=body, counts=member.counts)


def _person(member: Described) -> Node:
    own = [name for name in map(person_name, member.forms) if name is not None]
    best = max(own, key=lambda name: (len(name.words), name.joined), default=None)
    further = [name for name in map(person_name, member.aliases) if name is not None]
    names = tuple(dict.fromkeys(filter(None, (best, *further))))
    spoken = (*member.forms, *member.mentions)
    words = {word for name in names for word in name.words}
    described = {
        description(text) for text in (*member.roles, *(_beside(form, words) for form in spoken)) if text
    }
    return Node(
        member.id,
        member.documents,
        "person" if names else None,
        names,
        frozenset(further),
        descriptions=frozenset(each for each in described if not each.is_empty()),
        sexes=sexes(spoken),
        counts=member.counts,
    )


def _beside(form: str, words: set[str]) -> str:
    """What a form of a name says beside the name ("Foreign Minister")."""
    parts = form[:LONGEST_NAME].split()
    kept = [part for part in parts if "".join(name_words(part)) not in words]
    return " ".join(kept) if len(kept) < len(parts) else ""


@dataclass(slots=True)
class Group:
    """Members taken for one speaker; fields as of a node. `is_mixed` where people joined names that are
    not alike."""

    ids: set[str]
    kind: Kind | None
    names: set[PersonName]
    aliases: set[PersonName]
    bodies: set[str]
    short: set[str]
    descriptions: set[Description]
    sexes: set[str]
    documents: set[str]
    is_mixed: bool = False

    @classmethod
    def of(cls, nodes: Iterable[Node]) -> Self:
        """The group of some members."""
        nodes = list(nodes)
        return cls(
            {each.id for each in nodes},
            next((each.kind for each in nodes if each.kind), None),
            {name for each in nodes for name in each.names},
            {name for each in nodes for name in each.aliases},
            {name for each in nodes for name in each.body.names},
            {name for each in nodes for name in each.body.short},
            {one for each in nodes for one in each.descriptions},
            {sex for each in nodes for sex in each.sexes},
            {document for each in nodes for document in each.documents},
        )

    @property
    def full(self) -> list[PersonName]:
        """The full names."""
        return [name for name in self.names if name.is_full]

    @property
    def is_full(self) -> bool:
        """Whether a full name, or a body's name, is among its names."""
        return bool(self.full or self.bodies or self.short)

    def told(self) -> list[Description]:
        """The descriptions that are compared, the shortest first."""
        ordered = sorted(self.descriptions, key=lambda each: (len(each.text), each.text))
        return ordered[:DESCRIPTIONS_MAX]


def support(one: Group, other: Group) -> tuple[int, str]:
    """How much the descriptions of two groups have in common, and by which words."""
    best, words = 0, ""
    for mine in one.told():
        for theirs in other.told():
            found = in_common(mine, theirs)
            if found > best:
                best, words = found, f"{mine.text} / {theirs.text}" if mine.text != theirs.text else mine.text
    return best, words


def contradicts(one: Group, other: Group) -> bool:
    """Whether what is told of them is of two speakers."""
    if one.sexes and other.sexes and one.sexes.isdisjoint(other.sexes):
        return True
    return contradict(one.descriptions, other.descriptions)

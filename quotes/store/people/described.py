"""Members as `quotes.people.identity` compares them, from the rows that tell of them."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Column, ColumnElement, Connection, case, select

from quotes.people.identity.nodes import Described, Node, node
from quotes.people.identity.persons import PersonName
from quotes.people.identity.rulings import Ruling
from quotes.statement import SpeakerType
from quotes.store import identifiers, tables

_MEMBER = tables.speaker_members.c
_ALIAS = tables.aliases.c
_PART = tables.joint_parts.c
_RULING = tables.rulings.c
_AUTHORITY = tables.authorities.c

RULES = "2"
"""The version of the rules: members that were compared by others are compared again."""
_IDLE, _BESIDE, _NAMELESS = "-", "+", "none"
"""What profiles tell beside their digests."""


@dataclass(slots=True)
class _Names:
    """The forms and mentions of a member, and how often statements use them."""

    forms: list[str]
    mentions: list[str]
    uses: int = 0


def nodes(
    connection: Connection,
    member_ids: Collection[str],
    documents: Mapping[str, Collection[str]] | None = None,
) -> list[Node]:
    """The members with these ids; `documents` are those of others that are not compared because they are
    alike."""
    wanted = sorted(member_ids)
    names, aliases = _names(connection, wanted), _aliases(connection, wanted)
    listed = _chosen(connection, wanted, _AUTHORITY.id)
    joint = _chosen(connection, wanted, _PART.group_id)
    found: list[Node] = []
    columns = _MEMBER.id, _MEMBER.document_id, _MEMBER.type, _MEMBER.roles
    for chunk in identifiers.chunks(wanted):
        for id_, document, kind, roles in connection.execute(select(*columns).where(_MEMBER.id.in_(chunk))):
            named = names.get(id_, _Names([], []))
            is_listed = id_ in listed
            further = aliases.get(id_, []) + (named.mentions if is_listed else [])
            described = Described(
                id_,
                frozenset({*filter(None, [document]), *(documents or {}).get(id_, ())}),
                cast("SpeakerType | None", kind),
                tuple(sorted(named.forms)),
                () if is_listed else tuple(sorted(named.mentions)),
                tuple(sorted({str(role[0]) for role in roles})),
                tuple(sorted(further)),
                counts=named.uses > 0 or is_listed,
                is_joint=id_ in joint,
            )
            found.append(node(described))
    return found


def profile(of: Node, *, beside: bool) -> str:
    """What is the same of members of whom the same is told.

    It tells besides whether a statement (or the list of people) names the member, and whether it stands
    `beside` another in its document that may be compared with it. All who have no name to compare share one.
    """
    begin = f"{RULES}:{'' if of.counts else _IDLE}"
    if not of.keys():
        return f"{begin}{_NAMELESS}"
    told = (
        of.kind,
        [(*_parts(name), name in of.aliases) for name in of.names],
        sorted(of.body.names),
        sorted(of.body.short),
        sorted(each.text for each in of.descriptions),
        sorted(of.sexes),
    )
    digest = hashlib.sha256(repr(told).encode("utf-8", errors="replace")).hexdigest()[:16]
    return f"{begin}{digest}{_BESIDE if beside else ''}"


def counts() -> ColumnElement[bool]:
    """Whether a statement (or the list of people) names the member: its profile tells, if it has one."""
    used = select(_ALIAS.member_id).where(_ALIAS.member_id == _MEMBER.id, _ALIAS.uses > 0)
    listed = select(_AUTHORITY.id).where(_AUTHORITY.id == _MEMBER.id)
    told = ~_MEMBER.profile.contains(f":{_IDLE}")
    return case((_MEMBER.profile.is_(None), used.exists() | listed.exists()), else_=told)


def is_nameless(of: str) -> bool:
    """Whether a profile is that of members that are compared with nobody."""
    return of.endswith(_NAMELESS)


def is_beside(of: str) -> bool:
    """Whether a profile is that of members that stand beside others in their documents."""
    return of.endswith(_BESIDE)


def profiles(connection: Connection, member_ids: Collection[str]) -> dict[str, str | None]:
    """The profiles of members, None of those that were never compared."""
    found: dict[str, str | None] = {}
    for chunk in identifiers.chunks(sorted(member_ids)):
        query = select(_MEMBER.id, _MEMBER.profile).where(_MEMBER.id.in_(chunk))
        found |= dict(connection.execute(query).all())
    return found


def ruled_members(connection: Connection, kinds: tuple[str, ...] = ("same", "different")) -> set[str]:
    """The members that people joined to others or parted from them."""
    query = select(_RULING.first_id, _RULING.second_id).where(_RULING.kind.in_(kinds))
    return {each for pair in connection.execute(query) for each in pair if each}


def ruled_profiles(connection: Connection) -> list[set[str]]:
    """The profiles of each two members that people joined or parted."""
    query = select(_RULING.first_id, _RULING.second_id).where(_RULING.kind.in_(("same", "different")))
    pairs = connection.execute(query).all()
    of = profiles(connection, {each for pair in pairs for each in pair if each})
    return [{found for each in pair if (found := of.get(each)) is not None} for pair in pairs]


def rulings(connection: Connection, member_ids: Collection[str]) -> list[Ruling]:
    """The rulings in effect on pairs of which one is among these members."""
    found: dict[int, Ruling] = {}
    for chunk in identifiers.chunks(sorted(member_ids)):
        touched = _RULING.first_id.in_(chunk) | _RULING.second_id.in_(chunk)
        for row in connection.execute(
            select(tables.rulings).where(touched, _RULING.kind.in_(("same", "different")))
        ):
            found[row.number] = Ruling(
                row.number, "same" if row.kind == "same" else "different", row.first_id, row.second_id or ""
            )
    return list(found.values())


def _names(connection: Connection, member_ids: list[str]) -> dict[str, _Names]:
    found: dict[str, _Names] = {}
    columns = _ALIAS.member_id, _ALIAS.form, _ALIAS.is_mention, _ALIAS.uses
    for chunk in identifiers.chunks(member_ids):
        for id_, form, is_mention, uses in connection.execute(
            select(*columns).where(_ALIAS.member_id.in_(chunk))
        ):
            names = found.setdefault(id_, _Names([], []))
            (names.mentions if is_mention else names.forms).append(form)
            names.uses += uses
    return found


def _aliases(connection: Connection, member_ids: list[str]) -> dict[str, list[str]]:
    """Further names that people gave the speakers of these members."""
    found: dict[str, list[str]] = {}
    for chunk in identifiers.chunks(member_ids):
        query = select(_RULING.first_id, _RULING.value).where(_RULING.kind == "alias")
        for member, alias in connection.execute(query.where(_RULING.first_id.in_(chunk))):
            found.setdefault(member, []).append(str(alias))
    return found


def _chosen(connection: Connection, member_ids: list[str], column: Column[str]) -> set[str]:
    """Those of the members that stand in this column."""
    return {
        each
        for chunk in identifiers.chunks(member_ids)
        for each in connection.scalars(select(column).where(column.in_(chunk)))
    }


def _parts(name: PersonName) -> tuple[object, ...]:
    """The parts of a name, whose representation does not depend on the order of a set."""
    return name.given, name.family, name.generation, sorted(name.spellings)

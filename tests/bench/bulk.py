"""Documents into a library in bulk: the rows that adding them one by one would write, but for the indexes."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, func, insert, select

from quotes import ids
from quotes.copies.texts import sketch, text_key, words_of
from quotes.document import Document
from quotes.people.affiliation import Affiliation, Description, affiliations, settled
from quotes.people.identity.nodes import Described, node
from quotes.people.linking import Member, members
from quotes.statement import Parse, SpeakerType, Statement
from quotes.store import tables
from quotes.store.originals import original_values
from quotes.store.people import contacts, described
from quotes.store.people.members import _alias_values
from quotes.store.rows import document_values, statement_values

Values = dict[str, Any]


class Rows:
    """Rows to be written, by their tables in the order of their references."""

    def __init__(self) -> None:
        ordered = (
            tables.documents,
            tables.originals,
            tables.text_marks,
            tables.speaker_members,
            tables.aliases,
            tables.joint_parts,
            tables.speaker_keys,
            tables.affiliations,
            tables.statements,
            tables.statement_inside,
            tables.run_items,
        )
        self._rows: dict[Table, list[Values]] = {table: [] for table in ordered}

    def add(self, table: Table, rows: Iterable[Values]) -> None:
        """Keep rows of a table."""
        self._rows[table].extend(rows)

    def write(self, connection: Connection) -> None:
        """Write them all, and begin anew."""
        for table, rows in self._rows.items():
            if rows:
                connection.execute(insert(table), rows)
                rows.clear()


class Told(NamedTuple):
    """What is the same of members of whom the same is told; `profiles` are those alone and beside others."""

    keys: frozenset[str]
    words: frozenset[str]
    profiles: tuple[str, str]


class Bulk:
    """Puts documents into a library, after those that are in it; `finish` makes it whole.

    Every name is one speaker, as it is where no two share a name (`worlds.World.people`).
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._number = connection.scalar(select(func.max(tables.documents.c.number))) or 0
        self._profiles = set(connection.scalars(select(tables.speaker_keys.c.profile).distinct()))
        self._rows = Rows()

    def put(self, stories: Iterable[tuple[Document, Parse]], run: int) -> list[str]:
        """Write documents with what was found in them, as added in a run; their ids."""
        added = [self._add(document, parse, run) for document, parse in stories]
        self._rows.write(self._connection)
        return added

    def _add(self, document: Document, parse: Parse, run: int) -> str:
        self._number += 1
        identifier = ids.document_id(document.sha256)
        values = document_values(identifier, document, parse.warnings)
        values |= {"number": self._number, "parsed_by": parse.parsed_by, "text_key": text_key(document.text)}
        self._rows.add(tables.documents, [values])
        self._rows.add(tables.originals, [original_values(identifier, document)])
        marks = sketch(words_of(document.text))
        self._rows.add(tables.text_marks, ({"mark": mark, "document_id": identifier} for mark in marks))
        self._rows.add(tables.run_items, [_item(run, identifier, document)])
        self._add_statements(identifier, [*parse.quotes, *parse.claims])
        return identifier

    def _add_statements(self, document: str, statements: Sequence[Statement]) -> None:
        found = members(document, statements)
        by_name = {member.name: member for member in found.values()}
        self._add_members(by_name)
        self._add_affiliations(by_name.values(), statements)
        for each in sorted(statements, key=lambda each: (each.start, -each.end, each.id)):
            member = found[each.speaker].id if each.speaker else None
            values = statement_values(each) | {"document_id": document, "member_id": member}
            self._rows.add(tables.statements, [values])
            inside = enumerate(each.quotes_inside)
            self._rows.add(
                tables.statement_inside,
                ({"claim_id": each.id, "position": at, "quote_id": quote} for at, quote in inside),
            )

    def _add_members(self, by_name: Mapping[str, Member]) -> None:
        told = {member.id: _told(*_described(member)) for member in by_name.values()}
        for member in sorted(by_name.values(), key=lambda member: member.id):
            own = told[member.id]
            beside = any(own.words & told[other].words for other in told if other != member.id)
            profile = own.profiles[beside]
            self._rows.add(tables.speaker_members, [_member(member, profile)])
            self._rows.add(tables.aliases, _alias_values(member, member.id))
            parts = enumerate(member.parts)
            self._rows.add(
                tables.joint_parts,
                ({"group_id": member.id, "position": at, "part_id": by_name[part].id} for at, part in parts),
            )
            if profile not in self._profiles:
                self._profiles.add(profile)
                self._rows.add(tables.speaker_keys, ({"key": key, "profile": profile} for key in own.keys))

    def _add_affiliations(self, found: Collection[Member], statements: Iterable[Statement]) -> None:
        """As `quotes.store.people.affiliations.set_affiliations` reads them."""
        described: dict[str, set[Description]] = {
            member.id: {Description(*role) for role in member.roles} for member in found
        }
        of = {form: member.id for member in found for form in member.forms}
        for each in statements:
            if each.speaker and each.mention:
                described[of[each.speaker]].add(Description(each.mention, *(each.mention_span or ())))
        spoken = {member.id: _affiliations(member, described[member.id]) for member in found}
        for member, own in sorted(settled(spoken).items()):
            self._rows.add(
                tables.affiliations,
                ({"member_id": member, **{name: getattr(each, name) for name in _KEPT}} for each in own),
            )


_KEPT = ("key", "name", "evidence", "start", "end", "past")


def _item(run: int, identifier: str, document: Document) -> Values:
    return {
        "run_id": run,
        "name": document.name,
        "place": document.place,
        "record": 0,
        "sha256": document.sha256,
        "outcome": "added",
        "document_id": identifier,
        "seconds": 0.01,
        "attempts": 1,
    }


def _member(member: Member, profile: str) -> Values:
    """The row of a member, its own speaker for now."""
    return {
        "id": member.id,
        "document_id": member.document,
        "name": member.name,
        "type": member.type,
        "roles": [list(role) for role in member.roles],
        "profile": profile,
        "speaker_id": member.id,
    }


def _described(member: Member) -> tuple[Any, ...]:
    """All that is compared of a member, as `quotes.store.people.described.nodes` has it."""
    roles = tuple(sorted({role for role, *_ in member.roles}))
    return member.type, tuple(sorted(member.forms)), tuple(sorted(member.mentions)), roles, bool(member.parts)


@lru_cache(maxsize=200_000)
def _told(
    kind: SpeakerType | None,
    forms: tuple[str, ...],
    mentions: tuple[str, ...],
    roles: tuple[str, ...],
    joint: bool,
) -> Told:
    compared = node(Described("", frozenset(), kind, forms, mentions, roles, is_joint=joint))
    keys = compared.keys()
    profiles = [described.profile(compared, beside=beside) for beside in (False, True)]
    return Told(frozenset(keys), frozenset(contacts.words(keys)), (profiles[0], profiles[1]))


def _affiliations(member: Member, found: Collection[Description]) -> tuple[Affiliation, ...]:
    places = sorted(found, key=lambda each: (each.start is None, each.start or 0, each.text))
    name = max(member.forms, key=lambda form: (member.forms[form], len(form), form))
    read = _read(name, member.type, tuple(place.text for place in places))
    return tuple(
        each
        if each.start is None
        else replace(each, start=places[each.start].start, end=places[each.start].end)
        for each in read
    )


@lru_cache(maxsize=200_000)
def _read(name: str, kind: SpeakerType | None, words: tuple[str, ...]) -> tuple[Affiliation, ...]:
    """Whom descriptions in these words tell to be spoken for; `start` is the number of the description."""
    own = [] if kind == "person" else [Description(name)]
    return affiliations(name, kind, [*(Description(each, at, at) for at, each in enumerate(words)), *own])

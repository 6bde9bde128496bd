"""Decisions on the list of people whom the user cares about: who is on it, and what it tells of them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from quotes.errors import UsageError
from quotes.people.affiliation import Affiliation, Description, affiliations
from quotes.people.authority import Authority
from quotes.people.decisions import Change, Decision, Field
from quotes.people.names import normalised, searchable_name
from quotes.store import identifiers, tables
from quotes.store.connections import connection_of
from quotes.store.decisions import log
from quotes.store.models import AliasRow, AuthorityRow, MemberRow
from quotes.store.people import affiliations as spoken_for
from quotes.store.people import members

FIELD: Field = "authority"
COLUMNS = ("name", "aliases", "wikidata", "role", "since", "until", "further")


@dataclass(frozen=True, slots=True)
class Listed:
    """What became of a list that was taken over: how many rows, and which (by number) were not, and why."""

    decision: Decision | None
    added: int
    changed: int
    unchanged: int
    problems: tuple[tuple[int, str], ...]


class Listing:
    """Who is on the list already, and which of them a row is about."""

    def __init__(self, session: Session) -> None:
        self._connection = connection_of(session)
        self._values: dict[str, dict[str, Any]] = {}
        self._by_wikidata: dict[str, str] = {}
        self._by_name: dict[str, list[str]] = {}
        for row in session.scalars(select(AuthorityRow).order_by(AuthorityRow.id)):
            self._enter(row.id, {name: getattr(row, name) for name in COLUMNS})
        self._formerly = set(session.scalars(select(MemberRow.id).where(MemberRow.document_id.is_(None))))
        self._told: set[str] = set()

    def change(self, person: Authority) -> Change | None:
        """What a row changes, None where it tells nothing new.

        Raises UsageError where an earlier row was about the same person, and where it is of a name that
        several on the list have.
        """
        identifier = self._about(person)
        if identifier in self._told:
            raise UsageError(f"{person.name} stands in an earlier row")
        before, after = self._values.get(identifier), person.values()
        self._enter(identifier, after)
        self._told.add(identifier)
        return None if before == after else Change(identifier, FIELD, before, after)

    def _about(self, person: Authority) -> str:
        if person.wikidata in self._by_wikidata:
            return self._by_wikidata[person.wikidata]
        same = self._by_name.get(person.compared, [])
        if person.wikidata is not None:
            same = [one for one in same if self._values[one]["wikidata"] is None]
        if len(same) > 1:
            raise UsageError(f"{len(same)} on the list are called {person.name}: give the Wikidata id")
        return same[0] if same else self._new(person)

    def _new(self, person: Authority) -> str:
        """The id for somebody new: that of who was on the list before, where it is the same one."""
        if person.id in self._formerly and person.id not in self._values:
            return person.id
        return identifiers.free(self._connection, tables.speaker_members.c.id, [(person.id, person.name)])[0]

    def _enter(self, identifier: str, values: dict[str, Any]) -> None:
        self._values[identifier] = values
        if values["wikidata"]:
            self._by_wikidata[values["wikidata"]] = identifier
        named = self._by_name.setdefault(normalised(values["name"], "person"), [])
        if identifier not in named:
            named.append(identifier)


def listing_changes(
    session: Session, rows: Iterable[tuple[int, Authority]]
) -> tuple[list[Change], list[tuple[int, str]], int]:
    """What taking over `rows` (by number) changes, which of them cannot be, and how many tell nothing new."""
    listing = Listing(session)
    changes: list[Change] = []
    problems: list[tuple[int, str]] = []
    unchanged = 0
    for number, person in rows:
        try:
            change = listing.change(person)
        except UsageError as error:
            problems.append((number, str(error)))
            continue
        changes += [change] if change else []
        unchanged += change is None
    return changes, problems, unchanged


def removal_changes(session: Session, identifiers_: Iterable[str]) -> list[Change]:
    """What taking these (whole ids) off the list changes."""
    rows = session.scalars(select(AuthorityRow).where(AuthorityRow.id.in_(list(identifiers_))))
    return [Change(row.id, FIELD, {name: getattr(row, name) for name in COLUMNS}, None) for row in rows]


def project(session: Session, targets: Collection[str]) -> None:
    """Make the list what the decisions in effect say, and link those on it anew.

    Who is on it no more keeps the id, which goes on answering.
    """
    told = log.in_effect(session, targets, (FIELD,))
    for chunk in identifiers.chunks(sorted(targets)):
        session.execute(delete(AuthorityRow).where(AuthorityRow.id.in_(chunk)))
        session.execute(delete(AliasRow).where(AliasRow.member_id.in_(chunk)))
    session.flush()
    session.expire_all()
    listed = {target: changes[-1].after for target, changes in told.items() if changes and changes[-1].after}
    _list(session, listed)
    connection = connection_of(session)
    spoken_for.write(connection, {target: _spoken_for(listed.get(target)) for target in targets})
    members.relink(connection, targets)
    session.expire_all()


def _list(session: Session, listed: Mapping[str, Mapping[str, Any]]) -> None:
    """Write down those who are on the list by what it tells of them; who is new becomes a speaker."""
    if not listed:
        return
    people = sorted(listed.items())
    _write_members(session, people)
    session.execute(insert(AuthorityRow), [{"id": identifier, **values} for identifier, values in people])
    session.execute(insert(AliasRow), [alias for each in people for alias in _aliases(*each)])


def _write_members(session: Session, people: list[tuple[str, Mapping[str, Any]]]) -> None:
    known: set[str] = set()
    for chunk in identifiers.chunks([identifier for identifier, _ in people]):
        known |= set(session.scalars(select(MemberRow.id).where(MemberRow.id.in_(chunk))))
    added: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    for identifier, values in people:
        roles = [[values["role"], None, None]] if values["role"] else []
        row = {"id": identifier, "name": normalised(values["name"], "person"), "roles": roles}
        if identifier in known:
            changed.append(row)
        else:
            members.stand_alone(connection_of(session), identifier, values["name"], "person")
            added.append(row | {"document_id": None, "type": "person", "speaker_id": identifier})
    if added:
        session.execute(insert(MemberRow), added)
    if changed:
        session.execute(update(MemberRow), changed)


def _aliases(identifier: str, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    forms = [values["name"], *(alias for alias in values["aliases"] if alias != values["name"])]
    return [
        {
            "member_id": identifier,
            "form": form,
            "folded": searchable_name(form),
            "is_mention": number > 0,
            "uses": 0,
        }
        for number, form in enumerate(forms)
    ]


def _spoken_for(values: Mapping[str, Any] | None) -> tuple[Affiliation, ...]:
    """Whom one on the list speaks for by the role; one that ended tells nothing of what is said now."""
    if not values or not values["role"] or values["until"]:
        return ()
    return affiliations(values["name"], "person", [Description(values["role"])])

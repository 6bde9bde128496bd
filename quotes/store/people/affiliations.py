"""Whom members speak for: written when their statements are, asked for by name."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, cast

from sqlalchemy import (
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    union_all,
)

from quotes.people.affiliation import Affiliation, Description, affiliations, settled
from quotes.people.countries import canonical_country, country_of_people, is_capital, metonym
from quotes.people.organizations import canonical_organization
from quotes.people.parties import Party, searchable_body
from quotes.statement import SpeakerType
from quotes.store import identifiers, tables
from quotes.store.people.views import StoredAffiliation

_MEMBER = tables.speaker_members.c
_ALIAS = tables.aliases.c
_AFFILIATION = tables.affiliations.c
_STATEMENT = tables.statements.c
_PART = tables.joint_parts.c

Described = dict[str, list[Description]]


def set_affiliations(connection: Connection, document_id: str) -> None:
    """Write down anew whom the members of a document speak for, by their roles and its statements in effect.

    To be called once the members and statements of the document are what they are to be.
    """
    of_document = select(tables.speaker_members).where(_MEMBER.document_id == document_id)
    members = connection.execute(of_document).all()
    described, names = _described(connection, document_id), _names(connection, document_id)
    for member in members:
        described.setdefault(member.id, []).extend(Description(*role) for role in member.roles)
    found = {
        member.id: _of(names[member.id], member.type, described[member.id]) if member.id in names else ()
        for member in members
    }
    write(connection, settled(found))


def write(connection: Connection, found: Mapping[str, Iterable[Affiliation]]) -> None:
    """Let members, by their ids, speak for these and for nobody else."""
    for chunk in identifiers.chunks(sorted(found)):
        connection.execute(delete(tables.affiliations).where(_AFFILIATION.member_id.in_(chunk)))
    rows = [_values(member, affiliation) for member in sorted(found) for affiliation in found[member]]
    if rows:
        connection.execute(insert(tables.affiliations), rows)


def speaking_for(text: str) -> CompoundSelect[str]:
    """The ids of the members who speak for the country or body `text`: itself, its bodies and officials.

    Of whom a document tells nothing, other documents (and the list of people) tell it. Joint sources of which
    one speaks for it are found too.
    """
    told = tables.affiliations.alias().c
    own = select(told.member_id).where(_named(told.key, text), told.past.is_(False)).cte()
    speakers = select(_MEMBER.speaker_id).join(own, own.c.member_id == _MEMBER.id)
    silent = ~exists().where(_AFFILIATION.member_id == _MEMBER.id)
    inherited = select(_MEMBER.id).where(_MEMBER.speaker_id.in_(speakers), silent)
    return _with_groups(union_all(select(own.c.member_id), inherited))


def _with_groups(members: CompoundSelect[str]) -> CompoundSelect[str]:
    """These members, by their ids, and the joint sources that one of them is a part of."""
    found = members.cte()  # looked up once
    of_groups = select(_PART.group_id).where(_PART.part_id.in_(select(found.c[0])))
    return select(found.c[0]).union_all(of_groups)


def affiliations_of(connection: Connection, speaker_id: str) -> list[StoredAffiliation]:
    """Whom the speaker with this whole id speaks or spoke for, by the words and places that tell it."""
    query = (
        select(tables.affiliations, _MEMBER.document_id)
        .join(tables.speaker_members, _MEMBER.id == _AFFILIATION.member_id)
        .where(_MEMBER.speaker_id == speaker_id)
        .order_by(_AFFILIATION.past, _AFFILIATION.name, _MEMBER.document_id, _AFFILIATION.start)
    )
    return [
        StoredAffiliation(row.name, row.evidence, row.past, row.document_id, row.start, row.end)
        for row in connection.execute(query)
    ]


def _named(key: Column[str], text: str) -> ColumnElement[bool]:
    """The condition on keys that they are of what `text` names: a country, else words of a name."""
    house = metonym(text) if is_capital(text) else None
    country = canonical_country(text, official=False) or country_of_people(text)
    country = country or (house.country if house else None)
    if country is not None:
        return key == Party(country, is_country=True).key
    known = canonical_organization(text)
    words = searchable_body(text)
    matches = [(key + " ").contains(f"{words} ", autoescape=True)] if words else []
    return or_(key == Party(known or text).key, *matches)


def _described(connection: Connection, document_id: str) -> Described:
    """How the statements of a document describe each member, in the order of the text."""
    columns = "member_id mention mention_start mention_end role role_start role_end"
    query = select(*(_STATEMENT[name] for name in columns.split())).where(
        _STATEMENT.document_id == document_id,
        _STATEMENT.member_id.is_not(None),
        _STATEMENT.withheld.is_(None),
    )
    found: Described = {}
    for member, *places in connection.execute(query):
        own = found.setdefault(member, [])
        own += [Description(*place) for place in (places[:3], places[3:]) if place[0]]
    return found


def _names(connection: Connection, document_id: str) -> dict[str, str]:
    """The members of a document that it still has, each with the name it mostly goes by there."""
    query = (
        select(_ALIAS.member_id, _ALIAS.form)
        .join(tables.speaker_members, _MEMBER.id == _ALIAS.member_id)
        .where(_MEMBER.document_id == document_id, _ALIAS.is_mention.is_(False))
        .order_by(_ALIAS.uses, func.length(_ALIAS.form), _ALIAS.form)
    )
    return dict(connection.execute(query).all())


def _of(name: str, kind: str | None, descriptions: Collection[Description]) -> tuple[Affiliation, ...]:
    """Whom a member speaks for; who is no person is described by its name as well."""
    places = sorted(set(descriptions), key=lambda each: (each.start is None, each.start or 0, each.text))
    own = [] if kind == "person" else [Description(name)]
    return affiliations(name, cast("SpeakerType | None", kind), [*places, *own])


def _values(member: str, found: Affiliation) -> dict[str, Any]:
    names = ("key", "name", "evidence", "start", "end", "past")
    return {"member_id": member, **{name: getattr(found, name) for name in names}}

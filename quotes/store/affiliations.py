"""Whom members speak for: written when their statements are, asked for by name."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, cast

from sqlalchemy import ColumnElement, CompoundSelect, delete, exists, func, insert, or_, select, union_all
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from quotes.people.affiliation import Affiliation, Description, affiliations, settled
from quotes.people.countries import canonical_country, country_of_people, is_capital, metonym
from quotes.people.organizations import canonical_organization
from quotes.people.parties import Party, searchable_body
from quotes.statement import SpeakerType
from quotes.store import identifiers
from quotes.store.models import AffiliationRow, AliasRow, MemberRow, StatementRow
from quotes.store.speakers import with_groups
from quotes.store.views import StoredAffiliation

Described = dict[str, list[Description]]


def set_affiliations(session: Session, document_id: str) -> None:
    """Write down anew whom the members of a document speak for, by their roles and its statements in effect.

    To be called once the members and statements of the document are what they are to be.
    """
    session.flush()
    members = list(session.scalars(select(MemberRow).where(MemberRow.document_id == document_id)))
    described, names = _described(session, document_id), _names(session, document_id)
    for member in members:
        described.setdefault(member.id, []).extend(Description(*role) for role in member.roles)
    found = {
        member.id: _of(names[member.id], member.type, described[member.id]) if member.id in names else ()
        for member in members
    }
    write(session, settled(found))


def write(session: Session, found: Mapping[str, Iterable[Affiliation]]) -> None:
    """Let members, by their ids, speak for these and for nobody else."""
    for chunk in identifiers.chunks(sorted(found)):
        session.execute(delete(AffiliationRow).where(AffiliationRow.member_id.in_(chunk)))
    rows = [_values(member, affiliation) for member in sorted(found) for affiliation in found[member]]
    if rows:
        session.execute(insert(AffiliationRow), rows)


def speaking_for(text: str) -> CompoundSelect[str]:
    """The ids of the members who speak for the country or body `text`: itself, its bodies and officials.

    Of whom a document tells nothing, other documents (and the list of people) tell it. Joint sources of which
    one speaks for it are found too.
    """
    told = aliased(AffiliationRow)
    own = select(told.member_id).where(_named(told.key, text), told.past.is_(False)).cte()
    speakers = select(MemberRow.speaker_id).join(own, own.c.member_id == MemberRow.id)
    silent = ~exists().where(AffiliationRow.member_id == MemberRow.id)
    inherited = select(MemberRow.id).where(MemberRow.speaker_id.in_(speakers), silent)
    return with_groups(union_all(select(own.c.member_id), inherited))


def affiliations_of(session: Session, speaker_id: str) -> list[StoredAffiliation]:
    """Whom the speaker with this whole id speaks or spoke for, by the words and places that tell it."""
    query = (
        select(AffiliationRow, MemberRow.document_id)
        .join(MemberRow, MemberRow.id == AffiliationRow.member_id)
        .where(MemberRow.speaker_id == speaker_id)
        .order_by(AffiliationRow.past, AffiliationRow.name, MemberRow.document_id, AffiliationRow.start)
    )
    return [
        StoredAffiliation(row.name, row.evidence, row.past, document, row.start, row.end)
        for row, document in session.execute(query)
    ]


def _named(key: InstrumentedAttribute[str], text: str) -> ColumnElement[bool]:
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


def _described(session: Session, document_id: str) -> Described:
    """How the statements of a document describe each member, in the order of the text."""
    columns = "member_id mention mention_start mention_end role role_start role_end"
    query = select(*(getattr(StatementRow, name) for name in columns.split())).where(
        StatementRow.document_id == document_id,
        StatementRow.member_id.is_not(None),
        StatementRow.withheld.is_(None),
    )
    found: Described = {}
    for member, *places in session.execute(query):
        own = found.setdefault(member, [])
        own += [Description(*place) for place in (places[:3], places[3:]) if place[0]]
    return found


def _names(session: Session, document_id: str) -> dict[str, str]:
    """The members of a document that it still has, each with the name it mostly goes by there."""
    query = (
        select(AliasRow.member_id, AliasRow.form)
        .join(MemberRow, MemberRow.id == AliasRow.member_id)
        .where(MemberRow.document_id == document_id, AliasRow.is_mention.is_(False))
        .order_by(AliasRow.uses, func.length(AliasRow.form), AliasRow.form)
    )
    return dict(session.execute(query).all())


def _of(name: str, kind: str | None, descriptions: Collection[Description]) -> tuple[Affiliation, ...]:
    """Whom a member speaks for; who is no person is described by its name as well."""
    places = sorted(set(descriptions), key=lambda each: (each.start is None, each.start or 0, each.text))
    own = [] if kind == "person" else [Description(name)]
    return affiliations(name, cast("SpeakerType | None", kind), [*places, *own])


def _values(member: str, found: Affiliation) -> dict[str, Any]:
    names = ("key", "name", "evidence", "start", "end", "past")
    return {"member_id": member, **{name: getattr(found, name) for name in names}}

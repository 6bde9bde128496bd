"""Who says a statement, as queries ask for it."""

from sqlalchemy import ColumnElement, Connection, select

from quotes.query.plan import Cell, Expression, Ids, Term, terms
from quotes.store.identifiers import listed
from quotes.store.search.columns import unindexed
from quotes.store.search.conditions import Scope, Speakers
from quotes.store.tables import said_by

_SAYING = said_by.alias()
"""Another than the one that a search may walk over."""


def speakers_of(connection: Connection, expression: Expression) -> Speakers:
    """The ids of the speakers that the terms of an expression ask for, where they ask for speakers."""
    found = {term: _asked_for(connection, term) for term in terms(expression)}
    return {term: ids for term, ids in found.items() if ids is not None}


def _asked_for(connection: Connection, term: Term) -> list[str] | None:
    value = term.value
    ids = value.ids if isinstance(value, Ids) and value.ids[0].startswith("s") else ()
    if not ids and term.field not in ("speaker", "authority"):
        return None
    from quotes.store.people import authorities, speakers

    if ids:
        return speakers.owners(connection, ids)
    if term.field == "speaker" and isinstance(value, str):
        return speakers.chosen(connection, value)
    if term.field == "authority" and isinstance(value, Cell) and value.text:
        return list(connection.scalars(authorities.speakers_with(connection, value.column, value.text)))
    if term.field == "authority":
        return list(connection.scalars(authorities.speakers_on_list()))
    return None


def says(scope: Scope, term: Term) -> ColumnElement[bool]:
    """Whether one of the speakers that a term asks for says a statement, alone or with others.

    Few statements are looked up one by one; for many it is quicker to have all that these speakers say.
    """
    ids = scope.speakers[term]
    by = _SAYING.c.speaker_id if len(ids) == 1 or not scope.few else unindexed(_SAYING.c.speaker_id)
    theirs = by == ids[0] if len(ids) == 1 else by.in_(listed(ids))
    found = select(_SAYING.c.moment).where(theirs)
    if scope.few:
        return found.where(_SAYING.c.moment == scope.moment).correlate_except(_SAYING).exists()
    return unindexed(scope.moment).in_(found.where(_SAYING.c.moment.between(*scope.reach)).correlate(None))

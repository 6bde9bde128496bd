"""What the fields of the query language mean of statements: a function a field."""

from typing import cast

from sqlalchemy import Column, ColumnElement, and_, case, func, not_, null, or_, select

from quotes.query.fields import DOUBTFUL
from quotes.query.plan import WORDS, Dates, Ids, Term
from quotes.store.identifiers import listed
from quotes.store.indexes import fulltext, moments
from quotes.store.search import metadata, words
from quotes.store.search.columns import between, holds, unindexed, within
from quotes.store.search.conditions import Meaning, Scope
from quotes.store.search.metadata import Of
from quotes.store.search.saying import says
from quotes.store.tables import statements

BY_MOMENT = frozenset({WORDS, "text", "title", "speaker"})
"""Fields that the moment of a statement and an index tell, where something known is asked for."""
MOMENT = cast("ColumnElement[int]", statements.c.moment)
"""That of a statement: none is without one when a search begins."""
_ROW = statements.c
_COPIES = statements.alias()


def by_moment(term: Term) -> bool:
    """Whether a term needs nothing of a statement but its moment."""
    if isinstance(term.value, Ids):
        return term.value.ids[0].startswith("s")
    return term.field in ("date", "authority") or (term.field in BY_MOMENT and term.value is not None)


def state(name: str) -> ColumnElement[bool]:
    """Whether a statement is what `is:` calls `name`."""
    unseen = _ROW.checked.is_(None) & _ROW.marked.is_(False)
    states: dict[str, ColumnElement[bool]] = {
        "reviewed": not_(unseen),
        "checked": not_(unseen),
        "accepted": _is(_ROW.checked, "accepted"),
        "corrected": _is(_ROW.checked, "corrected"),
        "doubtful": unseen & (func.coalesce(_ROW.confidence, 1.0) < DOUBTFUL),
        "marked": _ROW.marked.is_(True),
        "rejected": _is(_ROW.withheld, "rejected"),
        "withdrawn": _is(_ROW.withheld, "withdrawn", "unmarked"),
        "withheld": _ROW.withheld.is_not(None),
    }
    return states[name]


def document(scope: Scope) -> Of:
    """The document of a statement: what finds statements, unless few are looked at, in the order of time."""
    return Of(unindexed(_ROW.document_id), few=True) if scope.few else Of(_ROW.document_id)


def _is(column: Column[str | None], *values: str) -> ColumnElement[bool]:
    return and_(column.is_not(None), column.in_(values))


def _state(_: Scope, term: Term) -> ColumnElement[bool]:
    return state(str(term.value))


def _matching(scope: Scope, match: str) -> ColumnElement[bool]:
    found = words.in_words(fulltext.STATEMENTS, match, scope.reach)
    return unindexed(scope.moment).in_(found)


def _title(scope: Scope, __: Term) -> ColumnElement[bool]:
    """In a document without a title; words of titles are in the index."""
    return metadata.untitled(document(scope))


def _speaker(scope: Scope, term: Term) -> ColumnElement[bool]:
    return _ROW.member_id.is_(None) if term.value is None else says(scope, term)


def _for(scope: Scope, term: Term) -> ColumnElement[bool]:
    from quotes.store.people import (
        affiliations,  # with all that knows names of bodies: no other field needs it
    )

    return and_(_ROW.member_id.is_not(None), _ROW.member_id.in_(affiliations.speaking_for(str(term.value))))


def _authority(scope: Scope, term: Term) -> ColumnElement[bool]:
    """By people of the user's list; None for everybody else."""
    return not_(says(scope, term)) if term.value is None else says(scope, term)


def _publisher(scope: Scope, term: Term) -> ColumnElement[bool]:
    """In what a publisher printed, or of which a copy is counted that it printed."""
    printed = metadata.published_by(document(scope), term.value)
    if term.value is None or scope.copies:
        return printed
    by_it = metadata.published_by(Of(_COPIES.c.document_id), term.value)
    repeated = select(_COPIES.c.copy_of).where(_COPIES.c.copy_of.is_not(None), by_it)
    return or_(printed, _ROW.id.in_(repeated.correlate(None)))


def _via(scope: Scope, term: Term) -> ColumnElement[bool]:
    if term.value is None:
        return _ROW.via.is_(None)
    return or_(holds(_ROW.via, term.value), metadata.sent_by(document(scope), term.value))


def _kind(_: Scope, term: Term) -> ColumnElement[bool]:
    return _ROW.kind == term.value


def _cue(_: Scope, term: Term) -> ColumnElement[bool]:
    return holds(_ROW.cue, term.value)


def _role(_: Scope, term: Term) -> ColumnElement[bool]:
    return holds(_ROW.role, term.value)


def _date(scope: Scope, term: Term) -> ColumnElement[bool]:
    """Said, else published, at a time; NULL where neither is known."""
    unknown = moments.undated(scope.moment)
    if not isinstance(term.value, Dates):
        return unknown
    return case((unknown, null()), else_=moments.within(scope.moment, term.value))


def _said(_: Scope, term: Term) -> ColumnElement[bool]:
    return within(_ROW.said_on, term.value)


def _published(scope: Scope, term: Term) -> ColumnElement[bool]:
    return metadata.published(document(scope), term)


def _added(scope: Scope, term: Term) -> ColumnElement[bool]:
    return metadata.added(document(scope), term)


def _doc(scope: Scope, term: Term) -> ColumnElement[bool]:
    return metadata.doc(document(scope), term)


def _lang(scope: Scope, term: Term) -> ColumnElement[bool]:
    return metadata.lang(document(scope), term)


def _confidence(_: Scope, term: Term) -> ColumnElement[bool]:
    return between(_ROW.confidence, term.value)


def _tag(scope: Scope, term: Term) -> ColumnElement[bool]:
    return metadata.tagged(term, _ROW.id, document(scope).id)


def _note(scope: Scope, term: Term) -> ColumnElement[bool]:
    return metadata.noted(term, _ROW.id, document(scope).id)


def _id(scope: Scope, term: Term) -> ColumnElement[bool]:
    """Statements by their ids, or all of documents or speakers with these."""
    ids = term.value.ids if isinstance(term.value, Ids) else ()
    columns = {"q": _ROW.id, "d": _ROW.document_id}
    return says(scope, term) if term in scope.speakers else columns[ids[0][0]].in_(listed(ids))


MEANING = Meaning(
    fields={
        "speaker": _speaker,
        "for": _for,
        "publisher": _publisher,
        "kind": _kind,
        "via": _via,
        "cue": _cue,
        "role": _role,
        "date": _date,
        "said": _said,
        "published": _published,
        "added": _added,
        "title": _title,
        "doc": _doc,
        "id": _id,
        "tag": _tag,
        "note": _note,
        "is": _state,
        "confidence": _confidence,
        "lang": _lang,
        "authority": _authority,
    },
    indexed={WORDS: None, "text": "text", "title": "title"},
    matching=_matching,
)

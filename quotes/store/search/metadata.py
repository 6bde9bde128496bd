"""What the fields of the query language mean of a document's own data, on whatever stands beside its row."""

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from quotes.people.folding import folded
from quotes.query.plan import Term, Words
from quotes.store import sqlite
from quotes.store.models import DocumentRow, NoteRow, PlaceRow, RunItemRow, RunRow, TagRow
from quotes.store.search.conditions import Scope, holds, within


def title(_: Scope, term: Term) -> ColumnElement[bool]:
    """Documents whose title holds words, or that have none."""
    if not isinstance(term.value, Words):
        return DocumentRow.title.is_(None)
    return DocumentRow.number.in_(sqlite.matching_documents([(term.value, "title")]))


def lang(_: Scope, term: Term) -> ColumnElement[bool]:
    """Documents in a language, of whatever country."""
    if term.value is None:
        return DocumentRow.lang.is_(None)
    known = func.coalesce(DocumentRow.lang, "")
    return or_(known == term.value, known.startswith(f"{term.value}-"))


def published(_: Scope, term: Term) -> ColumnElement[bool]:
    """Documents published at a time."""
    return within(DocumentRow.published, term.value)


def added(_: Scope, term: Term) -> ColumnElement[bool]:
    """Documents that a run of adding put in at a time; of others it is not known."""
    runs = select(RunItemRow.document_id).join(RunRow, RunRow.id == RunItemRow.run_id)
    of_runs = runs.where(RunItemRow.outcome == "added", RunItemRow.document_id.is_not(None))
    if term.value is None:
        return DocumentRow.id.not_in(of_runs)
    return DocumentRow.id.in_(of_runs.where(within(RunRow.started, term.value)))


def doc(_: Scope, term: Term) -> ColumnElement[bool]:
    """Documents of whose file's name, there or at another place, this is a part."""
    elsewhere = select(PlaceRow.document_id).where(holds(PlaceRow.name, term.value))
    return or_(holds(DocumentRow.name, term.value), DocumentRow.id.in_(elsewhere))


def printed_by(value: object) -> Select[str]:
    """The documents that a publisher printed, at any of their places."""
    elsewhere = select(PlaceRow.document_id).where(holds(PlaceRow.publisher, value))
    return select(DocumentRow.id).where(
        or_(holds(DocumentRow.publisher, value), DocumentRow.id.in_(elsewhere))
    )


def tagged(term: Term, *targets: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """Whether one of `targets` has a tag (with "*" one that begins so), or none of them has any."""
    having = select(TagRow.target)
    if isinstance(term.value, Words):
        tag, wanted = func.folded(TagRow.tag), folded(term.value.text)
        having = having.where(
            func.substr(tag, 1, len(wanted)) == wanted if term.value.prefix else tag == wanted
        )
    found = or_(*(target.in_(having) for target in targets))
    return ~found if term.value is None else found


def noted(term: Term, *targets: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """Whether the note on one of `targets` holds words, or none of them has a note."""
    having = select(NoteRow.target)
    if term.value is None:
        return ~or_(*(target.in_(having) for target in targets))
    return or_(*(target.in_(having.where(holds(NoteRow.text, term.value))) for target in targets))

"""What the fields of the query language mean of documents; of statements, that one of theirs fulfils it."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select

from quotes.query.fields import WITHHELD
from quotes.query.plan import WORDS, Ids, Term, Words
from quotes.store import sqlite
from quotes.store.models import DocumentRow, StatementRow
from quotes.store.search import metadata, statements
from quotes.store.search.conditions import FieldMeaning, Meaning, Scope
from quotes.store.visible import VISIBLE

_COLUMNS = {WORDS: None, "title": "title"}
"""Where in the index of words a field looks; None for anywhere."""


def _matching(terms: Sequence[Term]) -> ColumnElement[bool]:
    sought = [(term.value, _COLUMNS[term.field]) for term in terms if isinstance(term.value, Words)]
    return DocumentRow.number.in_(sqlite.matching_documents(sought))


def _publisher(_: Scope, term: Term) -> ColumnElement[bool]:
    if term.value is None:
        return DocumentRow.publisher.is_(None)
    return DocumentRow.id.in_(metadata.printed_by(term.value))


def _tag(_: Scope, term: Term) -> ColumnElement[bool]:
    return metadata.tagged(term, DocumentRow.id)


def _note(_: Scope, term: Term) -> ColumnElement[bool]:
    return metadata.noted(term, DocumentRow.id)


def _id(scope: Scope, term: Term) -> ColumnElement[bool]:
    ids = term.value.ids if isinstance(term.value, Ids) else ()
    return DocumentRow.id.in_(ids) if ids[0].startswith("d") else _of_statements("id")(scope, term)


def _text(_: Scope, term: Term) -> ColumnElement[bool]:
    return _said(statements.MEANING.matching([term]) & VISIBLE)


def _of_statements(field: str) -> FieldMeaning:
    """Documents with a statement that is shown, or asked for, of which the field holds."""

    def meaning(scope: Scope, term: Term) -> ColumnElement[bool]:
        found = statements.MEANING.fields[field](scope, term)
        return _said(found if term.value in WITHHELD else found & VISIBLE)

    return meaning


def _said(found: ColumnElement[bool]) -> ColumnElement[bool]:
    return DocumentRow.id.in_(select(StatementRow.document_id).where(found))


MEANING = Meaning(
    fields={
        **{
            name: _of_statements(name)
            for name in (
                "speaker",
                "for",
                "kind",
                "via",
                "cue",
                "role",
                "said",
                "is",
                "confidence",
                "authority",
            )
        },
        "text": _text,
        "publisher": _publisher,
        "date": metadata.published,
        "published": metadata.published,
        "added": metadata.added,
        "title": metadata.title,
        "doc": metadata.doc,
        "id": _id,
        "tag": _tag,
        "note": _note,
        "lang": metadata.lang,
    },
    indexed=frozenset(_COLUMNS),
    matching=_matching,
)

"""What the fields of the query language mean of documents; of statements, that one of theirs fulfils it."""

from sqlalchemy import ColumnElement, true

from quotes.query.fields import WITHHELD
from quotes.query.plan import WORDS, Ids, Term
from quotes.store import sqlite
from quotes.store.indexes import fulltext
from quotes.store.search import metadata, words
from quotes.store.search.columns import within
from quotes.store.search.conditions import Meaning, Scope
from quotes.store.search.metadata import Of
from quotes.store.search.showing import Shown
from quotes.store.search.walking import documents_of, walk
from quotes.store.tables import documents
from quotes.store.visible import VISIBLE

_ROW = documents.c
_THIS = Of(_ROW.id)
OF_STATEMENTS = (
    "speaker",
    "for",
    "kind",
    "via",
    "cue",
    "role",
    "said",
    "text",
    "is",
    "confidence",
    "authority",
)
"""Fields that tell of statements."""


def _matching(_: Scope, match: str) -> ColumnElement[bool]:
    return _ROW.number.in_(words.in_words(fulltext.DOCUMENTS, match, (1, sqlite.LARGEST)))


def _title(_: Scope, __: Term) -> ColumnElement[bool]:
    """Without a title; words of titles are in the index."""
    return _ROW.title.is_(None)


def _published(_: Scope, term: Term) -> ColumnElement[bool]:
    return within(_ROW.published, term.value)


def _publisher(_: Scope, term: Term) -> ColumnElement[bool]:
    return metadata.published_by(_THIS, term.value)


def _added(_: Scope, term: Term) -> ColumnElement[bool]:
    return metadata.added(_THIS, term)


def _doc(_: Scope, term: Term) -> ColumnElement[bool]:
    return metadata.doc(_THIS, term)


def _lang(_: Scope, term: Term) -> ColumnElement[bool]:
    return metadata.lang(_THIS, term)


def _tag(_: Scope, term: Term) -> ColumnElement[bool]:
    return metadata.tagged(term, _ROW.id)


def _note(_: Scope, term: Term) -> ColumnElement[bool]:
    return metadata.noted(term, _ROW.id)


def _id(scope: Scope, term: Term) -> ColumnElement[bool]:
    ids = term.value.ids if isinstance(term.value, Ids) else ()
    return _ROW.id.in_(ids) if ids[0].startswith("d") else _of_statements(scope, term)


def _of_statements(scope: Scope, term: Term) -> ColumnElement[bool]:
    """Documents with a statement that is shown, or asked for, of which the field holds."""
    withheld = term.value in WITHHELD
    return _ROW.id.in_(documents_of(walk(scope, term, Shown(true() if withheld else VISIBLE, withheld))))


MEANING = Meaning(
    fields={
        **dict.fromkeys(OF_STATEMENTS, _of_statements),
        "publisher": _publisher,
        "date": _published,
        "published": _published,
        "added": _added,
        "title": _title,
        "doc": _doc,
        "id": _id,
        "tag": _tag,
        "note": _note,
        "lang": _lang,
    },
    indexed={WORDS: None, "title": "title"},
    matching=_matching,
)

"""Where else the text of a document, or the words of a statement, were printed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, func, select

from quotes.store import rows
from quotes.store.identifiers import ASKED, asked
from quotes.store.tables import documents, places, statements
from quotes.store.views import Copy, Place

Places = Mapping[str, tuple[Place, ...]]
"""The other places of documents, by id."""
_PRINTED = (
    documents.c.id,
    documents.c.name,
    documents.c.publisher,
    documents.c.published,
    documents.c.url,
    documents.c.similarity,
)


def _page(of: FromClause) -> ColumnElement[str]:
    """The first version of the page that a document is: a later one of the same page is nobody's copy."""
    return func.coalesce(of.c.version_of, of.c.id)


_FIRST, _SAID = documents.alias(), statements.alias()
_PLACES = (
    select(
        places.c.document_id,
        documents.c.sha256.label("own_sha256"),
        documents.c.place.label("own_place"),
        *(places.c[name] for name in rows.PLACE_COLUMNS),
    )
    .join(documents, documents.c.id == places.c.document_id)
    .where(places.c.document_id.in_(ASKED))
    .order_by(places.c.number)
)
_COPIES_OF_DOCUMENTS = (
    select(documents.c.copy_of, *_PRINTED)
    .join(_FIRST, _FIRST.c.id == documents.c.copy_of)
    .where(_page(documents) != _page(_FIRST), documents.c.copy_of.in_(ASKED))
)
_COPIES_OF_STATEMENTS = (
    select(statements.c.copy_of, *_PRINTED, statements.c.id.label("statement"))
    .join(documents, documents.c.id == statements.c.document_id)
    .join(_SAID, _SAID.c.id == statements.c.copy_of)
    .join(_FIRST, _FIRST.c.id == _SAID.c.document_id)
    .where(_page(documents) != _page(_FIRST), statements.c.copy_of.in_(ASKED))
)


def places_of(connection: Connection, wanted: Iterable[str]) -> Places:
    """The other places of the documents with these ids, in the order of adding."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for row in connection.execute(_PLACES, asked(wanted)):
        others = found[row.document_id]
        known = {row.own_place, *(other.place for other in others)} - {None}
        elsewhere = row.sha256 != row.own_sha256 and row.place not in known
        others.append(rows.place(row, len(others) + 2, is_copy=elsewhere))
    return {document: tuple(others) for document, others in found.items()}


def copies_of_documents(
    connection: Connection, wanted: Sequence[str], others: Places
) -> dict[str, tuple[Copy, ...]]:
    """The copies that documents stand for; `others` are the other places of these documents."""
    found = _copies(connection, _COPIES_OF_DOCUMENTS, wanted)
    owners = {document: (document, None) for document in wanted if document in others}
    return _with_places(connection, found, owners, others)


def copies_of_statements(
    connection: Connection, documents_of: Mapping[str, str], others: Places
) -> dict[str, tuple[Copy, ...]]:
    """The printings counted under statements, of which `documents_of` gives the documents; `others` are the
    other places of these."""
    found = _copies(connection, _COPIES_OF_STATEMENTS, documents_of)
    owners = {id_: (document, id_) for id_, document in documents_of.items() if document in others}
    return _with_places(connection, found, owners, others)


def _copies(
    connection: Connection, query: Select[*tuple[Any, ...]], wanted: Iterable[str]
) -> dict[str, list[Copy]]:
    found: defaultdict[str, list[Copy]] = defaultdict(list)
    for owner, document, name, *more in connection.execute(query, asked(wanted)):
        found[str(owner)].append(Copy(document, 1, name, *more))
    return found


def _with_places(
    connection: Connection,
    found: Mapping[str, list[Copy]],
    owners: Mapping[str, tuple[str, str | None]],
    others: Places,
) -> dict[str, tuple[Copy, ...]]:
    """The copies, their other places and those of their owners, each a document and perhaps a statement."""
    printed = {copy.document for copies in found.values() for copy in copies}
    theirs = places_of(connection, printed) if printed else {}
    whole: dict[str, list[Copy]] = {}
    for owner, copies in found.items():
        whole[owner] = [*copies, *(again for copy in copies for again in _elsewhere(copy, theirs))]
    for owner, (document, statement) in owners.items():
        own = Copy(document, 1, "", None, None, None, 1.0, statement)
        whole.setdefault(owner, []).extend(_elsewhere(own, others))
    return {owner: tuple(sorted(copies, key=_order)) for owner, copies in whole.items()}


def _elsewhere(copy: Copy, others: Places) -> Iterator[Copy]:
    """The same words at the other places of the document they stand in."""
    for place in others.get(copy.document, ()):
        if place.is_copy:
            yield replace(
                copy,
                place=place.number,
                name=place.name,
                publisher=place.publisher,
                published=place.published,
                url=place.url,
            )


def _order(copy: Copy) -> tuple[Any, ...]:
    from quotes.copies.grouping import last_day  # a search that finds no copies does without

    return last_day(copy.published), copy.publisher or "", copy.document, copy.place

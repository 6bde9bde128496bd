"""Where else the text of a document, or the words of a statement, were printed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, aliased

from quotes.copies.grouping import last_day
from quotes.store import identifiers, rows
from quotes.store.models import DocumentRow, PlaceRow, StatementRow
from quotes.store.views import Copy, Place

Places = Mapping[str, tuple[Place, ...]]
"""The other places of documents, by id."""
_PRINTED = (
    DocumentRow.id,
    DocumentRow.name,
    DocumentRow.publisher,
    DocumentRow.published,
    DocumentRow.url,
    DocumentRow.similarity,
)


def places_of(session: Session, wanted: Select[str] | list[str] | None) -> Places:
    """The other places of the documents with the ids `wanted` (all without it), in the order of adding."""
    query = select(PlaceRow, DocumentRow.sha256, DocumentRow.place)
    query = query.join(DocumentRow, DocumentRow.id == PlaceRow.document_id).order_by(PlaceRow.number)
    if not isinstance(wanted, list):
        chosen = [query] if wanted is None else [query.where(PlaceRow.document_id.in_(wanted))]
    else:
        chosen = [query.where(PlaceRow.document_id.in_(chunk)) for chunk in identifiers.chunks(wanted)]
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for part in chosen:
        for row, sha256, place in session.execute(part):
            places = found[row.document_id]
            known = {place, *(other.place for other in places)} - {None}
            elsewhere = row.sha256 != sha256 and row.place not in known
            places.append(rows.place(row, len(places) + 2, is_copy=elsewhere))
    return {document: tuple(places) for document, places in found.items()}


def copies_of_documents(
    session: Session, wanted: Select[str] | list[str] | None, places: Places
) -> dict[str, tuple[Copy, ...]]:
    """The copies that documents stand for; `places` are the other places of these documents."""
    first = aliased(DocumentRow)
    query = select(DocumentRow.copy_of, *_PRINTED).join(first, first.id == DocumentRow.copy_of)
    query = query.where(_page(DocumentRow) != _page(first))
    if wanted is not None:
        query = query.where(DocumentRow.copy_of.in_(wanted))
    found: defaultdict[str, list[Copy]] = defaultdict(list)
    for owner, *printed in session.execute(query):
        found[str(owner)].append(_copy(*printed))
    return _with_places(session, found, {document: (document, None) for document in places}, places)


def copies_of_statements(
    session: Session, statements: Iterable[StatementRow], places: Places
) -> dict[str, tuple[Copy, ...]]:
    """The printings counted under `statements`; `places` are the other places of their documents."""
    of_document = {row.id: row.document_id for row in statements}
    query = select(StatementRow.copy_of, *_PRINTED, StatementRow.id)
    query = query.join(DocumentRow, DocumentRow.id == StatementRow.document_id)
    said, first = aliased(StatementRow), aliased(DocumentRow)
    query = query.join(said, said.id == StatementRow.copy_of).join(first, first.id == said.document_id)
    query = query.where(_page(DocumentRow) != _page(first))
    found: defaultdict[str, list[Copy]] = defaultdict(list)
    for chunk in identifiers.chunks(list(of_document)):
        for owner, *printed in session.execute(query.where(StatementRow.copy_of.in_(chunk))):
            found[str(owner)].append(_copy(*printed))
    owners = {id_: (document, id_) for id_, document in of_document.items() if document in places}
    return _with_places(session, found, owners, places)


def _page(document: type[DocumentRow]) -> ColumnElement[str]:
    """The first version of the page that a document is: a later one of the same page is nobody's copy."""
    return func.coalesce(document.version_of, document.id)


def _with_places(
    session: Session,
    found: Mapping[str, list[Copy]],
    owners: Mapping[str, tuple[str, str | None]],
    places: Places,
) -> dict[str, tuple[Copy, ...]]:
    """The copies, their other places and those of their owners, each a document and perhaps a statement."""
    theirs = places_of(session, sorted({copy.document for copies in found.values() for copy in copies}))
    whole: dict[str, list[Copy]] = {}
    for owner, copies in found.items():
        whole[owner] = [*copies, *(again for copy in copies for again in _elsewhere(copy, theirs))]
    for owner, (document, statement) in owners.items():
        own = Copy(document, 1, "", None, None, None, 1.0, statement)
        whole.setdefault(owner, []).extend(_elsewhere(own, places))
    return {owner: tuple(sorted(copies, key=_order)) for owner, copies in whole.items()}


def _copy(document: Any, name: Any, *said: Any) -> Copy:
    """The copy that a row of the columns `_PRINTED`, and perhaps a statement's id, is about."""
    return Copy(document, 1, name, *said)


def _elsewhere(copy: Copy, places: Places) -> Iterator[Copy]:
    """The same words at the other places of the document they stand in."""
    for place in places.get(copy.document, ()):
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
    return last_day(copy.published), copy.publisher or "", copy.document, copy.place

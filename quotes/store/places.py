"""The places at which a document's text was found again, and the bytes that stood there."""

from typing import Any

from sqlalchemy import Connection, exists, insert, or_, select, update

from quotes.document import Document
from quotes.errors import UsageError
from quotes.store.originals import original, original_values, unpacked
from quotes.store.rows import PLACE_COLUMNS, place_values
from quotes.store.tables import documents, originals, places

_AS_READ = frozenset(PLACE_COLUMNS) - {"published", "published_evidence", "published_candidates"}
"""What a person corrects of a document is not corrected at its other places, but for its date."""


def same_bytes(connection: Connection, sha256: str) -> str | None:
    """The id of the document that has these bytes, at its own place or at another."""
    own = connection.scalar(select(documents.c.id).where(documents.c.sha256 == sha256))
    return own or connection.scalar(select(places.c.document_id).where(places.c.sha256 == sha256).limit(1))


def is_known(connection: Connection, sha256: str, place: str) -> bool:
    """Whether these bytes were found at `place` before."""
    own = (documents.c.sha256 == sha256) & (documents.c.place == place)
    other = (places.c.sha256 == sha256) & (places.c.place == place)
    return bool(connection.scalar(select(or_(exists().where(own), exists().where(other)))))


def add_place(connection: Connection, document_id: str, document: Document) -> bool:
    """Keep where `document`, of the same text as `document_id`, was found; whether that was not known yet.

    Bytes that are there already need a place of their own: a name alone ("standard input") is none.
    """
    known_bytes = same_bytes(connection, document.sha256) is not None
    place = document.place
    if known_bytes and (place is None or _is_own(connection, document.sha256, document.name, place)):
        return False
    packed = original_values(document_id, document)
    if known_bytes:
        packed["compressed"] = None
    connection.execute(insert(places).values(place_values(document) | packed))
    return True


def add_same_bytes(connection: Connection, sha256: str, name: str, place: str) -> None:
    """Keep that bytes which are there were found at `place` too: what is said in them is the same."""
    if _is_own(connection, sha256, name, place):
        return
    columns = [places.c[name] for name in PLACE_COLUMNS]
    query = select(places.c.document_id, places.c.size, *columns).where(places.c.sha256 == sha256)
    found = connection.execute(query.limit(1)).mappings().one_or_none()
    values = dict(found) if found is not None else _own_place(connection, sha256)
    connection.execute(insert(places).values(values | {"name": name, "place": place, "compressed": None}))


def _own_place(connection: Connection, sha256: str) -> dict[str, Any]:
    """What is told of the document that these bytes are kept with, as it was read."""
    columns = [documents.c[name] for name in PLACE_COLUMNS]
    query = (
        select(documents.c.id.label("document_id"), originals.c.size, documents.c.read, *columns)
        .join(originals, originals.c.document_id == documents.c.id)
        .where(documents.c.sha256 == sha256)
    )
    values = dict(connection.execute(query).mappings().one())
    read = values.pop("read") or {}
    return values | {column: value for column, value in read.items() if column in _AS_READ}


def _is_own(connection: Connection, sha256: str, name: str, place: str) -> bool:
    """As `is_known`. The place of a document of which an older version kept the name alone is kept now."""
    unplaced = (documents.c.sha256 == sha256) & (documents.c.name == name) & documents.c.place.is_(None)
    connection.execute(update(documents).where(unplaced).values(place=place))
    return is_known(connection, sha256, place)


def original_at(connection: Connection, document_id: str, number: int) -> bytes:
    """The bytes found at place `number` of a document, counted from 1, which is its own.

    Raises UsageError where there is no such place, LibraryError where the bytes are not as put in.
    """
    rows = select(places.c.sha256).where(places.c.document_id == document_id).order_by(places.c.number)
    sums = [connection.scalars(select(documents.c.sha256).where(documents.c.id == document_id)).one()]
    sums += connection.scalars(rows)
    if not 1 <= number <= len(sums):
        raise UsageError(f"{document_id} has no place {number}: quotes show {document_id} lists them")
    wanted = sums[number - 1]
    if wanted == sums[0]:
        return original(connection, document_id)
    kept = (places.c.sha256 == wanted) & places.c.compressed.is_not(None)
    size, compressed = connection.execute(select(places.c.size, places.c.compressed).where(kept)).one()
    return unpacked(document_id, size, compressed or b"", wanted)

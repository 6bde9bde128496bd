"""The places at which a document's text was found again, and the bytes that stood there."""

from sqlalchemy import exists, insert, or_, select, update
from sqlalchemy.orm import Session

from quotes.document import Document
from quotes.errors import UsageError
from quotes.store.models import DocumentRow, OriginalRow, PlaceRow
from quotes.store.originals import original, original_values, unpacked
from quotes.store.rows import PLACE_COLUMNS, place_values

_AS_READ = frozenset(PLACE_COLUMNS) - {"published", "published_evidence", "published_candidates"}
"""What a person corrects of a document is not corrected at its other places, but for its date."""


def same_bytes(session: Session, sha256: str) -> str | None:
    """The id of the document that has these bytes, at its own place or at another."""
    own = session.scalar(select(DocumentRow.id).where(DocumentRow.sha256 == sha256))
    return own or session.scalar(select(PlaceRow.document_id).where(PlaceRow.sha256 == sha256).limit(1))


def is_known(session: Session, sha256: str, place: str) -> bool:
    """Whether these bytes were found at `place` before."""
    own = (DocumentRow.sha256 == sha256) & (DocumentRow.place == place)
    other = (PlaceRow.sha256 == sha256) & (PlaceRow.place == place)
    return bool(session.scalar(select(or_(exists().where(own), exists().where(other)))))


def add_place(session: Session, document_id: str, document: Document) -> bool:
    """Keep where `document`, of the same text as `document_id`, was found; whether that was not known yet.

    Bytes that are there already need a place of their own: a name alone ("standard input") is none.
    """
    known_bytes = same_bytes(session, document.sha256) is not None
    place = document.place
    if known_bytes and (place is None or _is_own(session, document.sha256, document.name, place)):
        return False
    packed = original_values(document_id, document)
    if known_bytes:
        packed["compressed"] = None
    session.execute(insert(PlaceRow).values(place_values(document) | packed))
    return True


def add_same_bytes(session: Session, sha256: str, name: str, place: str) -> None:
    """Keep that bytes which are there were found at `place` too: what is said in them is the same."""
    if _is_own(session, sha256, name, place):
        return
    place_row = session.scalar(select(PlaceRow).where(PlaceRow.sha256 == sha256).limit(1))
    row = place_row or session.scalars(select(DocumentRow).where(DocumentRow.sha256 == sha256)).one()
    values = {column: getattr(row, column) for column in PLACE_COLUMNS} | {"name": name, "place": place}
    if isinstance(row, PlaceRow):
        owner, size = row.document_id, row.size
    else:
        owner = row.id
        values |= {column: value for column, value in (row.read or {}).items() if column in _AS_READ}
        size = session.scalars(select(OriginalRow.size).where(OriginalRow.document_id == owner)).one()
    session.execute(insert(PlaceRow).values(document_id=owner, size=size, compressed=None, **values))


def _is_own(session: Session, sha256: str, name: str, place: str) -> bool:
    """As `is_known`. The place of a document of which an older version kept the name alone is kept now."""
    unplaced = (DocumentRow.sha256 == sha256) & (DocumentRow.name == name) & DocumentRow.place.is_(None)
    session.execute(update(DocumentRow).where(unplaced).values(place=place))
    return is_known(session, sha256, place)


def original_at(session: Session, document_id: str, number: int) -> bytes:
    """The bytes found at place `number` of a document, counted from 1, which is its own.

    Raises UsageError where there is no such place, LibraryError where the bytes are not as put in.
    """
    rows = select(PlaceRow.sha256).where(PlaceRow.document_id == document_id).order_by(PlaceRow.number)
    sums = [session.scalars(select(DocumentRow.sha256).where(DocumentRow.id == document_id)).one()]
    sums += session.scalars(rows)
    if not 1 <= number <= len(sums):
        raise UsageError(f"{document_id} has no place {number}: quotes show {document_id} lists them")
    wanted = sums[number - 1]
    if wanted == sums[0]:
        return original(session, document_id)
    kept = (PlaceRow.sha256 == wanted) & PlaceRow.compressed.is_not(None)
    size, compressed = session.execute(select(PlaceRow.size, PlaceRow.compressed).where(kept)).one()
    return unpacked(document_id, size, compressed or b"", wanted)

"""Puts a document in once, wherever it is found again."""

from sqlalchemy.orm import Session

from quotes.document import Document
from quotes.statement import Parse
from quotes.store import copies, fetches, places, reading, replaying
from quotes.store.connections import connection_of
from quotes.store.forgetting import departures, tombstones
from quotes.store.views import Added, Status


def add(session: Session, document: Document, parse: Parse | None, *, purged: bool = False) -> Added:
    """Put in `document` with what was found in it, or note where a text that is there was found again.

    Raises ValueError where a parse is needed and not given, SourceError where it contradicts the text, and
    PurgedError for what was purged, unless `purged` says that it is to come again.
    """
    tombstones.check(connection_of(session), document, allowed=purged)
    identifier, status = _known(session, document) or (None, "added")
    if identifier is None:
        if parse is None:
            raise ValueError(f"{document.name} is not in the library: it cannot be added unparsed")
        identifier = replaying.add(session, document, parse)
        if departures.returned(connection_of(session), identifier):
            replaying.rule(session, identifier)
        copies.compare(session, identifier, document.text)
    fetches.note(connection_of(session), document, identifier, added=status == "added")
    if status == "place" or (status == "added" and document.fetched is not None):
        copies.regroup(session, [identifier])
    return Added(identifier, status, reading.document(connection_of(session), identifier))


def _known(session: Session, document: Document) -> tuple[str, Status] | None:
    """The document that has this text, or these bytes, and whether they stand at a new place."""
    connection = connection_of(session)
    if page := fetches.unchanged(connection, document):
        return page, "unchanged"
    known = places.same_bytes(connection, document.sha256) or copies.same_text(connection, document.text)
    if known is None:
        return None
    return known, "place" if places.add_place(connection, known, document) else "unchanged"

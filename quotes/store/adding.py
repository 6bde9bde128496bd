"""Puts a document in once, wherever it is found again."""

from sqlalchemy.orm import Session

from quotes.document import Document
from quotes.statement import Parse
from quotes.store import copies, fetches, places, reading, replaying
from quotes.store.views import Added, Status


def add(session: Session, document: Document, parse: Parse | None) -> Added:
    """Put in `document` with what was found in it, or note where a text that is there was found again.

    Raises ValueError where a parse is needed and not given, SourceError where it contradicts the text.
    """
    identifier, status = _known(session, document) or (None, "added")
    if identifier is None:
        if parse is None:
            raise ValueError(f"{document.name} is not in the library: it cannot be added unparsed")
        identifier = replaying.add(session, document, parse)
        copies.compare(session, identifier, document.text)
    fetches.note(session, document, identifier, added=status == "added")
    if status == "place" or (status == "added" and document.fetched is not None):
        copies.regroup(session, [identifier])
    return Added(identifier, status, reading.documents(session, [identifier])[0])


def _known(session: Session, document: Document) -> tuple[str, Status] | None:
    """The document that has this text, or these bytes, and whether they stand at a new place."""
    if page := fetches.unchanged(session, document):
        return page, "unchanged"
    known = places.same_bytes(session, document.sha256) or copies.same_text(session, document.text)
    if known is None:
        return None
    return known, "place" if places.add_place(session, known, document) else "unchanged"

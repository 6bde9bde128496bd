"""What each address on the web gave the last time, and the versions of a page that changed."""

from collections import defaultdict

from sqlalchemy import Select, delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from quotes.copies.texts import text_key
from quotes.document import Document, Fetch
from quotes.store.models import DocumentRow, FetchRow
from quotes.store.views import Version


def last(session: Session, url: str) -> tuple[Fetch, str] | None:
    """How the page at `url` was had the last time, and the id of the document it gave."""
    row = session.get(FetchRow, url)
    return (
        None if row is None else (Fetch(row.url, row.address, row.etag, row.last_modified), row.document_id)
    )


def earlier(session: Session, fetched: Fetch) -> str | None:
    """The id of the document that the same address gave the last time, whichever way it was asked for."""
    same = or_(FetchRow.url == fetched.url, FetchRow.address == fetched.address)
    latest = FetchRow.fetched.desc(), (FetchRow.url == fetched.url).desc(), FetchRow.url
    return session.scalar(select(FetchRow.document_id).where(same).order_by(*latest).limit(1))


def unchanged(session: Session, document: Document) -> str | None:
    """The id of the document that the same address gave with the same text; None where it gives another now.

    What changed around the text (an advertisement, a counter) makes no new version.
    """
    before = None if document.fetched is None else earlier(session, document.fetched)
    if before is None:
        return None
    known = session.scalar(select(DocumentRow.text_key).where(DocumentRow.id == before))
    return before if known == text_key(document.text) else None


def note(session: Session, document: Document, document_id: str, *, added: bool) -> None:
    """Remember which document an address gave; one that was `added` for it is a version of the one before."""
    if document.fetched is None:
        return
    before = earlier(session, document.fetched)
    if added and before is not None:
        _make_version(session, document_id, before)
    remember(session, document.fetched, document_id, document.retrieved.value)


def remember(session: Session, fetched: Fetch, document_id: str, moment: str | None) -> None:
    """Remember how a page was had, in the place of what was known of it."""
    session.execute(delete(FetchRow).where(FetchRow.url == fetched.url))
    values = {"url": fetched.url, "address": fetched.address, "document_id": document_id, "fetched": moment}
    validators = {"etag": fetched.etag, "last_modified": fetched.last_modified}
    session.execute(insert(FetchRow).values(values | validators))


def versions(session: Session, document_id: str) -> tuple[Version, ...]:
    """The versions of the page that a document is one of, in order; none where there is but one."""
    first = func.coalesce(DocumentRow.version_of, DocumentRow.id)
    root = session.scalars(select(first).where(DocumentRow.id == document_id)).one()
    of_page = or_(DocumentRow.id == root, DocumentRow.version_of == root)
    order = (DocumentRow.version_of.is_not(None), DocumentRow.retrieved, DocumentRow.number)
    query = select(DocumentRow.id, DocumentRow.retrieved).where(of_page).order_by(*order)
    found = tuple(Version(identifier, retrieved) for identifier, retrieved in session.execute(query))
    return found if len(found) > 1 else ()


def later_versions(
    session: Session, wanted: Select[str] | list[str] | None = None
) -> dict[str, tuple[str, ...]]:
    """The later versions of the documents with the ids `wanted` (of all without it), in order."""
    query = select(DocumentRow.version_of, DocumentRow.id).where(DocumentRow.version_of.is_not(None))
    if wanted is not None:
        query = query.where(DocumentRow.version_of.in_(wanted))
    found: defaultdict[str, list[str]] = defaultdict(list)
    for first, later in session.execute(query.order_by(DocumentRow.retrieved, DocumentRow.number)):
        found[str(first)].append(later)
    return {first: tuple(later) for first, later in found.items()}


def _make_version(session: Session, document_id: str, before: str) -> None:
    """Let a document be a later version of another, or of the first that this is itself a version of."""
    first = func.coalesce(DocumentRow.version_of, DocumentRow.id)
    root = session.scalars(select(first).where(DocumentRow.id == before)).one()
    if root != document_id:
        session.execute(update(DocumentRow).where(DocumentRow.id == document_id).values(version_of=root))

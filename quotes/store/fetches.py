"""What each address on the web gave the last time, and the versions of a page that changed."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from quotes.document import Document, Fetch
from quotes.store.identifiers import ASKED, asked
from quotes.store.tables import documents, fetches
from quotes.store.views import Version

_LATER = (
    select(documents.c.version_of, documents.c.id)
    .where(documents.c.version_of.in_(ASKED))
    .order_by(documents.c.retrieved, documents.c.number)
)


def last(connection: Connection, url: str) -> tuple[Fetch, str] | None:
    """How the page at `url` was had the last time, and the id of the document it gave."""
    row = connection.execute(select(fetches).where(fetches.c.url == url)).one_or_none()
    if row is None:
        return None
    return Fetch(row.url, row.address, row.etag, row.last_modified), row.document_id


def earlier(connection: Connection, fetched: Fetch) -> str | None:
    """The id of the document that the same address gave the last time, whichever way it was asked for."""
    same = or_(fetches.c.url == fetched.url, fetches.c.address == fetched.address)
    latest = fetches.c.fetched.desc(), (fetches.c.url == fetched.url).desc(), fetches.c.url
    return connection.scalar(select(fetches.c.document_id).where(same).order_by(*latest).limit(1))


def unchanged(connection: Connection, document: Document) -> str | None:
    """The id of the document that the same address gave with the same text; None where it gives another now.

    What changed around the text (an advertisement, a counter) makes no new version.
    """
    before = None if document.fetched is None else earlier(connection, document.fetched)
    if before is None:
        return None
    from quotes.copies.texts import text_key

    known = connection.scalar(select(documents.c.text_key).where(documents.c.id == before))
    return before if known == text_key(document.text) else None


def note(connection: Connection, document: Document, document_id: str, *, added: bool) -> None:
    """Remember which document an address gave; one that was `added` for it is a version of the one before."""
    if document.fetched is None:
        return
    before = earlier(connection, document.fetched)
    if added and before is not None:
        _make_version(connection, document_id, before)
    remember(connection, document.fetched, document_id, document.retrieved.value)


def remember(connection: Connection, fetched: Fetch, document_id: str, moment: str | None) -> None:
    """Remember how a page was had, in the place of what was known of it."""
    connection.execute(delete(fetches).where(fetches.c.url == fetched.url))
    values = {"url": fetched.url, "address": fetched.address, "document_id": document_id, "fetched": moment}
    validators = {"etag": fetched.etag, "last_modified": fetched.last_modified}
    connection.execute(insert(fetches).values(values | validators))


def versions(connection: Connection, document_id: str) -> tuple[Version, ...]:
    """The versions of the page that a document is one of, in order; none where there is but one."""
    first = func.coalesce(documents.c.version_of, documents.c.id)
    root = connection.scalars(select(first).where(documents.c.id == document_id)).one()
    of_page = or_(documents.c.id == root, documents.c.version_of == root)
    order = (documents.c.version_of.is_not(None), documents.c.retrieved, documents.c.number)
    query = select(documents.c.id, documents.c.retrieved).where(of_page).order_by(*order)
    found = tuple(Version(identifier, retrieved) for identifier, retrieved in connection.execute(query))
    return found if len(found) > 1 else ()


def later_versions(connection: Connection, wanted: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The later versions of the documents with these ids, in order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for first, later in connection.execute(_LATER, asked(wanted)):
        found[str(first)].append(later)
    return {first: tuple(later) for first, later in found.items()}


def _make_version(connection: Connection, document_id: str, before: str) -> None:
    """Let a document be a later version of another, or of the first that this is itself a version of."""
    first = func.coalesce(documents.c.version_of, documents.c.id)
    root = connection.scalars(select(first).where(documents.c.id == before)).one()
    if root != document_id:
        connection.execute(update(documents).where(documents.c.id == document_id).values(version_of=root))

"""The library: the one way in for everything that puts documents in or asks for them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Literal, Self

from sqlalchemy import URL, Engine, make_url, select, update
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.orm import Session

from quotes.document import Document
from quotes.errors import LibraryError
from quotes.overrides import Overrides
from quotes.query.plan import Plan
from quotes.settings import library_url
from quotes.statement import Parse
from quotes.store import identifiers, ingest, reading, schema, speakers, sqlite
from quotes.store.models import DocumentRow, StatementRow
from quotes.store.originals import original
from quotes.store.rows import overriding_values
from quotes.store.search import search
from quotes.store.views import SearchResult, StoredDocument, StoredSpeaker, StoredStatement


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a document that was put in: "unchanged" where the library had these bytes already."""

    id: str
    status: Literal["added", "unchanged"]
    document: StoredDocument


def open_library(url: str | None = None) -> "Library":
    """Open the library at `url` (a database URL or a file path; by default where the settings say).

    It is made where there is none, and brought up to date where it is older. Raises LibraryError.
    """
    try:
        where = make_url(library_url(url))
    except (ArgumentError, ValueError) as error:
        raise LibraryError(f"not a database URL: {url!r}") from error
    if where.get_backend_name() != "sqlite":
        raise LibraryError(f"no libraries in {where.get_backend_name()} yet: give the path of a SQLite file")
    with _trouble(where):
        engine = sqlite.connect(where)
        schema.bring_up_to_date(engine, where)
    return Library(engine, where)


class Library:
    """An open library. Every method is one transaction, and raises LibraryError for the database's troubles.

    An id may be given by its beginning; UsageError says where there is none or more than one.
    """

    def __init__(self, engine: Engine, url: URL) -> None:
        self._engine = engine
        self._url = url

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._engine.dispose()

    def find(self, sha256: str) -> StoredDocument | None:
        """The document whose bytes have this SHA-256 (hexadecimal), None where there is none."""
        with self._reading() as session:
            found = reading.documents(session, select(DocumentRow.id).where(DocumentRow.sha256 == sha256))
        return found[0] if found else None

    def add(self, document: Document, parse: Parse) -> Added:
        """Put in a document with what was found in it: all of it, or nothing. The same bytes are put in once.

        Raises SourceError where the parse contradicts the text.
        """
        with self._writing() as session:
            present = session.scalar(select(DocumentRow.id).where(DocumentRow.sha256 == document.sha256))
            identifier = present or ingest.add_document(session, document, parse)
            stored = reading.documents(session, [identifier])[0]
        return Added(identifier, "unchanged" if present else "added", stored)

    def override(
        self, document_id: str, overrides: Overrides, reparsed: Parse | None = None
    ) -> StoredDocument:
        """Let flags win over what was found in a document; dates that were found stay as candidates.

        `reparsed` is the parse of the same text under a new publication date: its said-dates are taken over.
        """
        with self._writing() as session:
            identifier = identifiers.document_id(session, document_id)
            if values := overriding_values(overrides):
                session.execute(update(DocumentRow).where(DocumentRow.id == identifier).values(values))
            if reparsed is not None:
                ingest.redate(session, identifier, reparsed)
            return reading.documents(session, [identifier])[0]

    def documents(self) -> list[StoredDocument]:
        """All documents, by name."""
        with self._reading() as session:
            return reading.documents(session)

    def document(self, document_id: str) -> StoredDocument:
        """The document with this id."""
        with self._reading() as session:
            return reading.documents(session, [identifiers.document_id(session, document_id)])[0]

    def text(self, document_id: str) -> str:
        """The text of the document with this id, to which every offset refers."""
        with self._reading() as session:
            wanted = identifiers.document_id(session, document_id)
            return session.scalars(select(DocumentRow.text).where(DocumentRow.id == wanted)).one()

    def original(self, document_id: str) -> bytes:
        """The bytes that the document with this id came from."""
        with self._reading() as session:
            return original(session, identifiers.document_id(session, document_id))

    def statement(self, statement_id: str) -> StoredStatement:
        """The statement with this id."""
        with self._reading() as session:
            wanted = identifiers.statement_id(session, statement_id)
            rows = session.scalars(select(StatementRow).where(StatementRow.id == wanted))
            return reading.statements(session, rows)[0]

    def statements(self, document_id: str) -> tuple[StoredStatement, ...]:
        """The statements of the document with this id, in the order of its text."""
        with self._reading() as session:
            wanted = identifiers.document_id(session, document_id)
            return tuple(reading.of_document(session, wanted))

    def search(self, plan: Plan) -> SearchResult:
        """The statements that `plan` asks for, newest first, and how many there are without its limit."""
        with self._reading() as session:
            return search(session, plan)

    def speakers(self, name: str | None = None) -> list[StoredSpeaker]:
        """The speakers of whom a name holds `name` (or with this id), or all; most statements first."""
        with self._reading() as session:
            return speakers.listed(session, name)

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with _trouble(self._url), Session(self._engine) as session, session.begin():
            yield session

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with _trouble(self._url), Session(sqlite.writing(self._engine)) as session, session.begin():
            yield session


@contextmanager
def _trouble(url: URL) -> Iterator[None]:
    """Turn the database's errors into one clear line."""
    try:
        yield
    except (DBAPIError, *sqlite.ERRORS) as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        raise LibraryError(sqlite.explain(reason or error, url)) from error

"""Documents: putting them in once, wherever they are found, and asking for them."""

from sqlalchemy import Connection, Select

from quotes.document import Document, Fetch
from quotes.query.plan import Plan
from quotes.statement import Parse
from quotes.store import fetches, identifiers, reading, search
from quotes.store.connections import connection_of
from quotes.store.library.transactions import Transactions
from quotes.store.views import Added, ListedDocument, Version, WholeDocument


class Documents(Transactions):
    """What is asked and told of documents."""

    def holds(self, sha256: str) -> bool:
        """Whether a document has bytes with this SHA-256 (hexadecimal), at any place of it."""
        from quotes.store import places

        with self._reading() as connection:
            return places.same_bytes(connection, sha256) is not None

    def find(self, sha256: str) -> WholeDocument | None:
        """The document whose bytes, at any place of it, have this SHA-256 (hexadecimal), or None."""
        from quotes.store import places

        with self._reading() as connection:
            identifier = places.same_bytes(connection, sha256)
            return reading.document(connection, identifier) if identifier else None

    def find_text(self, text: str) -> WholeDocument | None:
        """The document that has this text (white space and typography aside), None where there is none.

        Its statements are known: `add` needs no parse to keep the new place.
        """
        from quotes.store import copies

        with self._reading() as connection:
            identifier = copies.same_text(connection, text)
            return reading.document(connection, identifier) if identifier else None

    def add(self, document: Document, parse: Parse | None = None, *, purged: bool = False) -> Added:
        """Put in a document with what was found in it: all of it, or nothing.

        The same bytes, and the same text, are put in once: of another place of theirs is kept where it is,
        what is said of the document there and its bytes. Only then may `parse` be None.
        Raises SourceError where the parse contradicts the text, PurgedError for what was purged, unless
        `purged` says that it is to come again.
        """
        from quotes.store import adding

        self._compare_older()
        with self._writing() as session:
            return adding.add(session, document, parse, purged=purged)

    def see(self, sha256: str, name: str, place: str) -> WholeDocument | None:
        """As `find`; that the same bytes lie at `place` too, under this name, is kept."""
        from quotes.store import places

        with self._reading() as connection:
            identifier = places.same_bytes(connection, sha256)
            known = identifier is None or places.is_known(connection, sha256, place)
        if not known:
            with self._writing() as session:
                places.add_same_bytes(connection_of(session), sha256, name, place)
        return self.find(sha256)

    def fetched(self, url: str) -> tuple[Fetch, WholeDocument] | None:
        """How the page at `url` was had the last time, and what it gave; None where it never was."""
        with self._reading() as connection:
            found = fetches.last(connection, url)
            return None if found is None else (found[0], reading.document(connection, found[1]))

    def unchanged(self, fetched: Fetch, document_id: str, moment: str) -> None:
        """Note that a page, looked at again, still is what it was."""
        with self._writing() as session:
            fetches.remember(connection_of(session), fetched, document_id, moment)

    def versions(self, document_id: str) -> tuple[Version, ...]:
        """The versions of the page that this document is one of, in order; none where there is but one."""
        with self._reading() as connection:
            return fetches.versions(connection, identifiers.document_id(connection, document_id))

    def documents(
        self, plan: Plan | None = None, *, copies: bool = False, limit: int | None = None
    ) -> list[ListedDocument]:
        """The documents that `plan` asks for (all without one), by name, at most `limit`.

        A group of copies is listed as the one that stands for all, unless `copies` are to be listed too.
        What a plan asks of statements holds where one of the document's does.
        """
        with self._reading() as connection:
            wanted = _wanted(connection, plan, copies=copies)
            return reading.documents(connection, reading.by_name(connection, wanted, limit))

    def count_documents(self, plan: Plan | None = None, *, copies: bool = False) -> int:
        """How many documents `documents` lists without a limit."""
        with self._reading() as connection:
            return reading.count_documents(connection, _wanted(connection, plan, copies=copies))

    def document_ids(self, plan: Plan, *, copies: bool = False) -> list[str]:
        """The ids of the documents that `documents` lists."""
        with self._reading() as connection:
            return sorted(set(connection.scalars(search.document_ids(connection, plan, copies=copies))))

    def document(self, document_id: str) -> WholeDocument:
        """The document with this id."""
        with self._reading() as connection:
            return reading.document(connection, identifiers.document_id(connection, document_id))

    def text(self, document_id: str) -> str:
        """The text of the document with this id, to which every offset refers."""
        with self._reading() as connection:
            return reading.text(connection, identifiers.document_id(connection, document_id))

    def original(self, document_id: str, place: int = 1) -> bytes:
        """The bytes that the document with this id came from, or those found at another place of it.

        Raises UsageError where it has no such place.
        """
        from quotes.store import places

        with self._reading() as connection:
            return places.original_at(connection, identifiers.document_id(connection, document_id), place)


def _wanted(connection: Connection, plan: Plan | None, *, copies: bool) -> Select[str]:
    if plan is None:
        return reading.everything(copies=copies)
    return search.document_ids(connection, plan, copies=copies)

"""Documents: putting them in once, wherever they are found, and asking for them."""

from sqlalchemy import select

from quotes.document import Document, Fetch
from quotes.query.plan import Plan
from quotes.statement import Parse
from quotes.store import fetches, identifiers, places, reading, search
from quotes.store.library.transactions import Transactions
from quotes.store.models import DocumentRow
from quotes.store.views import Added, StoredDocument, Version


class Documents(Transactions):
    """What is asked and told of documents."""

    def holds(self, sha256: str) -> bool:
        """Whether a document has bytes with this SHA-256 (hexadecimal), at any place of it."""
        with self._reading() as session:
            return places.same_bytes(session, sha256) is not None

    def find(self, sha256: str) -> StoredDocument | None:
        """The document whose bytes, at any place of it, have this SHA-256 (hexadecimal), or None."""
        with self._reading() as session:
            identifier = places.same_bytes(session, sha256)
            return reading.documents(session, [identifier])[0] if identifier else None

    def find_text(self, text: str) -> StoredDocument | None:
        """The document that has this text (white space and typography aside), None where there is none.

        Its statements are known: `add` needs no parse to keep the new place.
        """
        from quotes.store import copies

        with self._reading() as session:
            identifier = copies.same_text(session, text)
            return reading.documents(session, [identifier])[0] if identifier else None

    def add(self, document: Document, parse: Parse | None = None) -> Added:
        """Put in a document with what was found in it: all of it, or nothing.

        The same bytes, and the same text, are put in once: of another place of theirs is kept where it is,
        what is said of the document there and its bytes. Only then may `parse` be None.
        Raises SourceError where the parse contradicts the text.
        """
        from quotes.store import adding

        self._compare_older()
        with self._writing() as session:
            return adding.add(session, document, parse)

    def see(self, sha256: str, name: str, place: str) -> StoredDocument | None:
        """As `find`; that the same bytes lie at `place` too, under this name, is kept."""
        with self._reading() as session:
            identifier = places.same_bytes(session, sha256)
            known = identifier is None or places.is_known(session, sha256, place)
        if not known:
            with self._writing() as session:
                places.add_same_bytes(session, sha256, name, place)
        return self.find(sha256)

    def fetched(self, url: str) -> tuple[Fetch, StoredDocument] | None:
        """How the page at `url` was had the last time, and what it gave; None where it never was."""
        with self._reading() as session:
            found = fetches.last(session, url)
            return None if found is None else (found[0], reading.documents(session, [found[1]])[0])

    def unchanged(self, fetched: Fetch, document_id: str, moment: str) -> None:
        """Note that a page, looked at again, still is what it was."""
        with self._writing() as session:
            fetches.remember(session, fetched, document_id, moment)

    def versions(self, document_id: str) -> tuple[Version, ...]:
        """The versions of the page that this document is one of, in order; none where there is but one."""
        with self._reading() as session:
            return fetches.versions(session, identifiers.document_id(session, document_id))

    def documents(self, plan: Plan | None = None, *, copies: bool = False) -> list[StoredDocument]:
        """The documents that `plan` asks for (all without one), by name.

        A group of copies is listed as the one that stands for all, unless `copies` are to be listed too.
        What a plan asks of statements holds where one of the document's does.
        """
        with self._reading() as session:
            return reading.documents(session, search.document_ids(session, plan or Plan(), copies=copies))

    def document_ids(self, plan: Plan, *, copies: bool = False) -> list[str]:
        """The ids of the documents that `documents` lists."""
        with self._reading() as session:
            return sorted(set(session.scalars(search.document_ids(session, plan, copies=copies))))

    def document(self, document_id: str) -> StoredDocument:
        """The document with this id."""
        with self._reading() as session:
            return reading.documents(session, [identifiers.document_id(session, document_id)])[0]

    def text(self, document_id: str) -> str:
        """The text of the document with this id, to which every offset refers."""
        with self._reading() as session:
            wanted = identifiers.document_id(session, document_id)
            return session.scalars(select(DocumentRow.text).where(DocumentRow.id == wanted)).one()

    def original(self, document_id: str, place: int = 1) -> bytes:
        """The bytes that the document with this id came from, or those found at another place of it.

        Raises UsageError where it has no such place.
        """
        with self._reading() as session:
            return places.original_at(session, identifiers.document_id(session, document_id), place)

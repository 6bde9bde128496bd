"""Parses: what the parser gave, and giving it anew."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quotes.document import Document
from quotes.statement import Parse, Statement
from quotes.store import identifiers, reading
from quotes.store.connections import connection_of
from quotes.store.library.transactions import Transactions

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from quotes.store.renewing import Renewed
    from quotes.store.reparsing import Kept


class Parses(Transactions):
    """What is asked and told of the parses of documents."""

    def as_read(self, document_id: str) -> Document:
        """The document with this id, to be parsed again; what was decided of it is in effect."""
        with self._reading() as connection:
            return reading.as_read(connection, identifiers.document_id(connection, document_id))

    def as_parsed(self, document_id: str) -> dict[str, Statement]:
        """The statements of a document that decisions changed, as the parser gave them, by id."""
        with self._reading() as connection:
            return reading.as_parsed(connection, identifiers.document_id(connection, document_id))

    def kept(self, document_id: str) -> "Kept":
        """The document with this id as it is parsed again: as read, and under the date that was set."""
        from quotes.store import reparsing

        with self._reading_rows() as session:
            return reparsing.kept(session, _document_id(session, document_id))

    def not_parsed_by(self, models: str, document_ids: Iterable[str]) -> list[str]:
        """Those of the documents with these whole ids that other models parsed last, in their order."""
        from quotes.store import reparsing

        with self._reading_rows() as session:
            return reparsing.not_parsed_by(session, models, document_ids)

    def reparse(self, document_id: str, parse: Parse, dated: Parse | None = None) -> "Renewed":
        """Put a new parse of a document's text in place of the last, but for what people decided.

        `dated` is that under the date which a person set. Raises SourceError where it is of another text.
        """
        from quotes.store import reparsing

        with self._writing() as session:
            return reparsing.reparse(session, _document_id(session, document_id), parse, dated)

    def reread(self, document_id: str, parse: Parse, dated: Parse | None = None) -> "Renewed":
        """As `reparse`, of the text that today's readers give; statements are found again by their words."""
        from quotes.store import rereading

        with self._writing() as session:
            return rereading.reread(session, _document_id(session, document_id), parse, dated)


def _document_id(session: "Session", typed: str) -> str:
    return identifiers.document_id(connection_of(session), typed)

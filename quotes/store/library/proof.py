"""Proof: whether what is kept holds."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from quotes.document import Document
from quotes.store.library.transactions import Transactions

if TYPE_CHECKING:
    from quotes.store.verifying import Verdict


class Proof(Transactions):
    """What is asked of the soundness of what is kept."""

    def verify(self, document_id: str, read_again: Callable[[Document], Document]) -> "Verdict":
        """What holds of the document with this whole id and of its statements.

        `read_again` gives the document as its bytes are read today, and raises SourceError where it cannot.
        """
        from quotes.store import verifying

        with self._reading() as connection:
            kept = verifying.held(connection, document_id)
        return kept if isinstance(kept, verifying.Verdict) else verifying.verdict(kept, read_again)

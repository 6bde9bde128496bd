"""`quotes docs`: the documents in the library, what is in them and what is missing."""

from typing import TYPE_CHECKING

from typer import Context

from quotes.cli import options
from quotes.cli.lines import counted, document_detail, document_head, document_title, missing_parts
from quotes.cli.session import session_of
from quotes.cli.tables import DOCUMENTS_WIDTH, documents_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotes.cli.consoles import Consoles
    from quotes.store.views import StoredDocument

EXAMPLES = ("quotes docs", "quotes docs | grep 'no date'")


def docs(context: Context, database: options.Database = None) -> None:
    """List the documents with their quotes and claims, and what is missing."""
    session = session_of(context)
    consoles = session.consoles
    with session.library(database) as library:
        documents = library.documents()
    _show(consoles, documents)
    if not documents:
        session.say_empty(database)
        return
    quotes = counted(sum(document.quotes for document in documents), "quote")
    claims = counted(sum(document.claims for document in documents), "claim")
    consoles.say(f"{counted(len(documents), 'document')}, {quotes}, {claims}")
    if any(missing_parts(document) for document in documents):
        consoles.say(
            "To fill in what is missing: quotes add FILE --published 2024-03-05 --publisher NAME", style="dim"
        )


def _show(consoles: "Consoles", documents: "Sequence[StoredDocument]") -> None:
    if documents and consoles.has_room(DOCUMENTS_WIDTH):
        consoles.show_table(documents_table(documents))
        return
    for document in documents:
        missing = [part for part in missing_parts(document) if part not in ("publisher", "date")]
        note = f"no {', '.join(missing)}" if missing else ""
        head, title = document_head(document), document_title(document)
        consoles.show(title, head=head, detail=document_detail(document, note))

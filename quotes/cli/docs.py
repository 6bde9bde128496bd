"""`quotes docs`: the documents in the library, what is in them and what is missing."""

from typing import TYPE_CHECKING, Annotated

from typer import Argument, Context

from quotes.cli import options
from quotes.cli.lines import counted, document_detail, document_head, document_title, missing_parts
from quotes.cli.printings import document_note
from quotes.cli.querying import say_of, unknown_speaker
from quotes.cli.session import session_of
from quotes.cli.tables import DOCUMENTS_WIDTH, documents_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotes.cli.consoles import Consoles
    from quotes.store.views import ListedDocument

EXAMPLES = ("quotes docs", "quotes docs quay 'harbour dues'", "quotes docs lang:fr or publisher:none")


def docs(
    context: Context,
    words: Annotated[
        list[str] | None,
        Argument(
            metavar="[QUERY]...",
            help="Words of title or text and fields such as publisher:post, lang:fr; those of statements "
            "(speaker:venn) hold where one does.",
        ),
    ] = None,
    copies: options.Copies = False,
    limit: options.ListLimit = 0,
    database: options.Database = None,
) -> None:
    """List the documents with their quotes and claims, and what is missing."""
    from quotes.query.language import plan_of

    plan = plan_of(words) if words else None
    session = session_of(context)
    with session.library(database) as library:
        everything = not words and not limit  # copies too: what only they say is counted
        found = library.documents(plan, copies=copies or everything, limit=limit or None)
        listed = found if copies else [one for one in found if not (everything and one.copy_of)]
        total = library.count_documents(plan, copies=copies) if limit else len(listed)
        unknown = None if found or plan is None else unknown_speaker(library, plan)
    _show(session.consoles, listed)
    if found:
        _say_found(session.consoles, found)
    elif words:
        session.consoles.say(unknown or "No documents found: quotes docs lists all.")
    else:
        session.say_empty(database)
    say_of(session.consoles, len(listed), total, "document")


def _say_found(consoles: "Consoles", documents: "Sequence[ListedDocument]") -> None:
    quotes = counted(sum(document.quotes for document in documents), "quote")
    claims = counted(sum(document.claims for document in documents), "claim")
    consoles.say(f"{_counted(documents)}, {quotes}, {claims}")
    if any(missing_parts(document) for document in documents):
        consoles.say(
            "To fill in what is missing: quotes set ID --published 2024-03-05 --publisher NAME", style="dim"
        )


def _counted(documents: "Sequence[ListedDocument]") -> str:
    """How many documents there are, each text counted once."""
    texts = {document.copy_of or document.id for document in documents}
    copies = sum(len(document.copies) for document in documents if not document.copy_of)
    more = f" (+{counted(copies, 'copy', 'copies')})" if copies else ""
    return counted(len(texts), "document") + more


def _show(consoles: "Consoles", documents: "Sequence[ListedDocument]") -> None:
    if documents and consoles.has_room(DOCUMENTS_WIDTH):
        consoles.show_table(documents_table(documents))
        return
    for document in documents:
        missing = [part for part in missing_parts(document) if part not in ("publisher", "date")]
        lacks = f"no {', '.join(missing)}" if missing else ""
        note = "; ".join(filter(None, (lacks, document_note(document))))
        head, title = document_head(document), document_title(document)
        consoles.show(title, head=head, detail=document_detail(document, note))

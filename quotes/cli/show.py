"""`quotes show`: everything known about one statement, document or speaker, and how it is known."""

from typing import Annotated

from typer import Argument, Context

from quotes.cli import document_page, options, speaker_page, statement_page
from quotes.cli.session import session_of
from quotes.errors import UsageError

EXAMPLES = ("quotes show q4tz2kd6vwa", "quotes show d3")

_PAGES = {"d": document_page.show, "q": statement_page.show, "s": speaker_page.show}


def show(
    context: Context,
    identifier: Annotated[
        str,
        Argument(
            metavar="ID", help="Of a statement (q...), document (d...) or speaker (s...), or its beginning."
        ),
    ],
    database: options.Database = None,
) -> None:
    """Show a statement in its context and how each part of it is known; or a document; or a speaker."""
    identifier = identifier.strip().lower()
    page = _PAGES.get(identifier[:1])
    if page is None:
        raise UsageError(
            f"{identifier!r} is no id: ids begin with q (statement), d (document) or s (speaker)"
        )
    session = session_of(context)
    with session.library(database) as library:
        page(session.consoles, library, identifier)

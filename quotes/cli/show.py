"""`quotes show`: everything known about one statement, document or speaker, and how it is known."""

from typing import Annotated

from rich.text import Text
from typer import Argument, Context, Option

from quotes.cli import (
    document_page,
    explain_page,
    marks_page,
    options,
    provenance_page,
    speaker_page,
    statement_page,
)
from quotes.cli.lines import MISSING
from quotes.cli.session import session_of
from quotes.display import one_line
from quotes.errors import UsageError

EXAMPLES = (
    "quotes show q4tz2kd6vwa",
    "quotes show d3",
    "quotes show d3 --explain",
    "quotes show d3 --provenance",
    "quotes show d3 --marks",
)

_PAGES = {"d": document_page.show, "q": statement_page.show, "s": speaker_page.show}

_OF_DOCUMENTS = {
    "--explain": explain_page.show,
    "--provenance": provenance_page.show,
    "--marks": marks_page.show,
}


def show(
    context: Context,
    identifier: Annotated[
        str,
        Argument(
            metavar="ID", help="Of a statement (q...), document (d...) or speaker (s...), or its beginning."
        ),
    ],
    explain: Annotated[
        bool, Option("--explain", help="Of a document: every part of the file, and why parts were dropped.")
    ] = False,
    provenance: Annotated[
        bool, Option("--provenance", help="Of a document: how it was read, what was repaired and dropped.")
    ] = False,
    marks: Annotated[
        bool,
        Option("--marks", help="Of a document: every passage in quotation marks and what became of it."),
    ] = False,
    database: options.Database = None,
) -> None:
    """Show a statement in its context and how each part of it is known; or a document; or a speaker."""
    identifier = identifier.strip().lower()
    page = _PAGES.get(identifier[:1])
    if page is None:
        raise UsageError(
            f"{identifier!r} is no id: ids begin with q (statement), d (document) or s (speaker)"
        )
    asked = [
        option for option, wanted in zip(_OF_DOCUMENTS, (explain, provenance, marks), strict=True) if wanted
    ]
    if len(asked) > 1:
        raise UsageError(f"{' and '.join(asked)} are pages of their own: ask for one")
    if asked:
        if page is not document_page.show:
            raise UsageError(f"{asked[0]} is about how a document was read: name its id (d...)")
        page = _OF_DOCUMENTS[asked[0]]
    session = session_of(context)
    with session.library(database) as library:
        gone = library.withdrawn(identifier)
        if gone is not None:
            session.consoles.show(Text(f"WITHDRAWN: {one_line(gone)}", MISSING))
            return
        page(session.consoles, library, identifier)

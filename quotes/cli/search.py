"""`quotes search`: the statements that match, newest first."""

from typing import TYPE_CHECKING

from rich.text import Text
from typer import Context

from quotes.cli import options
from quotes.cli.lines import place_line, statement_head, statement_words
from quotes.cli.session import session_of

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.store import Library
    from quotes.store.views import StoredStatement

LIMIT = 20
"""Statements shown unless asked otherwise: about two screens."""
EXAMPLES = (
    "quotes search ferries harbour",
    'quotes search "no-limits"',
    "quotes search --speaker venn --from 2024-03 --kind direct",
)


def search(
    context: Context,
    words: options.Words = None,
    speaker: options.Speaker = None,
    publisher: options.Publisher = None,
    earliest: options.Earliest = None,
    latest: options.Latest = None,
    kind: options.OfKind = None,
    limit: options.Limit = LIMIT,
    database: options.Database = None,
) -> None:
    """Search what was said, by words and by who, where and when."""
    session = session_of(context)
    consoles = session.consoles
    plan = options.plan(words, speaker, publisher, earliest, latest, kind, limit)
    with session.library(database) as library:
        result = library.search(plan)
        for stored in result.statements:
            show_statement(consoles, stored)
        if not result.total:
            _advise(consoles, library, speaker)
    if len(result.statements) < result.total:
        consoles.say("--limit 0 shows all of them.", style="dim")
    consoles.say(f"{len(result.statements):,} of {result.total:,}")


def show_statement(consoles: "Consoles", stored: "StoredStatement") -> None:
    """Print one result: three lines, and an empty one to tell it from the next."""
    indent = Text("  ")
    consoles.show(statement_head(stored))
    consoles.show(statement_words(stored), head=indent)
    consoles.show(place_line(stored), head=indent)
    consoles.show(Text())


def _advise(consoles: "Consoles", library: "Library", speaker: str | None) -> None:
    if not library.documents():
        consoles.say("The library is empty: quotes add FILE puts documents in.")
    elif speaker and not library.speakers(speaker):
        consoles.say(f"No speaker is called {speaker!r}: quotes speakers lists them.")

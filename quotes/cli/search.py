"""`quotes search`: the statements that match, newest first."""

from typing import TYPE_CHECKING

from rich.text import Text
from typer import Context

from quotes.cli import options
from quotes.cli.lines import QUIET, mark, place_line, statement_head, statement_words
from quotes.cli.printings import statement_note
from quotes.cli.querying import say_nobody, say_undated
from quotes.cli.session import session_of
from quotes.display import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotes.cli.consoles import Consoles
    from quotes.query.plan import Plan
    from quotes.store import Library
    from quotes.store.views import StoredStatement

LIMIT = 20
"""Statements shown unless asked otherwise: about two screens."""
EXAMPLES = (
    "quotes search ferries harbour",
    'quotes search "no-limits" -speaker:halik',
    "quotes search --speaker venn --from 2024-03 --kind direct",
    "quotes search for:ostrava date:2024-03.. sort:said-",
)


def search(
    context: Context,
    words: options.Words = None,
    speaker: options.Speaker = None,
    speaks_for: options.SpeaksFor = None,
    publisher: options.Publisher = None,
    earliest: options.Earliest = None,
    latest: options.Latest = None,
    kind: options.OfKind = None,
    tag: options.Tagged = None,
    limit: options.Limit = LIMIT,
    copies: options.Copies = False,
    database: options.Database = None,
) -> None:
    """Search what was said, by words and by who, where and when."""
    session = session_of(context)
    consoles = session.consoles
    asked = (words, speaker, publisher, earliest, latest, kind, limit)
    plan = options.plan(*asked, speaks_for=speaks_for, tag=tag, copies=copies)
    with session.library(database) as library:
        result = library.search(plan)
        for stored in result.statements:
            show_statement(consoles, stored, plan.sought)
        if not result.total and not library.documents():
            session.say_empty(database)
        elif not result.total:
            _advise(consoles, library, plan)
    say_undated(consoles, result)
    if len(result.statements) < result.total:
        consoles.say("--limit 0 shows all of them.", style="dim")
    consoles.say(f"{len(result.statements):,} of {result.total:,}")


def show_statement(consoles: "Consoles", stored: "StoredStatement", sought: "Sequence[str]") -> None:
    """Print one result: three lines, and an empty one to tell it from the next.

    The sentence around it is one more where not all that was `sought` stands in the statement itself.
    """
    indent = Text("  ")
    words = statement_words(stored)
    consoles.show(statement_head(stored))
    whole = mark(words, sought)
    consoles.show(words, head=indent)
    if not whole:
        sentence = Text.assemble(("in: ", QUIET), one_line(stored.context))
        mark(sentence, sought)
        consoles.show(sentence, head=indent)
    consoles.show_in_a_line(place_line(stored), head=indent)
    if note := statement_note(stored):
        consoles.show(note, head=indent)
    consoles.show(Text())


def _advise(consoles: "Consoles", library: "Library", plan: "Plan") -> None:
    """Tell why nothing may have been found."""
    from quotes.query.plan import positive

    asked = [str(term.value) for term in positive(plan.where) if term.field == "speaker" and term.value]
    unknown = [name for name in asked if not library.speakers(name)]
    if unknown:
        say_nobody(consoles, library, unknown[0])
    elif plan.phrases:
        consoles.say("A phrase is found as it stands only: try its words one by one.")
    else:
        consoles.say("All words and options must hold for one statement: try fewer.")

"""`quotes search`: the statements that match, newest first; the most relevant first where few match words."""

from dataclasses import replace
from typing import TYPE_CHECKING

from typer import Context

from quotes.cli import options
from quotes.cli.querying import say_of, say_undated
from quotes.cli.result_page import show_result
from quotes.cli.session import session_of

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.query.plan import Plan
    from quotes.store.views import SearchResult

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
    after: options.After = None,
    copies: options.Copies = False,
    database: options.Database = None,
) -> None:
    """Search what was said, by words and by who, where and when."""
    session = session_of(context)
    consoles = session.consoles
    asked = (words, speaker, publisher, earliest, latest, kind, limit)
    plan = options.plan(*asked, speaks_for=speaks_for, tag=tag, copies=copies, after=after)
    with session.library(database) as library:
        result = library.search(replace(plan, ranked=True))
        for stored in result.statements:
            show_result(consoles, stored, result.sought)
        if not result.total and not library.count_documents():
            session.say_empty(database)
        elif not result.total:
            from quotes.cli.advice import advise

            advise(consoles, library, plan)
    say_undated(consoles, result)
    _say_more(consoles, plan, result)
    say_of(consoles, len(result.statements), result.total)


def _say_more(consoles: "Consoles", plan: "Plan", result: "SearchResult") -> None:
    """Tell how to go on, where there may be more."""
    shown = len(result.statements)
    if not shown and result.total:
        consoles.say("Nothing follows it in this order.", style="dim")
    if not shown or plan.limit is None or shown < plan.limit or shown == result.total:
        return
    order = "sort:relevance " if result.ranked and not plan.order else ""
    last = result.statements[-1].statement.id
    consoles.say(f"{order}--after {last} shows the next ones, --limit 0 shows all of them.", style="dim")

"""`quotes reparse`: kept texts parsed again, with other models or newer rules; decisions stay."""

from typing import Annotated

from typer import Context, Exit, Option

from quotes.cli import options
from quotes.cli.querying import no_match
from quotes.cli.session import session_of
from quotes.errors import UsageError

EXAMPLES = (
    "quotes reparse --all",
    "quotes reparse d3 d7 --model official",
    "quotes reparse publisher:harbour -j 4",
    "quotes reparse d3 --reread",
)
WORK = "Work"


def reparse(
    context: Context,
    words: options.Words = None,
    everything: Annotated[bool, Option("--all", help="Every document of the library.")] = False,
    model: Annotated[
        str | None,
        Option(
            "--model",
            metavar="quotes|official|DIR",
            help="Parse with these models (default: those in use, see quotes models).",
            rich_help_panel=WORK,
        ),
    ] = None,
    reread: Annotated[
        bool,
        Option(
            "--reread", help="Read the kept files again before, with today's readers.", rich_help_panel=WORK
        ),
    ] = False,
    again: Annotated[
        bool,
        Option("--again", help="Also what these models parsed already.", rich_help_panel=WORK),
    ] = False,
    workers: options.Workers = None,
    time_limit: options.TimeLimit = None,
    database: options.Database = None,
) -> None:
    """Parse documents of the library again: what no person touched is replaced, decisions stay.

    Documents are named by their ids, or by a query. Statements keep their ids; one that is not found any
    more is withdrawn, and its id tells so. What was interrupted is taken up again by the same command.
    """
    if everything == bool(words):
        raise UsageError(
            "name documents or a query, or give --all" if not words else "--all goes without a query"
        )
    session = session_of(context)
    from quotes.bulk.limits import TIME_LIMIT
    from quotes.cli.reparsing import Round
    from quotes.settings import models_folder

    folder = models_folder(model)
    with session.library(database) as library:
        plan = options.plan(words, None, None, None, None, None, None, copies=True)
        found = library.document_ids(plan, copies=True)
        if not found:
            if everything:
                session.say_empty(database)
                return
            raise no_match(library, plan, "quotes docs lists what there is", "document")
        turn = Round(session.consoles, library, folder, reread, again or reread)
        code = turn.through(found, workers, time_limit or TIME_LIMIT)
    if code:
        raise Exit(code)

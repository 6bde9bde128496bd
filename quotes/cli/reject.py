"""`quotes reject`: says that something is no statement, or none of anybody's to be shown."""

from typing import Annotated

from typer import Context, Option

from quotes.cli import options
from quotes.cli.deciding import DryRun, Yes, decide, statements_of, with_whole_ids
from quotes.cli.session import session_of
from quotes.errors import UsageError

EXAMPLES = (
    'quotes reject q4tz2kd6vwa --reason "the name of a ship"',
    'quotes reject doc:d3 "terms of use" --yes',
)


def reject(
    context: Context,
    words: options.Words = None,
    speaker: options.Speaker = None,
    speaks_for: options.SpeaksFor = None,
    publisher: options.Publisher = None,
    earliest: options.Earliest = None,
    latest: options.Latest = None,
    kind: options.OfKind = None,
    tagged: options.Tagged = None,
    reason: Annotated[
        str | None, Option("--reason", metavar="TEXT", help="Why; it is shown with the statement's id.")
    ] = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    database: options.Database = None,
) -> None:
    """Reject the statements that a query finds, as one decision.

    They stay away, also when the document is parsed or added again; their ids go on answering, and quotes
    accept brings them back.
    """
    from quotes.people.edits import StatementEdit

    asked = (speaker, publisher, earliest, latest, kind)
    options.need_query(words, *asked, speaks_for, tagged)
    if reason is not None and not reason.strip():
        raise UsageError("--reason is empty")
    session = session_of(context)
    with session.library(database) as library:
        query = with_whole_ids(library, words)
        plan = options.plan(query, *asked, None, speaks_for=speaks_for, tag=tagged)
        found = statements_of(library, plan)
        edit = StatementEdit(verdict="rejected", reason=reason and reason.strip())
        decide(session.consoles, library, found, edit, doing="reject them", yes=yes, dry_run=dry_run)

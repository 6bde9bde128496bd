"""`quotes accept`: says that statements are right as they are."""

from typer import Context

from quotes.cli import options
from quotes.cli.deciding import DryRun, Yes, decide, statements_of, with_whole_ids
from quotes.cli.session import session_of

EXAMPLES = ("quotes accept q4tz2kd6vwa", "quotes accept speaker:venn kind:direct --yes")


def accept(
    context: Context,
    words: options.Words = None,
    speaker: options.Speaker = None,
    speaks_for: options.SpeaksFor = None,
    publisher: options.Publisher = None,
    earliest: options.Earliest = None,
    latest: options.Latest = None,
    kind: options.OfKind = None,
    tagged: options.Tagged = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    database: options.Database = None,
) -> None:
    """Accept the statements that a query finds, as one decision: parsing again leaves them as they are."""
    from quotes.people.edits import StatementEdit

    asked = (speaker, publisher, earliest, latest, kind)
    options.need_query(words, *asked, speaks_for, tagged)
    session = session_of(context)
    with session.library(database) as library:
        query = with_whole_ids(library, words)
        plan = options.plan(query, *asked, None, speaks_for=speaks_for, tag=tagged)
        found = statements_of(library, plan)
        edit = StatementEdit(verdict="accepted")
        decide(session.consoles, library, found, edit, doing="accept them", yes=yes, dry_run=dry_run)

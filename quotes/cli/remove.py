"""`quotes remove`: takes documents out of the library; adding them again brings all back."""

from typing import Annotated

from typer import Argument, Context, Exit

from quotes.cli import options
from quotes.cli.asking import confirmed
from quotes.cli.deciding import DryRun, Yes
from quotes.cli.going import say_account, show_documents
from quotes.cli.lines import counted
from quotes.cli.session import session_of
from quotes.errors import ExitCode, UsageError
from quotes.settings import user

EXAMPLES = ("quotes remove d3kq7wz2ma", "quotes remove d3kq7wz2ma --dry-run")


def remove(
    context: Context,
    typed: Annotated[
        list[str], Argument(metavar="DOC...", help="Ids of documents (d...), or their beginnings.")
    ],
    yes: Yes = False,
    dry_run: DryRun = False,
    database: options.Database = None,
) -> None:
    """Take documents out of the library, with their statements; their ids go on answering.

    What people decided on them stays in the log, and holds again when a file is added again. Words that
    copies have too go on being found there. (quotes purge leaves no trace.)
    """
    session = session_of(context)
    consoles = session.consoles
    with session.library(database) as library:
        wanted = list(dict.fromkeys(library.whole_id(each) for each in typed))
        if other := next((each for each in wanted if not each.startswith("d")), None):
            raise UsageError(f"{other} is no document: name the document it stands in (quotes show {other})")
        planned = library.remove(user(), wanted, rehearsal=True)
        show_documents(consoles, planned, every=dry_run)
        say_account(consoles, planned)
        many = counted(len(wanted), "document")
        if dry_run:
            consoles.say(f"{many} would be removed")
            return
        if not confirmed(consoles, f"Remove {many} from the library?", yes=yes):
            consoles.say("Nothing is removed.")
            raise Exit(ExitCode.FAILED)
        removed = library.remove(user(), wanted)
    consoles.say(f"Removed {many} (decision {removed.decision}): adding a file again brings it back")

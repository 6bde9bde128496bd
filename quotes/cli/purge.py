"""`quotes purge`: takes documents, or one person's words, out of the library so that no trace is left."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Context, Exit, Option

from quotes.cli import options
from quotes.cli.asking import confirmed
from quotes.cli.deciding import DryRun, Yes
from quotes.cli.going import say_account, show_documents
from quotes.cli.lines import counted
from quotes.cli.purging import Order, order_of
from quotes.cli.session import session_of
from quotes.display import one_line
from quotes.errors import ExitCode, LibraryError, UsageError

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.store import Library
    from quotes.store.forgetting.account import Account
    from quotes.store.forgetting.rewriting import Finished

EXAMPLES = (
    "quotes purge d3kq7wz2ma --dry-run",
    "quotes purge d3kq7wz2ma",
    "quotes purge q4tz2kd6vwa --redact",
    "quotes purge --speaker 'Mara Venn' --redact",
    "quotes purge --finish",
)
SOURCES_SHOWN = 10
OUT_OF_REACH = (
    "sheets, citations and other files that were written of it",
    "copies of the library under other names or elsewhere (quotes restore leaves it out of them)",
    "what the terminal, the shell's history and the disk itself (snapshots, deleted files) still keep",
)
"""Where purged words may still be."""


def purge(
    context: Context,
    typed: Annotated[
        list[str] | None,
        Argument(metavar="[ID]...", help="Of documents (d...); with --redact of statements (q...)."),
    ] = None,
    speaker: Annotated[
        str | None,
        Option("--speaker", metavar="NAME", help="The documents in which this speaker says something."),
    ] = None,
    redact: Annotated[
        bool, Option("--redact", help="Blank the words of the statements alone; the documents stay.")
    ] = False,
    finish: Annotated[bool, Option("--finish", help="Finish a purge that was broken off.")] = False,
    yes: Yes = False,
    dry_run: DryRun = False,
    database: options.Database = None,
) -> None:
    """Take documents, or what somebody says in them, out of the library so that no trace is left of it.

    It goes from texts, kept files, indexes, the log (whose entries stay, empty) and the runs. Backups beside
    the library are deleted, and a new one is made. What was purged is refused when it is added again (quotes
    add --purged takes it in); a redacted document is kept as its blanked text alone.
    """
    session = session_of(context)
    consoles = session.consoles
    if finish == bool(typed or speaker) or (finish and (redact or dry_run)):
        raise UsageError("name what is to be purged" if not finish else "--finish goes without anything else")
    with session.library(database) as library:
        if finish:
            _finish(consoles, library, asked=True)
            return
        order = order_of(library, typed or (), speaker, redact=redact)
        planned = order.carried_out(library, rehearsal=True)
        _say_planned(consoles, library, planned, order, every=dry_run)
        if dry_run:
            consoles.say(f"{order.doing(planned)}: nothing is changed by --dry-run")
            return
        if not confirmed(consoles, f"{order.doing(planned)}: this cannot be undone. Go on?", yes=yes):
            consoles.say("Nothing is purged.")
            raise Exit(ExitCode.FAILED)
        order.carried_out(library, rehearsal=False)
        _finish(consoles, library, asked=False)
        elsewhere = library.backup_elsewhere()
    consoles.say("Done: nothing of it is left in the library and the backups beside it")
    _say_out_of_reach(consoles, planned, elsewhere, order.speaker)


def _say_planned(
    consoles: "Consoles", library: "Library", planned: "Account", order: Order, *, every: bool
) -> None:
    show_documents(consoles, planned, every=every)
    if order.is_redaction:
        blanked = f"{planned.characters:,} characters of {counted(planned.statements, 'statement')}"
        consoles.say(f"Blanked in them: {blanked}; the files they came from are not kept")
    else:
        say_account(consoles, planned)
    backups = library.copies_beside()
    if backups:
        names = ", ".join(one_line(path.name) for path in backups)
        consoles.say(f"Deleted, as they may hold it: {counted(len(backups), 'backup')} ({names})")


def _finish(consoles: "Consoles", library: "Library", *, asked: bool) -> None:
    """Rewrite the library. Raises Exit where another program keeps that from being done, LibraryError."""
    if asked and not library.is_purge_unfinished():
        consoles.say("There is nothing to finish.")
        return
    try:
        finished = library.finish_purge()
    except LibraryError as error:
        raise LibraryError(
            f"{error}; the purge is begun: quotes purge --finish brings it to its end"
        ) from error
    if finished.open_elsewhere:
        consoles.fail(
            "another program has the library open and keeps what it was in the journal: close it, then "
            "quotes purge --finish"
        )
        raise Exit(ExitCode.FAILED)
    _say_backups(consoles, finished)


def _say_backups(consoles: "Consoles", finished: "Finished") -> None:
    if finished.deleted:
        made = f"; made anew: {one_line(str(finished.made))}" if finished.made else ""
        consoles.say(f"{counted(len(finished.deleted), 'backup')} deleted{made}")


def _say_out_of_reach(
    consoles: "Consoles", purged: "Account", backup: str | None, speaker: str | None
) -> None:
    """Say where it may still be."""
    named = [f"texts and your list of people that name {one_line(speaker)}"] if speaker else []
    backups = [f"the backup {one_line(backup)}"] if backup else []
    consoles.say("Out of reach of this, and yours to look after:")
    for line in (*_sources(purged), *named, *backups, *OUT_OF_REACH):
        consoles.say(f"  {line}")


def _sources(purged: "Account") -> Sequence[str]:
    """Where the documents came from."""
    places = [one_line(each.place) for each in purged.documents if each.place]
    shown = [f"where it came from: {place}" for place in places[:SOURCES_SHOWN]]
    more = len(places) - len(shown)
    return [*shown, f"... and {more:,} more such files"] if more > 0 else shown

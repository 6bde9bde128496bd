"""`quotes undo`: takes a decision back; what it changed is again as the other decisions have it."""

from typing import Annotated

from typer import Argument, Context

from quotes.cli import options
from quotes.cli.lines import counted
from quotes.cli.session import session_of
from quotes.settings import user

EXAMPLES = ("quotes undo", "quotes undo 17")


def undo(
    context: Context,
    number: Annotated[
        int | None, Argument(metavar="[NUMBER]", help="The decision (default: the last in effect).", min=1)
    ] = None,
    database: options.Database = None,
) -> None:
    """Take a decision back. An undo is a decision too: undoing it brings back what it took."""
    session = session_of(context)
    with session.library(database) as library:
        undone = library.desk(user()).undo(number)
        changes = library.decision(undone.undoes or 0).changes
    things = len({change.target for change in changes})
    session.consoles.say(f"Undone: {undone.summary} ({counted(things, 'thing')} changed back)")
    session.consoles.say(f"quotes undo {undone.number} brings it back", style="dim")

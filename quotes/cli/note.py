"""`quotes note`: puts a note on a statement or a document."""

from typing import Annotated

from typer import Argument, Context, Option

from quotes.cli import options
from quotes.cli.session import session_of
from quotes.errors import UsageError
from quotes.settings import user

EXAMPLES = ('quotes note q4tz2kd6vwa "ask her office for the letter"', "quotes note d3 --remove")


def note(
    context: Context,
    identifier: Annotated[
        str, Argument(metavar="ID", help="Of a statement (q...) or a document (d...), or its beginning.")
    ],
    text: Annotated[
        str | None, Argument(metavar="TEXT", help="The note; it takes the place of one there.")
    ] = None,
    remove: Annotated[bool, Option("--remove", help="Take the note away.")] = False,
    database: options.Database = None,
) -> None:
    """Put a note on a statement or a document: it stands in every export and in the log."""
    if remove == (text is not None):
        raise UsageError("give the note's text, or --remove to take it away")
    if text is not None and not text.strip():
        raise UsageError("the note is empty: --remove takes a note away")
    session = session_of(context)
    with session.library(database) as library:
        target = library.whole_id(identifier)
        if target.startswith("s"):
            raise UsageError(f"{identifier!r} is a speaker: notes are put on statements and documents")
        decision = library.desk(user()).note([target], text.strip() if text else None)
    if decision is None:
        session.consoles.say("That note is there already." if text else "There is no note to take away.")
    else:
        session.consoles.say(f"Noted on {target}." if text else f"The note on {target} is taken away.")

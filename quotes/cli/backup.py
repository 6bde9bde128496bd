"""`quotes backup`: a checked copy of the library."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Context

from quotes.cli import options
from quotes.cli.copying import copying
from quotes.cli.session import session_of
from quotes.cli.sizes import size_words
from quotes.display import one_line
from quotes.errors import LibraryError

EXAMPLES = ("quotes backup", "quotes backup /media/stick")


def backup(
    context: Context,
    folder: Annotated[
        Path | None, Argument(metavar="[DIR]", help='Where to (default: the folder "backups" beside it).')
    ] = None,
    database: options.Database = None,
) -> None:
    """Copy the library to a file of its own, checked; it may be in use, and nothing is ever overwritten."""
    session = session_of(context)
    consoles = session.consoles
    with session.library(database, make=False) as library:
        with copying(consoles, "Copying") as progress:
            made = library.back_up(folder and folder.expanduser(), progress)
        consoles.show_to_copy(str(made.path))
        consoles.say(f"{size_words(made.size)}, checked. To bring it back: quotes restore FILE", style="dim")
        if library.is_read_only:
            return
        try:
            library.note_backup(made)
        except LibraryError as error:
            consoles.warn(f"the library could not take down that it was backed up ({one_line(str(error))})")

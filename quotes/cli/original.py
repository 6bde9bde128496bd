"""`quotes original`: the bytes that a document came from, exactly as they were put in."""

import sys
from pathlib import Path
from typing import Annotated

from typer import Argument, Context, Option

from quotes.cli import options
from quotes.cli.consoles import data_stream
from quotes.cli.lines import counted
from quotes.cli.session import session_of
from quotes.errors import UsageError

EXAMPLES = ("quotes original d3 -o article.html", "quotes original d3 -o - | less")


def original(
    context: Context,
    identifier: Annotated[str, Argument(metavar="ID", help="Of a document (d...), or its beginning.")],
    output: Annotated[
        str, Option("--output", "-o", metavar="FILE", help="File to write; - is standard output.")
    ],
    place: Annotated[
        int, Option("--place", metavar="N", min=1, help="The file of another place of the same text.")
    ] = 1,
    force: Annotated[bool, Option("--force", help="Write over a file that is there.")] = False,
    database: options.Database = None,
) -> None:
    """Write the file that a document came from: the very bytes that were added."""
    to_stdout = output == options.STANDARD_STREAM
    if to_stdout and sys.stdout.isatty():
        raise UsageError("a file may hold commands to a terminal: name one with -o FILE, or pipe it on")
    session = session_of(context)
    with session.library(database) as library:
        content = library.original(identifier.strip().lower(), place)
    if to_stdout:
        data_stream().write(content)
        return
    _write(Path(output), content, force=force)
    session.consoles.say(f"{counted(len(content), 'byte')} in {output}")


def _write(path: Path, content: bytes, *, force: bool) -> None:
    """Raises UsageError for a file that is there (unless `force`) or cannot be written."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder: name the file to write")
    try:
        with path.open("wb" if force else "xb") as stream:
            stream.write(content)
    except FileExistsError:
        raise UsageError(f"{path} is there already: give --force to write over it") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UsageError(f"{path} cannot be written ({reason})") from None

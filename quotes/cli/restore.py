"""`quotes restore`: a backup in the library's place."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Context, Option

from quotes.cli import options
from quotes.cli.asking import confirmed
from quotes.cli.copying import copying
from quotes.cli.lines import counted
from quotes.cli.moments import local_minute
from quotes.cli.session import session_of
from quotes.errors import LibraryError, UsageError
from quotes.settings import user

if TYPE_CHECKING:
    from quotes.store.keeping.inspecting import Content

EXAMPLES = (
    "quotes restore backups/quotes.2024-03-05T091500Z.db",
    "quotes restore quotes.before-restore.2024-03-06T120000Z.db",
)


def restore(
    context: Context,
    file: Annotated[Path, Argument(metavar="FILE", help="A backup, or any library.")],
    yes: Annotated[bool, Option("--yes", "-y", help="Do not ask.")] = False,
    database: options.Database = None,
) -> None:
    """Put a backup in the library's place. The library as it was is kept beside it."""
    from quotes.store.keeping import inspecting, restoring
    from quotes.store.sqlite import path_of

    session = session_of(context)
    consoles = session.consoles
    library, backup = path_of(session.location(database)), file.expanduser().resolve()
    if library == backup:
        raise UsageError(f"{file} is the library itself: name a backup of it")
    content = inspecting.content_of(backup)
    consoles.say(f"{file} is sound: {_what(content)}")
    _need_quiet(library)
    place = f"in the place of the library {library}"
    if not confirmed(consoles, f"Put it {place}?", yes=yes):
        consoles.say("Nothing was changed.")
        return
    with copying(consoles, "Restoring") as progress:
        restored = restoring.restore(library, backup, user(), progress)
    if restored.aside:
        consoles.warn(f"the library was damaged; as it was it is set aside as {restored.aside}")
        if restored.purged is None:
            consoles.warn("what was purged from it could not be read: purge it again where the backup has it")
    elif restored.before:
        consoles.say(f"The library as it was: {restored.before}")
    if restored.purged:
        consoles.say(f"Left out, as purged since: {counted(restored.purged, 'document')}")
    with session.library(database) as opened:
        brought = opened.summary()
    consoles.say(f"Restored: {counted(brought.documents, 'document')}, {counted(brought.total, 'statement')}")


def _what(content: "Content") -> str:
    from quotes.store import schema

    parts = [counted(content.documents, "document"), counted(content.statements, "statement")]
    if content.last_added:
        parts.append(f"last added to {local_minute(content.last_added)}")
    if content.schema != schema.HEAD:
        parts.append(f"of an older version (schema {content.schema}), brought up to date when it is opened")
    return ", ".join(parts)


def _need_quiet(library: Path) -> None:
    """Raises LibraryError where documents are being put in: the run would go on in the restored library."""
    from quotes.bulk.recording import is_going_on
    from quotes.store.keeping import inspecting

    for run, process in inspecting.open_runs(library):
        if is_going_on(process):
            raise LibraryError(
                f"documents are being put into the library {library} (run {run}): wait until that is done"
            )

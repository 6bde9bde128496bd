"""Rewrites what a database keeps of deleted rows: index segments, free pages, the journal, and backups.

The fact `purging` is there from the purge until this is done, so that what was broken off is finished later.
"""

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from quotes.errors import LibraryError
from quotes.store import facts, sqlite
from quotes.store.indexes import fulltext
from quotes.store.keeping import backups

FACT = "purging"
_UNBACKED = "purging_backups"
"""The fact that backups were deleted, from then until another is made."""


@dataclass(frozen=True, slots=True)
class Finished:
    """What was done once something was purged: backups that were `deleted`, the one that was `made` in their
    place; `open_elsewhere` where another program has the library open, and may go on seeing what it was."""

    deleted: tuple[Path, ...]
    made: Path | None
    open_elsewhere: bool


def begin(connection: Connection) -> None:
    """Write down that something is purged, and let deleted rows be overwritten at once."""
    connection.exec_driver_sql("PRAGMA secure_delete = ON")
    facts.keep(connection, {FACT: "1"})


def is_unfinished(connection: Connection) -> bool:
    """Whether a purge was broken off before what was deleted was rewritten."""
    return facts.fact(connection, FACT) is not None


def finish(engine: Engine, library: Path) -> Finished:
    """Rewrite the library and delete the backups that lie beside it. It needs the library for itself.

    Raises LibraryError where backups cannot be deleted, and the database's errors.
    """
    with sqlite.writing(engine).begin() as connection:
        for index in fulltext.INDEXES:
            connection.execute(text(f"INSERT INTO {index}({index}) VALUES('optimize')"))
        if copies_of(library):
            facts.keep(connection, {_UNBACKED: "1"})
    engine.dispose()
    deleted = _delete_backups(library)
    if not _rewritten(library):
        return Finished(deleted, None, open_elsewhere=True)
    with sqlite.writing(engine).begin() as connection:
        facts.drop(connection, FACT)
        wants_backup = facts.fact(connection, _UNBACKED) is not None
        if wants_backup and backup_elsewhere(connection, library) is None:
            facts.drop(connection, backups.TAKEN)
            facts.drop(connection, backups.PLACE)
    engine.dispose()
    made = _backed_up(engine, library) if wants_backup else None
    return Finished(deleted, made, open_elsewhere=False)


def copies_of(library: Path) -> list[Path]:
    """The copies of a library beside it: backups, those set aside as damaged, and unfinished ones."""
    aside = re.compile(rf"{re.escape(library.stem)}\.damaged\.{backups.TIME}.*")
    damaged = [path for path in sorted(library.parent.iterdir()) if aside.fullmatch(path.name)]
    found = (*backups.automatic(library), *backups.own(library), *backups.leftovers(library), *damaged)
    return list(dict.fromkeys(found))


def backup_elsewhere(connection: Connection, library: Path) -> str | None:
    """Where the user's last backup lies, where that is in none of the places that are looked through."""
    place = facts.fact(connection, backups.PLACE)
    folder = None if place is None else Path(place).parent
    return None if folder in (None, library.parent, library.parent / backups.FOLDER) else place


def _backed_up(engine: Engine, library: Path) -> Path:
    """Make a backup in place of those deleted; one that lies elsewhere goes on being told of."""
    made = backups.back_up(library)
    with sqlite.writing(engine).begin() as connection:
        facts.drop(connection, _UNBACKED)
        if backup_elsewhere(connection, library) is None:
            facts.keep(connection, backups.noted(made))
    engine.dispose()
    return made.path


def _delete_backups(library: Path) -> tuple[Path, ...]:
    found = copies_of(library)
    for path in found:
        for ending in ("", "-wal", "-shm", "-journal"):
            file = Path(f"{path}{ending}")
            try:
                file.unlink(missing_ok=True)
            except OSError as error:
                raise LibraryError(
                    f"the backup {file} holds what was purged and cannot be deleted ({error.strerror}): "
                    "delete it"
                ) from error
    return tuple(found)


def _rewritten(library: Path) -> bool:
    """Write the file anew and empty its journal; whether nobody else kept that from being done."""
    with closing(sqlite3.connect(library, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA busy_timeout = {sqlite.BUSY_TIMEOUT_MS}")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("VACUUM")
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy

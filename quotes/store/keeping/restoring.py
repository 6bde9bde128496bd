"""Puts a backup in the library's place: what is there is either the library as it was, or the backup, whole.

The backup is poured into the library by SQLite's own backup, as one transaction: others who have the library
open see the old or the new, and so does whoever opens it after a crash. Only a library that is damaged is
set aside, and another file put into its place.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError

from quotes.errors import LibraryError
from quotes.store import sqlite
from quotes.store.keeping import backups, inspecting, library_file, snapshots
from quotes.store.library import open_library

_HEADER = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Restored:
    """Where the library as it was is kept: in an automatic backup, or `aside`, as it is damaged.

    `purged` counts the documents of the backup that stay away, as they were purged since; None where what
    is set aside is so damaged that this is not known.
    """

    before: Path | None = None
    aside: Path | None = None
    purged: int | None = 0


def restore(library: Path, backup: Path, who: str, progress: snapshots.Progress | None = None) -> Restored:
    """Put what `backup` holds (see `inspecting`) in the place of what `library` holds, which is kept.

    What was purged from the library stays away, as a decision of `who`.
    Raises LibraryError where another program writes to the library, or it is none of ours.
    """
    with _without_purged(library, backup, who) as (chosen, purged):
        restored = _restored(library, backup, chosen, progress)
        return replace(restored, purged=purged if restored.aside else purged or 0)


def _restored(library: Path, backup: Path, chosen: Path, progress: snapshots.Progress | None) -> Restored:
    with sqlite.trouble(URL.create("sqlite", database=str(library))):
        library_file.make(library)
        try:
            with closing(_connected(library)) as watch:
                watch.execute("BEGIN IMMEDIATE")  # from here on nobody else writes
                before = _kept(library, backup)
                state = _state(watch)
                watch.execute("ROLLBACK")
                _pour(chosen, library, progress, lambda: _state(watch) == state)
            return Restored(before=before)
        except snapshots.DamagedError:
            return Restored(aside=_replace(library, chosen))
        except (sqlite3.DatabaseError, DBAPIError) as error:
            if not (snapshots.tells_damage(error) and _was_database(library)):
                raise
            return Restored(aside=_replace(library, chosen))


@contextmanager
def _without_purged(library: Path, backup: Path, who: str) -> Iterator[tuple[Path, int | None]]:
    """The backup, or a copy without what was purged from the library since; how many documents that is, None
    where no library can be read."""
    former = inspecting.tombstones_of(library)
    if former is None or not former.hashes:
        yield backup, None if former is None else 0
        return
    folder = library.with_name(f".{library.stem}.restored.{os.getpid()}.tmp")
    try:
        folder.mkdir(mode=0o700)
        copy = snapshots.take(backup, folder / library.name)
        with open_library(str(copy)) as opened:
            for older in backups.automatic(copy):  # of one that was brought up to date just now
                older.unlink()
            purged = opened.forget_again(who, former)
            if purged:
                opened.finish_purge()
        yield copy, purged
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _kept(library: Path, backup: Path) -> Path | None:
    """The automatic backup of what the library holds, None where that is nothing."""
    if inspecting.version_of(library) is None:
        return None
    return backups.back_up_before(library, "restore", needed=backup)


def _pour(
    backup: Path, library: Path, progress: snapshots.Progress | None, is_unchanged: Callable[[], bool]
) -> None:
    """Let the library be what the backup is, in one transaction.

    The lock that was held for the automatic backup had to be let go for it: `is_unchanged` tells, once the
    library is locked again, whether somebody wrote in between.
    """
    begun = False

    def report(status: int, left: int, total: int) -> None:
        nonlocal begun
        if status == sqlite3.SQLITE_BUSY:
            raise sqlite3.OperationalError("database is locked")
        if not begun and status == sqlite3.SQLITE_OK and not is_unchanged():
            raise LibraryError(f"the library {library} was written to just now: try again")
        begun = True
        if progress is not None:
            progress(total - left, total)

    with snapshots.reading(backup) as source, closing(_connected(library)) as target:
        source.backup(target, pages=snapshots.PAGES, progress=report)
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _state(connection: sqlite3.Connection) -> int | None:
    """A number that changes when others write; None without WAL, where a locked file cannot be read."""
    if connection.execute("PRAGMA journal_mode").fetchone() != (sqlite.WAL,):
        return None
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _replace(library: Path, backup: Path) -> Path:
    """Put a copy of the backup in the place of a damaged file; returns where that is set aside.

    The journal goes first: SQLite would take it for the new file's.
    """
    fresh = library.with_name(f".{library.name}.restored.{os.getpid()}.tmp")
    aside = library.with_name(f"{library.stem}.damaged.{backups.stamp(datetime.now(UTC))}{library.suffix}")
    with snapshots.explained(backup, library.parent):
        fresh = snapshots.take(backup, fresh)
        for ending in ("", *library_file.JOURNALS):
            if (part := Path(f"{library}{ending}")).exists():
                _linked(part, Path(f"{aside}{ending}"))
        for ending in (*library_file.JOURNALS, library_file.SHARED):
            Path(f"{library}{ending}").unlink(missing_ok=True)
        fresh.replace(library)
        snapshots.to_disk(library.parent)
    return aside


def _linked(file: Path, name: Path) -> None:
    """Give a file another name, too."""
    try:
        os.link(file, name)
    except FileExistsError:
        raise
    except OSError:  # a disk without links
        shutil.copy2(file, name)


def _connected(library: Path) -> sqlite3.Connection:
    return sqlite3.connect(library, timeout=sqlite.BUSY_TIMEOUT_MS / 1000, isolation_level=None)


def _was_database(path: Path) -> bool:
    """Whether a file that cannot be read begins as a database does: it is no letter named by mistake."""
    with path.open("rb") as file:
        return file.read(len(_HEADER)) == _HEADER

"""A library of one moment in a file of its own: taken while others write, checked, never over another file.

SQLite's own backup makes it (a copy of the file alone would lack what is in the journal), in one transaction
of the library. It is a single file, without a journal.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from quotes.errors import LibraryError
from quotes.store.keeping import library_file, location

PAGES = 64
"""Pages (of 4 KiB) that are copied between two reports of progress: fewer than the emptiest library has."""
_SPARE = 1.1
"""How much room a snapshot must find, by the size of what is copied."""
_WAIT_SECONDS = 30

Progress = Callable[[int, int], None]
"""Told how many pages are done, and how many there are in all."""


class DamagedError(LibraryError):
    """What was to be copied is damaged."""


def take(
    library: Path, target: Path, progress: Progress | None = None, notes: Mapping[str, str] | None = None
) -> Path:
    """Copy the library to `target`, or beside it where that is taken; returns the file.

    `notes` are facts for the copy. Raises LibraryError where that cannot be done, DamagedError where what is
    copied is not sound; then there is no file.
    """
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    with explained(library, target.parent):
        _need_room(library, target.parent)
        try:
            os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            _pour(library, unfinished, progress, notes or {})
            if found := fault(unfinished):
                raise _damaged(library, found)
            to_disk(unfinished)
            return _placed(unfinished, target)
        finally:
            for ending in ("", *library_file.JOURNALS, library_file.SHARED):
                Path(f"{unfinished}{ending}").unlink(missing_ok=True)


def fault(path: Path) -> str | None:
    """What is wrong with a database by SQLite's own checks (all of its pages, and who refers to whom)."""
    try:
        with reading(path) as connection:
            found = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
            orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as error:
        return str(error)
    if found != "ok":
        return " ".join(found.split())
    return f"rows of {orphan[0]} belong to rows of {orphan[2]} that are gone" if orphan else None


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that only reads: nothing is written to the file, nor beside it."""
    address, check = library_file.address_for_reading(path)
    with closing(sqlite3.connect(address, uri=True, timeout=_WAIT_SECONDS)) as connection:
        yield connection
    check()


@contextmanager
def explained(library: Path, folder: Path) -> Iterator[None]:
    """Turn errors of copying a library to a folder into a LibraryError."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        if tells_damage(error):
            raise _damaged(library, error) from error
        reason = (error.strerror if isinstance(error, OSError) else None) or error
        raise LibraryError(f"the library {library} cannot be backed up to {folder}: {reason}") from error


def tells_damage(error: Exception) -> bool:
    """Whether SQLite says that a file is damaged, or was never a database."""
    return "malformed" in str(error) or "not a database" in str(error)


def to_disk(path: Path) -> None:
    """Wait until a file, or a folder's list of files, is on the disk."""
    with suppress(PermissionError):  # Windows opens no folders, and needs not
        number = os.open(path, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _damaged(library: Path, found: object) -> DamagedError:
    return DamagedError(f"the library {library} is damaged ({found}): restore it from a backup")


def _need_room(library: Path, folder: Path) -> None:
    """Raises LibraryError where a copy would not fit: a full disk stops all else on the machine, too."""
    size, free = library_file.size(library), location.free_space(folder)
    if free < size * _SPARE:
        raise LibraryError(
            f"no room for a backup in {folder}: {size / 1e6:,.0f} MB to copy, {free / 1e6:,.0f} MB free; "
            "free some space first"
        )


def _pour(library: Path, target: Path, progress: Progress | None, notes: Mapping[str, str]) -> None:
    """Copy what was committed up to one moment, the journal included, into one file."""
    report = progress or (lambda done, total: None)
    with _opened(library) as source, closing(sqlite3.connect(target)) as copy:
        copy.execute("PRAGMA synchronous = OFF")  # it is brought to the disk as a whole
        source.execute("BEGIN")
        source.execute("SELECT 1 FROM sqlite_master").fetchone()  # from here on it is that moment's
        source.backup(copy, pages=PAGES, progress=lambda _, left, total: report(total - left, total))
        copy.execute("PRAGMA journal_mode = DELETE")
        if notes:  # an older library has no facts
            copy.executemany("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", notes.items())
        copy.commit()


@contextmanager
def _opened(library: Path) -> Iterator[sqlite3.Connection]:
    if not library_file.may_be_written(library):
        with reading(library) as connection:
            yield connection
        return
    with closing(sqlite3.connect(library, timeout=_WAIT_SECONDS, isolation_level=None)) as connection:
        yield connection


def _placed(unfinished: Path, target: Path) -> Path:
    """Give the file its name, or one with a number where that is taken: none is ever overwritten."""
    wanted, number = target, 1
    while True:
        try:
            os.link(unfinished, wanted)
            break
        except FileExistsError:
            number += 1
            wanted = target.with_name(f"{target.stem}-{number}{target.suffix}")
        except OSError:  # a disk without links
            if wanted.exists():
                raise
            unfinished.rename(wanted)
            break
    to_disk(wanted.parent)
    return wanted

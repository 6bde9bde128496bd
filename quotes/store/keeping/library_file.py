"""The file that a library is kept in: made for its owner alone, and read where nobody may write."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from quotes.errors import LibraryError

JOURNALS = ("-wal", "-journal")
"""What SQLite appends to the file's name for what it has not written into the file yet."""
SHARED = "-shm"
"""The same for the memory that those who have it open share."""


def make(path: Path) -> None:
    """Create the database file, for its owner's eyes alone (SQLite gives -wal and -shm the same rights).

    A file that is there is never opened: closing it would drop the locks this process holds on it
    (https://www.sqlite.org/howtocorrupt.html, 2.2). Raises LibraryError.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except (OSError, ValueError) as error:
        raise _not_opened(path, error) from error


def need(path: Path) -> None:
    """Raises LibraryError where there is no file, or it may not be looked for."""
    try:
        there = path.exists()
    except (OSError, ValueError) as error:
        raise _not_opened(path, error) from error
    if not there:
        raise LibraryError(f"no library at {path}: quotes add FILE makes one")


def may_be_written(path: Path) -> bool:
    """Whether this user may write to the file, and to its folder, where the journal is kept."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def address_for_reading(path: Path) -> tuple[str, Callable[[], None]]:
    """The URI by which SQLite reads a file and writes nothing, and what is to be called after reading.

    A file without a journal beside it is in use by nobody who writes, and is read as one that never changes:
    to take part in what a journal tells, a reader would have to write files of its own
    (https://www.sqlite.org/wal.html#readonly). Should a writer come meanwhile, the call raises LibraryError.
    """
    address = f"file:{quote(path.as_posix())}?mode=ro"
    if _has_journal(path):
        return address, lambda: None
    before = _state(path)

    def check() -> None:
        if _has_journal(path) or _state(path) != before:
            raise LibraryError(f"the library {path} was written to while it was read: try again")

    return f"{address}&immutable=1", check


def size(path: Path) -> int:
    """How many bytes a library takes, with what is in its journal only."""
    return _size(path) + journal_size(path)


def journal_size(path: Path) -> int:
    """How many bytes are in the journals beside a library."""
    return sum(_size(Path(f"{path}{ending}")) for ending in JOURNALS)


def _has_journal(path: Path) -> bool:
    return journal_size(path) > 0


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _not_opened(path: Path, error: Exception) -> LibraryError:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return LibraryError(f"the library {path} cannot be opened: {reason}")

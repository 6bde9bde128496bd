"""Everything that is peculiar to SQLite: the file, the connection, what its errors mean.

Another database is a module with the same functions.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from json import JSONDecodeError
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError, DBAPIError

from quotes.errors import LibraryError, UsageError
from quotes.store.keeping import library_file
from quotes.words.folding import folded

BUSY_TIMEOUT_MS = 30_000
"""How long a writer waits for another before it gives up."""
LARGEST = 2**63 - 1
"""The largest number that SQLite knows."""
WAL = "wal"
"""The journal mode in which readers and a writer do not wait for each other."""
_READ_ONLY = "read_only"

_ERRORS = (DBAPIError, sqlite3.Error, UnicodeDecodeError, JSONDecodeError)
"""What SQLAlchemy raises, what comes from the driver past it, and what reading a damaged file raises."""


def connect(url: URL, *, foreign_keys: bool = True, make: bool = True, read_only: bool = False) -> Engine:
    """An engine whose transactions are SQLite's own, begun IMMEDIATE where the option `writing` is set.

    `foreign_keys` is off for migrations alone: rebuilding a table would delete its children. A file that may
    not be written to is opened for reading, as is any where `read_only` says so.
    Raises LibraryError where there is no file and it is not to be made, or cannot be.
    """
    if not url.database or url.database == ":memory:" or url.query:
        raise LibraryError(f"a library is kept in a file, and {url} names none: give the path of one")
    engine = _engine(url, make=make, read_only=read_only)

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        if connection.execute("PRAGMA journal_mode").fetchone() == (WAL,):
            connection.execute("PRAGMA synchronous = NORMAL")  # without WAL it would be no safe one
        connection.create_function("folded", 1, _folded, deterministic=True)
        connection.create_function("searchable_name", 1, _searchable_name, deterministic=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("watched", False):
            from quotes.store.indexes import watching

            watching.watch(connection)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writing", False) else "BEGIN")

    return engine


def writing(engine: Engine, *, watched: bool = False) -> Engine:
    """The same engine for transactions that write: they wait for each other at their beginning.

    Of `watched` ones it is noted what they change (`watching`).
    """
    return engine.execution_options(writing=True, watched=watched)


def is_read_only(engine: Engine) -> bool:
    """Whether the file may not be written to."""
    return bool(engine.get_execution_options().get(_READ_ONLY, False))


def let_readers_read(engine: Engine, url: URL) -> None:
    """Keep the journal apart from the file (WAL), so that readers and a writer do not wait for each other.

    Where the file is busy just now, or lies where that cannot be (on a network), it stays as it is.
    """
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode")
        if cursor.fetchone() == (WAL,):
            return
        from quotes.store.keeping import (
            location,  # looks at what is mounted where: once in the life of a library
        )

        if location.network(path_of(url)):
            return
        with suppress(sqlite3.OperationalError):
            cursor.execute("PRAGMA journal_mode = WAL")
            if cursor.fetchone() == (WAL,):
                cursor.execute("PRAGMA synchronous = NORMAL")
    finally:
        connection.close()


def path_of(url: URL) -> Path:
    """The file of a library: the one that a link names, where it is a link."""
    return Path(url.database or "").resolve()


def has_orphans(connection: Connection) -> bool:
    """Whether a row refers to one that is not there, which nothing prevents while foreign keys are off."""
    return connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None


@contextmanager
def trouble(url: URL) -> Iterator[None]:
    """Turn the database's errors into a LibraryError: one line that tells a person what they mean.

    Raises UsageError for a number that was typed and is larger than any in a database.
    """
    try:
        yield
    except _ERRORS as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        raise LibraryError(_explained(reason or error, url)) from error
    except OverflowError as error:
        raise UsageError(f"a number is too large: no database counts beyond {LARGEST:,}") from error


_MEANINGS = {
    "not a database": "this file is not a library of quotes, or it is damaged",
    "malformed": "the file is damaged; restore it from a backup: quotes restore FILE",
    "locked": "another program is writing to it; try again when it is done",
    "locking protocol": "its disk keeps no locks; move it to a disk of this machine",
    "unable to open": "the file cannot be opened; is its folder there, and may you write in it?",
    "readonly": "the file or its folder may not be written to",
    "disk is full": "the disk is full; free some space and do it again",
    "disk I/O error": "its disk cannot be read or written: is it full, or on a network?",
}


def _explained(error: BaseException, url: URL) -> str:
    reason = "malformed" if isinstance(error, ValueError) else str(error).partition("\n")[0]
    for sign, meaning in _MEANINGS.items():
        if sign in reason:
            return f"the library {url.database}: {meaning}"
    return f"the library {url.database}: {reason}"


def _engine(url: URL, *, make: bool, read_only: bool) -> Engine:
    try:
        engine = create_engine(url)
    except (ArgumentError, ImportError) as error:
        raise LibraryError(
            f"{url.render_as_string()}: no such kind of database ({error}); give a file"
        ) from None
    path = path_of(url)
    if make:
        library_file.make(path)
    else:
        library_file.need(path)
    if read_only or not library_file.may_be_written(path):
        return _reader(url, path)
    return engine


def _reader(url: URL, path: Path) -> Engine:
    address, check = library_file.address_for_reading(path)

    def opened() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, check_same_thread=False)

    engine = create_engine(url, creator=opened, execution_options={_READ_ONLY: True})

    @event.listens_for(engine, "commit")
    def committed(_: Connection) -> None:
        check()

    return engine


@lru_cache(maxsize=4096)
def _searchable_name(name: str | None) -> str:
    """The same of how names are looked up; descriptions come again and again."""
    from quotes.people.names import searchable_name

    return searchable_name(name or "")


@lru_cache(maxsize=4096)
def _folded(text: str | None) -> str | None:
    """`folded` as a function of SQL, where names and cues come again and again."""
    return None if text is None else folded(text)

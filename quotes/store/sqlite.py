"""Everything that is peculiar to SQLite: the file, the connection, the full-text index, what its errors mean.

Another database is a module with the same functions.
"""

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from functools import lru_cache
from json import JSONDecodeError
from pathlib import Path
from typing import Any

from sqlalchemy import URL, ColumnElement, Connection, Engine, Select, create_engine, event, insert, select
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.sql import column, literal_column, table

from quotes.errors import LibraryError, UsageError
from quotes.people.folding import folded, spaced
from quotes.query.plan import Words

BUSY_TIMEOUT_MS = 30_000
"""How long a writer waits for another before it gives up."""
INDEX = "statement_words"
"""The full-text table of statements."""
DOCUMENT_INDEX = "document_words"
"""That of documents."""
INDEXES = (INDEX, DOCUMENT_INDEX)
"""What begins with these names is not ours to migrate by comparison."""

_INDEX_ENTRY = insert(table(INDEX, column("rowid"), column("text"), column("context")))
_FORGOTTEN = insert(table(INDEX, column(INDEX), column("rowid"), column("text"), column("context")))
_DOCUMENT_ENTRY = insert(table(DOCUMENT_INDEX, column("rowid"), column("title"), column("text")))
_DOCUMENT_FORGOTTEN = insert(
    table(DOCUMENT_INDEX, column(DOCUMENT_INDEX), column("rowid"), column("title"), column("text"))
)
LARGEST = 2**63 - 1
"""The largest number that SQLite knows."""

_ERRORS = (DBAPIError, sqlite3.Error, UnicodeDecodeError, JSONDecodeError)
"""What SQLAlchemy raises, what comes from the driver past it, and what reading a damaged file raises."""
_NOT_SEARCHABLE = re.compile(r'["\x00]')


def connect(url: URL, *, foreign_keys: bool = True) -> Engine:
    """An engine whose transactions are SQLite's own, begun IMMEDIATE where the option `writing` is set.

    `foreign_keys` is off for migrations alone: rebuilding a table would delete its children.
    Raises LibraryError where the file cannot be made.
    """
    if not url.database or url.database == ":memory:" or url.query:
        raise LibraryError(f"a library is kept in a file, and {url} names none: give the path of one")
    try:
        engine = create_engine(url)
    except (ArgumentError, ImportError) as error:
        raise LibraryError(
            f"{url.render_as_string()}: no such kind of database ({error}); give a file"
        ) from None
    _make_file(url)

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.create_function("folded", 1, _folded, deterministic=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def writing(engine: Engine) -> Engine:
    """The same engine for transactions that write: they wait for each other at their beginning."""
    return engine.execution_options(writing=True)


def let_readers_read(engine: Engine) -> None:
    """Keep the journal apart from the file (WAL), so that readers and a writer do not wait for each other.

    This alone does not wait for a busy file; then whoever opens the library next does it.
    """
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode")
        if cursor.fetchone() != ("wal",):
            cursor.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise
    finally:
        connection.close()


def back_up(url: URL, label: str) -> Path:
    """Copy the library to a file beside it, `label` in its name, and return that; one that is there stays.

    What others have committed is in the copy, also where it is only in the journal yet.
    """
    path = Path(url.database or "").resolve()
    target = path.with_name(f"{path.stem}.{label}{path.suffix}")
    if target.exists():
        return target
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as copy:
            source.backup(copy)
        unfinished.replace(target)
    except OSError as error:
        reason = error.strerror or error
        raise LibraryError(f"the library {path} cannot be backed up to {target}: {reason}") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def has_orphans(connection: Connection) -> bool:
    """Whether a row refers to one that is not there, which nothing prevents while foreign keys are off."""
    return connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None


def index(connection: Connection, entries: Iterable[Mapping[str, Any]]) -> None:
    """Put statements into the full-text index: each entry has number, text and context.

    The index keeps no copy of the words: to take an entry out, the same words are given again.
    """
    rows = _index_rows(entries)
    if rows:
        connection.execute(_INDEX_ENTRY, rows)


def forget(connection: Connection, entries: Iterable[Mapping[str, Any]]) -> None:
    """Take statements out of the full-text index: each entry has what was put in."""
    rows = [{INDEX: "delete", **row} for row in _index_rows(entries)]
    if rows:
        connection.execute(_FORGOTTEN, rows)


def index_document(connection: Connection, number: int, title: str | None, text: str) -> None:
    """Put a document into the full-text index of documents."""
    connection.execute(_DOCUMENT_ENTRY, _document_entry(number, title, text))


def forget_document(connection: Connection, number: int, title: str | None, text: str) -> None:
    """Take a document out of its index, which keeps no copy: the words that were put in are given again."""
    connection.execute(
        _DOCUMENT_FORGOTTEN, {DOCUMENT_INDEX: "delete", **_document_entry(number, title, text)}
    )


Sought = Iterable[tuple[Words, str | None]]
"""Words that must all occur, each with the column of the index they stand in; None for any."""


def matching(sought: Sought) -> Select[int]:
    """The numbers of the statements whose words (column "text") or context hold all that is sought."""
    return _matching(INDEX, sought)


def matching_documents(sought: Sought) -> Select[int]:
    """The numbers of the documents whose title (column "title") or text holds all that is sought."""
    return _matching(DOCUMENT_INDEX, sought)


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
    "malformed": "the file is damaged; restore it from a backup",
    "locked": "another program is writing to it; try again when it is done",
    "unable to open": "the file cannot be opened; is its folder there, and may you write in it?",
    "readonly": "the file or its folder may not be written to",
    "disk is full": "the disk is full",
}


def _explained(error: BaseException, url: URL) -> str:
    reason = "malformed" if isinstance(error, ValueError) else str(error).partition("\n")[0]
    for sign, meaning in _MEANINGS.items():
        if sign in reason:
            return f"the library {url.database}: {meaning}"
    return f"the library {url.database}: {reason}"


def _make_file(url: URL) -> None:
    """Create the database file, for its owner's eyes alone (SQLite gives -wal and -shm the same rights).

    A file that is there is never opened: closing it would drop the locks this process holds on it
    (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """
    path = Path(url.database or "").resolve()  # the file that a link names may be missing too
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise LibraryError(f"the library {path} cannot be opened: {reason}") from error


@lru_cache(maxsize=4096)
def _folded(text: str | None) -> str | None:
    """`folded` as a function of SQL, where names and cues come again and again."""
    return None if text is None else folded(text)


def _index_rows(entries: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "rowid": entry["number"],
            "text": _searchable(entry["text"]),
            "context": _searchable(entry["context"]),
        }
        for entry in entries
    ]


def _matching(index: str, sought: Sought) -> Select[int]:
    query = " AND ".join(_phrase(words, where) for words, where in sought)
    match: ColumnElement[bool] = literal_column(index).op("MATCH", is_comparison=True)(query)
    return select(column("rowid")).select_from(table(index)).where(match)


def _phrase(words: Words, where: str | None) -> str:
    """A phrase of the index's own language: inside its marks nothing has a meaning."""
    phrase = f'"{_searchable(words.text)}"' + ("*" if words.prefix else "")
    return f"{where} : {phrase}" if where else phrase


def _document_entry(number: int, title: str | None, text: str) -> dict[str, Any]:
    return {"rowid": number, "title": _searchable(title or ""), "text": _searchable(text)}


def _searchable(words: str) -> str:
    return _NOT_SEARCHABLE.sub(" ", spaced(folded(words)))

"""Looks into a library, or a backup of one, as it is: nothing is made, and nothing brought up to date."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, func, select
from sqlalchemy.exc import DBAPIError

from quotes.errors import LibraryError
from quotes.store import schema, sqlite
from quotes.store.forgetting import tombstones
from quotes.store.forgetting.tombstones import Kept
from quotes.store.keeping import snapshots
from quotes.store.tables import documents, runs, statements

_UNKNOWN = (DBAPIError, sqlite3.Error, LibraryError)
"""Where there is no library yet, a damaged one, or one of a version that did not keep what is asked for."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a backup holds: the schema it is of, and when the last run of adding began (ISO 8601)."""

    schema: str
    documents: int
    statements: int
    last_added: str | None


def content_of(backup: Path) -> Content:
    """What a backup holds.

    Raises LibraryError where it is no library, one of a newer version of the program, or damaged.
    """
    if not backup.is_file():
        raise LibraryError(f"no library at {backup}: name a file that quotes backup wrote")
    with sqlite.trouble(_url(backup)), _reading(backup, read_only=True) as connection:
        version = schema.version_of(connection, _url(backup))
        if version is None:
            raise LibraryError(f"{backup} is empty: it holds no library")
        if found := snapshots.fault(backup):
            raise snapshots.DamagedError(f"the backup {backup} is damaged ({found}): take another")
        return Content(
            version,
            connection.execute(select(func.count()).select_from(documents)).scalar_one(),
            connection.execute(select(func.count()).select_from(statements)).scalar_one(),
            _last_added(connection),
        )


def open_runs(library: Path) -> list[tuple[int, str]]:
    """The runs of adding that have not come to their end, each with its process, as far as they are known."""
    query = select(runs.c.id, runs.c.process).where(runs.c.state.is_(None))
    try:
        with _reading(library) as connection:
            return [(number, process) for number, process in connection.execute(query)]
    except _UNKNOWN:
        return []


def tombstones_of(library: Path) -> Kept | None:
    """What keeps purged documents away from a library; None where there is no library, or a damaged one."""
    try:
        with _reading(library) as connection:
            return tombstones.kept(connection)
    except _UNKNOWN:
        return None


def version_of(library: Path) -> str | None:
    """The migration that a library stands at; None for an empty file.

    Raises LibraryError for one of a newer version and for something else, and the database's errors.
    """
    with _reading(library) as connection:
        return schema.version_of(connection, _url(library))


def _last_added(connection: Connection) -> str | None:
    try:
        return connection.scalar(select(func.max(runs.c.started)))
    except DBAPIError:  # a version that kept no runs
        return None


@contextmanager
def _reading(library: Path, *, read_only: bool = False) -> Iterator[Connection]:
    engine = sqlite.connect(_url(library), make=False, read_only=read_only)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def _url(library: Path) -> URL:
    return URL.create("sqlite", database=str(library))

"""An open library: its database, and what is done there together."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import URL, Connection, Engine

from quotes.store import sqlite
from quotes.store.connections import connection_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Transactions:
    """What all parts of an open library share: its database, and transactions on it."""

    def __init__(self, engine: Engine, url: URL) -> None:
        self._engine = engine
        self._url = url
        self._shared: Session | None = None
        self._compared = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The file that it is kept in."""
        return sqlite.path_of(self._url)

    def close(self) -> None:
        """Close the database."""
        self._engine.dispose()

    def prepare(self) -> None:
        """Do now what an older version of the program left to be done before the next decision."""
        self._compare_older()

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is done inside is one transaction: all of it, or nothing."""
        self._compare_older()
        with self._writing() as session:
            self._shared = session
            try:
                yield
            finally:
                self._shared = None

    def _compare_older(self) -> None:
        """Compare what an older version added, some documents a transaction."""
        from quotes.store import copies
        from quotes.store.people import members

        while not self._compared:  # once: whoever opens a library of this schema compares what it adds
            with self._writing() as session:
                self._compared = not (copies.catch_up(session) or members.catch_up(connection_of(session)))

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A transaction that reads; inside `together` the one that is going on, with all that it wrote."""
        if self._shared is not None:
            yield _settled(self._shared)
            return
        with sqlite.trouble(self._url), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _reading_rows(self) -> Iterator["Session"]:
        """The same for those who read rows as objects."""
        from sqlalchemy.orm import Session

        if self._shared is not None:
            _settled(self._shared)
            yield self._shared
            return
        with self._reading() as connection, Session(connection) as session:
            yield session

    @contextmanager
    def _writing(self) -> Iterator["Session"]:
        """A transaction that writes: what is looked things up in follows at its end."""
        from sqlalchemy.orm import Session

        if self._shared is not None:
            yield self._shared
            return
        with (
            sqlite.trouble(self._url),
            Session(sqlite.writing(self._engine, watched=True)) as session,
            session.begin(),
        ):
            yield session
            _settled(session)


def _settled(session: "Session") -> Connection:
    """The session's connection, once the indexes are what its rows are."""
    from quotes.store.indexes import indexing

    connection = connection_of(session)
    indexing.settle(connection)
    return connection

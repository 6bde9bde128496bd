"""An open library: its database, and what is done there together."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from sqlalchemy import URL, Engine
from sqlalchemy.orm import Session

from quotes.store import sqlite


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
        from quotes.store import copies, members

        while not self._compared:  # once: whoever opens a library of this schema compares what it adds
            with self._writing() as session:
                self._compared = not (copies.catch_up(session) or members.catch_up(session))

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        if self._shared is not None:
            yield self._shared
            return
        with sqlite.trouble(self._url), Session(self._engine) as session, session.begin():
            yield session

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        if self._shared is not None:
            yield self._shared
            return
        with sqlite.trouble(self._url), Session(sqlite.writing(self._engine)) as session, session.begin():
            yield session

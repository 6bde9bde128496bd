"""A database that fails in the middle of things."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError

from quotes.errors import LibraryError
from quotes.store import Library, open_library

LOOKED_AT_EVERY = 10
"""Failures from one look at the whole library to the next."""


def engine_of(library: Library) -> Engine:
    return library._engine


@contextmanager
def failing(library: Library, at: int) -> Iterator[list[str]]:
    """The `at`-th statement that writes fails, as on a full disk; those that were sent are listed."""
    sent: list[str] = []

    def fail(_connection: Any, _cursor: Any, sql: str, *_rest: Any) -> None:
        if sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
            sent.append(sql)
            if len(sent) == at:
                raise OperationalError(sql, {}, Exception("database or disk is full"))

    event.listen(engine_of(library), "before_cursor_execute", fail)
    try:
        yield sent
    finally:
        event.remove(engine_of(library), "before_cursor_execute", fail)


@contextmanager
def listening(library: Library, sent: list[str]) -> Iterator[None]:
    """What is sent to the database is added to `sent`."""

    def note(_connection: Any, _cursor: Any, sql: str, *_rest: Any) -> None:
        sent.append(sql)

    event.listen(engine_of(library), "before_cursor_execute", note)
    try:
        yield
    finally:
        event.remove(engine_of(library), "before_cursor_execute", note)


@contextmanager
def before_statement(at: int, do: Callable[[], None]) -> Iterator[list[str]]:
    """`do` something before the `at`-th statement of any kind (a COMMIT too) is sent to any database; those
    that were sent are listed."""
    sent: list[str] = []

    def count(sql: str) -> None:
        sent.append(sql)
        if len(sent) == at:
            do()

    def executing(_connection: Any, _cursor: Any, sql: str, *_rest: Any) -> None:
        count(sql)

    def committing(_connection: Any) -> None:
        count("COMMIT")

    event.listen(Engine, "before_cursor_execute", executing)
    event.listen(Engine, "commit", committing)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", executing)
        event.remove(Engine, "commit", committing)


def fail() -> None:
    """Fail as a statement does when the disk is full."""
    raise OperationalError("", {}, sqlite3.OperationalError("database or disk is full"))


def rows_of(library: Library) -> list[str]:
    """Everything in the database."""
    with engine_of(library).connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        return list(driver.iterdump())


def through_failures(library: Library, do: Callable[[], object]) -> int:
    """Try to `do` something while its first, second, third... statement fails, until it is done; each time
    nothing may have changed. Returns how often it failed."""
    before = rows_of(library)
    at = 1
    while True:
        try:
            with failing(library, at):
                do()
        except LibraryError:
            assert rows_of(library) == before
            at += 1
        else:
            return at - 1


def through_all_failures(library: Library, do: Callable[[], object]) -> int:
    """As `through_failures`, of statements of every kind. Each time nobody may have committed anything; every
    few times all of it is looked at: the library can be opened, is sound, and has the same rows."""
    path = str(library._url.database)
    before = rows_of(library)
    with closing(sqlite3.connect(path)) as watching:
        version = watching.execute("PRAGMA data_version").fetchone()
        for at in count(1):
            with before_statement(at, fail) as sent:
                try:
                    do()
                except LibraryError as error:
                    told = str(error)
                else:
                    assert len(sent) < at, "an error was passed over"
                    return at - 1
            assert "the disk is full" in told
            assert watching.execute("PRAGMA data_version").fetchone() == version
            if at % LOOKED_AT_EVERY == 1:
                with open_library(path) as again, engine_of(again).connect() as connection:
                    assert connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() == ["ok"]
                assert rows_of(library) == before
    raise AssertionError

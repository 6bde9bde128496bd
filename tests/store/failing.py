"""A database that fails in the middle of things."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError

from quotes.errors import LibraryError
from quotes.store import Library


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

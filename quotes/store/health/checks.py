"""What a check of a library is, and what it looks at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sqlalchemy import URL, Engine
from sqlalchemy.exc import DBAPIError

from quotes.store import sqlite
from quotes.store.schema import version_of

State = Literal["ok", "note", "wrong"]


@dataclass(frozen=True, slots=True)
class Scene:
    """The library that is looked at; `whole` asks for all, or much more, than is looked at otherwise."""

    url: URL
    engine: Engine
    whole: bool = False

    @property
    def path(self) -> Path:
        """The file of the library."""
        return sqlite.path_of(self.url)

    @property
    def schema(self) -> str | None:
        """Which migration it stands at; None for an empty file, and where the tables cannot be read.

        Raises LibraryError for a library of a newer version, and for a database of something else.
        """
        try:
            with self.engine.connect() as connection:
                return version_of(connection, self.url)
        except DBAPIError as error:
            if "malformed" not in str(error.orig):
                raise
            return None  # the check of the database tells what is left of it


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found, in one line for a person: "wrong", or a "note" of what to keep an eye on.

    `is_mendable` is False where the check's `mend` is of no use for it.
    """

    state: Literal["note", "wrong"]
    message: str
    is_mendable: bool = True


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its name, what it looks for and why, and what mends what it found wrong, if anything does.

    What it `needs` is the file alone, pages that are whole, or the rows of a library of today's schema.
    """

    name: str
    purpose: str
    look: Callable[[Scene], Iterator[Finding]]
    mend: Callable[[Scene], None] | None = None
    needs: Literal["file", "pages", "rows"] = "file"


def wrong(message: str, *, is_mendable: bool = True) -> Finding:
    """Something that is wrong."""
    return Finding("wrong", message, is_mendable)


def note(message: str) -> Finding:
    """Something to keep an eye on."""
    return Finding("note", message)

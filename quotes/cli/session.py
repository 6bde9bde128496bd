"""What the options before the command set up for all commands."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from typer import Context

from quotes.cli.consoles import Consoles, open_consoles
from quotes.cli.starting import importing
from quotes.display import one_line
from quotes.settings import library_url

if TYPE_CHECKING:
    from sqlalchemy import URL

    from quotes.store import Library

_FILE = "sqlite:///"


@dataclass(frozen=True, slots=True)
class Session:
    """The consoles, and the library named before the command (None: the usual one)."""

    consoles: Consoles
    database: str | None = None

    def library(self, database: str | None, *, make: bool | None = None) -> "Library":
        """Open the library: the one named after the command wins. Raises LibraryError, UsageError.

        Unless `make` tells, one that is not there is made where it is the usual one, and an error where an
        option names it: that may be mistyped.
        """
        with importing():
            from quotes.store import open_library  # SQLAlchemy takes a quarter of a second: not for --help

        named = self.database if database is None else database
        return open_library(self.url(database), make=named is None if make is None else make)

    def location(self, database: str | None) -> "URL":
        """Where the library is kept, whether it is there or not. Raises LibraryError, UsageError."""
        from quotes.store.library import location_of

        return location_of(self.url(database))

    def has_library(self) -> bool:
        """Whether the library that is meant is there. Raises UsageError for a name that cannot be one."""
        url = self.url(None)
        return url.startswith(_FILE) and Path(url.removeprefix(_FILE)).is_file()

    def say_empty(self, database: str | None) -> None:
        """Tell the user that there is nothing in the library, and which it is: its name may be mistyped."""
        place = one_line(self.url(database).removeprefix(_FILE))
        self.consoles.say(f"The library {place} is empty: quotes add FILE puts documents in.")

    def url(self, database: str | None) -> str:
        """The URL of the library. Raises UsageError for a name that cannot be one."""
        return library_url(self.database if database is None else database)


def session_of(context: Context) -> Session:
    """The session that the options before the command set up."""
    return context.find_object(Session) or Session(open_consoles())

"""What the options before the command set up for all commands."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from typer import Context

from quotes.cli.consoles import Consoles, open_consoles
from quotes.display import one_line
from quotes.settings import library_url

if TYPE_CHECKING:
    from quotes.store import Library


@dataclass(frozen=True, slots=True)
class Session:
    """The consoles, and the library named before the command (None: the usual one)."""

    consoles: Consoles
    database: str | None = None

    def library(self, database: str | None) -> "Library":
        """Open the library: the one named after the command wins. Raises LibraryError, UsageError."""
        from quotes.store import open_library  # SQLAlchemy takes half a second: not for --help

        return open_library(self._url(database))

    def say_empty(self, database: str | None) -> None:
        """Tell the user that there is nothing in the library, and which it is: its name may be mistyped."""
        place = one_line(self._url(database).removeprefix("sqlite:///"))
        self.consoles.say(f"The library {place} is empty: quotes add FILE puts documents in.")

    def _url(self, database: str | None) -> str:
        return library_url(self.database if database is None else database)


def session_of(context: Context) -> Session:
    """The session that the options before the command set up."""
    return context.find_object(Session) or Session(open_consoles())

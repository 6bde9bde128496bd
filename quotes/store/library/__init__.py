"""The library: the one way in for everything that puts documents in or asks for them.

What a search has no use for (adding, deciding, linking) is loaded by the methods that need it.
"""

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from quotes.errors import LibraryError
from quotes.settings import library_url
from quotes.store import schema, sqlite
from quotes.store.library.decided import Decided
from quotes.store.library.documents import Documents
from quotes.store.library.forgetting import Forgetting
from quotes.store.library.keeping import Keeping
from quotes.store.library.parses import Parses
from quotes.store.library.people import People
from quotes.store.library.proof import Proof
from quotes.store.library.runs import Runs
from quotes.store.library.statements import Statements


class Library(Documents, Parses, Statements, People, Decided, Runs, Keeping, Proof, Forgetting):
    """An open library. Every method is one transaction, and raises LibraryError for the database's troubles.

    An id may be given by its beginning; UsageError says where there is none or more than one.
    """


def open_library(url: str | None = None, *, make: bool = True) -> Library:
    """Open the library at `url` (a database URL or a file path; by default where the settings say).

    It is made where there is none (unless `make` says otherwise), brought up to date where it is older, and
    opened for reading alone where it may not be written to. Raises LibraryError.
    """
    where = location_of(url)
    with sqlite.trouble(where):
        engine = sqlite.connect(where, make=make)
        schema.bring_up_to_date(engine, where)
    return Library(engine, where)


def location_of(url: str | None = None) -> URL:
    """Where the library at `url` (as `open_library`) is kept. Raises LibraryError for what is no place."""
    try:
        where = make_url(library_url(url))
    except (ArgumentError, ValueError) as error:
        raise LibraryError(f"not a database URL: {url!r}") from error
    if where.get_backend_name() != "sqlite":
        raise LibraryError(f"no libraries in {where.get_backend_name()} yet: give the path of a SQLite file")
    return where

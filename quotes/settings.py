"""Settings, and where each comes from: an option wins over the environment, which wins over the default."""

import os
from pathlib import Path

from platformdirs import user_data_path

from quotes.errors import UsageError

DATABASE_VARIABLE = "QUOTES_DB"
DATABASE_FILE = "quotes.db"


def library_url(option: str | None = None) -> str:
    """The SQLAlchemy URL of the library: `option` (--db), else QUOTES_DB, else a file in the data folder.

    A value without "://" is the path of a SQLite file ("~" is the home folder). Raises UsageError
    for one that cannot be a path.
    """
    if option is not None:
        return _url(option, "--db")
    named = os.environ.get(DATABASE_VARIABLE)
    if named:
        return _url(named, DATABASE_VARIABLE)
    return _url(str(user_data_path("quotes", appauthor=False) / DATABASE_FILE), "the data folder")


def _url(value: str, origin: str) -> str:
    if "://" in value:
        return value
    if not value.strip() or "?" in value or "\0" in value:
        # A URL has no way to write "?" inside the path of a SQLite file.
        raise UsageError(f"{origin} names no database: {value!r} (give a file path or a database URL)")
    try:
        path = Path(value).expanduser().absolute()
    except RuntimeError as error:
        raise UsageError(f"{origin} names no database: {value!r} ({error})") from error
    return f"sqlite:///{path.as_posix()}"

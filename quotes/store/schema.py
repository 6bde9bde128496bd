"""Brings a library's tables up to what this version of the code expects."""

from sqlalchemy import URL, Connection, Engine, inspect, text

from quotes.errors import LibraryError
from quotes.paths import migrations
from quotes.store import sqlite
from quotes.store.models import StatementRow

HEAD = "0004"
"""The newest migration; a constant, so that opening an up-to-date library need not import Alembic."""

_VERSIONS = "alembic_version"


def bring_up_to_date(engine: Engine, url: URL) -> None:
    """Apply the migrations that the library lacks.

    Raises LibraryError for a library newer than the code and for a database of something else.
    """
    with engine.connect() as connection:
        version = _version(connection, url)
    if version is not None and version > HEAD:
        raise LibraryError(
            f"the library {url.database} was made by a newer version of quotes (schema {version}, "
            f"this one knows {HEAD}): update quotes"
        )
    sqlite.let_readers_read(engine)
    if version != HEAD:
        _upgrade(url)


def _version(connection: Connection, url: URL) -> str | None:
    """The migration the library stands at; None for an empty file."""
    tables = set(inspect(connection).get_table_names())
    version = None
    if {_VERSIONS, StatementRow.__tablename__} <= tables:
        version = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if version is None and tables - {_VERSIONS}:
        raise _foreign(url)
    return version


def _foreign(url: URL) -> LibraryError:
    return LibraryError(f"the database {url.database} holds something else than a library of quotes")


def _upgrade(url: URL) -> None:
    """Run all missing migrations in one transaction, which also waits for another process doing the same.

    A library with something in it is copied first, to a file beside it.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(migrations()).replace("%", "%%"))
    engine = sqlite.writing(sqlite.connect(url, foreign_keys=False))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            version = _version(connection, url)  # another process may have been first
            if version not in (None, HEAD):
                sqlite.back_up(url, f"before-{HEAD}")
            try:
                command.upgrade(config, "head")
            except CommandError as error:  # a version that was never one of ours
                raise _foreign(url) from error
            if sqlite.has_orphans(connection):
                raise LibraryError(
                    f"the library {url.database} cannot be brought up to date: rows would lose their owner"
                )
    finally:
        engine.dispose()

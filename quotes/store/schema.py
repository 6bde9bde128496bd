"""Brings a library's tables up to what this version of the code expects."""

from sqlalchemy import URL, Connection, Engine, text

from quotes.errors import LibraryError
from quotes.paths import migrations
from quotes.store import facts, sqlite
from quotes.store.indexes import fulltext
from quotes.store.tables import statements

HEAD = "0005"
"""The newest migration; a constant, so that opening an up-to-date library need not import Alembic."""

_VERSIONS = "alembic_version"
_TABLES = text("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*'")


def bring_up_to_date(engine: Engine, url: URL) -> None:
    """Apply the migrations that the library lacks.

    Raises LibraryError for a library newer than the code, for a database of something else, and for an older
    library that may not be written to.
    """
    if sqlite.is_read_only(engine):
        _need_up_to_date(engine, url)
        return
    with engine.connect() as connection:
        version = version_of(connection, url)
    sqlite.let_readers_read(engine, url)
    if version != HEAD:
        _upgrade(url)
    if not _is_indexed(engine):
        from quotes.store.indexes import rebuilding

        rebuilding.catch_up(engine)


def version_of(connection: Connection, url: URL) -> str | None:
    """The migration a library stands at; None for an empty file.

    Raises LibraryError for a library newer than the code and for a database of something else.
    """
    tables = set(connection.scalars(_TABLES))
    version = None
    if {_VERSIONS, statements.name} <= tables:
        version = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if version is None and tables - {_VERSIONS}:
        raise _foreign(url)
    if version is not None and version > HEAD:
        raise LibraryError(
            f"the library {url.database} was made by a newer version of quotes (schema {version}, "
            f"this one knows {HEAD}): update quotes"
        )
    return version


def _need_up_to_date(engine: Engine, url: URL) -> None:
    """Raises LibraryError where a library that may not be written to would have to be brought up to date."""
    with engine.connect() as connection:
        version = version_of(connection, url)
    if version != HEAD or not _is_indexed(engine):
        raise LibraryError(
            f"the library {url.database} was made by an older version of quotes and may not be written to: "
            "copy it to where it can be brought up to date"
        )


def _is_indexed(engine: Engine) -> bool:
    """Whether the indexes were made by today's rules."""
    with engine.connect() as connection:
        return facts.fact(connection, fulltext.FACT) == fulltext.VERSION


def _foreign(url: URL) -> LibraryError:
    return LibraryError(f"the database {url.database} holds something else than a library of quotes")


def _upgrade(url: URL) -> None:
    """Run all missing migrations in one transaction, which also waits for another process doing the same.

    A library with something in it is copied first, to a file beside it.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    from quotes.store.keeping import backups

    config = Config()
    config.set_main_option("script_location", str(migrations()).replace("%", "%%"))
    engine = sqlite.writing(sqlite.connect(url, foreign_keys=False))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            version = version_of(connection, url)  # another process may have been first
            if version not in (None, HEAD):
                backups.back_up_before(sqlite.path_of(url), HEAD)
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

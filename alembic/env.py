"""Runs the migrations on the connection of `quotes.store.schema`, or on the library of the settings."""

from alembic import context
from sqlalchemy import Connection, make_url

from quotes.settings import library_url
from quotes.store import sqlite
from quotes.store.indexes import fulltext
from quotes.store.tables.base import metadata


def include_name(name: str | None, kind: str, _parents: object) -> bool:
    """Leave the full-text indexes and their shadow tables out of comparisons."""
    return not (kind == "table" and name is not None and name.startswith(fulltext.INDEXES))


def migrate(connection: Connection) -> None:
    """Migrate within the caller's transaction: all of it is done or nothing."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        include_name=include_name,
        render_as_batch=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    engine = sqlite.writing(sqlite.connect(make_url(library_url()), foreign_keys=False))
    with engine.begin() as own:
        migrate(own)
    engine.dispose()

"""What all mapped classes share."""

from sqlalchemy.orm import DeclarativeBase

from quotes.store.tables.base import metadata


class Base(DeclarativeBase):
    """A row that is changed by setting its attributes; to read rows, `quotes.store.tables` will do."""

    metadata = metadata

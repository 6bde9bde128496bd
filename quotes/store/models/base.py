"""What all tables share: names of constraints, and the types of their columns."""

from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    Dialect,
    Index,
    MetaData,
    Text,
    TypeDecorator,
    text,
)
from sqlalchemy.orm import DeclarativeBase

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Characters(TypeDecorator[str]):
    """Text of any origin: an unpaired surrogate, which no database takes, becomes "?" (one for one)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """`value` as it can be stored."""
        return None if value is None else value.encode("utf-8", errors="replace").decode("utf-8")


Rows = list[list[Any]]
"""Records of one kind, each as the list of its fields in order."""


BY_KEY = {"sqlite_with_rowid": False}
"""For narrow tables that are asked by their keys alone."""


def few_index(table: str, column: str) -> Index:
    """The index of the few rows that are copies (or versions) of others: one of all rows would draw every
    query for the rest to it."""
    few = text(f"{column} IS NOT NULL")
    return Index(f"ix_{table}_{column}", column, sqlite_where=few, postgresql_where=few)


class Base(DeclarativeBase):
    """Names every constraint, so that a later migration can drop it."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Characters,
        Rows: JSON(none_as_null=True),
        list[str]: JSON(none_as_null=True),
        dict[str, Any]: JSON(none_as_null=True),
    }

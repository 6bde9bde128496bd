"""What all tables share: names of constraints, and the types of their columns."""

from typing import Any

from sqlalchemy import Dialect, Index, MetaData, Text, TypeDecorator, text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""All tables; every constraint has a name, so that a later migration can drop it."""


class Characters(TypeDecorator[str]):
    """Text of any origin: an unpaired surrogate, which no database takes, becomes "?" (one for one)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """`value` as it can be stored."""
        return None if value is None else value.encode("utf-8", errors="replace").decode("utf-8")


Rows = list[list[Any]]
"""Records of one kind, each as the list of its fields in order."""


BY_KEY: dict[str, Any] = {"sqlite_with_rowid": False}
"""For narrow tables that are asked by their keys alone."""


def few_index(table: str, column: str) -> Index:
    """The index of the few rows that are copies (or versions) of others: one of all rows would draw every
    query for the rest to it."""
    return Index(f"ix_{table}_{column}", column, sqlite_where=text(f"{column} IS NOT NULL"))

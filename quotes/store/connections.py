"""What connections do for those who write: the connection of a session, and many rows changed at once."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, bindparam, update

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def connection_of(session: "Session") -> Connection:
    """The session's connection, once all that was set on its rows is written."""
    session.flush()
    return session.connection()


def set_columns(connection: Connection, table: Table[Any], rows: Sequence[Mapping[str, Any]]) -> None:
    """Change rows of a table, each given by its `id` and its new columns, the same of all."""
    if rows:
        values: dict[str, Any] = {name: bindparam(name) for name in rows[0] if name != "id"}
        changed = update(table).where(table.c.id == bindparam("of")).values(values)
        connection.execute(changed, [{"of": row["id"], **row} for row in rows])

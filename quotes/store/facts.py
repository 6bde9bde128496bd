"""What a library knows of itself: facts, each by its name."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from quotes.store.identifiers import ASKED, asked
from quotes.store.tables import facts


def fact(connection: Connection, name: str) -> str | None:
    """The value of the fact with this name, None where there is none."""
    return connection.scalar(select(facts.c.value).where(facts.c.name == name))


def several(connection: Connection, names: Iterable[str]) -> dict[str, str]:
    """The values of the facts with these names, as far as there are any."""
    query = select(facts.c.name, facts.c.value).where(facts.c.name.in_(ASKED))
    return dict(connection.execute(query, asked(names)).all())


def keep(connection: Connection, values: Mapping[str, str]) -> None:
    """Write facts down, by their names, over what they were."""
    row = upsert(facts)
    row = row.on_conflict_do_update(index_elements=["name"], set_={"value": row.excluded.value})
    connection.execute(row, [{"name": name, "value": value} for name, value in values.items()])


def drop(connection: Connection, name: str) -> None:
    """Let there be no fact with this name."""
    connection.execute(delete(facts).where(facts.c.name == name))

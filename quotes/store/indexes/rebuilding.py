"""Makes the indexes anew: where they were made by rules of an older version, or are damaged."""

from sqlalchemy import Connection, Engine, delete, select, update

from quotes.store import facts, sqlite
from quotes.store.indexes import fulltext, indexing, surfaces
from quotes.store.tables import documents, said_by, statements, vocabulary

AT_ONCE = 200
"""Documents that are indexed in one transaction: others may open the library and help before the next."""


def is_up_to_date(connection: Connection) -> bool:
    """Whether the indexes were made by today's rules, to the end."""
    return _state(connection) == fulltext.VERSION


def catch_up(engine: Engine) -> None:
    """Index anew what other rules made, some documents a transaction; several processes may join in."""
    known: set[tuple[str, str]] = set()
    more = True
    while more:
        with sqlite.writing(engine).begin() as connection:
            if not (_state(connection) or "").startswith(f"{fulltext.VERSION}:"):
                more = not is_up_to_date(connection)
                if more:
                    _begin(connection)
            else:
                more = _go_on(connection, known)


def rebuild(connection: Connection) -> None:
    """Make the indexes anew in this transaction."""
    _begin(connection)
    known: set[tuple[str, str]] = set()
    while _go_on(connection, known):
        pass


def _begin(connection: Connection) -> None:
    for index in fulltext.COLUMNS:
        fulltext.empty(connection, index)
    connection.execute(delete(said_by))
    connection.execute(delete(vocabulary))
    surfaces.rebuild(connection)
    connection.execute(update(statements).where(statements.c.moment.is_not(None)).values(moment=None))
    _set_state(connection, f"{fulltext.VERSION}:0")


def _go_on(connection: Connection, known: set[tuple[str, str]]) -> bool:
    """Index the next documents; whether more are left."""
    done = int((_state(connection) or "").partition(":")[2])
    query = select(documents.c.id, documents.c.number).where(documents.c.number > done)
    found = connection.execute(query.order_by(documents.c.number).limit(AT_ONCE)).all()
    indexing.put_in(connection, [identifier for identifier, _ in found], known)
    _set_state(connection, f"{fulltext.VERSION}:{found[-1].number}" if found else fulltext.VERSION)
    return bool(found)


def _state(connection: Connection) -> str | None:
    return facts.fact(connection, fulltext.FACT)


def _set_state(connection: Connection, value: str) -> None:
    facts.keep(connection, {fulltext.FACT: value})

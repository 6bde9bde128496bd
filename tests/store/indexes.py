"""Whether the indexes of a library are what they are when they are made anew."""

from typing import Any

from sqlalchemy import Connection, select, text

from quotes.store import Library, sqlite
from quotes.store.indexes import fulltext, rebuilding
from quotes.store.tables import said_by, statements, surface_forms, vocabulary
from tests.store.failing import engine_of


def check_indexes(library: Library) -> None:
    """Make the indexes anew, compare, and leave all as it was."""
    with sqlite.writing(engine_of(library)).connect() as connection:
        before = _dump(connection)
        rebuilding.rebuild(connection)
        after = _dump(connection)
        connection.rollback()
    assert set(after.pop("words")) <= set(before.pop("words")), "words that the vocabulary lacks"
    for name, rows in after.items():
        assert before[name] == rows, name


def _dump(connection: Connection) -> dict[str, Any]:
    found: dict[str, Any] = {"words": _rows(connection, select(vocabulary))}
    found["moments"] = _rows(connection, select(statements.c.number, statements.c.moment))
    found["said by"] = _rows(connection, select(said_by))
    names = surface_forms.c
    found["names"] = _rows(
        connection, select(names.speaker_id, names.description, names.folded, names.members)
    )
    for index in fulltext.INDEXES:
        connection.execute(text(f"CREATE VIRTUAL TABLE temp.seen USING fts5vocab(main, {index}, instance)"))
        found[index] = _rows(connection, text("SELECT term, doc, col, offset FROM temp.seen"))
        connection.execute(text("DROP TABLE temp.seen"))
    grams = text(
        "SELECT speaker_id, folded, gram.term, gram.offset FROM surface_forms "
        "JOIN temp.grams AS gram ON gram.doc = surface_forms.number"
    )
    connection.execute(
        text(f"CREATE VIRTUAL TABLE temp.grams USING fts5vocab(main, {fulltext.NAMES}, instance)")
    )
    found[fulltext.NAMES] = _rows(connection, grams)  # their numbers may differ
    connection.execute(text("DROP TABLE temp.grams"))
    return found


def _rows(connection: Connection, query: Any) -> list[tuple[Any, ...]]:
    return sorted((tuple(row) for row in connection.execute(query)), key=repr)

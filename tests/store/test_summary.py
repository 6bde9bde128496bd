"""What is in a library: counted as searches count, from indexes alone."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event

from quotes.query.plan import Plan
from quotes.store import Library
from quotes.store.keeping.summary import backup_advice
from tests.store.making import harbour
from tests.store.test_backups import add


def test_it_counts_what_searches_list(library: Library) -> None:
    library.add(harbour().document, harbour())
    add(library, "a", "b")
    told = library.summary()
    assert told.total == library.search(Plan()).total == 7
    assert told.documents == len(library.documents())
    assert told.speakers == len(library.speakers())
    assert (told.reviewed, told.doubtful, told.tags, told.copies) == (0, 0, 0, 0)
    assert (told.last_added, told.last_backup, told.is_purging) == (None, None, False)


def test_no_row_of_a_statement_or_document_is_read_for_it(library: Library) -> None:
    add(library, "a")
    asked: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, sql: str, parameters: object, *_: object) -> None:
        asked.append((sql, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        library.summary()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    with library._engine.connect() as connection:
        steps = [
            step[3]
            for sql, parameters in asked
            for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", parameters)
        ]
    of_many = [step for step in steps if " statements" in step or " documents" in step]
    assert len(of_many) == 4
    assert all("INDEX" in step for step in of_many), of_many


@pytest.mark.parametrize(("days", "advised"), [(0, False), (7, False), (8, True), (400, True)])
def test_an_old_backup_is_advised_against(days: int, advised: bool) -> None:
    told = backup_advice((datetime.now(UTC) - timedelta(days=days)).isoformat())
    assert (told is not None) == advised
    assert told is None or str(days) in told


def test_none_at_all_is_advised_against() -> None:
    assert "never" in str(backup_advice(None))

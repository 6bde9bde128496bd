"""Statements that fail, processes that are killed, disks that are full, and many at once: nothing is lost."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from quotes.document import Document
from quotes.errors import LibraryError
from quotes.people.edits import SpeakerChoice, StatementEdit
from quotes.query.plan import Plan
from quotes.statement import Parse
from quotes.store import Library
from tests.store.failing import engine_of, rows_of, through_all_failures
from tests.store.making import harbour, parse, statement
from tests.store.test_copies import EDITED, WIRE, printed, put, said

KILLS = 3
"""In this suite; `python -m tests.bench.faults` does it a hundred times."""


def news() -> Parse:
    """A story that is to be added beside a near-copy of it."""
    return said(printed(EDITED, "post.txt", "2024-03-06", "The Harbour Post"))


def prepared(library: Library) -> Library:
    put(library, printed(WIRE, "wire.txt", "2024-03-05"))
    library.prepare()
    return library


def test_whichever_statement_of_adding_fails_the_document_is_not_there_and_can_be_added(
    library: Library, fresh: Callable[[], Library]
) -> None:
    found = news()
    failures = through_all_failures(prepared(library), lambda: library.add(found.document, found))
    assert failures > 30
    with prepared(fresh()) as undisturbed:
        undisturbed.add(found.document, found)
        assert rows_of(library) == rows_of(undisturbed)


def _accept(library: Library, ids: dict[str, str]) -> None:
    library.desk("Ada").set_statements([ids["denied it"]], StatementEdit(verdict="accepted"))


def _reject(library: Library, ids: dict[str, str]) -> None:
    library.desk("Ada").set_statements([ids["no-limits"]], StatementEdit(verdict="rejected", reason="no"))


def _correct(library: Library, ids: dict[str, str]) -> None:
    choice = SpeakerChoice("Oren Tollan", "person")
    edit = StatementEdit(speaker=choice, span=(112, 122), said_on="2023-03")
    library.desk("Ada").set_statements([ids["We don’t pay twice,"]], edit)


def _merge(library: Library, _ids: dict[str, str]) -> None:
    library.desk("Ada").merge([speaker.id for speaker in library.speakers()])


def _undo(library: Library, _ids: dict[str, str]) -> None:
    library.desk("Ada").undo()


def _tag(library: Library, ids: dict[str, str]) -> None:
    library.desk("Ada").tag(list(ids.values()), ["private"])


@pytest.mark.parametrize("decide", [_accept, _reject, _correct, _merge, _undo, _tag])
def test_whichever_statement_of_a_review_fails_no_decision_is_lost(
    library: Library, decide: Callable[[Library, dict[str, str]], None]
) -> None:
    found = harbour()
    document = library.add(found.document, found).id
    ids = {s.statement.text: s.statement.id for s in library.statements(document)}
    library.desk("Bo").note([ids["denied it"]], "to be asked")
    _reject(library, ids)
    before = library.count_decisions()
    assert through_all_failures(library, lambda: decide(library, ids)) > 10
    assert library.count_decisions() == before + (decide is not _reject)


def test_a_document_that_does_not_fit_on_the_disk_is_not_there_until_there_is_room(library: Library) -> None:
    prepared(library)
    before, found, room = rows_of(library), long_story(), 0
    with engine_of(library).connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()

    def limit(connection: sqlite3.Connection, _record: Any) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages + room}")

    event.listen(engine_of(library), "connect", limit)
    while True:
        engine_of(library).dispose()
        try:
            library.add(found.document, found)
        except LibraryError as error:
            refused = str(error)
        else:
            break
        assert "the disk is full" in refused
        assert rows_of(library) == before
        room += 1  # page more of the file
    assert room > 5
    assert library.search(Plan.of(words=("tide",))).total == 60


def long_story() -> Parse:
    """A story that takes many pages of the file."""
    lines = [f"“The tide of year {year} was with us,” Mara Venn said." for year in range(1960, 2020)]
    document = Document.of_text("\n".join(lines), "tides.txt")
    return parse(document, *(statement(document, line[1 : line.index("”")], "Mara Venn") for line in lines))


def test_who_is_killed_while_adding_leaves_whole_documents_and_can_go_on(tmp_path: Path) -> None:
    told = _play("add", tmp_path, KILLS, 6)
    assert told["killed"] + told["done before"] == KILLS


def test_six_may_write_and_two_search_at_once(tmp_path: Path) -> None:
    assert _play("crowd", tmp_path, 6, 2, 2) == {"documents": 12, "decisions": 6}


def _play(name: str, folder: Path, *arguments: int) -> dict[str, int]:
    """What came of one of the plays of `tests.store.killing`."""
    command = [sys.executable, "-m", "tests.store.killing", name, str(folder), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told: dict[str, int] = json.loads(done.stdout)
    return told

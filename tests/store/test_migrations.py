"""Libraries of every released schema: brought up to date, taken back, and killed or failing on the way."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config

from quotes.errors import LibraryError
from quotes.paths import migrations
from quotes.query.language import plan_of
from quotes.query.plan import Plan
from quotes.store import Library, open_library, schema
from tests.store.failing import before_statement, fail
from tests.store.indexes import check_indexes
from tests.store.killing import content
from tests.store.making import harbour
from tests.store.schemas import making as schemas

DUMPS = sorted(schemas.DUMPS.glob("*.sql"))
OLDER = [dump for dump in DUMPS if dump.stem < schema.HEAD]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a library may be made; the one that Alembic takes too."""
    monkeypatch.setenv("QUOTES_DB", str(tmp_path / "quotes.db"))
    return tmp_path / "quotes.db"


def to(version: str) -> None:
    """Migrate the library of the settings as a developer does."""
    config = Config()
    config.set_main_option("script_location", str(migrations()))
    step = command.upgrade if version == "head" else command.downgrade
    step(config, version)


def test_there_is_a_copy_of_every_released_schema() -> None:
    assert [dump.stem for dump in DUMPS] == [f"{number:04}" for number in range(1, int(schema.HEAD) + 1)]


def test_the_copy_of_todays_schema_is_of_today(path: Path, empty: Path) -> None:
    # Where this fails before a release: python -m tests.store.schemas.making
    schemas.load(schemas.DUMPS / f"{schema.HEAD}.sql", path)
    assert _made(path) == _made(empty)


def _made(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL")}


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: dump.stem)
def test_a_library_of_every_schema_is_brought_up_to_date_and_searched(path: Path, dump: Path) -> None:
    schemas.load(dump, path)
    kept = {id_: (words, withheld) for id_, words, withheld in _statements(path)}
    assert len(kept) == 15
    assert any("🚢" in words for words, _ in kept.values())
    with open_library(str(path)) as library:
        check_indexes(library)
        for identifier, (words, withheld) in kept.items():
            stored = library.statement(identifier)
            assert (stored.statement.text, stored.withheld) == (words, withheld)
            assert (identifier in _found(library, words)) == (withheld is None)
        assert {document.id for document in library.documents(copies=True)} == _ids(path, "documents")
        assert _found(library, "waited since dawn")  # in the sentences around
        assert library.documents(Plan.of(words=("customs hall",)))
        assert _speakers(library, "venn") == {"Mara Venn", "Joren Kell and Mara Venn"}
        again = harbour()
        assert library.add(again.document, again).status == "unchanged"
    content(path)


def _found(library: Library, words: str) -> set[str]:
    found = library.search(Plan.of(words=(words,), copies=True)).statements
    return {stored.statement.id for stored in found}


def _speakers(library: Library, name: str) -> set[str | None]:
    return {stored.speaker for stored in library.search(Plan.of(speaker=name)).statements}


def _statements(path: Path) -> Iterator[tuple[str, str, str | None]]:
    """Id, words and why they are withheld (None where they are not), as they are in the database."""
    with closing(sqlite3.connect(path)) as connection:
        known = [row[1] for row in connection.execute("PRAGMA table_info(statements)")]
        withheld = "withheld" if "withheld" in known else "NULL"
        columns = f'statements.id, text, start, "end", {withheld}'
        query = f"SELECT {columns} FROM statements JOIN documents ON documents.id = document_id"  # noqa: S608
        for identifier, text, start, end, why in connection.execute(query):
            yield identifier, text[start:end], why


def _ids(path: Path, table: str) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {identifier for (identifier,) in connection.execute(f"SELECT id FROM {table}")}  # noqa: S608


def test_what_was_decided_is_there_after_the_migration_and_can_be_undone(path: Path) -> None:
    schemas.load(schemas.DUMPS / "0004.sql", path)
    with open_library(str(path)) as library:
        decided = library.decisions()
        assert len(decided) == library.count_decisions() == 11
        assert library.ids(plan_of(["tag:harbour"]))
        (rejected,) = [d for d in decided if d.summary.startswith("rejected") or d.action == "reject"][:1]
        (change, *_) = rejected.changes
        assert library.statement(change.target).withheld == "rejected"
        library.desk("Bo").undo(rejected.number)
        assert library.statement(change.target).withheld is None
        assert change.target in _found(library, "no-limits")
        check_indexes(library)


@pytest.mark.parametrize("version", [dump.stem for dump in OLDER])
def test_taken_back_and_brought_up_again_a_library_has_the_same_rows(path: Path, version: str) -> None:
    schemas.load(schemas.DUMPS / f"{version}.sql", path)
    before = _rows(path)
    open_library(str(path)).close()
    up = content(path)
    to(version)
    assert _rows(path) == before
    open_library(str(path)).close()
    assert _rows(path) == _rows_of(up)


def _rows(path: Path) -> list[str]:
    return _rows_of(content(path))


def _rows_of(lines: list[str]) -> list[str]:
    """Rows and tables but for the full-text indexes, whose pages depend on the order of what came in."""
    return sorted(line for line in lines if "_words" not in line and "surface_grams" not in line)


def test_whichever_statement_of_a_migration_fails_nothing_is_changed(path: Path) -> None:
    schemas.load(OLDER[-1], path)
    before, at = content(path), 0
    while content(path) == before:
        at += 1
        with before_statement(at, fail) as sent, pytest.raises(LibraryError, match="disk"):
            open_library(str(path)).close()
        assert len(sent) >= at
    assert at > 30
    with open_library(str(path)) as library:  # what failed last is the indexing, once the migration was done
        check_indexes(library)


def test_a_migration_that_is_killed_is_done_again_as_if_nothing_had_been(tmp_path: Path) -> None:
    play = [sys.executable, "-m", "tests.store.killing", "migrate", str(OLDER[-1]), str(tmp_path), "7"]
    done = subprocess.run(play, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["killed"] > 30

"""The database file: made, migrated, shared, damaged."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, event

from quotes.document import Document
from quotes.errors import LibraryError
from quotes.paths import migrations
from quotes.query.plan import Plan
from quotes.statement import Parse
from quotes.store import Library, open_library, schema, sqlite
from quotes.store.indexes import fulltext
from quotes.store.keeping import backups
from quotes.store.tables.base import metadata
from quotes.store.views import StoredDocument
from tests.store.making import harbour, saying
from tests.store.test_copies import EDITED, OTHER_TEXT, WIRE, printed, put


def test_the_newest_migration_is_the_one_the_code_expects() -> None:
    assert ScriptDirectory.from_config(_config()).get_heads() == [schema.HEAD]


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(migrations()))
    return config


def test_the_migrations_make_what_the_models_say(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTES_DB", str(empty))
    command.check(_config())  # raises where a new migration would have something to do


def test_a_migration_can_be_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTES_DB", str(tmp_path / "quotes.db"))
    command.upgrade(_config(), "head")
    command.downgrade(_config(), "base")
    with sqlite3.connect(tmp_path / "quotes.db") as connection:
        left = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    connection.close()
    assert left == [("alembic_version",)]
    command.upgrade(_config(), "head")
    with open_library() as library:
        assert library.documents() == []


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with rows in it, as the version before the newest made it."""
    path, found = tmp_path / "quotes.db", harbour()
    monkeypatch.setenv("QUOTES_DB", str(path))
    with open_library() as library:
        library.add(found.document, found)
    command.downgrade(_config(), "0001")
    return path


def test_an_older_library_is_brought_up_to_date_with_its_rows(older: Path) -> None:
    found = harbour()
    with open_library(str(older)) as library:
        (document,) = library.documents()
        stored = {s.statement.id: s.statement for s in library.statements(document.id)}
        assert library.search(Plan.of(words=("friendship",))).total == 2
        assert library.add(found.document, found).status == "unchanged"
    partial, claim = found.quotes[0], found.claims[0]
    assert stored.pop(partial.id) == replace(partial, claim=claim.id)  # known from the claim
    assert stored == {s.id: s for s in (*found.quotes[1:], *found.claims)}


def test_a_library_is_copied_before_it_is_migrated(older: Path) -> None:
    before = _content(older)
    for _ in range(2):
        open_library(str(older)).close()
    (copy,) = backups.automatic(older)
    assert copy.name.startswith(f"quotes.before-{schema.HEAD}.20")
    assert _content(copy) == before
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert sorted(older.parent.iterdir()) == [copy, older]


def _content(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        lines = list(connection.iterdump())
    connection.close()
    return lines


def test_a_new_library_has_nothing_to_copy(tmp_path: Path) -> None:
    open_library(str(tmp_path / "quotes.db")).close()
    assert not list(tmp_path.glob("*before*"))


OPEN_WITH_LARGEST_FILE = """
import resource, sys
from quotes.errors import LibraryError
from quotes.store import open_library

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))  # as if the disk were full
try:
    open_library(sys.argv[1]).close()
except LibraryError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits are set as POSIX has them")
def test_without_a_copy_nothing_is_migrated(older: Path) -> None:
    before = _content(older)
    command_line = [sys.executable, "-c", OPEN_WITH_LARGEST_FILE, str(older), str(older.stat().st_size // 2)]
    told = subprocess.run(command_line, capture_output=True, text=True, check=True).stdout
    assert told.startswith(f"the library {older} cannot be backed up to {older.parent}: ")
    assert told.count("\n") == 1
    assert _content(older) == before
    assert list(older.parent.iterdir()) == [older]


def test_a_migration_of_rows_that_is_interrupted_can_be_tried_again(older: Path) -> None:
    before, after, failing = _content(older), 0, True
    while failing:
        after += 1
        with _disk_failing_at(after) as statements:
            try:
                open_library(str(older)).close()
            except LibraryError:
                assert len(statements) == after
        failing = len(statements) >= after
        migrated = f"INSERT INTO \"alembic_version\" VALUES('{schema.HEAD}');"
        assert not failing or migrated in (now := _content(older)) or now == before  # then the indexes follow
    assert after > 10
    assert _content(older) != before


@pytest.mark.parametrize("version", ["0001", "0002"])
def test_copies_of_an_older_library_are_found_as_if_they_were_added_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    monkeypatch.setenv("QUOTES_DB", str(tmp_path / "quotes.db"))
    with open_library() as library:
        put(library, printed(WIRE, "wire.txt", "2024-03-05"), printed(EDITED, "post.txt", "2024-03-06"))
        put(library, printed(OTHER_TEXT, "other.txt"))
        expected = library.documents(copies=True), library.search(Plan(copies=True))
        library.add(printed(WIRE, "again.html", "2024-03-04", "The Harbour Post"))
    for _ in range(2):  # up, down and up again
        command.downgrade(_config(), version)
        with open_library() as library:
            assert library.search(Plan()).total == library.search(Plan(copies=True)).total == 6
            assert len(library.documents()) == 3
            again = library.add(printed(OTHER_TEXT, "other.txt"))  # older versions kept its name alone
            assert (again.status, again.document.place) == ("unchanged", "/press/other.txt")
            assert not again.document.places
            assert library.search(Plan()).total == 3
            now = library.documents(copies=True), library.search(Plan(copies=True))
    known = [_as_kept_before(document) for document in expected[0]]
    assert [_as_kept_before(document) for document in now[0]] == known
    assert [s.statement for s in now[1].statements] == [s.statement for s in expected[1].statements]
    assert [s.copy_of for s in now[1].statements] == [s.copy_of for s in expected[1].statements]


def _as_kept_before(document: StoredDocument) -> StoredDocument:
    """A document without what older versions did not keep."""
    return replace(document, place=None, published_confidence=None)


def test_the_newest_migration_can_be_taken_back_with_rows(older: Path) -> None:
    before = _content(older)
    command.upgrade(_config(), "head")
    assert _content(older) != before
    command.downgrade(_config(), "0001")
    assert _content(older) == before


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "100% mine, a@b:c#d %20.db"
    found = harbour()
    before = os.umask(0)
    try:
        with open_library(str(path)) as library:
            library.add(found.document, found)
            files = sorted(path.parent.iterdir())
            assert len(files) == 3  # the database, its journal and the journal's index
            assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    with open_library(f"sqlite:///{path}") as library:
        assert library.search(Plan()).total == 5


def test_a_library_newer_than_the_code_is_left_alone(library: Library) -> None:
    with library._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LibraryError, match=r"newer version of quotes.*9999"):
        open_library(str(library._url.database))


def test_the_file_that_a_link_names_is_its_owners_alone_too(tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(tmp_path / "kept elsewhere.db")
    open_library(str(tmp_path / "link.db")).close()
    assert stat.S_IMODE((tmp_path / "kept elsewhere.db").stat().st_mode) == 0o600


@pytest.mark.parametrize("version", ["0000", "7f3a9c"])
def test_tables_that_alembic_keeps_for_another_program_are_left_alone(tmp_path: Path, version: str) -> None:
    path = tmp_path / "songs.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES (?)", (version,))
    connection.close()
    with pytest.raises(LibraryError, match="something else"):
        open_library(str(path))


@pytest.mark.parametrize(
    "change", ["DELETE FROM alembic_version", "UPDATE alembic_version SET version_num = '0000'"]
)
def test_a_library_at_no_known_version_is_one_clear_line(library: Library, change: str) -> None:
    with library._engine.begin() as connection:
        connection.exec_driver_sql(change)
    with pytest.raises(LibraryError, match="something else"):
        open_library(str(library._url.database))


def test_something_else_is_left_alone(tmp_path: Path) -> None:
    text, other = tmp_path / "notes.txt", tmp_path / "other.db"
    text.write_text("The tide is with us, said nobody in particular. " * 50)
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    for path, message in ((text, "not a library"), (other, "something else")):
        before = path.read_bytes()
        with pytest.raises(LibraryError, match=message):
            open_library(str(path))
        assert path.read_bytes() == before


def test_a_damaged_file_is_one_clear_line(fresh: Callable[[], Library]) -> None:
    library = fresh()
    path = Path(str(library._url.database))
    for number in range(30):
        found = saying("Mara Venn", name=f"{number}.txt")
        library.add(found.document, found)
    library.close()
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(LibraryError) as caught, open_library(str(path)) as damaged:
        damaged.search(Plan())
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_damaged_record_is_one_clear_line(library: Library) -> None:
    found = harbour()
    library.add(found.document, found)
    with library._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE documents SET blocks = '[[\"body\"'")
    with pytest.raises(LibraryError, match="damaged"):
        library.find(found.document.sha256)


def test_a_damaged_table_of_contents_is_one_clear_line(fresh: Callable[[], Library]) -> None:
    library = fresh()
    path = Path(str(library._url.database))
    library.close()
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE statements", b"CREATE TABLE \x99tatements"))
    with pytest.raises(LibraryError, match="damaged"):
        open_library(str(path))


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://localhost/quotes",
        "nothing://",
        "sqlite://://",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///a.db?mode=ro",
        "sqlite+pysqlcipher:///a.db",
    ],
)
def test_other_databases_are_refused_in_one_line(url: str) -> None:
    with pytest.raises(LibraryError):
        open_library(url)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file" / "quotes.db", tmp_path):
        with pytest.raises(LibraryError, match=str(path)):
            open_library(str(path))


def test_a_migration_that_is_interrupted_can_be_tried_again(tmp_path: Path) -> None:
    path = tmp_path / "quotes.db"
    after = 0
    while True:
        after += 1
        if not _migrate_with_failure(path, after):
            break
    assert after > 20
    with open_library(str(path)) as library:
        assert library.documents() == []


@contextmanager
def _disk_failing_at(number: int) -> Iterator[list[object]]:
    """Let statement `number` fail as a disk does; yields the statements so far, the failing one included."""
    statements: list[object] = []

    def fail(*arguments: object) -> None:
        statements.append(arguments)
        if len(statements) == number:
            raise sqlite3.OperationalError("disk I/O error")

    event.listen(Engine, "before_cursor_execute", fail)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", fail)


def _migrate_with_failure(path: Path, after: int) -> bool:
    """Open the library while statement number `after` fails; return whether that came to pass."""
    with _disk_failing_at(after) as statements:
        try:
            open_library(str(path)).close()
        except LibraryError:
            assert len(statements) == after
    with sqlite3.connect(path) as connection:
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        version = connection.execute("SELECT version_num FROM alembic_version").fetchone() if tables else None
    connection.close()
    assert version == ((schema.HEAD,) if tables else None)  # nothing, or all: then the indexes follow
    return len(statements) >= after


def test_a_document_goes_in_whole_or_not_at_all(library: Library) -> None:
    found, before = harbour(), _rows(library)
    after = 0
    while _rows(library) == before:
        after += 1
        _add_with_failure(library, found, after)
    assert after > 10
    assert library.search(Plan()).total == 5


def _add_with_failure(library: Library, found: Parse, after: int) -> None:
    with _disk_failing_at(after) as statements:
        try:
            library.add(found.document, found)
        except LibraryError:
            assert len(statements) == after


def _rows(library: Library) -> list[int]:
    names = [*metadata.tables, f"{fulltext.STATEMENTS}_docsize"]
    with library._engine.connect() as connection:
        return [connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one() for name in names]  # noqa: S608


ADD = """
import os, sys
from sqlalchemy import Engine, event
from quotes.store import open_library
from tests.store.making import saying

path, prefix, number, dies_after = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
done = 0

@event.listens_for(Engine, "after_cursor_execute")
def count(connection, cursor, statement, *_):
    global done
    done += statement.startswith("INSERT")
    if done == dies_after:
        os._exit(9)

with open_library(path) as library:
    for each in range(number):
        found = saying("Mara Venn", name=f"{prefix}{each}.txt")
        library.add(found.document, found)
"""


def _adding(path: Path, prefix: str, number: int, dies_after: int = -1) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", ADD, str(path), prefix, str(number), str(dies_after)])


def test_several_processes_may_create_and_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "quotes.db"
    running = [_adding(path, prefix, 15) for prefix in "abc"]
    assert [process.wait() for process in running] == [0, 0, 0]
    with open_library(str(path)) as library:
        (speaker,) = library.speakers()
        assert (
            speaker.documents
            == len(library.documents())
            == library.search(Plan.of(words=("tide",))).total
            == 45
        )


def test_several_processes_may_open_an_older_library_at_once(older: Path) -> None:
    running = [_adding(older, prefix, 3) for prefix in "abc"]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert len(backups.automatic(older)) == 1  # one of them migrated
    with open_library(str(older)) as library:
        assert len(library.documents()) == 10


@pytest.mark.parametrize("dies_after", [3, 6, 9, 13])
def test_a_killed_process_leaves_nothing_half_done(library: Library, dies_after: int) -> None:
    path = Path(str(library._url.database))
    assert _adding(path, "a", 2, dies_after).wait() == 9
    whole = library.documents()
    assert len(whole) < 2
    assert library.search(Plan()).total == library.search(Plan.of(words=("tide",))).total == len(whole)
    assert _adding(path, "a", 2).wait() == 0
    assert library.search(Plan.of(words=("tide",))).total == len(library.documents()) == 2


def test_a_writer_that_waits_in_vain_says_so(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_MS", 1)
    path = str(library._url.database)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    document = Document.of_text("The tide is with us.")
    with open_library(path) as late:
        assert late.documents() == []  # readers do not wait
        with pytest.raises(LibraryError, match="another program is writing"):
            late.add(document, Parse(document))
        other.execute("ROLLBACK")
        assert late.add(document, Parse(document)).status == "added"
    other.close()


def test_the_full_text_index_is_sound(library: Library) -> None:
    found = harbour()
    library.add(found.document, found)
    with library._engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO statement_words(statement_words) VALUES ('integrity-check')")


def test_opening_a_library_loads_nothing_heavy(empty: Path) -> None:
    code = (
        "import sys; from quotes.store import open_library; from quotes.query.plan import Plan\n"
        "with open_library(sys.argv[1]) as library:\n"
        "    library.search(Plan.of(words=('tide',), speaker='venn'))\n"
        "heavy = {'alembic', 'stanza', 'torch', 'numpy', 'trafilatura', 'dateparser', 'nameparser', 'ftfy'}\n"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(empty)], check=False).returncode == 0


def test_opening_a_library_again_keeps_the_locks_on_it(library: Library) -> None:
    # A process that believes to be the last one removes the journal, and what is in it is lost.
    path = str(library._url.database)
    library.add(harbour().document, harbour())
    with open_library(path) as again:
        assert len(again.documents()) == 1
    other = (
        "c = __import__('sqlite3').connect(__import__('sys').argv[1]); c.execute('SELECT 1 FROM documents')"
    )
    subprocess.run([sys.executable, "-c", other + ".fetchall(); c.close()", path], check=True)
    assert Path(f"{path}-wal").exists()
    assert len(library.documents()) == 1

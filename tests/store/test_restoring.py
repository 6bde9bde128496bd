"""Backups put in the library's place: the old or the new, whole, whatever happens."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quotes.errors import LibraryError
from quotes.query.plan import Plan
from quotes.store import Library, open_library, sqlite
from quotes.store.keeping import backups, inspecting, restoring
from quotes.store.schema import HEAD
from tests.store.making import saying
from tests.store.schemas import making as schemas
from tests.store.test_backups import add, content

WHO = "Ada Brisk"


@pytest.fixture
def backup(library: Library, tmp_path: Path) -> Path:
    """A backup with two documents of a library that has five by now."""
    add(library, "a", "b")
    made = library.back_up(tmp_path).path
    add(library, "c", "d", "e")
    return made


def test_what_a_backup_holds_is_told(backup: Path) -> None:
    before = backup.stat()
    assert inspecting.content_of(backup) == inspecting.Content(HEAD, 2, 2, None)
    assert backup.stat() == before or backup.stat().st_mtime_ns == before.st_mtime_ns
    assert list(backup.parent.iterdir()) == [backup]  # nothing was written beside it


def test_a_backup_takes_the_librarys_place_for_those_who_have_it_open_too(
    library: Library, backup: Path
) -> None:
    library.search(Plan.of(words=("tide",)))
    former, file = content(library.path), library.path.stat().st_ino
    restored = restoring.restore(library.path, backup, WHO)
    assert restored.aside is None
    assert restored.before is not None
    assert content(restored.before) == former
    assert library.search(Plan.of(words=("tide",))).total == len(library.documents()) == 2
    add(library, "f")
    assert len(library.documents()) == 3
    library.close()
    assert library.path.stat().st_ino == file
    assert [path.name for path in library.path.parent.iterdir() if path.name.startswith(".")] == []


def test_restoring_what_was_there_before_a_restore_takes_it_back(library: Library, backup: Path) -> None:
    former = content(library.path)
    for _ in range(5):  # the automatic backup that is restored is not the one that makes room for another
        before = restoring.restore(library.path, backup, WHO).before
        assert before is not None
        oldest = backups.automatic(library.path)[0]
        if before == oldest:
            break
    again = backups.automatic(library.path)[0]
    expected = content(again)
    restoring.restore(library.path, again, WHO)
    assert content(library.path) == expected
    assert former


def test_a_library_that_is_not_there_is_made(backup: Path, tmp_path: Path) -> None:
    path = tmp_path / "new" / "quotes.db"
    assert restoring.restore(path, backup, WHO) == restoring.Restored()
    assert content(path) == content(backup)
    assert path.stat().st_mode & 0o777 == 0o600


DIES = """
import os, sys
from pathlib import Path
from quotes.store.keeping import restoring

told = 0

def die(done, total):
    global told
    told += 1
    if told == int(sys.argv[3]):
        os.kill(os.getpid(), 9)

restoring.restore(Path(sys.argv[1]), Path(sys.argv[2]), "Ada Brisk", die)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed as POSIX has it")
def test_a_restore_that_is_killed_leaves_the_old_or_the_new(library: Library, backup: Path) -> None:
    library.close()
    old, new = content(library.path), content(backup)
    seen: list[list[str]] = []
    at = 0
    while new not in seen:
        at += 1
        command = [sys.executable, "-c", DIES, str(library.path), str(backup), str(at)]
        killed = subprocess.run(command, check=False).returncode != 0
        with closing(sqlite3.connect(library.path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        seen.append(content(library.path))
        assert seen[-1] == old or (seen[-1] == new and (not killed or at > 1))
    assert seen[0] == old
    with open_library(str(library.path)) as opened:
        assert len(opened.documents()) == 2


def test_a_writer_is_waited_for_and_then_told(
    library: Library, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_MS", 1)
    former = content(library.path)
    with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="another program is writing to it; try again"):
            restoring.restore(library.path, backup, WHO)
    assert content(library.path) == former
    assert backups.automatic(library.path) == []


def test_what_is_written_after_the_last_copy_is_not_lost(library: Library, backup: Path) -> None:
    def is_unchanged() -> bool:
        return False  # as where another program wrote in between

    former = content(library.path)
    with pytest.raises(LibraryError, match="was written to just now: try again"):
        restoring._pour(backup, library.path, None, is_unchanged)
    assert content(library.path) == former


@pytest.fixture
def damaged(fresh: Callable[[], Library]) -> Path:
    """A library that is damaged."""
    library = fresh()
    add(library, *map(str, range(9)))
    library.close()
    whole = library.path.read_bytes()
    library.path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    return library.path


def test_the_journal_of_what_is_set_aside_is_not_taken_for_the_new_files(
    library: Library, backup: Path, damaged: Path
) -> None:
    journal = Path(f"{library.path}-wal").read_bytes()
    assert journal
    Path(f"{damaged}-wal").write_bytes(journal)
    aside = restoring._replace(damaged, backup)
    assert Path(f"{aside}-wal").read_bytes() == journal
    assert content(damaged) == content(backup)


def test_a_damaged_library_is_set_aside(damaged: Path, backup: Path) -> None:
    restored = restoring.restore(damaged, backup, WHO)
    assert restored.before is None
    assert restored.aside is not None
    assert restored.purged is None
    assert b"\xff" * 4096 in restored.aside.read_bytes()
    assert content(damaged) == content(backup)
    with open_library(str(damaged)) as opened:
        assert len(opened.documents()) == 2
        add(opened, "new")
    assert backups.leftovers(damaged) == []


def test_what_is_no_backup_is_refused_and_the_library_stays(library: Library, tmp_path: Path) -> None:
    add(library, "a")
    newer, songs, letter, empty = (tmp_path / name for name in ("newer.db", "songs.db", "letter", "empty"))
    library.back_up(tmp_path).path.rename(newer)
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with closing(sqlite3.connect(songs)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    letter.write_text("The tide is with us. " * 500)
    empty.touch()
    broken = library.back_up(tmp_path).path
    whole = broken.read_bytes()
    broken.write_bytes(whole[: len(whole) // 2] + b"\xff" * (len(whole) // 2))
    for path, message in (
        (newer, r"made by a newer version of quotes \(schema 9999"),
        (songs, "something else than a library"),
        (letter, "not a library"),
        (empty, "holds no library"),
        (broken, "damaged"),
        (tmp_path / "missing.db", "no library at"),
    ):
        before = path.read_bytes() if path.exists() else None
        with pytest.raises(LibraryError, match=message) as caught:
            inspecting.content_of(path)
        assert "\n" not in str(caught.value)
        assert before == (path.read_bytes() if path.exists() else None)


def test_only_a_library_is_replaced(backup: Path, tmp_path: Path, library: Library) -> None:
    songs, letter = tmp_path / "songs.db", tmp_path / "letter.txt"
    with closing(sqlite3.connect(songs)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    letter.write_text("The tide is with us. " * 500)
    for path, message in ((songs, "something else"), (letter, "not a library")):
        before = path.read_bytes()
        with pytest.raises(LibraryError, match=message):
            restoring.restore(path, backup, WHO)
        assert path.read_bytes() == before
    with library._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LibraryError, match="newer version"):
        restoring.restore(library.path, backup, WHO)


@pytest.mark.parametrize("version", ["0001", "0004"])
def test_an_older_backup_is_brought_up_to_date_when_it_is_opened(
    library: Library, tmp_path: Path, version: str
) -> None:
    backup = tmp_path / "older.db"
    schemas.load(schemas.DUMPS / f"{version}.sql", backup)
    told = inspecting.content_of(backup)
    assert told.schema == version
    assert told.documents > 0
    restoring.restore(library.path, backup, WHO)
    with open_library(str(library.path)) as opened:
        assert len(opened.documents(copies=True)) == told.documents


def test_what_was_purged_since_stays_away(library: Library, backup: Path) -> None:
    words = saying("Mara Venn", name="a.txt").document.text
    (document,) = [one for one in library.documents() if library.text(one.id) == words]
    library.purge(WHO, [document.id])
    library.finish_purge()
    restored = restoring.restore(library.path, backup, WHO)
    assert restored.purged == 1
    assert [one.name for one in library.documents()] == ["b.txt"]
    library.close()
    for path in library.path.parent.rglob("*"):
        assert path.is_dir() or words.encode() not in path.read_bytes(), path
    assert list(backup.parent.iterdir()) == [backup]

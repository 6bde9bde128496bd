"""Copies of a library: whole, of one moment, never over another; and what is kept of them."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quotes.errors import LibraryError
from quotes.query.plan import Plan
from quotes.store import Library, open_library
from quotes.store.keeping import backups, snapshots
from tests.store.making import harbour, saying


def add(library: Library, *names: str) -> None:
    for name in names:
        found = saying("Mara Venn", name=f"{name}.txt")
        library.add(found.document, found)


def content(path: Path) -> list[str]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return [line for line in connection.iterdump() if "backup" not in line]


def test_a_backup_is_the_library_with_what_is_in_its_journal_only(library: Library) -> None:
    add(library, "a", "b")
    made = library.back_up()
    library.note_backup(made)
    assert Path(f"{library.path}-wal").stat().st_size > 0
    assert made.path.parent == library.path.parent / "backups"
    assert list(made.path.parent.iterdir()) == [made.path]  # one file, without a journal
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700
    assert made.size == made.path.stat().st_size
    assert content(made.path) == content(library.path)
    told = library.summary()
    assert (told.last_backup, told.backup_place) == (made.taken, str(made.path))
    with open_library(str(made.path)) as copy:
        assert copy.search(Plan.of(words=("tide",))).total == 2
        told = copy.summary()
        assert (told.last_backup, told.backup_place) == (made.taken, str(made.path))


def test_a_backup_is_of_one_moment_while_others_write(library: Library) -> None:
    add(library, "a")
    before = content(library.path)

    def write(done: int, total: int) -> None:
        if done < total:
            add(library, f"while {done}")

    made = library.back_up(progress=write)
    assert len(library.documents()) > 1
    assert content(made.path) == before


def test_progress_ends_with_all_pages(library: Library) -> None:
    told: list[tuple[int, int]] = []
    library.back_up(progress=lambda done, total: told.append((done, total)))
    assert len(told) > 1
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert told[-1][0] == told[-1][1]


def test_no_file_is_ever_overwritten(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("a letter")
    assert snapshots.take(library.path, target) == tmp_path / "copy-2.db"
    assert snapshots.take(library.path, target) == tmp_path / "copy-3.db"
    assert target.read_text() == "a letter"
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["copy-2.db", "copy-3.db", "copy.db"]


def test_names_tell_the_moment_and_sort_by_it(library: Library, tmp_path: Path) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    made = library.back_up(tmp_path / "new" / "folder")
    named = datetime.strptime(made.path.name, "quotes.%Y-%m-%dT%H%M%SZ.db").replace(tzinfo=UTC)
    assert before <= named == datetime.fromisoformat(made.taken) <= datetime.now(UTC)


def test_a_damaged_library_is_not_backed_up(fresh: Callable[[], Library], tmp_path: Path) -> None:
    library = fresh()
    add(library, *map(str, range(20)))
    library.close()
    whole = library.path.read_bytes()
    library.path.write_bytes(whole[: len(whole) // 2] + b"\xff" * (len(whole) // 2))
    with pytest.raises(snapshots.DamagedError, match=r"damaged.*restore") as caught:
        backups.back_up(library.path, tmp_path)
    assert str(library.path) in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_rows_without_their_owner_are_damage_too(fresh: Callable[[], Library], tmp_path: Path) -> None:
    library = fresh()
    library.add(harbour().document, harbour())
    with closing(sqlite3.connect(library.path)) as connection:
        connection.execute("DELETE FROM documents")
        connection.commit()
    with pytest.raises(snapshots.DamagedError, match=r"rows of .* belong to rows of documents"):
        backups.back_up(library.path, tmp_path)


def test_a_folder_that_cannot_be_is_one_clear_line(library: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryError, match=r"cannot be backed up to .*file.deeper: Not a directory"):
        library.back_up(tmp_path / "file" / "deeper")


def test_what_does_not_fit_is_not_begun(library: Library, tmp_path: Path) -> None:
    library.close()
    os.truncate(library.path, 2**43)  # a file with a hole: it takes no room itself
    with pytest.raises(LibraryError, match=r"no room for a backup in .*: 8,796,093 MB to copy, .* MB free"):
        backups.back_up(library.path, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_last_three_automatic_backups_are_kept_and_none_of_the_users(library: Library) -> None:
    folder, name = library.path.parent, library.path.stem
    mine = [f"{name}.before-lunch.db", f"{name}.before-0004.bak", f"{name}-before-0004.db", f"old {name}.db"]
    mine += [f"{name}.2024-03-05T091500Z.db", "other.before-0004.db", f"{name}.before-0004.copy.db"]
    for each in mine:
        (folder / each).write_text("mine")
    former = folder / f"{name}.before-0004.db"  # as versions before this one named it
    former.write_text("former")
    first = [backups.back_up_before(library.path, "restore") for _ in range(2)]
    assert set(backups.automatic(library.path)) == {former, *first}
    more = [backups.back_up_before(library.path, "0005") for _ in range(2)]
    kept = backups.automatic(library.path)
    assert len(kept) == 3
    assert set(more) < set(kept)
    assert not former.exists()
    assert {(folder / each).read_text() for each in mine} == {"mine"}


def test_an_automatic_backup_that_is_needed_stays(library: Library) -> None:
    first = backups.back_up_before(library.path, "0005")
    for _ in range(4):
        backups.back_up_before(library.path, "restore", needed=first)
    assert first in backups.automatic(library.path)


def test_the_users_own_are_those_in_the_usual_folder(library: Library, tmp_path: Path) -> None:
    usual, _ = library.back_up(), library.back_up(tmp_path)
    (usual.path.parent / "notes.txt").write_text("mine")
    assert backups.own(library.path) == [usual.path]
    assert backups.own(tmp_path / "quotes.db") == []


KILLED = """
import os, sys
from pathlib import Path
from quotes.store.keeping import backups

backups.back_up(Path(sys.argv[1]), progress=lambda done, total: os._exit(9) if done > total / 2 else None)
"""


def test_a_backup_that_is_broken_off_leaves_no_file_of_that_name(library: Library) -> None:
    assert subprocess.run([sys.executable, "-c", KILLED, str(library.path)], check=False).returncode == 9
    assert backups.own(library.path) == []
    left = backups.leftovers(library.path)
    assert left == sorted((library.path.parent / "backups").iterdir())
    at_work = left[0].with_name(f".{library.path.stem}.2024.db.{os.getpid()}.tmp")
    at_work.write_text("")
    assert backups.leftovers(library.path) == left  # the other may be in work
    replacing = library.path.with_name(f".{left[0].name}.{left[0].suffixes[-2][1:]}.tmp")
    replacing.write_text("")  # of a restore in the place of a damaged library
    assert sorted(backups.leftovers(library.path)) == sorted([replacing, *left])

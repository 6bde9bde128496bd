"""Each check of a library: what it finds where something is broken, and what mends it."""

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url

from quotes.errors import LibraryError
from quotes.query.plan import Plan
from quotes.store import Library, health, open_library
from quotes.store.health import CHECKS, Finding
from tests.store.making import harbour
from tests.store.schemas import making as schemas
from tests.store.test_backups import add

BY_NAME = {check.name: check for check in CHECKS}


@pytest.fixture(scope="module")
def made(fresh: Callable[[], Library]) -> Path:
    """A library with a backup: a claim with quotations, and two documents of one speaker."""
    with fresh() as library:
        library.add(harbour().document, harbour())
        add(library, "a", "b")
        library.note_backup(library.back_up())
    return library.path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    """A copy of it, for the test alone."""
    shutil.copytree(made.parent, tmp_path / "library")
    return tmp_path / "library" / made.name


def found(path: Path, name: str, *, whole: bool = False) -> list[Finding] | None:
    with health.looking(make_url(f"sqlite:///{path}"), whole=whole) as scene:
        return health.look(BY_NAME[name], scene)


def mend(path: Path, name: str) -> None:
    with health.looking(make_url(f"sqlite:///{path}")) as scene:
        check = BY_NAME[name]
        assert check.mend is not None
        check.mend(scene)


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_names_are_different_and_every_check_says_why() -> None:
    assert len(BY_NAME) == len(CHECKS)
    assert all(check.purpose.endswith(".") and len(check.purpose) < 110 for check in CHECKS)


@pytest.mark.parametrize("whole", [False, True])
def test_a_library_that_is_well_has_no_findings_and_is_left_alone(path: Path, whole: bool) -> None:
    before = path.read_bytes()
    for check in CHECKS:
        assert found(path, check.name, whole=whole) == [], check.name
    assert path.read_bytes() == before


INDEX_FAULTS = {
    "a statement that is in no index": "UPDATE statements SET moment = NULL WHERE number = 1",
    "another day": "UPDATE statements SET moment = moment + 1099511627776 WHERE number = 1",
    "a rejected one that is listed": "UPDATE statements SET withheld = 'rejected' WHERE number = 1",
    "words that are not found": "INSERT INTO statement_words (statement_words) VALUES ('delete-all')",
    "a text that is not found": "INSERT INTO document_words (document_words) VALUES ('delete-all')",
    "a speaker that is not found": "DELETE FROM said_by WHERE moment = (SELECT max(moment) FROM said_by)",
    "a name that is not found": "DELETE FROM surface_forms WHERE NOT description",
    "letters that are not found": "INSERT INTO surface_grams (surface_grams) VALUES ('delete-all')",
    "another's words": "UPDATE statements SET start = start + 5 WHERE number = 1",
    "rules of another version": "UPDATE facts SET value = '0' WHERE name = 'index'",
    "not made to the end": "UPDATE facts SET value = value || ':1' WHERE name = 'index'",
}


@pytest.mark.parametrize("fault", INDEX_FAULTS.values(), ids=INDEX_FAULTS.keys())
def test_an_index_that_is_not_what_it_should_be_is_found_and_made_anew(path: Path, fault: str) -> None:
    change(path, fault)
    findings = found(path, "index")
    assert findings
    assert {finding.state for finding in findings} == {"wrong"}
    mend(path, "index")
    assert found(path, "index", whole=True) == []


def test_damaged_pages_are_found(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * 40960 + whole[8192 + 40960 :])
    (finding,) = found(path, "database") or []
    assert finding.state == "wrong"
    assert "quotes restore FILE" in finding.message
    assert str(path.parent / "backups") in finding.message
    assert "\n" not in finding.message


def test_a_table_of_contents_that_cannot_be_read_is_found(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE statements", b"CREATE TABLE \x99tatements"))
    assert [finding.state for finding in found(path, "database") or []] == ["wrong"]
    assert found(path, "index") is None  # not before the tables are in order


def test_rows_without_an_owner_are_found(path: Path) -> None:
    change(path, "DELETE FROM documents WHERE number = 1")
    (finding,) = found(path, "references") or []
    assert finding.state == "wrong"
    assert "statements" in finding.message


@pytest.mark.parametrize(
    "fault",
    [
        "UPDATE originals SET compressed = x'00' WHERE document_id = (SELECT min(id) FROM documents)",
        "UPDATE originals SET size = size - 2 WHERE document_id = (SELECT min(id) FROM documents)",
        "DELETE FROM originals WHERE document_id = (SELECT min(id) FROM documents)",
        "UPDATE originals SET compressed = (SELECT compressed FROM originals o ORDER BY document_id DESC)",
    ],
)
def test_a_kept_file_that_is_not_what_was_added_is_named(path: Path, fault: str) -> None:
    change(path, fault)
    (finding,) = found(path, "originals") or []
    with open_library(str(path)) as library:
        assert min(one.id for one in library.documents()) in finding.message


def test_an_older_schema_is_found_and_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "quotes.db"
    schemas.load(schemas.DUMPS / "0003.sql", path)
    before = path.read_bytes()
    (finding,) = found(path, "schema") or []
    assert "0003" in finding.message
    assert found(path, "index") is None
    assert path.read_bytes() == before
    mend(path, "schema")
    assert found(path, "schema") == found(path, "index") == []


def test_a_newer_library_and_something_else_are_refused(path: Path, tmp_path: Path) -> None:
    change(path, "UPDATE alembic_version SET version_num = '9999'")
    songs = tmp_path / "songs.db"
    change(songs, "CREATE TABLE songs (title TEXT)")
    for each, message in (
        (path, "newer version of quotes"),
        (songs, "something else"),
        (tmp_path / "no.db", "no library"),
    ):
        with pytest.raises(LibraryError, match=message):
            found(each, "schema")
    assert not (tmp_path / "no.db").exists()


def test_rights_of_others_are_found(path: Path) -> None:
    path.chmod(0o644)
    assert [finding.state for finding in found(path, "rights") or []] == ["note"]
    path.chmod(0o646)
    assert [finding.state for finding in found(path, "rights") or []] == ["wrong"]
    mend(path, "rights")
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_synchronised_folder_is_found(path: Path, tmp_path: Path) -> None:
    shared = tmp_path / "Dropbox"
    shared.mkdir()
    shutil.copy(path, shared)
    (finding,) = found(shared / path.name, "folder") or []
    assert finding.state == "wrong"
    assert "Dropbox" in finding.message


def test_a_network_is_found_and_the_journal_made_safe(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "quotes.store.keeping.location.file_system", lambda path: "nfs4"
    )  # there is none here
    assert [finding.state for finding in found(path, "folder") or []] == ["wrong"]
    mend(path, "folder")
    assert [finding.state for finding in found(path, "folder") or []] == ["note"]
    with open_library(str(path)) as library:
        assert library.search(Plan.of(words=("tide",))).total == 2
        add(library, "more")
        assert not Path(f"{path}-wal").exists()


def test_a_long_journal_is_found_and_emptied(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotes.store.health.files.LONG_JOURNAL", 10_000)
    with closing(sqlite3.connect(path)) as other:  # keeps the journal from being emptied when others close
        other.execute("SELECT 1 FROM documents").fetchall()
        with open_library(str(path)) as library:
            add(library, "more")
        assert [finding.state for finding in found(path, "journal") or []] == ["wrong"]
        mend(path, "journal")
        assert found(path, "journal") == []


def test_a_disk_without_room_is_found(path: Path) -> None:
    with health.looking(make_url(f"sqlite:///{path}")) as scene:
        os.truncate(path, 2**43)  # a file with a hole: it takes no room itself
        (finding,) = health.look(BY_NAME["room"], scene) or []
    assert finding.state == "note"
    assert "no room for a backup of 8,796,093 MB" in finding.message


def test_unfinished_copies_are_found_and_removed(path: Path) -> None:
    left = path.with_name(f".{path.stem}.2024-03-05T091500Z.db.999999999.tmp")
    left.write_text("half a copy")
    (finding,) = found(path, "leftovers") or []
    assert str(left) in finding.message
    mend(path, "leftovers")
    assert not left.exists()
    assert path.exists()


def test_a_purge_that_was_broken_off_is_found_and_finished(path: Path) -> None:
    with open_library(str(path)) as library:
        library.purge("Ada Brisk", [library.documents()[0].id])
    assert [finding.state for finding in found(path, "purge") or []] == ["wrong"]
    mend(path, "purge")
    assert found(path, "purge") == []


def test_an_old_backup_is_no_fault_but_told(path: Path, fresh: Callable[[], Library]) -> None:
    for days, told in ((0, 0), (7, 0), (8, 1)):
        taken = datetime.now(UTC) - timedelta(days=days)
        change(path, f"UPDATE facts SET value = '{taken.isoformat()}' WHERE name = 'backup'")  # noqa: S608
        findings = found(path, "backup") or []
        assert [finding.state for finding in findings] == ["note"] * told
    change(path, "DELETE FROM facts WHERE name = 'backup'")
    (finding,) = found(path, "backup") or []
    assert "never backed up" in finding.message
    with fresh() as empty:
        assert found(empty.path, "backup") == []  # nothing can be lost

"""`quotes backup` and `quotes restore` as a user runs them."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from quotes.bulk.recording import recorded
from quotes.errors import ExitCode
from quotes.settings import library_url
from quotes.sources import ReadOptions
from quotes.store import open_library
from tests.cli.conftest import Command
from tests.store.schemas import making as schemas


@pytest.fixture
def backup(quotes: Command, ferries: str) -> Path:
    """A backup of the library with the ferries page in it."""
    return Path(quotes("backup").stdout.strip())


def test_a_backup_says_where_it_is_and_how_large(quotes: Command, ferries: str, database: str) -> None:
    made = quotes("backup")

    assert made.exit_code == ExitCode.OK
    path = Path(made.stdout.strip())
    assert path.parent == Path(database).parent / "backups"
    assert path.is_file()
    assert "KB, checked" in made.stderr
    assert "quotes restore FILE" in made.stderr
    assert "Last backup  never" not in quotes("status").stdout


def test_a_backup_goes_where_it_is_asked_to(quotes: Command, ferries: str, tmp_path: Path) -> None:
    made = [Path(quotes("backup", "on a stick").stdout.strip()) for _ in range(2)]

    assert {path.parent for path in made} == {tmp_path / "on a stick"}
    assert len(set(made)) == 2


def test_what_is_not_there_is_not_backed_up(quotes: Command, database: str) -> None:
    for arguments in (["backup"], ["backup", "--db", "typo.db"]):
        result = quotes(*arguments)

        assert result.exit_code == ExitCode.LIBRARY
        assert "no library at" in result.stderr
        assert result.stderr.count("\n") == 1
    assert not Path(database).exists()
    assert not Path("typo.db").exists()


def test_a_restore_takes_back_what_was_done_since(quotes: Command, ferries: str, backup: Path) -> None:
    quotes("reject", ferries, "--yes")
    assert quotes("search").stderr.endswith("0 of 0\n")
    result = quotes("restore", str(backup), "--yes")

    assert result.exit_code == ExitCode.OK
    assert "is sound: 1 document, 4 statements" in result.stderr
    assert "Restored: 1 document, 4 statements" in result.stderr
    assert quotes("search").stderr.endswith("4 of 4\n")
    (line,) = [line for line in result.stderr.splitlines() if line.startswith("The library as it was: ")]
    assert quotes("restore", line.partition(": ")[2], "--yes").exit_code == ExitCode.OK
    assert quotes("search").stderr.endswith("0 of 0\n")


def test_nothing_is_restored_where_nobody_said_yes(quotes: Command, ferries: str, backup: Path) -> None:
    quotes("reject", ferries, "--yes")
    result = quotes("restore", str(backup))

    assert result.exit_code == ExitCode.USAGE
    assert "say --yes beforehand" in result.stderr
    assert quotes("search").stderr.endswith("0 of 0\n")


def test_the_library_is_no_backup_of_itself(quotes: Command, ferries: str, database: str) -> None:
    link = Path("link.db")
    link.symlink_to(database)
    for name in (database, str(link)):
        result = quotes("restore", name, "--yes")

        assert result.exit_code == ExitCode.USAGE
        assert "is the library itself" in result.stderr


def test_a_library_is_made_from_a_backup(quotes: Command, backup: Path) -> None:
    result = quotes("restore", str(backup), "--yes", "--db", "moved/here.db")

    assert result.exit_code == ExitCode.OK
    assert "The library as it was" not in result.stderr
    assert quotes("search", "--db", "moved/here.db").stderr.endswith("4 of 4\n")


def test_what_is_no_backup_is_one_line(quotes: Command, ferries: str, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("The tide is with us. " * 500)
    for name, message in (("letter.txt", "not a library"), ("nothing.db", "no library at")):
        result = quotes("restore", name, "--yes")

        assert result.exit_code == ExitCode.LIBRARY
        assert message in result.stderr
        assert result.stderr.count("\n") == 1


def test_while_documents_are_added_nothing_is_restored(
    quotes: Command, ferries: str, backup: Path, database: str
) -> None:
    with open_library(library_url()) as library, recorded(library, ["press/"], ReadOptions(), 1) as run:
        result = quotes("restore", str(backup), "--yes")

    assert result.exit_code == ExitCode.LIBRARY
    assert f"documents are being put into the library {database} (run {run})" in result.stderr
    assert quotes("restore", str(backup), "--yes").exit_code == ExitCode.OK


def test_an_older_backup_says_so(quotes: Command, ferries: str, tmp_path: Path) -> None:
    schemas.load(schemas.DUMPS / "0003.sql", tmp_path / "older.db")
    result = quotes("restore", "older.db", "--yes")

    assert "of an older version (schema 0003)" in result.stderr
    assert result.exit_code == ExitCode.OK


NEWER = {
    "backup": [],
    "restore": ["older.db", "--yes"],
    "doctor": [],
    "status": [],
    "add": ["story.txt"],
    "search": ["ferries"],
    "show": ["q222"],
    "docs": [],
    "export": [],
    "cite": ["ferries"],
    "log": [],
    "undo": [],
    "runs": [],
    "speakers": ["list"],
    "reparse": ["--all"],
    "verify": [],
    "authority": ["list"],
}


@pytest.mark.parametrize("command", NEWER)
def test_a_library_of_a_newer_version_is_refused_in_one_line(
    quotes: Command, ferries: str, database: str, tmp_path: Path, command: str
) -> None:
    (tmp_path / "story.txt").write_text("“We will not sign,” Mara Venn said on Tuesday in Ostrava.")
    schemas.load(schemas.DUMPS / "0003.sql", tmp_path / "older.db")
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = Path(database).read_bytes()
    result = quotes(command, *NEWER[command])

    assert result.exit_code == ExitCode.LIBRARY
    assert result.stdout == ""
    last = result.stderr.splitlines()[-1]
    assert last.startswith(
        f"error: the library {database} was made by a newer version of quotes (schema 9999"
    )
    assert Path(database).read_bytes() == before


FULL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)),) * 2)  # as if the disk were full
from quotes.cli import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits are set as POSIX has them")
def test_a_disk_that_takes_no_more_is_one_line_and_leaves_nothing(ferries: str, database: str) -> None:
    before = Path(database).read_bytes()
    command = [sys.executable, "-c", FULL, str(len(before) // 2), "backup"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ)

    assert ran.returncode == ExitCode.LIBRARY
    assert ran.stdout == ""
    assert ran.stderr.startswith(f"error: the library {database} cannot be backed up to ")
    assert ran.stderr.count("\n") == 1
    assert Path(database).read_bytes() == before
    assert list((Path(database).parent / "backups").iterdir()) == []

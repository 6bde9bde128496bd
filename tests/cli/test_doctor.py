"""`quotes doctor`: each check with its name, and --fix."""

import json
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from quotes.errors import ExitCode
from tests.cli.conftest import Command


def change(database: str, statement: str) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(statement)
        connection.commit()


@pytest.fixture
def safe(quotes: Command, ferries: str, database: str) -> str:
    """The path of a library with a backup."""
    quotes("backup")
    return database


def test_what_is_well_is_a_line_a_check(quotes: Command, safe: str) -> None:
    result = quotes("doctor")

    assert result.exit_code == ExitCode.OK
    found = [line.split()[:2] for line in result.stdout.splitlines()]
    assert {state for state, _ in found} == {"ok"}
    named = [line.split()[0] for line in quotes("doctor", "--list").stdout.splitlines()]
    assert [name for _, name in found] == named
    assert {"models", "database", "schema", "index", "originals", "folder", "room", "backup"} <= set(named)
    assert result.stderr == f"{len(named)} checks: 0 wrong, 0 to keep an eye on\n"


def test_what_is_wrong_ends_in_1_and_says_what_mends_it(quotes: Command, safe: str) -> None:
    change(safe, "UPDATE statements SET moment = NULL WHERE number = 1")
    Path(safe).chmod(0o606)
    result = quotes("doctor")

    assert result.exit_code == ExitCode.FAILED
    wrong = [line.split()[1] for line in result.stdout.splitlines() if line.startswith("wrong")]
    assert wrong == ["rights", "index"]
    assert result.stderr.splitlines()[-1] == "quotes doctor --fix mends rights, index"
    fixed = quotes("doctor", "--fix")
    assert fixed.exit_code == ExitCode.OK
    assert [line.split()[1] for line in fixed.stdout.splitlines() if line.startswith("fixed")] == wrong
    assert stat.S_IMODE(Path(safe).stat().st_mode) == 0o604
    assert quotes("doctor").exit_code == ExitCode.OK
    assert quotes("search").stderr.endswith("4 of 4\n")


def test_what_is_only_to_be_kept_in_mind_ends_in_0(quotes: Command, ferries: str) -> None:
    result = quotes("doctor")

    assert result.exit_code == ExitCode.OK
    (line,) = [line for line in result.stdout.splitlines() if line.startswith("note")]
    assert line.split()[1] == "backup"
    assert "never backed up" in line
    assert result.stderr.endswith("0 wrong, 1 to keep an eye on\n")


def test_a_damaged_file_cannot_be_mended_but_restored(quotes: Command, safe: str) -> None:
    backup = next((Path(safe).parent / "backups").iterdir())
    whole = Path(safe).read_bytes()
    Path(safe).write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    for options in ((), ("--fix",)):
        result = quotes("doctor", *options)
        assert result.exit_code == ExitCode.FAILED
        assert "quotes restore FILE puts a backup in its place" in result.stdout
        assert str(backup) in result.stdout
        assert [line.split()[1] for line in result.stdout.splitlines() if line.startswith("wrong")] == [
            "database"
        ]
    assert "set aside" in quotes("restore", str(backup), "--yes").stderr
    assert quotes("doctor", "--full").exit_code == ExitCode.OK


def test_what_cannot_be_mended_is_not_said_to_be(quotes: Command, safe: str) -> None:
    (Path(safe).parent / ".stfolder").mkdir()
    for options in ((), ("--fix",)):
        result = quotes("doctor", "folder", *options)
        assert result.exit_code == ExitCode.FAILED
        assert "Syncthing" in result.stdout
        assert "--fix" not in result.stderr
    with closing(sqlite3.connect(safe)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_checks_are_chosen_by_name(quotes: Command, safe: str) -> None:
    result = quotes("doctor", "schema", "models")

    assert [line.split()[1] for line in result.stdout.splitlines()] == ["models", "schema"]
    unknown = quotes("doctor", "vermin")
    assert unknown.exit_code == ExitCode.USAGE
    assert "there is no check 'vermin': models, " in unknown.stderr


def test_models_are_checked_where_there_is_no_library(quotes: Command, database: str) -> None:
    assert quotes("doctor", "models").stdout.startswith("ok")
    result = quotes("doctor")
    assert result.exit_code == ExitCode.LIBRARY
    assert "no library at" in result.stderr
    assert not Path(database).exists()


def test_models_that_are_not_there_are_wrong(
    quotes: Command, safe: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUOTES_MODELS", str(Path(safe).parent))
    result = quotes("doctor", "models")

    assert result.exit_code == ExitCode.FAILED
    assert result.stdout.startswith("wrong")
    assert "quotes models use" in result.stdout


def test_records_have_the_same(quotes: Command, safe: str) -> None:
    change(safe, "UPDATE statements SET moment = NULL WHERE number = 1")
    result = quotes("doctor", "--json")
    checks = {check["name"]: check for check in json.loads(result.stdout)["checks"]}

    assert result.exit_code == ExitCode.FAILED
    assert checks["schema"] == {"name": "schema", "state": "ok", "messages": [], "fixable": False}
    assert (checks["index"]["state"], checks["index"]["fixable"]) == ("wrong", True)
    assert result.stderr == ""

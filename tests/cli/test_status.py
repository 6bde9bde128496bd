"""`quotes status`: what is in the library, and whether it is safe."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from quotes.cli.sizes import size_words
from quotes.errors import ExitCode
from tests.cli import making
from tests.cli.conftest import Command


def lines(shown: str) -> dict[str, str]:
    """What is shown, by the words on the left."""
    return {line[:13].strip(): line[13:] for line in shown.splitlines()}


def test_it_tells_what_is_in_the_library(quotes: Command, ferries: str, database: str) -> None:
    quotes("tag", ferries, "+ch2", "+private")
    quotes("reject", "text:bottleneck", "--yes")
    quotes("accept", "text:paper", "--yes")
    result = quotes("status")

    assert result.exit_code == ExitCode.OK
    told = lines(result.stdout)
    assert told["Library"].startswith(f"{database}  ")
    assert told["Documents"] == "1"
    assert told["Statements"] == "3  2 direct, 1 indirect"
    assert told["Speakers"] == "2"
    assert told["Reviewed"] == "1  33.3 % of the statements"
    assert told["Doubtful"] == "0"
    assert told["Tags"] == "2"
    assert told["Last backup"] == "never"
    assert result.stderr == "warning: it was never backed up: quotes backup copies it\n"


def test_it_counts_what_a_search_lists(quotes: Command, database: str) -> None:
    page = making.ferries()
    making.fill(database, page, making.ferries(publisher="Another Post"))
    told = json.loads(quotes("status", "--json").stdout)

    listed = quotes("search", "--limit", "0").stderr.splitlines()[-1]
    assert f"{told['statements']['total']} of {told['statements']['total']}" == listed
    for kind in ("direct", "partial", "indirect"):
        number = told["statements"][kind]
        assert quotes("search", f"kind:{kind}").stderr.endswith(f"{number} of {number}\n")
    doubtful = quotes("search", "is:doubtful").stderr.splitlines()[-1]
    assert doubtful == f"{told['doubtful']} of {told['doubtful']}"


def test_an_old_backup_is_warned_of(quotes: Command, ferries: str, database: str) -> None:
    path = quotes("backup").stdout.strip()
    fresh = quotes("status")
    taken = (datetime.now(UTC) - timedelta(days=8)).isoformat()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE facts SET value = ? WHERE name = 'backup'", (taken,))
        connection.commit()
    old = quotes("status")

    assert fresh.stderr == ""
    assert lines(fresh.stdout)["Last backup"].endswith(f"  {path}")
    assert old.stderr == "warning: the last backup is 8 days old: quotes backup makes another\n"
    assert old.exit_code == ExitCode.OK


def test_an_empty_library_has_nothing_to_lose(quotes: Command, database: str) -> None:
    result = quotes("status")

    assert lines(result.stdout)["Documents"] == "0"
    assert "is empty: quotes add FILE" in result.stderr
    assert "warning" not in result.stderr


def test_records_have_the_same(quotes: Command, ferries: str, database: str) -> None:
    path = quotes("backup").stdout.strip()
    result = quotes("status", "--json")
    told = json.loads(result.stdout)

    assert told["path"] == database
    assert told["size"] >= Path(database).stat().st_size
    assert told["statements"] == {"total": 4, "direct": 2, "partial": 1, "indirect": 1}
    assert datetime.fromisoformat(told["last_backup"]) <= datetime.now(UTC)
    assert told["backup"] == path
    assert result.stderr == ""


def test_a_mistyped_name_makes_no_library(quotes: Command, database: str) -> None:
    for command in ("status", "search", "docs", "log", "backup", "doctor"):
        result = quotes(command, "--db", "typo.db")

        assert result.exit_code == ExitCode.LIBRARY, command
        assert "typo.db: quotes add FILE makes one" in result.stderr
        assert not Path("typo.db").exists(), command


def test_it_loads_nothing_that_it_does_not_need(ferries: str) -> None:
    code = (
        "import sys; from quotes.cli import main\n"
        "sys.argv = ['quotes', 'status']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"alembic", "sqlalchemy.orm", "psutil", "stanza", "torch", "numpy", "quotes.store.health"}
    assert not heavy & set(run.stderr.split())


def test_sizes_read_well() -> None:
    known = {
        0: "0 bytes",
        999: "999 bytes",
        1000: "1.0 KB",
        9_949: "9.9 KB",
        9_950: "10 KB",
        999_499: "999 KB",
        999_500: "1.0 MB",
        1_300_000_000: "1.3 GB",
        4_500_000_000_000_000: "4,500 TB",
    }
    assert {number: size_words(number) for number in known} == known

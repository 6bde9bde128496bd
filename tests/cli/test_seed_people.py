"""Whom the reference articles quote over all of them, once their dates are set."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from quotes.cli.app import app

INFERRED = {"000": "2023-11-08", "001": "2023-05-19", "003": "2021-06-23", "004": "2026-02"}
"""When they were published, by the number their names begin with, where only a reader can tell."""

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def run(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs the command on a library of the five articles with their dates set."""
    path = tmp_path_factory.mktemp("people") / "quotes.db"

    def command(*arguments: str) -> Result:
        return CliRunner().invoke(app, ["--db", str(path), *arguments])

    files = sorted((shared / "seeds").glob("*.txt"))
    assert command("add", "-j", "1", *map(str, files)).exit_code == 0
    records = map(json.loads, command("export", "--copies", "--format", "ndjson").stdout.splitlines())
    documents = {record["title"]: record["document"] for record in records}
    assert len(documents) == 5
    return command


@pytest.fixture(scope="module")
def documents(run: Run, shared: Path) -> dict[str, str]:
    """The ids of the articles by number."""
    found: dict[str, str] = {}
    for file in sorted((shared / "seeds").glob("*.txt")):
        added = run("add", str(file))
        found[file.name[:3]] = next(
            word for word in added.stdout.split() if word.startswith("d") and len(word) > 9
        )
    return found


@pytest.fixture(scope="module")
def dated(run: Run, documents: dict[str, str]) -> Run:
    """The same after `quotes set --published`."""
    for number, day in INFERRED.items():
        assert run("set", documents[number], "--published", day, "--yes").exit_code == 0
    return run


@pytest.mark.parametrize(("name", "quotes", "articles"), [("shoigu", 11, 3), ("putin", 8, 2)])
def test_total_sheet_and_speakers_agree(dated: Run, name: str, quotes: int, articles: int) -> None:
    query = [f"speaker:{name}", "-kind:indirect"]
    searched = dated("search", "--limit", "0", *query)
    rows = list(csv.DictReader(io.StringIO(dated("export", *query).stdout)))
    (listed,) = dated("speakers", name).stdout.splitlines()

    assert searched.stderr.splitlines()[-1] == f"{quotes} of {quotes}"
    assert len(rows) == quotes
    assert len({row["document"] for row in rows}) == articles
    assert f"{quotes} quotes, " in listed
    assert f" in {articles} documents" in listed


def test_a_date_of_publication_dates_what_was_said_relative_to_it(
    dated: Run, documents: dict[str, str]
) -> None:
    query = [f"doc:{documents['000']}", "-kind:indirect", "--format", "ndjson"]
    quotes = [json.loads(line) for line in dated("export", *query).stdout.splitlines()]
    days = [quote["said_on"] for quote in quotes]
    assert len(days) == 18
    assert days.count("2023-11-08") == 17
    assert days.count("2022") == 1


def test_the_change_of_dates_is_told_and_can_be_taken_back(dated: Run, documents: dict[str, str]) -> None:
    export = ["export", f"doc:{documents['000']}", "--format", "ndjson"]
    before = dated(*export).stdout
    changed = dated("set", documents["000"], "--published", "2023-11-15")
    assert "18 quotes" in changed.stderr or "17 quotes" in changed.stderr
    assert "2023-11-15" in dated(*export).stdout
    dated("undo")
    assert dated(*export).stdout == before

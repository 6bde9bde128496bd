"""The same library from one worker or several, in one go or after any interruption."""

import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from quotes.bulk.jobs import Parsed, Task, job_of
from quotes.bulk.storing import Writer
from quotes.document import Document
from quotes.overrides import Overrides
from quotes.settings import library_url
from quotes.sources import ReadOptions
from quotes.statement import Parse, Statement
from quotes.store import Library, open_library
from tests.bulk.conftest import story
from tests.cli.conftest import Command

DOCUMENTS = 12
"""Texts in the folder `articles`: a copy is none of its own."""


def export(quotes: Command) -> list[str]:
    """All that the library shows, sorted."""
    statements = quotes("export", "--format", "ndjson").stdout.splitlines()
    return sorted(statements + quotes("docs").stdout.splitlines() + quotes("speakers").stdout.splitlines())


_EXPECTED: list[str] = []


@pytest.fixture
def expected(quotes: Command, articles: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What one worker makes of the folder without any trouble."""
    if not _EXPECTED:
        with monkeypatch.context() as patch:
            patch.setenv("QUOTES_DB", str(articles.parent / "expected.db"))
            assert quotes("add", "articles", "-j", "1").exit_code == 4
            _EXPECTED.extend(export(quotes))
    assert len(_EXPECTED) > DOCUMENTS
    return _EXPECTED


def test_the_number_of_workers_changes_nothing(quotes: Command, expected: list[str]) -> None:
    result = quotes("add", "articles", "-j", "3")

    assert result.exit_code == 4
    assert export(quotes) == expected
    assert f"Added {DOCUMENTS} documents" in result.stderr
    assert "2 could not be added" in result.stderr


def test_documents_are_shown_in_the_order_of_the_files(quotes: Command, articles: Path) -> None:
    lines = quotes("add", "articles", "-j", "3").stdout.splitlines()

    names = [
        next(n for n in (*range(9), 20, 21, 22) if f"time {n}" in line or f"Row {n - 20}" in line)
        for line in lines
    ]
    assert names == [20, 21, 22, 3, 0, 1, 2, 3, 4, 5, 6, 7, 8]


def interrupted(wanted: int, how: Callable[[subprocess.Popen[str]], None]) -> tuple[int, str]:
    """Start adding, and stop it by `how` after so many lines; its exit code and what it said."""
    with subprocess.Popen(
        [sys.executable, "-m", "quotes", "add", "articles", "-j", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        if not wanted:  # while the models are being loaded: the process that loads them is there
            while not psutil.Process(process.pid).children():
                pass
        for _ in range(wanted):
            assert process.stdout.readline()
        others = psutil.Process(process.pid).children(recursive=True)
        how(process)
        said = process.stderr.read()
    assert psutil.wait_procs(others, timeout=60)[1] == []
    return process.returncode, said


@pytest.mark.parametrize("after", [0, 1, 5])
def test_what_was_killed_goes_on_where_it_was(quotes: Command, expected: list[str], after: int) -> None:
    code, _ = interrupted(after, lambda process: process.kill())
    assert code == -signal.SIGKILL
    kept = len(quotes("docs").stdout.splitlines())
    assert after <= kept <= DOCUMENTS
    assert "broken off" in quotes("runs").stdout

    result = quotes("add", "articles", "-j", "2")

    assert export(quotes) == expected
    assert f"Added {DOCUMENTS - kept} document" in result.stderr
    assert "done" in quotes("runs").stdout.splitlines()[0]


def test_ctrl_c_ends_all_and_says_how_to_go_on(quotes: Command, expected: list[str]) -> None:
    code, said = interrupted(3, lambda process: os.killpg(process.pid, signal.SIGINT))

    assert code == 130
    assert "Traceback" not in said
    assert "the same command goes on from there" in said
    kept = len(quotes("docs").stdout.splitlines())
    assert f"Added {kept} document" in said
    assert "broken off" in quotes("runs").stdout

    quotes("add", "articles", "-j", "2")

    assert export(quotes) == expected


def test_what_is_there_is_not_read_again_also_within_a_file_of_many(
    quotes: Command, articles: Path, database: str
) -> None:
    table = articles / "middle.csv"
    whole = table.read_text(encoding="utf-8")
    table.write_text(whole.partition('"Row 1"')[0], encoding="utf-8")
    quotes("add", str(table))
    table.write_text(whole, encoding="utf-8")

    quotes("add", str(table))

    with open_library(library_url()) as library:
        items = library.run()[1]
    assert [(item.record, item.outcome, item.attempts) for item in items] == [
        (1, "unchanged", 0),
        (2, "added", 1),
        (3, "added", 1),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pipe with a name")
def test_a_file_that_never_ends_costs_itself_alone(quotes: Command, articles: Path) -> None:
    os.mkfifo(articles / "pipe.txt")

    result = quotes("add", "articles/pipe.txt", "articles/story-1.txt", "--time-limit", "5")

    assert result.exit_code == 4
    assert "error: pipe.txt: took longer than 5 s" in result.stderr
    assert "Added 1 document" in result.stderr


def test_failures_are_written_down_with_their_reasons_and_tried_again(
    quotes: Command, articles: Path
) -> None:
    (articles / "void.txt").write_bytes(b"")
    quotes("add", "articles", "--publisher", "The Lindow Echo")

    shown = quotes("runs", "1")
    assert "2 files: the file is empty" in shown.stdout
    assert str(articles / "void.txt") in shown.stdout
    (articles / "empty.txt").write_text(story(40), encoding="utf-8")
    again = quotes("add", "--retry-failed")

    assert "Added 1 document" in again.stderr
    assert "2 could not be added" in again.stderr
    assert "The Lindow Echo" in again.stdout
    last, first = quotes("runs").stdout.splitlines()
    assert "1 added, 2 failed, of 3 files" in last
    assert "3 failed, of 14 files" in first
    assert "2 failed" in quotes("add", "--retry-failed", "--run", "2").stderr.replace(
        "could not be added", "failed"
    )


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["--retry-failed", "a.txt"],
        ["--run", "1", "a.txt"],
        ["--retry-failed", "--run", "9"],
        ["-j", "0", "a"],
    ],
)
def test_wrong_use_is_said(quotes: Command, wrong: list[str]) -> None:
    result = quotes("add", *wrong)

    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


def test_a_document_is_stored_with_its_line_in_the_journal_or_not_at_all(database: str) -> None:
    document = Document.of_text("“The ferry is late,” Mara Venn said.", "late.txt")
    false = Statement("q1", "direct", 0, 5, "other", (0, 5))
    task = Task(job_of(b"", ReadOptions()), Parsed(Parse(document, (false,)), 0.1))

    with open_library(database) as library:
        run = library.begin_run(["late.txt"], {}, 1, "1")
        stored = Writer(library, run, Overrides()).store(task)
        ((item,), documents) = library.run()[1], library.documents()

    assert stored.outcome == item.outcome == "failed"
    assert "does not stand at its place" in (item.error or "")
    assert documents == []


def test_what_is_done_together_is_done_whole_or_not_at_all(database: str) -> None:
    parse = Parse(Document.of_text("The ferry was late.", "late.txt"))
    with open_library(database) as library:
        with pytest.raises(KeyboardInterrupt):
            _add_and_break_off(library, parse)
        assert library.documents() == []
        assert library.add(parse.document, parse).status == "added"


def _add_and_break_off(library: Library, parse: Parse) -> None:
    with library.together():
        library.add(parse.document, parse)
        assert len(library.documents()) == 1
        raise KeyboardInterrupt


def test_the_journal_can_be_read_by_a_program(quotes: Command, articles: Path, database: str) -> None:
    quotes("add", "articles/story-1.txt", "articles/middle.csv", "articles/noise.txt", "--map", "text=text")

    with open_library(library_url()) as library:
        run, items = library.run()

    assert (run.state, run.total, dict(run.counts)) == ("done", 3, {"added": 4, "failed": 1})
    assert json.loads(json.dumps(run.options))["columns"] == {"text": "text"}
    assert [Path(item.place or "").name for item in items] == [
        "story-1.txt",
        *["middle.csv"] * 3,
        "noise.txt",
    ]
    assert all(item.document and item.sha256 and item.seconds for item in items[:4])


def test_how_to_go_on_is_told_as_it_can_be_typed(quotes: Command, articles: Path, database: str) -> None:
    options = {"overrides": {"publisher": "The Harbour Post", "title": None}, "columns": {"text": "body"}}
    with open_library(database) as library:
        library.begin_run(["old articles", "it's.txt"], options, 2, "1 0.00")

    said = quotes("runs", "1").stderr

    assert shlex.split(said.partition("goes on from there: ")[2]) == [
        *("quotes", "add", "old articles", "it's.txt"),
        *("--publisher", "The Harbour Post", "--map", "text=body"),
    ]


def test_trying_again_is_offered_where_it_can_be_done(quotes: Command, articles: Path) -> None:
    assert "--retry-failed" in quotes("add", "articles/noise.txt").stderr
    assert "--retry-failed" in quotes("runs", "1").stderr
    assert "--retry-failed" not in quotes("add", "-", "nowhere.txt", input=b"").stderr
    assert "--retry-failed" not in quotes("runs", "2").stderr


def test_standard_input_without_end_is_left(database: str) -> None:
    with subprocess.Popen([sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE) as endless:
        added = subprocess.run(
            [sys.executable, "-m", "quotes", "add", "-"], stdin=endless.stdout, capture_output=True, text=True
        )
        endless.kill()

    assert added.returncode == 1
    assert "error: standard input: larger than 200,000,000 bytes; split it" in added.stderr


ENDLESS = "import sys\nwhile True: sys.stdout.buffer.write(bytes(1_000_000))"

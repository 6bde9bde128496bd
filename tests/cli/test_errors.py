"""Every way to go wrong ends in one line on standard error and the exit code of its kind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quotes.cli.errors import describe, exit_code
from quotes.errors import ExitCode, LibraryError, ModelError, SourceError, UsageError
from tests.cli.conftest import Command


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("x"), 2),
        (LibraryError("x"), 3),
        (SourceError("x"), 1),
        (ModelError("x"), 5),
        (KeyError("x"), 1),
    ],
)
def test_exit_codes(error: Exception, code: int) -> None:
    assert exit_code(error) == code


def test_the_codes_are_those_that_are_documented() -> None:
    assert [(code.name, code.value) for code in ExitCode] == [
        ("OK", 0),
        ("FAILED", 1),
        ("USAGE", 2),
        ("LIBRARY", 3),
        ("PARTIAL", 4),
        ("MODEL", 5),
        ("INTERRUPTED", 130),
    ]


def test_a_file_that_cannot_be_opened_is_named() -> None:
    assert describe(PermissionError(13, "Permission denied", "notes.txt")) == "notes.txt: Permission denied"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["nonsense"],
        ["search", "--nonsense"],
        ["search", "--limit", "many"],
        ["search", "--limit", "-1"],
        ["search", "--from", "yesterday"],
        ["search", "--to", "2024-13"],
        ["search", "--kind", "shouted"],
        ["search", "--speaker"],
        ["show"],
        ["show", "nothing"],
        ["show", ""],
        ["show", "q222"],
        ["show", "d222"],
        ["show", "s222"],
        ["cite"],
        ["cite", "q2222222222"],
        ["cite", "--style", "harvard", "q222"],
        ["export", "--format", "pdf"],
        ["export", "--bom", "--format", "ndjson"],
        ["export", "-o", "no/such/folder/sheet.csv"],
        ["--db", "", "docs"],
        ["docs", "--db", "a?b"],
        ["add"],
        ["add", ""],
        ["add", "x.txt", "--title", " "],
        ["add", "x.txt", "--published", "March"],
        ["parse"],
        ["parse", "--format", "xml", "x.txt"],
        ["search", "--\x1b[2J"],
    ],
)
def test_wrong_usage_is_one_line_and_code_2(quotes: Command, arguments: list[str]) -> None:
    result = quotes(*arguments)

    assert result.exit_code == ExitCode.USAGE
    assert result.stdout == ""
    assert result.stderr.startswith("error: ")
    assert result.stderr.count("\n") == 1
    assert "\x1b" not in result.stderr


@pytest.mark.parametrize(
    "content", [b"this is no database, it is a letter to the editor\n" * 50, b"\0" * 4096]
)
def test_a_file_that_is_no_library_is_a_database_error(
    quotes: Command, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(content)

    result = quotes("--db", str(path), "docs")

    assert result.exit_code == ExitCode.LIBRARY
    assert result.stderr.startswith("error: ")
    assert result.stderr.count("\n") == 1
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "url", ["nonsense://x", "sqlite+nothing:///x", "://", "sqlite:////dev/null/quotes.db"]
)
def test_a_database_that_cannot_be_opened_is_a_database_error(quotes: Command, url: str) -> None:
    result = quotes("docs", "--db", url)

    assert result.exit_code == ExitCode.LIBRARY
    assert result.stderr.count("\n") == 1


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "quotes", *arguments], capture_output=True, env={**os.environ, **environment}
    )


def test_a_reader_that_goes_away_is_no_error(ferries: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "quotes", "export", "--format", "ndjson"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        stderr = process.stderr.read().decode()

    assert "Traceback" not in stderr
    assert "Error" not in stderr
    assert "Exception" not in stderr


def test_a_terminal_without_curly_marks_gets_question_marks(ferries: str) -> None:
    result = run("search", "paper", PYTHONIOENCODING="ascii")

    assert result.returncode == 0
    assert b"?We will not sign a paper that nobody has read?" in result.stdout


def test_python_m_and_the_version() -> None:
    result = run("--version")

    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.startswith(b"quotes ")


def test_no_arguments_show_the_help(quotes: Command) -> None:
    result = quotes()

    assert result.exit_code == 0
    assert "Usage: quotes" in result.stdout
    assert "search" in result.stdout


@pytest.mark.parametrize("name", ["add", "docs", "search", "show", "speakers", "export", "cite", "parse"])
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_command_has_help_with_examples(quotes: Command, name: str, flag: str) -> None:
    result = quotes(name, flag)

    assert result.exit_code == 0
    assert "Examples:" in result.stdout
    assert f"quotes {name}" in result.stdout

"""The command as a user runs it, against a library of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from quotes.cli.app import app
from quotes.settings import library_url
from tests.cli import making

Command = Callable[..., Result]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The path of a library that does not exist yet, named in the environment."""
    path = tmp_path / "library" / "quotes.db"
    monkeypatch.setenv("QUOTES_DB", str(path))
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return str(path)


@pytest.fixture
def quotes(database: str) -> Command:
    """Run the command with these arguments; whatever they are, it must end in an exit code."""

    def run(*arguments: str, input: bytes | None = None) -> Result:
        result = CliRunner().invoke(app, list(arguments), input=input)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert "Traceback" not in result.output
        assert "fault in quotes" not in result.output
        return result

    return run


@pytest.fixture
def ferries(database: str) -> str:
    """A library with the ferries page in it; returns the id of that document."""
    return making.fill(library_url(), making.ferries())[0]

"""The command as a user runs it, against a library of its own."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from quotes.cli.app import app
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


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The file of a library with the ferries page in it, and the id of that document."""
    path = tmp_path_factory.mktemp("ferries") / "quotes.db"
    return path, making.fill(str(path), making.ferries())[0]


@pytest.fixture
def ferries(database: str, filled: tuple[Path, str]) -> str:
    """A library with the ferries page in it; returns the id of that document."""
    made, document = filled
    Path(database).parent.mkdir()
    shutil.copy(made, database)
    return document

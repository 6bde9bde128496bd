"""`quotes models`: what is there, whether it is whole, and which of it is used."""

from __future__ import annotations

import json
import os
import shutil
import socket
from pathlib import Path

import pytest

from quotes.paths import model_package
from quotes.settings import models, models_folder, official_folder
from tests.cli.conftest import Command


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data and settings of a user's own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("QUOTES_MODELS", raising=False)
    return tmp_path


@pytest.fixture
def damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with a byte too many in one file, chosen by the environment."""
    package = shutil.copytree(model_package(), tmp_path / "package")
    file = next(path for path in (package / "en").rglob("*") if path.is_file())
    file.write_bytes(file.read_bytes() + b"\0")
    monkeypatch.setenv("QUOTES_MODELS", str(package))
    return package


def test_list_shows_every_file_with_its_processor_size_and_state(quotes: Command) -> None:
    result = quotes("models", "list")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()[1:]
    files = [path for path in model_package().rglob("*") if path.is_file() and path.name != "manifest.json"]
    assert len(lines) == len(files)
    for file in files:
        name = file.relative_to(model_package()).as_posix()
        (line,) = [line for line in lines if f" {name} " in line]
        assert f"{file.stat().st_size:,}" in line
        assert " ok " in line
        assert " quotes " in line
        assert "Apache-2.0" in line


def test_list_shows_what_is_damaged_and_goes_on(quotes: Command, damaged: Path) -> None:
    result = quotes("models", "list")
    assert result.exit_code == 0
    assert result.stdout.count(" damaged ") == 1
    assert result.stdout.count(str(damaged)) == len(list(damaged.rglob("*.*"))) - 1
    assert f"In use: {damaged}" in result.stderr


def test_verify_passes_what_is_whole_and_fails_what_is_not(quotes: Command, damaged: Path) -> None:
    result = quotes("models", "verify")
    assert result.exit_code == 5
    assert sum(line.startswith("damaged") for line in result.stdout.splitlines()) == 1
    assert len(result.stderr.splitlines()) == 1
    assert "reinstall quotes" in result.stderr


def test_verify_passes_the_package_that_ships(quotes: Command) -> None:
    result = quotes("models", "verify")
    assert result.exit_code == 0
    assert all(line.startswith("ok ") for line in result.stdout.splitlines())


def test_without_a_network_the_official_package_is_one_line_and_nothing_changes(
    quotes: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A port that nothing listens on stands for the network: the download goes through it and is refused.
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        proxy = f"http://127.0.0.1:{free.getsockname()[1]}"
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(name, proxy)
    result = quotes("models", "use", "official")
    assert (result.exit_code, result.stdout) == (5, "")
    error = [line for line in result.stderr.splitlines() if line.startswith("error: ")]
    assert len(error) == 1
    assert "cannot be downloaded" in error[0]
    assert "try again" in error[0]
    assert models() == "quotes"
    assert not official_folder().exists()


def test_the_choice_is_written_down_and_the_environment_wins(
    quotes: Command, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = home / "config" / "quotes" / "settings.json"
    if os.name == "posix" and not settings.parent.exists():
        settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"models": "official"}), encoding="utf-8")
    assert (models(), models_folder()) == ("official", official_folder())

    monkeypatch.setenv("QUOTES_MODELS", "quotes")
    assert models_folder() == model_package()
    monkeypatch.delenv("QUOTES_MODELS")

    assert quotes("models", "use", "quotes").exit_code == 0
    assert json.loads(settings.read_text(encoding="utf-8")) == {"models": "quotes"}
    assert models_folder() == model_package()


def test_an_official_package_that_is_not_there_is_said(
    quotes: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUOTES_MODELS", "official")
    result = quotes("models", "verify")
    assert (result.exit_code, result.stdout) == (5, "")
    assert "no Stanza package for English" in result.stderr


@pytest.mark.parametrize("text", ["{", "[]", '{"models": 5}'])
def test_broken_settings_are_said(quotes: Command, home: Path, text: str) -> None:
    settings = home / "config" / "quotes" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(text, encoding="utf-8")
    result = quotes("models", "list")
    assert result.exit_code == 2
    assert str(settings) in result.stderr


def test_another_name_is_refused(quotes: Command) -> None:
    result = quotes("models", "use", "stanza")
    assert result.exit_code == 2
    assert "official" in result.stderr


def test_train_passes_its_options_on_to_the_recipe(
    quotes: Command, capfd: pytest.CaptureFixture[str]
) -> None:
    assert quotes("models", "train", "--options").exit_code == 0
    assert quotes("models", "train", "--no-such-option").exit_code == 2

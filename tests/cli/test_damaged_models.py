"""Damaged model files, as a user meets them: one line, exit code 5, no data."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.errors import ExitCode
from quotes.paths import model_package

STORY = "“The ferry is late,” Mara Venn said on Monday.\n"
SIZE = 4096


def weights(package: Path) -> Path:
    """The greatest model file of a package."""
    return max(
        (path for path in (package / "en").rglob("*") if path.is_file()), key=lambda p: p.stat().st_size
    )


def truncate(package: Path) -> None:
    weights(package).write_bytes(weights(package).read_bytes()[:SIZE])


def empty(package: Path) -> None:
    weights(package).write_bytes(b"")


def fill_with_zeros(package: Path) -> None:
    weights(package).write_bytes(bytes(weights(package).stat().st_size))


def fill_with_noise(package: Path) -> None:
    weights(package).write_bytes(os.urandom(SIZE))


def take_away(package: Path) -> None:
    weights(package).unlink()


def take_all_away(package: Path) -> None:
    shutil.rmtree(package)


def make_unreadable(package: Path) -> None:
    """A folder in the file's place: unreadable for root too."""
    file = weights(package)
    file.unlink()
    file.mkdir()


def raise_format(package: Path) -> None:
    manifest = json.loads((package / "manifest.json").read_text(encoding="utf-8"))
    (package / "manifest.json").write_text(json.dumps({**manifest, "format": 99}), encoding="utf-8")


def break_index(package: Path) -> None:
    (package / "resources.json").write_text("{", encoding="utf-8")


DAMAGES = [
    truncate,
    empty,
    fill_with_zeros,
    fill_with_noise,
    take_away,
    take_all_away,
    make_unreadable,
    raise_format,
    break_index,
]


RUNS = [
    *(("parse", damage) for damage in DAMAGES),
    ("add", truncate),
    ("add", take_all_away),
    ("add", raise_format),
]


@pytest.mark.parametrize(("command", "damage"), RUNS)
def test_a_damaged_model_is_one_line_and_exit_code_5(
    tmp_path: Path, command: str, damage: Callable[[Path], None]
) -> None:
    package = shutil.copytree(model_package(), tmp_path / "package")
    damage(package)
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    library = tmp_path / "library.db"
    done = subprocess.run(
        [sys.executable, "-m", "quotes", "--db", str(library), command, str(tmp_path / "story.txt")],
        env=os.environ | {"QUOTES_MODELS": str(package)},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout) == (ExitCode.MODEL, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("error: ")
    assert str(package) in line

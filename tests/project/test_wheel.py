"""The built wheel carries everything it needs and works without the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the checkout with the build backend that is installed."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_it_carries_migrations_samples_lexicons_and_the_model(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    def there(prefix: str, suffix: str) -> int:
        return sum(name.startswith(prefix) and name.endswith(suffix) for name in names)

    assert "quotes/_alembic/env.py" in names
    assert there("quotes/_alembic/versions/", ".py") >= 1
    assert there("quotes/_data/samples/", ".txt") + there("quotes/_data/samples/", ".html") >= 12
    assert there("quotes/_data/lexicons/", ".txt") >= 1
    assert "quotes/models/package/resources.json" in names
    assert there("quotes/models/package/en/", ".pt") >= 2
    assert "quotes/py.typed" in names


def test_it_carries_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {"quotes", "quotes_tracker-0.1.0.dist-info"}
    assert not [name for name in names if name.endswith((".pyc", ".db", ".log")) or "/tests/" in name]


def test_it_does_the_main_job_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    site, library = tmp_path / "site", tmp_path / "library.db"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    environment = {**os.environ, "PYTHONPATH": str(site), "QUOTES_DB": str(library), "PYTHONUTF8": "1"}

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", *arguments]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = subprocess.run(
        [
            sys.executable,
            "-c",
            "import quotes.paths as p; print(p.data(), p.migrations(), p.model_package())",
        ],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.count(str(site)) == 3
    run("quotes", "add", str(site / "quotes" / "_data" / "samples" / "lake-treaty.txt"))
    assert "Teodor Halik" in run("quotes", "search", "--speaker", "halik")

"""A command that answers at once loads nothing that takes seconds."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("alembic", "dateparser", "lxml", "numpy", "pandas", "sqlalchemy", "stanza", "torch", "trafilatura")


def loaded(code: str) -> set[str]:
    """The top-level modules there are after `code`."""
    report = f"import sys\n{code}\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    run = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    return set(run.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("module", ["quotes", "quotes.cli", "quotes.cli.app"])
def test_importing_the_command_loads_nothing_heavy(module: str) -> None:
    assert loaded(f"import {module}").isdisjoint(HEAVY)


def test_searching_loads_no_model_and_no_reader(tmp_path: Path) -> None:
    code = f"""
import os
os.environ["QUOTES_DB"] = {str(tmp_path / "quotes.db")!r}
sys.argv = ["quotes", "search", "ferries"]
from quotes.cli import main
try:
    main()
except SystemExit as end:
    assert end.code == 0, end.code
"""
    assert loaded(code).isdisjoint(
        {"dateparser", "lxml", "numpy", "pandas", "stanza", "torch", "trafilatura"}
    )

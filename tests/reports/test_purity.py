"""Reports are pure: what they load is neither a database nor a model."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("module", ["records", "sheets", "citations"])
def test_reports_load_no_database_and_no_model(module: str) -> None:
    heavy = ("lxml", "quotes.parsing", "quotes.sources", "quotes.store", "sqlalchemy", "stanza", "torch")
    code = f"import sys, quotes.reports.{module}\nprint([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

"""What is loaded when: heavy libraries only where they are needed, and nothing that is not declared."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from quotes.cli.commands import COMMANDS
from tests.cli import making
from tests.conftest import ROOT

NEEDED_BY_OTHERS = {"lxml-html-clean"}
"""Declared for the sake of a dependency; pyproject.toml says why."""
HEAVY = {
    *("stanza", "torch", "trafilatura", "dateparser", "numpy", "pandas", "httpx2", "httpcore2"),
    "prompt_toolkit",
}
OF_OTHERS = {
    *("alembic", "markdown_it", "nameparser", "prompt_toolkit", "pycountry", "rapidfuzz"),
    *("docx", "ftfy", "lxml", "openpyxl", "psutil", "pypdf", "tokenizers", "xlsxwriter", "yaml"),
    *("pydantic", "sqlalchemy.dialects.postgresql", "sqlalchemy.orm"),
    *("quotes.bulk", "quotes.evaluation", "quotes.models", "quotes.parsing", "quotes.sources"),
    *(
        "quotes.people.affiliation",
        "quotes.people.decisions",
        "quotes.people.identity",
        "quotes.people.linking",
    ),
    *("quotes.store.adding", "quotes.store.copies", "quotes.store.decisions", "quotes.store.desk"),
    *("quotes.store.people.affiliations", "quotes.store.people.members", "quotes.store.reparsing"),
    *(
        "quotes.store.forgetting",
        "quotes.store.health",
        "quotes.store.models",
        "quotes.store.indexes.watching",
    ),
    *(one.place.partition(":")[0] for one in COMMANDS if one.name != "search"),
}
"""What only other commands than `search` (or other questions) need."""
OF_OTHER_QUESTIONS = {
    *("quotes.copies", "quotes.people", "quotes.store.people.speakers", "quotes.cli.advice"),
    *("platformdirs", "rich.markdown", "rich.progress", "rich.table"),
}
"""What a search for words that finds some does without."""
MODULES = 105
"""Of ours that a search may load: each takes a third of a millisecond, or more."""
REPORT = """
import json, runpy, sys
sys.argv = ["quotes", *sys.argv[1:]]
try:
    runpy.run_module("quotes", run_name="__main__")
finally:
    print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def loaded_by(code: str, *arguments: str) -> set[str]:
    """Modules that are loaded after `code` has run in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize("module", ["quotes", "quotes.cli", "quotes.cli.app", "quotes.store", "quotes.query"])
def test_importing_loads_nothing_heavy(module: str) -> None:
    code = f"import json, sys, {module}; print(json.dumps(list(sys.modules)), file=sys.stderr)"
    assert not loaded_by(code) & HEAVY


@pytest.mark.parametrize(
    "command",
    "add search show original docs speakers export cite runs parse eval models review".split(),
)
def test_help_loads_nothing_heavy_and_no_database(command: str) -> None:
    assert not loaded_by(REPORT, command, "--help") & (HEAVY | {"sqlalchemy", "alembic"})


def test_version_and_help_load_nothing_heavy_and_no_database() -> None:
    for option in ("--version", "--help"):
        assert not loaded_by(REPORT, option) & (HEAVY | {"sqlalchemy", "alembic"})


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of a library with a page in it."""
    path = str(tmp_path_factory.mktemp("loading") / "library.db")
    making.fill(path, making.ferries())
    return path


@pytest.mark.parametrize(
    "query", [["search", "harbour"], ["docs", "quay"], ["speakers"], ["export"], ["cite", "harbour"]]
)
def test_queries_load_no_model_and_no_reader(query: list[str], library: str) -> None:
    command, *words = query
    assert not loaded_by(REPORT, command, *words, "--db", library) & HEAVY


@pytest.mark.parametrize(
    "query",
    [
        ["paper"],
        ["speaker:venn", "-is:reviewed"],
        ["date:2024", "tag:ch2"],
        ["--speaker", "venn", "--kind", "direct", "--from", "2024", "--limit", "5"],
        ["ferries", "sort:relevance", "--copies"],
        ["nowhere"],
    ],
)
def test_a_search_loads_nothing_of_other_commands(query: list[str], library: str) -> None:
    assert not loaded_by(REPORT, "search", *query, "--db", library) & (HEAVY | OF_OTHERS)


def test_a_search_for_words_loads_what_it_needs_alone(library: str) -> None:
    loaded = loaded_by(REPORT, "search", "paper", "--db", library)
    ours = {name for name in loaded if name.partition(".")[0] == "quotes"}

    assert not loaded & OF_OTHER_QUESTIONS
    assert len(ours) <= MODULES, sorted(ours)


def imported_by(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.split(".")[0])
    return names - sys.stdlib_module_names - {"quotes"}


def test_run_time_dependencies_are_those_that_are_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[\[<>=~! ]", line)[0].lower() for line in project["dependencies"]}
    sources = [*(ROOT / "quotes").rglob("*.py"), *(ROOT / "alembic").rglob("*.py")]
    distributions = packages_distributions()
    imported = {
        distributions[name][0].lower().replace("_", "-") for path in sources for name in imported_by(path)
    }
    training = {re.split(r"[<>=]", line)[0] for line in project["optional-dependencies"]["train"]}
    assert imported - training | NEEDED_BY_OTHERS == declared

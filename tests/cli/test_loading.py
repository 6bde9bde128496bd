"""Commands are known by name: what the help says of them is what they say of themselves."""

import contextlib
import gc
import inspect
from collections.abc import Iterable
from pathlib import Path
from textwrap import indent

import pytest

from quotes.cli.commands import COMMANDS
from quotes.cli.loading import Later, Named
from quotes.cli.speakers.app import COMMANDS as SPEAKERS
from quotes.cli.starting import importing
from tests.cli.conftest import Command
from tests.project.test_imports import REPORT, loaded_by

ALL = [("", one) for one in COMMANDS] + [("speakers ", one) for one in SPEAKERS]


def modules(table: Iterable[Named]) -> set[str]:
    return {one.place.partition(":")[0] for one in table}


@pytest.mark.parametrize(("group", "named"), ALL, ids=[f"{group}{one.name}" for group, one in ALL])
def test_a_command_is_what_its_line_in_the_help_says(quotes: Command, group: str, named: Named) -> None:
    command = Later(named).load()

    assert command.name == named.name
    assert " ".join(inspect.cleandoc(command.help).split("\n\n")[0].split()) == named.help
    assert f"Usage: quotes {group}{named.name}" in quotes(*group.split(), named.name, "--help").stdout
    asks = any("QUERY" in (parameter.metavar or "") for parameter in command.params)
    assert asks == (named.takes is not None)


def test_the_help_lists_every_command_in_order_and_loads_none(quotes: Command) -> None:
    shown = quotes("--help").stdout
    places = [shown.index(f"│ {one.name} ") for one in COMMANDS]

    assert places == sorted(places)
    assert not loaded_by(REPORT, "--help") & modules(COMMANDS)


def test_the_help_of_speakers_lists_every_command_and_loads_none(quotes: Command) -> None:
    shown = quotes("speakers", "--help").stdout

    assert all(f"│ {one.name} " in shown for one in SPEAKERS)
    assert not loaded_by(REPORT, "speakers", "--help") & modules(SPEAKERS)


def test_a_command_that_is_mistyped_is_answered_with_the_right_one_and_loads_none(quotes: Command) -> None:
    result = quotes("serach")
    ending = f"import contextlib\nwith contextlib.suppress(SystemExit):\n{indent(REPORT, '    ')}"

    assert result.exit_code == 2
    assert "Did you mean 'search'?" in result.stderr
    assert not loaded_by(ending, "serach") & modules(COMMANDS)


def test_help_of_one_command_loads_no_other() -> None:
    assert loaded_by(REPORT, "tag", "--help") & modules(COMMANDS) == {"quotes.cli.tag"}


def test_the_collector_of_garbage_is_on_again_whatever_happens() -> None:
    with contextlib.suppress(ImportError), importing():
        assert not gc.isenabled()
        raise ImportError
    assert gc.isenabled()


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (["search", "--limit", "2"], "2 of 4"),
        (["search", "--limit", "007"], "4 of 4"),
        (["search", "--limit", "0"], "4 of 4"),
        (["search"], "4 of 4"),
        (["export", "--format", "ndjson", "--limit", "1"], "1 of 4 statements"),
        (["cite", "paper", "--style", "mla"], ""),
    ],
)
def test_values_are_read_as_they_were_typed(
    quotes: Command, ferries: str, typed: list[str], value: str
) -> None:
    result = quotes(*typed)

    assert result.exit_code == 0
    assert result.stderr.endswith(f"{value}\n") or not value


@pytest.mark.parametrize(
    "typed",
    [
        ["search", "--limit", "-1"],
        ["search", "--limit", "2.5"],
        ["search", "--limit", "\u0662"],
        ["search", "--limit", ""],
        ["search", "--limit", "9" * 5000],
        ["export", "--format", "CSVX"],
        ["cite", "paper", "--style", "harvard"],
        ["log", "--after", "x"],
        ["runs", "\u00b2"],
    ],
)
def test_values_that_cannot_be_are_refused_in_a_line(quotes: Command, ferries: str, typed: list[str]) -> None:
    result = quotes(*typed)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1


def test_alone_it_tells_what_is_in_the_library(quotes: Command, ferries: str) -> None:
    shown = quotes()

    assert shown.exit_code == 0
    assert shown.stdout == quotes("status").stdout != ""
    assert "Usage" not in shown.stdout
    assert shown.stderr.endswith("quotes --help lists the commands\n")


def test_alone_without_a_library_it_tells_its_commands(quotes: Command, database: str) -> None:
    assert "│ search " in quotes().stdout
    assert not Path(database).exists()

"""What README, ARCHITECTURE and Makefile say is so."""

import re
import shlex
import subprocess
import sys
from typing import Any

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from quotes.cli.app import app
from quotes.cli.loading import Later
from quotes.errors import ExitCode
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def command_lines() -> list[list[str]]:
    """Every line of a code block in README that runs `quotes`, in words, up to a pipe or redirection."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    found = [re.search(r"(?:^|\| |/)quotes( .*)$", line) for line in lines if "=" not in line.split(" ")[0]]
    words = [shlex.split(match[1], comments=True) for match in found if match]
    return [line[: next((i for i, word in enumerate(line) if word in {"|", ">"}), None)] for line in words]


def loaded(command: Any) -> Any:
    """A command with its options: its module is imported where it was not yet."""
    return command.load() if isinstance(command, Later) else command


def commands() -> dict[str, set[str]]:
    """The options of each command ("models use" is one), those before it included."""
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    shared = {"--help", "-h", *(name for parameter in group.params for name in parameter.opts)}
    found = {name: loaded(command) for name, command in group.commands.items()}
    for name, inner in list(found.items()):
        if isinstance(inner, TyperGroup):
            found |= {f"{name} {word}": loaded(command) for word, command in inner.commands.items()}
    return {
        name: shared | {option for parameter in command.params for option in parameter.opts}
        for name, command in found.items()
    }


def test_every_command_is_in_the_readme() -> None:
    used = {" ".join(line[:length]) for line in command_lines() for length in (1, 2)}
    assert set(commands()) <= used


@pytest.mark.parametrize("line", command_lines(), ids=" ".join)
def test_every_command_line_of_the_readme_exists(line: list[str]) -> None:
    known = commands()
    if line[0].startswith("-"):
        assert line[0] in set.union(*known.values())
        return
    options = {word.split("=")[0] for word in line[1:] if re.match(r"-[a-z]$|--[a-z]", word)}
    name = " ".join(line[:2]) if " ".join(line[:2]) in known else line[0]
    assert name in known
    assert options <= known[name]


def test_every_option_is_in_the_readme() -> None:
    options = {option for found in commands().values() for option in found if option.startswith("--")}
    assert {option for option in options if option not in README} == set()


def test_exit_codes_are_those_of_the_program() -> None:
    table = dict(re.findall(r"^\| (\d+) \| (.+?) \|$", README, re.MULTILINE))
    assert {int(code) for code in table} == set(ExitCode)


@pytest.mark.parametrize("text", [README, ARCHITECTURE], ids=["README", "ARCHITECTURE"])
def test_every_make_target_named_is_there(text: str) -> None:
    for target in re.findall(r"(?:^|`)(?:\S+=\S+ )*make ([a-z]+)", text, re.MULTILINE):
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


def test_every_file_the_architecture_names_is_there() -> None:
    named = re.findall(r"`((?:quotes|tests|data|alembic)/(?!_)[\w./]*)`", ARCHITECTURE)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_room_is_in_the_architecture() -> None:
    rooms = {path.parent.name for path in (ROOT / "quotes").glob("*/__init__.py")}
    assert {room for room in rooms if f"`quotes/{room}/`" not in ARCHITECTURE} == set()


@pytest.mark.parametrize(
    "name", ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "Makefile", "pyproject.toml"]
)
def test_nobody_is_told_to_install_the_other_project_of_that_name(name: str) -> None:
    assert not re.search(r"pip install (-\S+ )*quotes(?!-)\b", (ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.slow
def test_the_python_example_runs() -> None:
    (example,) = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", example],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert "Teodor Halik We are drinking from the same glass" in done.stdout

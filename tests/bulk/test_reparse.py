"""`quotes reparse` as a user runs it."""

from pathlib import Path

import pytest

from quotes.query.plan import Plan
from quotes.store import open_library
from tests.bulk.conftest import story
from tests.cli.conftest import Command
from tests.store.seeing import everything


@pytest.fixture
def stories(quotes: Command, tmp_path: Path) -> list[Path]:
    """Two stories in the library."""
    files = [tmp_path / f"story-{number}.txt" for number in range(2)]
    for number, file in enumerate(files):
        file.write_text(story(number), encoding="utf-8")
    assert quotes("add", *map(str, files), "-j", "1").exit_code == 0
    return files


def test_what_these_models_parsed_is_left_alone(quotes: Command, stories: list[Path], database: str) -> None:
    with open_library(database) as library:
        before = everything(library)
    result = quotes("reparse", "--all", "-j", "1")
    assert result.exit_code == 0
    assert "Nothing to do: 2 documents parsed by these models" in result.output
    again = quotes("reparse", "--all", "--again", "-j", "1")
    assert again.exit_code == 0
    assert "Parsed 2 documents again: nothing changed" in again.output
    with open_library(database) as library:
        assert everything(library) == before


def test_another_model_keeps_decisions_and_every_id_answers(
    quotes: Command, stories: list[Path], database: str, other_model: Path
) -> None:
    with open_library(database) as library:
        statements = [view.statement.id for view in library.search(Plan(copies=True)).statements]
        ids = [*statements, *(d.id for d in library.documents()), *(s.id for s in library.speakers())]
        desk = library.desk("Ada")
        desk.tag(statements[:1], ["ch2"])
        view = library.statement(statements[1])
        desk.mark(view.document.id, (0, 12), "indirect")
        ids += [change.target for change in library.decisions()[0].changes]
        desk.merge([speaker.id for speaker in library.speakers()])
        ids += [speaker.id for speaker in library.speakers()]
    result = quotes("reparse", "--all", "--model", str(other_model), "-j", "1")
    assert result.exit_code == 0
    assert "Parsed 2 documents again" in result.output
    assert "2 statements with decisions kept" in result.output
    for identifier in ids:
        shown = quotes("show", identifier)
        assert shown.exit_code == 0, identifier
    left = quotes("reparse", "--all", "--model", str(other_model))
    assert "Nothing to do" in left.output


def test_the_kept_file_is_read_again(quotes: Command, stories: list[Path], database: str) -> None:
    for file in stories:
        file.unlink()
    with open_library(database) as library:
        before = everything(library)
        words = library.documents()[0].id
    result = quotes("reparse", words, "--reread", "-j", "1")
    assert result.exit_code == 0
    assert "Parsed 1 document again: nothing changed" in result.output
    with open_library(database) as library:
        assert everything(library) == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "name documents or a query, or give --all"),
        (("--all", "ferries"), "--all goes without a query"),
        (("dzzzzzzzzzz",), "no document matches"),
        (("nosuchword",), "no document matches"),
        (("--all", "--again", "--model", "nosuchfolder"), "nosuchfolder"),
    ],
)
def test_what_cannot_be_is_told_in_a_line(
    quotes: Command, stories: list[Path], arguments: tuple[str, ...], told: str
) -> None:
    result = quotes("reparse", *arguments)
    assert result.exit_code in (2, 5)
    assert told in result.output


def test_an_empty_library_has_nothing_to_parse(quotes: Command) -> None:
    result = quotes("reparse", "--all")
    assert result.exit_code == 0
    assert "is empty" in result.output

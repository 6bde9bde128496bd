"""`--explain`: what each part of a file was taken for, and why what was dropped was."""

from pathlib import Path

import pytest

from quotes.cli.explain_page import KEPT_WIDTH
from quotes.document import Block, Document
from quotes.settings import library_url
from quotes.statement import Parse
from tests.cli.conftest import Command
from tests.cli.making import fill

STORY = (
    "Mara Venn told the harbour board that the ferries of Lunne would stop at night, and that nobody had "
    "been asked about it.\n\nThe pilots of the outer islands said that they would go on as before.\n"
)
PAGE = (
    f"Skip to main content\n\nFerries to stop at night\n\nBy Ilse Orr\n\n{STORY}\n"
    "Also read: Quay “shut for good”\n"
)


@pytest.fixture
def page(database: str) -> Path:
    file = Path(database).parent.parent / "ferries.txt"
    file.write_text(PAGE, encoding="utf-8")
    return file


def rows(output: str) -> list[tuple[str, str]]:
    """The kind and the rest of each line below the name of the document."""
    found = [line.split(maxsplit=1) for line in output.splitlines()[1:]]
    return [(kind, rest) for kind, rest in found]


def test_a_file_is_explained_without_being_parsed(quotes: Command, page: Path) -> None:
    result = quotes("parse", str(page), "--explain")
    assert result.exit_code == 0
    assert result.stdout.startswith("ferries.txt\n")
    listed = rows(result.stdout)
    assert [kind for kind, _ in listed] == ["furniture", "title", "furniture", "body", "body", "furniture"]
    assert "line 1, characters 0 to 20 of the file; dropped: navigation" in listed[0][1]
    assert "line 5" in listed[2][1]
    assert "dropped: byline" in listed[2][1]
    assert listed[-1][1].startswith("Also read: Quay “shut for good”")
    assert "6 blocks: 2 body, 1 title, 3 dropped" in result.stderr


def test_what_was_dropped_is_shown_whole_and_the_story_by_its_first_words(
    quotes: Command, page: Path
) -> None:
    links = "\n".join(f"Cow {name} freed from a bathtub by the brigade" for name in "ABCDEFG")
    page.write_text(f"{STORY}\n{links}\n", encoding="utf-8")
    shown = quotes("parse", str(page), "--explain").stdout
    assert all(link in shown for link in links.split("\n"))
    assert "asked about it" not in shown
    assert STORY[: KEPT_WIDTH - 5].rstrip() in shown


def test_a_stored_document_is_explained_from_the_file_that_is_kept(quotes: Command, page: Path) -> None:
    from quotes.sources import read

    document = read(page)[0]
    page.unlink()
    fill(library_url(), Parse(document))
    result = quotes("show", "d", "--explain")
    assert result.exit_code == 0
    listed = rows(result.stdout)
    assert listed[0][1].startswith("Skip to main content")
    assert "dropped: navigation" in listed[0][1]
    assert [kind for kind, _ in listed].count("body") == 2


def test_words_of_a_document_without_a_map_are_shown_too(quotes: Command) -> None:
    text = "Venn left Lunne."
    blocks = (
        Block("body", 0, len(text), None, None, lang="fr"),
        Block("furniture", None, None, None, None, "running head", words="The Harbour Post, page 3"),
        Block("furniture", None, None, None, None, "navigation"),
    )
    document = Document("ferry.pdf", text, b"%PDF", "binary-none", blocks, None)
    fill(library_url(), Parse(document))
    lines = rows(quotes("show", "d", "--explain").stdout)
    assert lines[0] == ("body", "Venn left Lunne.  (characters 0 to 16 of the text; language: fr)")
    assert lines[1][1] == "The Harbour Post, page 3  (no place in the text; dropped: running head)"


def test_hostile_words_cannot_command_the_terminal(quotes: Command, page: Path) -> None:
    page.write_text(f"Tags: \x1b[31mred\u202e, [bold]quay[/bold]\n\n{STORY}", encoding="utf-8")
    result = quotes("parse", str(page), "--explain")
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout
    assert "[bold]quay[/bold]" in result.stdout


def test_statements_and_speakers_have_no_blocks(quotes: Command, ferries: str) -> None:
    result = quotes("show", "q", "--explain")
    assert result.exit_code == 2
    assert "name its id (d...)" in result.stderr


def test_a_file_that_cannot_be_read_is_said_and_the_others_are_explained(quotes: Command, page: Path) -> None:
    result = quotes("parse", str(page), str(page.with_name("missing.txt")), "--explain")
    assert result.exit_code == 4
    assert "missing.txt" in result.stderr
    assert "Skip to main content" in result.stdout

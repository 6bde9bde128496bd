"""`mark`: a statement that the parser missed."""

from dataclasses import replace

import pytest

from quotes.document import BLOCK_QUOTATION, Block
from quotes.settings import library_url
from quotes.statement import Parse
from quotes.store import open_library
from tests.cli import making
from tests.cli.conftest import Command

PAGE = (
    "Harbour talks\n\n"
    "“We will not sign a paper that nobody has read —\nnot this year,” Mara Venn said. "
    "She called it a “floating bottleneck”. The quay will be sold, the mayor’s letter says.\n\n"
    "We stand by the harbour, all of us together.\n\n"
    "The quay will be sold, she repeated."
)


@pytest.fixture
def harbour(database: str) -> str:
    """A library with a page in which nothing was found; returns the id of that document."""
    return making.fill(library_url(), Parse(making.document(PAGE, "harbour.txt")))[0]


def only(document_id: str) -> tuple[str, str, str | None, str]:
    """Kind, words, speaker and id of the one statement of a document."""
    with open_library(library_url()) as library:
        (stored,) = library.statements(document_id)
    return stored.statement.kind, stored.statement.text, stored.speaker, stored.statement.id


@pytest.mark.parametrize(
    ("typed", "kind", "printed"),
    [
        (
            '"We will not sign a paper that nobody has read - not this year,"',
            "direct",
            "We will not sign a paper that nobody has read —\nnot this year,",
        ),
        ("floating bottleneck", "partial", "floating bottleneck"),
        ("the mayor's letter says", "indirect", "the mayor’s letter says"),
        ("She called it a floating bottleneck", "indirect", "She called it a “floating bottleneck"),
    ],
)
def test_the_marks_in_the_text_tell_the_kind(
    quotes: Command, harbour: str, typed: str, kind: str, printed: str
) -> None:
    result = quotes("mark", harbour, typed, "--speaker", "Mara Venn")

    assert result.exit_code == 0
    assert only(harbour)[:3] == (kind, printed, "Mara Venn")
    assert only(harbour)[3] in result.stdout
    assert only(harbour)[3] in quotes("search", "--speaker", "venn").stdout


def test_it_is_gone_once_it_is_undone_and_its_id_answers(quotes: Command, harbour: str) -> None:
    quotes("mark", harbour, "floating bottleneck", "--speaker", "Mara Venn", "--said", "2024-03-04")
    identifier = only(harbour)[3]
    assert "said 2024-03-04" in quotes("search", "bottleneck").stdout

    assert quotes("undo").exit_code == 0

    assert quotes("search").stdout == ""
    assert quotes("show", identifier).stdout.startswith("UNMARKED: ")


def test_words_in_a_block_quotation_are_the_speakers_own(quotes: Command, database: str) -> None:
    page = making.document(PAGE)
    start = PAGE.index("We stand by")
    end = PAGE.index("\n", start)
    blocks = tuple(replace(b, reason=BLOCK_QUOTATION) if b.start == start else b for b in page.blocks)
    assert any(block.reason for block in blocks)
    assert isinstance(blocks[0], Block)
    identifier = making.fill(library_url(), Parse(replace(page, blocks=blocks)))[0]

    quotes("mark", identifier, PAGE[start:end], "--speaker", "Mara Venn")

    assert only(identifier)[0] == "direct"


@pytest.mark.parametrize("kind", ["direct", "partial"])
def test_the_writers_words_are_never_the_speakers(quotes: Command, harbour: str, kind: str) -> None:
    result = quotes("mark", harbour, "the mayor's letter says", "--speaker", "Mara Venn", "--kind", kind)

    assert result.exit_code == 2
    assert "quotation marks" in result.stderr
    assert quotes("search").stdout == ""


def test_a_claim_may_be_made_of_words_in_marks(quotes: Command, harbour: str) -> None:
    quotes("mark", harbour, "floating bottleneck", "--speaker", "Mara Venn", "--kind", "indirect")

    assert only(harbour)[0] == "indirect"


def test_of_several_places_one_is_chosen(quotes: Command, harbour: str) -> None:
    asked = quotes("mark", harbour, "The quay will be sold", "--speaker", "Mara Venn")
    assert asked.exit_code == 2
    assert "  1  …" in asked.stderr
    assert "she repeated" in asked.stderr
    assert "--at N" in asked.stderr

    assert quotes("mark", harbour, "The quay will be sold", "--speaker", "venn", "--at", "3").exit_code == 2
    quotes("mark", harbour, "The quay will be sold", "--speaker", "Mara Venn", "--at", "2")

    with open_library(library_url()) as library:
        (stored,) = library.statements(harbour)
    assert stored.statement.start == PAGE.rindex("The quay")


def test_words_that_do_not_stand_there_record_nothing_and_show_the_nearest(
    quotes: Command, harbour: str
) -> None:
    result = quotes("mark", harbour, "We won't sign a paper that no one has read", "--speaker", "Mara Venn")

    assert result.exit_code == 1
    difference = "We [-won't-] {+will not+} sign a paper that [-no one-] {+nobody+} has read"
    assert difference in result.stderr.splitlines()[-1]
    assert quotes("search").stdout == ""
    assert quotes("mark", harbour, "zqx vvk jjy wwz", "--speaker", "Mara Venn").exit_code == 1


def test_what_is_a_statement_already_is_named(quotes: Command, harbour: str) -> None:
    quotes("mark", harbour, "floating bottleneck", "--speaker", "Mara Venn")

    again = quotes("mark", harbour, "floating bottleneck", "--speaker", "Mara Venn")
    assert again.exit_code == 2
    assert only(harbour)[3] in again.stderr

    around = quotes("mark", harbour, "called it a floating bottleneck", "--speaker", "Mara Venn")
    assert "share words with" in around.stderr


def test_without_a_speaker_nobody_is_named(quotes: Command, harbour: str) -> None:
    quotes("mark", harbour, "floating bottleneck")

    assert only(harbour)[2] is None


REFUSED = (("--kind", "loud"), ("--type", "person"), ("--speaker", "…"), ("--said", "soon"), ("--at", "0"))


def test_what_cannot_be_is_refused(quotes: Command, harbour: str) -> None:
    for options in REFUSED:
        assert quotes("mark", harbour, "floating bottleneck", *options).exit_code == 2, options
    assert quotes("mark", harbour, "…").exit_code == 2
    assert quotes("mark", "dzzzzzzz", "floating bottleneck").exit_code == 2
    assert quotes("search").stdout == ""


def test_commands_to_the_terminal_in_a_text_are_not_sent(quotes: Command, database: str) -> None:
    page = making.document("The quay\x1b[31m will be sold, she said.", "x.txt")
    identifier = making.fill(library_url(), Parse(page))[0]

    assert "\x1b" not in quotes("mark", identifier, "The quays will be sold").stderr

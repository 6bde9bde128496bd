"""Saying who is one speaker and who is not, as a user does."""

import sys
from collections.abc import Callable

import pytest

from quotes.settings import library_url
from quotes.statement import Parse
from quotes.store import open_library
from tests.cli import making
from tests.cli.conftest import Command
from tests.cli.terminal import CONTROL_C, Terminal


def page(name: str, text: str, *said: tuple[str, str]) -> Parse:
    document = making.document(text, name, publisher="The Harbour Post")
    return Parse(
        document, quotes=tuple(making.statement(document, words, "direct", who) for words, who in said)
    )


PAGES = (
    page("one.txt", "“The boats stop,” John Harl said.", ("The boats stop,", "John Harl")),
    page("two.txt", "“The mill opens,” John Harl said.", ("The mill opens,", "John Harl")),
    page("three.txt", "“No comment,” J. Harl-Venn said.", ("No comment,", "J. Harl-Venn")),
)


@pytest.fixture
def documents(database: str) -> list[str]:
    return making.fill(library_url(), *PAGES)


def named(name: str) -> list[str]:
    with open_library(library_url()) as library:
        return [speaker.id for speaker in library.speakers(name)]


def said_by(quotes: Command, speaker: str) -> int:
    result = quotes("export", f"speaker:{speaker}", "--format", "ndjson")
    return len(result.stdout.splitlines())


def test_a_name_without_a_command_lists(quotes: Command, documents: list[str]) -> None:
    assert "John Harl" in quotes("speakers", "john").stdout
    assert quotes("speakers").stdout == quotes("speakers", "list").stdout
    assert quotes("speakers", "nobody-at-all").exit_code == 0


def test_merged_speakers_are_one_under_each_id(quotes: Command, documents: list[str]) -> None:
    (harl,), (venn,) = named("John Harl"), named("Harl-Venn")

    result = quotes("speakers", "merge", "John Harl", venn)

    assert "are one now" in result.stderr
    assert "3 quotes, 0 claims in 3 documents" in result.stderr
    assert said_by(quotes, harl) == said_by(quotes, venn) == 3
    assert quotes("show", harl).stdout == quotes("show", venn).stdout != ""
    quotes("undo")
    assert (said_by(quotes, harl), said_by(quotes, venn)) == (2, 1)


def test_one_name_is_not_enough_to_merge(quotes: Command, documents: list[str]) -> None:
    result = quotes("speakers", "merge", "John Harl", named("John Harl")[0])
    assert result.exit_code == 2
    assert "at least two" in result.stderr


def test_namesakes_are_told_apart_and_an_id_is_asked_for(quotes: Command, documents: list[str]) -> None:
    quotes("speakers", "split", "John Harl", documents[1])
    result = quotes("speakers", "rename", "John Harl", "Jon Harl")
    assert result.exit_code == 2
    for speaker in named("John Harl"):
        assert speaker in result.stderr


def test_a_split_parts_the_names_in_the_documents_that_are_named(
    quotes: Command, documents: list[str]
) -> None:
    (harl,) = named("John Harl")

    result = quotes("speakers", "split", harl, documents[1], "--name", "John Harl the miller")

    assert "are two now" in result.stderr
    assert quotes("search", "speaker:miller").stderr.endswith("1 of 1\n")
    assert "The mill opens" in quotes("search", "speaker:miller").stdout
    assert {said_by(quotes, speaker) for speaker in named("Harl") if speaker != named("Harl-Venn")[0]} == {1}
    quotes("undo")
    assert named("John Harl") == [harl]
    assert said_by(quotes, harl) == 2
    assert quotes("search", "speaker:miller").stderr.endswith("0 of 0\n")


def test_a_split_takes_a_query_too(quotes: Command, documents: list[str]) -> None:
    quotes("speakers", "split", "John Harl", "mill")
    assert len(named("John Harl")) == 2


@pytest.mark.parametrize("which", [lambda ids: ids[:2], lambda ids: ids[2:]], ids=["all", "none"])
def test_a_split_needs_some_but_not_all_of_the_documents(
    quotes: Command, documents: list[str], which: Callable[[list[str]], list[str]]
) -> None:
    assert quotes("speakers", "split", "John Harl", *which(documents)).exit_code == 2


def test_a_renamed_speaker_is_found_by_old_names_too(quotes: Command, documents: list[str]) -> None:
    quotes("speakers", "rename", "John Harl", "Jonathan Harl [M.P.]")
    assert "Jonathan Harl [M.P.]" in quotes("speakers", "harl").stdout
    assert "Jonathan Harl [M.P.]" in quotes("search", "speaker:john").stdout
    assert quotes("export", "speaker:jonathan", "--format", "ndjson").stdout.count("[M.P.]") == 2
    quotes("undo")
    assert "Jonathan" not in quotes("speakers", "harl").stdout


def test_an_alias_finds_the_speaker_and_those_who_are_called_so(
    quotes: Command, documents: list[str]
) -> None:
    quotes("speakers", "alias", "John Harl", "the Ferry King")
    assert quotes("search", "speaker:ferry").stderr.endswith("2 of 2\n")
    quotes("undo")
    assert quotes("search", "speaker:ferry").stderr.endswith("0 of 0\n")


@pytest.mark.parametrize("command", ["rename", "alias"])
def test_an_empty_name_is_no_name(quotes: Command, documents: list[str], command: str) -> None:
    assert quotes("speakers", command, "John Harl", " ").exit_code == 2


def test_who_is_not_there_is_said(quotes: Command, documents: list[str]) -> None:
    result = quotes("speakers", "merge", "John Harl", "Nobody")
    assert result.exit_code == 2
    assert "no speaker is called 'Nobody'" in result.stderr


@pytest.fixture
def unsure(database: str) -> list[str]:
    """A library with two pairs of names that may be one speaker."""
    return making.fill(
        library_url(),
        page("full.txt", "“The boats stop,” Mara Venn said.", ("The boats stop,", "Mara Venn")),
        page("bare.txt", "“The mill opens,” Venn said.", ("The mill opens,", "Venn")),
        page("other.txt", "“No comment,” Tomas Reyk said.", ("No comment,", "Tomas Reyk")),
        page("reyk.txt", "“Not a word,” Reyk said.", ("Not a word,", "Reyk")),
    )


def test_pairs_that_may_be_one_are_listed_with_what_speaks_for_it(quotes: Command, unsure: list[str]) -> None:
    result = quotes("speakers", "suggest")  # no terminal
    assert "Mara Venn" in result.stdout
    assert "for: same family name" in result.stdout
    assert "2 pairs" in result.stderr
    assert "1 pair:" in quotes("speakers", "suggest", "--list", "--limit", "1").stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_pairs_are_answered_by_single_keys_and_not_asked_about_again(
    quotes: Command, unsure: list[str]
) -> None:
    terminal = Terminal("speakers", "suggest")
    terminal.shows("1 of 2: y one speaker, n two, space later, q quit")
    terminal.press("x", "y")
    terminal.shows("one now:", "2 of 2:")
    terminal.press("n")
    assert "2 answers" in terminal.end()
    assert "exit code 0" in terminal.screen()
    assert "Nothing is unsure" in Terminal("speakers", "suggest").end()
    quotes("undo", "1")
    again = Terminal("speakers", "suggest")
    again.shows("1 of 1:")
    again.press("q")
    assert "0 answers" in again.end()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    "told", [lambda t: t.press(CONTROL_C), Terminal.terminate], ids=["Ctrl-C", "SIGTERM"]
)
def test_left_while_it_waits_for_a_key_the_terminal_is_as_it_was(
    unsure: list[str], told: Callable[[Terminal], None]
) -> None:
    terminal = Terminal("speakers", "suggest")
    terminal.shows("1 of 2:")
    told(terminal)
    after = terminal.end().replace("\r\n", " ")
    assert "exit code 130" in after
    assert " echo " in after
    assert " icanon " in after

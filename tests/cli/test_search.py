"""What a search shows: who, when, how sure the words are, and where they stand."""

import os
import pty
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from quotes.settings import library_url
from quotes.statement import Parse
from tests.cli import making
from tests.cli.conftest import Command


def test_a_quotation_stands_in_marks_with_speaker_date_publisher_and_title(
    quotes: Command, ferries: str
) -> None:
    result = quotes("search", "paper")

    head, words, place, empty = result.stdout.splitlines()
    assert head.split("  ")[1:] == ["Mara Venn", "said 2024-03-05", "direct"]
    assert words == "  “We will not sign a paper that nobody has read”"
    assert place == "  The Harbour Post, Ferries to stop at night"
    assert empty == ""
    assert result.stderr.splitlines()[-1] == "1 of 1"


def test_a_claim_is_called_one_and_has_no_marks(quotes: Command, ferries: str) -> None:
    result = quotes("search", "--kind", "indirect")

    head, words, *_ = result.stdout.splitlines()
    assert head.split("  ")[1:] == ["Mara Venn", "published 2024-03-05", "indirect"]
    assert words == "  claim: the ferries would stop at night"


def test_a_date_that_is_unknown_is_said_to_be(quotes: Command, database: str) -> None:
    page = making.document(published=None)
    phrase = making.statement(page, "floating bottleneck", "partial", None)
    making.fill(library_url(), Parse(page, quotes=(phrase,)))

    head = quotes("search", "bottleneck").stdout.splitlines()[0]

    assert head.split("  ")[1:] == ["speaker unknown (no source named)", "no date", "partial"]


def test_the_words_of_a_date_that_is_not_sure_stand_for_it(quotes: Command, database: str) -> None:
    page = making.document(published=None)
    quote = making.statement(page, "Not this year.", "direct", "Mara Venn", said_evidence="on Tuesday")
    making.fill(library_url(), Parse(page, quotes=(quote,)))

    assert "  no date (“on Tuesday”)  direct" in quotes("search").stdout


def test_a_word_that_stands_beside_the_statement_is_shown_there(quotes: Command, ferries: str) -> None:
    beside = quotes("search", "bottleneck", "letter").stdout.splitlines()

    assert beside[1:3] == [
        "  “floating bottleneck”",
        "  in the sentence: “floating bottleneck” in a letter.",
    ]
    assert "  in the " not in quotes("search", "Floating BOTTLENECK").stdout


def test_a_phrase_that_the_shell_took_the_marks_off_is_a_phrase(quotes: Command, ferries: str) -> None:
    assert quotes("search", "nobody has read").stderr == "1 of 1\n"
    assert quotes("search", "nobody read has").stderr.splitlines() == [
        "A phrase is found as it stands only: try its words one by one. 1 statement would match.",
        "0 of 0",
    ]
    assert quotes("search", "read", "nobody").stderr == "1 of 1\n"


def test_the_limit_shows_some_and_counts_all(quotes: Command, ferries: str) -> None:
    limited = quotes("search", "--limit", "1")
    everything = quotes("search", "--limit", "0")

    last = limited.stdout.split()[0]
    assert limited.stderr.splitlines() == [
        f"--after {last} shows the next ones, --limit 0 shows all of them.",
        "1 of 4",
    ]
    assert everything.stderr == "4 of 4\n"


def test_options_combine(quotes: Command, ferries: str) -> None:
    result = quotes(
        "search", "--speaker", "venn", "--from", "2024-03", "--to", "2024", "--publisher", "harbour"
    )

    assert result.stderr == "3 of 3\n"
    assert quotes("search", "--speaker", "venn", "--from", "2025").stderr.splitlines() == [
        "All words and options must hold for one statement: try fewer.",
        "0 of 0",
    ]


def test_no_result_is_no_error_and_says_why(quotes: Command, database: str) -> None:
    empty = quotes("search", "ferries")
    making.fill(library_url(), making.ferries())
    unknown = quotes("search", "--speaker", "Nobody [b]")

    assert (empty.exit_code, empty.stdout) == (0, "")
    assert f"The library {database} is empty: quotes add FILE" in empty.stderr
    assert empty.stderr.endswith("0 of 0\n")
    assert "'Nobody [b]'" in unknown.stderr


def test_the_library_can_be_named_before_and_after_the_command(
    quotes: Command, ferries: str, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUOTES_DB", database + ".other")

    assert quotes("search", "paper").stderr.endswith("0 of 0\n")
    assert quotes("--db", database, "search", "paper").stderr == "1 of 1\n"
    assert quotes("search", "paper", "--db", database).stderr == "1 of 1\n"
    assert quotes("--db", database + ".other", "search", "paper", "--db", database).stderr == "1 of 1\n"


HOSTILE = "“We [will] \x1b[2Jnot :smile: \u202esign [/nope] \x9b31m港口委员会 " + "a" * 10_000 + "” he said."


def test_hostile_words_are_shown_whole_and_command_nothing(quotes: Command, database: str) -> None:
    page = making.document(
        HOSTILE, "\x1b]0;x\x07.txt", title="\x1b[31m[bold]Title[/bold]", publisher="[/nope]"
    )
    quote = making.statement(page, HOSTILE[1 : HOSTILE.index("”")], "direct", "Mara \x1b[5mVenn [sic]")
    making.fill(library_url(), Parse(page, quotes=(quote,)))

    for arguments in (["search"], ["docs"], ["speakers"], ["show", quote.id], ["cite", quote.id]):
        shown = quotes(*arguments).stdout
        assert "\x1b" not in shown
        assert "\x9b" not in shown
        assert "\u202e" not in shown
    searched = quotes("search").stdout
    assert "We [will] \ufffd[2Jnot :smile: \ufffdsign [/nope] \ufffd31m港口委员会 " + "a" * 10_000 in searched
    assert "[/nope], \ufffd[31m[bold]Title[/bold]" in searched
    assert "[sic]" in searched


@pytest.mark.parametrize("width", [60, 80, 200])
def test_on_a_terminal_every_line_fits_it(ferries: str, width: int) -> None:
    page = making.document(HOSTILE, title="港口" * 80)
    quote = making.statement(page, HOSTILE[1 : HOSTILE.index("”")], "direct", "Mara Venn")
    making.fill(library_url(), Parse(page, quotes=(quote,)))

    for command in ("search", "docs", "speakers"):
        lines = on_a_terminal(width, "--no-color", command)
        assert max(map(cell_len, lines)) <= width
        assert command == "speakers" or any(cell_len(line) > width * 0.6 for line in lines)


def test_a_wide_terminal_has_documents_and_speakers_in_columns(ferries: str) -> None:
    header, row = on_a_terminal(120, "--no-color", "docs")[:2]
    assert header.split() == ["Document", "Published", "Title", "Publisher", "Quotes", "Claims", "Missing"]
    assert row.split("  ")[0] == ferries
    assert row.index("author, URL") == header.index("Missing")
    assert row[header.index("Quotes") :].split()[:2] == ["3", "1"]

    header, row, *_ = on_a_terminal(60, "--no-color", "speakers")
    assert header.split() == ["Speaker", "Quotes", "Claims", "Docs", "Name"]
    assert row.split()[1:] == ["2", "1", "1", "Mara", "Venn", "(person)"]


def test_what_was_searched_for_stands_out_on_a_terminal(ferries: str) -> None:
    lines = on_a_terminal(80, "search", "has read", "paper")

    assert "sign a \x1b[1mpaper\x1b[0m that nobody \x1b[1mhas read\x1b[0m" in lines[1]


def test_on_a_terminal_a_result_names_its_place_in_one_line(ferries: str) -> None:
    page = making.document("“Stay,” Mara Venn said.", "stay.txt", title="Ferries " * 40)
    making.fill(library_url(), Parse(page, quotes=(making.statement(page, "Stay,", "direct", "Mara Venn"),)))

    lines = on_a_terminal(60, "--no-color", "search", "stay")
    assert [line[-1:] for line in lines[1:4]] == ["”", "…", ""]


def test_colours_are_for_terminals_and_can_be_switched_off(ferries: str) -> None:
    assert any("\x1b[36m" in line for line in on_a_terminal(80, "search"))
    assert not any("\x1b" in line for line in on_a_terminal(80, "--no-color", "search"))
    assert not any("\x1b" in line for line in on_a_terminal(80, "search", NO_COLOR="1"))


def on_a_terminal(width: int, *arguments: str, code: int = 0, **environment: str) -> list[str]:
    """The lines that the command prints on a terminal of this width."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "quotes", *arguments],
        stdout=follower,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "COLUMNS": str(width), "TERM": "xterm-256color", **environment},
    )
    os.close(follower)
    output = b""
    while chunk := read_some(leader):
        output += chunk
    os.close(leader)
    assert process.wait() == code
    return output.decode().split("\r\n")


def read_some(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # the other end is closed
        return b""


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_characters="\0")), max_size=3))
def test_whatever_is_typed_ends_in_an_answer_or_a_usage_error(
    quotes: Command, ferries: str, words: list[str]
) -> None:
    result = quotes("search", *words)

    assert result.exit_code in (0, 2)
    if result.exit_code == 0 and "-h" not in words and "--help" not in words:
        assert result.stderr.splitlines()[-1].split()[1:2] == ["of"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["show", "cite", "speakers"]),
    st.builds(
        str.__add__, st.sampled_from(["", "q", "d", "s"]), st.text(st.characters(exclude_characters="\0"))
    ),
)
def test_whatever_is_taken_for_an_id_ends_in_an_answer_or_a_usage_error(
    quotes: Command, ferries: str, command: str, identifier: str
) -> None:
    assert quotes(command, "--", identifier).exit_code in (0, 2)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["--speaker", "--publisher", "--from", "--to", "--kind", "--limit"]),
    st.text(st.characters(exclude_characters="\0")),
)
def test_whatever_an_option_is_given_ends_in_an_answer_or_a_usage_error(
    quotes: Command, ferries: str, option: str, value: str
) -> None:
    assert quotes("search", f"{option}={value}").exit_code in (0, 2)

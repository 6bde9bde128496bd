"""How the results of a search are shown: what was found, where it stands, how far it can be relied on."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console
from typer.testing import CliRunner

from quotes.cli.app import app
from quotes.cli.consoles import Consoles
from quotes.cli.result_page import show_result
from quotes.query.language import plan_of
from quotes.settings import library_url
from quotes.statement import Parse
from quotes.store import open_library
from tests.cli import making
from tests.cli.conftest import Command
from tests.cli.test_search import on_a_terminal

BOLD, PLAIN = "\x1b[1m", "\x1b[0m"

ACCORD = (
    "Accord on harbour co\u2011operation\n\n"
    "The trade minister of Ostrava spoke late. "
    "“Our co-operation defends the harbour’s defences,” Mara Venn said. "
    "Tomas Reyk, the harbourmaster of Vězno, called it “a paper” after the ministers had co\u00adoperated."
)


@pytest.fixture
def accord(database: str) -> str:
    """A library with a page on co-operation; the id of the quotation in it."""
    page = making.document(ACCORD, "accord.txt", title="Accord on harbour co\u2011operation")
    quote = making.statement(
        page, "Our co-operation defends the harbour’s defences,", "direct", "Mara Venn", mention="Mara Venn"
    )
    phrase = making.statement(page, "a paper", "partial", "Tomas Reyk", mention="the harbourmaster of Vězno")
    sentence = page.text.index("Tomas Reyk, the"), len(page.text)
    making.fill(library_url(), Parse(page, quotes=(quote, replace(phrase, context_span=sentence))))
    return quote.id


def shown(width: int, *query: str, colour: bool = True) -> list[str]:
    """The lines on which a terminal of this width has what a query finds."""
    written = io.StringIO()
    data = Console(
        file=written,
        force_terminal=True,
        width=width,
        color_system="standard" if colour else None,
        highlight=False,
    )
    with open_library(library_url()) as library:
        result = library.search(plan_of(query))
        for stored in result.statements:
            show_result(Consoles(data, data), stored, result.sought)
    return written.getvalue().split("\n")


def test_all_forms_of_a_word_are_found_and_stand_out(accord: str) -> None:
    lines = shown(100, "cooperation", "defense", "text:harbors")

    assert (
        f"“Our {BOLD}co-operation{PLAIN} defends the {BOLD}harbour{PLAIN}’s {BOLD}defences{PLAIN}”"
        in lines[1]
    )


def test_a_phrase_stands_out_as_a_whole_and_only_as_it_stands(accord: str) -> None:
    assert shown(100, "our cooperation defends") == [""]
    lines = shown(100, "OUR CO-OPERATION defends")
    assert f"“{BOLD}Our co-operation defends{PLAIN} the harbour" in lines[1]


def test_a_beginning_stands_out_with_the_rest_of_the_word(accord: str) -> None:
    assert f"the {BOLD}harbour{PLAIN}’s" in shown(100, "text:harb*")[1]


def test_letters_with_accents_and_hidden_hyphens_stand_out_whole(accord: str) -> None:
    lines = shown(200, "vezno", "cooperate")

    assert f"of {BOLD}Vězno{PLAIN}, called" in lines[2]
    assert f"had {BOLD}co\u00adoperated{PLAIN}." in lines[2]


@pytest.mark.parametrize(
    ("word", "label"),
    [("called", "in the sentence: "), ("accord", "in the title: "), ("vezno", "in the sentence: ")],
)
def test_a_result_says_where_a_word_stands_that_is_not_in_its_words(
    quotes: Command, accord: str, word: str, label: str
) -> None:
    lines = quotes("search", word, "speaker:reyk").stdout.splitlines()

    assert lines[1] == "  “a paper”"
    assert label in lines[2]


def test_what_is_asked_of_the_title_is_not_told_twice(accord: str) -> None:
    lines = shown(100, "title:accord", "text:paper")

    assert lines[1] == f"  “a {BOLD}paper{PLAIN}”"
    assert lines[2].startswith("  ")
    assert "Accord" in lines[2]
    assert not any("in the title" in line for line in lines)


def test_a_mention_that_stands_apart_is_shown(quotes: Command, database: str) -> None:
    page = making.document(
        "The minister for islands spoke first.\n\nBoats were late that day.\n“We sail,” she said.", "a.txt"
    )
    quote = making.statement(page, "We sail,", "direct", "Mara Venn", mention="The minister for islands")
    making.fill(library_url(), Parse(page, quotes=(quote,)))

    assert "  in the mention: The minister for islands" in quotes("search", "islands").stdout.splitlines()


LONG = " ".join(f"clause {number} of the treaty," for number in range(300)) + " and the lighthouse stays lit,"


@pytest.fixture
def long(database: str) -> str:
    """A library with one statement of many lines, whose last words are of a lighthouse; its id."""
    page = making.document(f"“{LONG}” Mara Venn said.", "long.txt")
    quote = making.statement(page, LONG, "direct", "Mara Venn")
    making.fill(library_url(), Parse(page, quotes=(quote,)))
    return quote.id


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_long_statement_is_cut_to_the_words_that_were_found(long: str, width: int) -> None:
    lines = shown(width, "lighthouse", colour=False)
    words = " ".join(line.strip() for line in lines[1:-3])

    assert words.startswith("“[…] ")
    assert "and the lighthouse stays lit”" in words
    assert len(lines) <= 12
    assert max(map(cell_len, lines)) <= width


def test_a_long_statement_in_which_nothing_was_sought_is_cut_at_its_end(long: str) -> None:
    words = " ".join(line.strip() for line in shown(80, colour=False)[1:])

    assert words.startswith("“clause 0 of the treaty, clause 1 of the treaty,")
    assert " […]”" in words


def test_nothing_is_cut_in_a_pipe_nor_in_a_sheet(quotes: Command, long: str) -> None:
    assert f"“{LONG.removesuffix(',')}”" in quotes("search", "lighthouse").stdout
    assert LONG.removesuffix(",") in quotes("export", "lighthouse").stdout


def test_doubtful_and_checked_statements_are_marked_without_colours_too(
    quotes: Command, ferries: str
) -> None:
    parse = making.ferries()
    page = making.document("“Perhaps,” Tomas Reyk said.", "perhaps.txt")
    sure = making.statement(page, "Perhaps,", "direct", "Tomas Reyk")
    making.fill(library_url(), Parse(page, quotes=(replace(sure, confidence=0.41),)))
    quotes("accept", parse.quotes[1].id)

    heads = [line for line in quotes("search").stdout.splitlines() if line.startswith("q")]

    assert next(head for head in heads if sure.id in head).endswith("  doubtful (0.41)")
    assert next(head for head in heads if parse.quotes[1].id in head).endswith("  checked: accepted")
    assert [head for head in heads if "doubtful" not in head and "checked" not in head]
    quotes("accept", sure.id)
    assert "doubtful" not in quotes("search").stdout


def test_pages_follow_each_other_until_nothing_is_left(quotes: Command, ferries: str) -> None:
    whole = [line.split()[0] for line in quotes("search").stdout.splitlines() if line.startswith("q")]
    seen: list[str] = []
    result = quotes("search", "--limit", "3")
    for _ in range(len(whole)):
        seen += [line.split()[0] for line in result.stdout.splitlines() if line.startswith("q")]
        hint = result.stderr.splitlines()[0].split()
        if "--after" not in hint:
            break
        result = quotes("search", "--limit", "3", *hint[: hint.index("shows")])

    assert seen == whole
    assert result.stderr == "1 of 4\n"
    assert quotes("search", "--after", whole[-1]).stderr.splitlines() == [
        "Nothing follows it in this order.",
        "0 of 4",
    ]


def test_the_next_page_of_the_most_relevant_is_of_the_same_order(quotes: Command, ferries: str) -> None:
    first = quotes("search", "the", "--limit", "1")
    hint = first.stderr.splitlines()[0]
    assert hint.startswith("sort:relevance --after ")

    rest = quotes("search", "the", "--limit", "0", *hint.split()[:3])
    ids = [
        line.split()[0] for out in (first, rest) for line in out.stdout.splitlines() if line.startswith("q")
    ]
    assert ids == [line.split()[0] for line in quotes("search", "the").stdout.splitlines() if line[:1] == "q"]


def test_a_word_that_nothing_has_is_named(quotes: Command, ferries: str) -> None:
    told = quotes("search", "paper", "zeppelin").stderr

    assert told.splitlines() == [
        "Nothing has the word 'zeppelin', and all must hold for one statement: try without it.",
        "0 of 0",
    ]


@pytest.mark.parametrize("typed", ["zeppelin", "text:zeppelin", "zep*"])
def test_a_word_alone_that_no_statement_has_is_sought_in_whole_texts(
    quotes: Command, ferries: str, typed: str
) -> None:
    told = quotes("search", typed).stderr

    assert told.splitlines() == [
        "No statement has this word; quotes docs looks for it in whole texts.",
        "0 of 0",
    ]


def test_a_name_with_a_slip_is_guessed(quotes: Command, ferries: str) -> None:
    assert "Did you mean Mara Venn?" in quotes("search", "speaker:Vemn").stderr


def test_an_attack_by_what_is_displayed_is_cleaned_where_it_is_found_too(database: str) -> None:
    text = "“Sail \x1b]0;x\x07coop\u202eeration [bold]now[/bold]\x9b2J,” Mara Venn said."
    page = making.document(text, title="\x1b[2Jcooperation")
    quote = making.statement(page, text[1 : text.index("”")], "direct", "Mara Venn")
    making.fill(library_url(), Parse(page, quotes=(quote,)))

    lines = on_a_terminal(80, "search", "cooperation", "now")

    assert f"{BOLD}coop\ufffderation{PLAIN} [bold]{BOLD}now{PLAIN}[/bold]" in lines[1]
    assert not any(sign in line for line in lines for sign in ("\x1b]", "\x1b[2J", "\x9b", "\u202e", "\x07"))


def test_the_reference_articles_have_six_quotations_on_cooperation(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*arguments: str) -> list[str]:
        result = CliRunner().invoke(app, ["--db", str(tmp_path / "quotes.db"), *arguments])
        assert result.exit_code == 0
        return result.output.splitlines()

    run("add", *map(str, sorted((shared / "seeds").glob("*.txt"))))
    for spelling in ("cooperation", "co-operation"):
        lines = run("search", f"text:{spelling}", "-kind:indirect")
        heads = [line for line in lines if line.startswith("q")]
        words = [line for line in lines if line.startswith("  “")]
        assert len(heads) == len(words) == 6
        assert all("cooperation" in line or "co-operation" in line for line in words)
        assert lines[-1] == "6 of 6"

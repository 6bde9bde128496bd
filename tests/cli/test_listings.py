"""How listings end ("N of M"), what --limit leaves out, and what follows with --after."""

import re

import pytest

from quotes.settings import library_url
from quotes.statement import Parse
from quotes.store import open_library
from tests.cli import making
from tests.cli.conftest import Command


def last_line(quotes: Command, *arguments: str) -> str:
    return quotes(*arguments).stderr.splitlines()[-1]


@pytest.fixture
def pages(database: str) -> list[str]:
    """Five pages of five days, each with a statement of another speaker; their ids, the newest first."""
    parses = []
    for day, name in enumerate(("Mara Venn", "Tomas Reyk", "Ida Oster", "Jon Halik", "Pia Lund"), 1):
        page = making.document(f"“Day {day} it is,” {name} said.", f"day{day}.txt", f"2024-03-0{day}")
        said = making.statement(page, f"Day {day} it is,", "direct", name)
        parses.append(Parse(page, quotes=(said,)))
    making.fill(library_url(), *parses)
    return [parse.quotes[0].id for parse in reversed(parses)]


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        (["search"], "5 of 5"),
        (["search", "--limit", "2"], "2 of 5"),
        (["search", "nowhere"], "0 of 0"),
        (["docs"], "5 of 5 documents"),
        (["docs", "--limit", "2"], "2 of 5 documents"),
        (["docs", "--limit", "9"], "5 of 5 documents"),
        (["docs", "venn"], "1 of 1 document"),
        (["docs", "nowhere"], "0 of 0 documents"),
        (["speakers"], "5 of 5 speakers"),
        (["speakers", "list", "--limit", "3"], "3 of 5 speakers"),
        (["speakers", "list", "venn", "--limit", "3"], "1 of 1 speaker"),
        (["speakers", "nobody"], "0 of 0 speakers"),
        (["speakers", "suggest"], "0 of 0 pairs"),
        (["runs"], "0 of 0 runs"),
        (["log"], "0 of 0 decisions"),
        (["authority", "list"], "0 of 0 people on the list"),
        (["export", "--limit", "2"], "2 of 5 statements"),
        (["export", "--limit", "5"], "5 statements"),
        (["cite", "sort:said-", "--limit", "2"], "2 of 5 statements"),
    ],
)
def test_a_listing_ends_with_how_many_of_how_many(
    quotes: Command, pages: list[str], typed: list[str], last: str
) -> None:
    assert last_line(quotes, *typed) == last


@pytest.mark.parametrize("listing", [["search"], ["docs"], ["speakers"], ["log"], ["runs"]])
def test_so_does_one_of_an_empty_library(quotes: Command, database: str, listing: list[str]) -> None:
    assert re.fullmatch(r"0 of 0( \w+)?", last_line(quotes, *listing))


def test_a_mistyped_speaker_is_answered_with_the_right_one(quotes: Command, pages: list[str]) -> None:
    assert quotes("speakers", "hallik").stderr.splitlines() == [
        "No speaker is called 'hallik'. Did you mean Jon Halik?",
        "0 of 0 speakers",
    ]


def test_every_page_follows_the_one_before(quotes: Command, pages: list[str]) -> None:
    found: list[str] = []
    while found != pages:
        after = ["--after", found[-1]] if found else []
        shown = quotes("search", "--limit", "2", *after)
        page = re.findall(r"^(q\w+)", shown.stdout, re.MULTILINE)
        assert page == pages[len(found) : len(found) + 2]
        assert shown.stderr.endswith(f"{len(page)} of 5\n")
        found += page
    assert quotes("search", "--after", pages[-1]).stdout == ""


def test_a_page_is_the_same_while_documents_are_added(quotes: Command, pages: list[str]) -> None:
    before = quotes("export", "--after", pages[1], "--format", "ndjson").stdout
    newer = making.document("“A new one,” Mara Venn said.", "new.txt", "2024-04-01")
    making.fill(
        library_url(), Parse(newer, quotes=(making.statement(newer, "A new one,", "direct", "Mara Venn"),))
    )

    assert len(before.splitlines()) == 3
    assert quotes("export", "--after", pages[1], "--format", "ndjson").stdout == before


def test_what_follows_is_in_the_order_that_is_asked_for(quotes: Command, pages: list[str]) -> None:
    oldest = pages[::-1]
    shown = quotes("search", "sort:date", "--after", oldest[0], "--limit", "2").stdout

    assert re.findall(r"^(q\w+)", shown, re.MULTILINE) == oldest[1:3]
    assert "Day 1" not in quotes("cite", "sort:date", "--after", oldest[0]).stdout


@pytest.mark.parametrize("command", ["search", "export", "cite"])
@pytest.mark.parametrize("after", ["", "ferries", "d3kq", "q2222222222", "q'; drop", "q\x00"])
def test_what_nothing_follows_is_one_clear_line(
    quotes: Command, pages: list[str], command: str, after: str
) -> None:
    result = quotes(command, "day", "--after", after)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1


def test_the_log_goes_on_behind_an_entry(quotes: Command, pages: list[str]) -> None:
    for name in ("one", "two", "three"):
        quotes("tag", pages[0], f"+{name}")
    first = quotes("log", "--limit", "2")

    assert [line.split()[0] for line in first.stdout.splitlines()] == ["3", "2"]
    assert first.stderr == "2 of 3 decisions\n"
    rest = quotes("log", "--after", "2")
    assert [line.split()[0] for line in rest.stdout.splitlines()] == ["1"]
    assert rest.stderr == "1 of 3 decisions\n"
    assert quotes("log", "--after", "1").stdout == ""
    assert quotes("log", pages[0], "--after", "3", "--limit", "1").stdout.split()[0] == "2"
    assert quotes("log", "--after", "x").exit_code == 2


def test_runs_are_listed_to_a_limit(quotes: Command, database: str) -> None:
    with open_library(library_url()) as library:
        for number in range(3):
            library.end_run(library.begin_run([f"{number}.txt"], {}, 1, "0"), "done")
    shown = quotes("runs", "--limit", "2")

    assert [line.split()[0] for line in shown.stdout.splitlines()] == ["3", "2"]
    assert shown.stderr.splitlines() == ["--limit 0 shows all of them.", "2 of 3 runs"]
    assert last_line(quotes, "runs", "--limit", "0") == "3 of 3 runs"

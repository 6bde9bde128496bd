"""Queries on the command line: what is an option and what is not, and what is said of what is wrong."""

import json
import subprocess
import sys

import pytest
from rich.cells import cell_len

from quotes.cli.commands import COMMANDS
from quotes.query.fields import FIELDS, STATES, SYNTAX
from quotes.settings import library_url
from quotes.statement import Parse
from tests.cli import making
from tests.cli.conftest import Command
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def texts(quotes: Command, *arguments: str) -> set[str]:
    """The statements that are exported, and as many as a search counts."""
    found = {
        json.loads(line)["text"]
        for line in quotes("export", "--format", "ndjson", *arguments).stdout.splitlines()
    }
    assert quotes("search", *arguments).stderr.endswith(f"{len(found)} of {len(found)}\n")
    return found


PAPER, YEAR, NIGHT, NECK = (
    "We will not sign a paper that nobody has read,",
    "Not this year.",
    "the ferries would stop at night",
    "floating bottleneck",
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["-bottleneck", "-kind:indirect"], {PAPER, YEAR}),
        (["-order", "-z"], {PAPER, YEAR, NIGHT, NECK}),
        (["not:paper", "speaker:venn"], {YEAR, NIGHT}),
        (["-speaker:venn"], {NECK}),
        (["speaker:venn", "-limit", "--kind", "direct", "-board harbour"], {PAPER, YEAR}),
        (["paper", "or", "bottleneck"], {PAPER, NECK}),
        (["bottle*"], {NECK}),
        (["speaker:mara venn", "kind:indirect"], {NIGHT}),
        (['speaker:"mara venn" -kind:direct'], {NIGHT}),
        (["--", "-paper", "kind:direct"], {YEAR}),
        (["text:ferries"], {NIGHT}),
        (["--publisher", "harbour", "via:letter"], {NECK}),
        (["--limit", "0", "-hx*"], {PAPER, YEAR, NECK, NIGHT}),
        (["\u2013bottleneck", "-kind:indirect"], {PAPER, YEAR}),
        (["paper", "or", "year", "sort:relevance"], {PAPER, YEAR}),
    ],
)
def test_words_that_begin_with_a_dash_belong_to_the_query(
    quotes: Command, ferries: str, typed: list[str], expected: set[str]
) -> None:
    assert texts(quotes, *typed) == expected


@pytest.mark.parametrize("command", [command.name for command in COMMANDS if command.takes])
@pytest.mark.parametrize("wrong", ["--speeker", "--speeker=venn", "--nonsense", "---dues"])
def test_an_option_that_there_is_not_is_never_a_word(
    quotes: Command, ferries: str, command: str, wrong: str
) -> None:
    result = quotes(command, "ferries", wrong)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert f"No such option: {wrong.partition('=')[0]}" in result.stderr
    assert result.stderr.count("\n") == 1


NEEDED = {"set": ["--kind", "direct"], "tag": ["+ch2"], "reparse": ["--model", "quotes"]}
"""What a command needs besides a query."""
PLAIN = [command.name for command in COMMANDS if command.takes and command.name != "review"]
"""Commands that take a query (review asks for a terminal first)."""


@pytest.mark.parametrize("command", PLAIN)
def test_a_query_is_read_the_same_everywhere(quotes: Command, ferries: str, command: str) -> None:
    for typed, place in (
        ("speeker:venn", "speaker:?"),
        ("date:2024-13", "not a date"),
        ("or", "between two"),
    ):
        result = quotes(command, "-taiwan", typed, *NEEDED.get(command, ()))

        assert (result.exit_code, result.stdout) == (2, ""), result.stderr
        message, shown, carets = result.stderr.splitlines()
        assert place in message
        assert shown.strip() == f"-taiwan {typed}"
        assert carets == " " * shown.index(typed) + "^" * len(typed)


@pytest.mark.parametrize("command", PLAIN)
def test_a_mistyped_name_is_answered_everywhere(quotes: Command, ferries: str, command: str) -> None:
    result = quotes(command, "speaker:reik", *NEEDED.get(command, ()))

    assert "Did you mean Tomas Reyk?" in result.stderr


@pytest.mark.parametrize("option", ["--speaker", "--after", "--limit", "--db"])
def test_an_option_without_its_value_is_said(quotes: Command, ferries: str, option: str) -> None:
    result = quotes("search", "ferries", option)

    assert result.exit_code == 2
    assert f"'{option}' requires an argument" in result.stderr


def test_an_option_that_was_meant_is_named(quotes: Command, ferries: str) -> None:
    assert "did you mean --speaker?" in quotes("search", "--speeker", "venn").stderr
    assert "did you mean --publisher?" in quotes("export", "--publishr", "post").stderr


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        (["ferries", "speeker:venn"], "speeker:venn"),
        (["港口 港口", "date:2024-13", "x"], "date:2024-13"),
        (["\x1b[2J", "is:reviwed"], "is:reviwed"),
        (["a" * 500, "or", "kind:x", "b" * 500], "kind:x"),
        (["tab\there", "lang:french"], "lang:french"),
    ],
)
def test_the_place_that_is_wrong_is_pointed_at(
    quotes: Command, ferries: str, typed: list[str], place: str
) -> None:
    result = quotes("search", *typed)

    message, shown, carets = result.stderr.splitlines()
    assert (result.exit_code, result.stdout) == (2, "")
    assert message.startswith("error: ")
    before = shown[: shown.index(place)]
    assert carets == " " * cell_len(before) + "^" * len(place)
    assert "\x1b" not in result.stderr


def test_a_fields_error_comes_before_the_library_is_opened(quotes: Command, database: str) -> None:
    assert quotes("--db", "/dev/null/x.db", "search", "speeker:x").exit_code == 2


def test_a_mistyped_name_is_answered_with_the_right_one(quotes: Command, ferries: str) -> None:
    asked = quotes("search", "speaker:reik")

    assert asked.stderr.splitlines() == [
        "No speaker is called 'reik': quotes speakers lists them. Did you mean Tomas Reyk?",
        "0 of 0",
    ]
    assert "Did you mean" not in quotes("search", "--speaker", "Halvorsen").stderr


def test_what_has_no_date_is_counted_where_a_date_is_asked_for(quotes: Command, ferries: str) -> None:
    page = making.document("“Stay,” Mara Venn said.", "stay.txt", published=None)
    making.fill(library_url(), Parse(page, quotes=(making.statement(page, "Stay,", "direct", "Mara Venn"),)))

    for typed in (["--from", "2024"], ["date:2024.."], ["-date:2023"], ["speaker:venn", "date:2024"]):
        assert "1 more has no date: date:none" in quotes("search", *typed).stderr
    assert "1 more has no date: date:none" in quotes("export", "date:2024").stderr
    for typed in ([], ["speaker:reyk", "date:2024"], ["date:none"]):
        assert "date:none" not in quotes("search", *typed).stderr
    assert texts(quotes, "date:none") == {"Stay,"}


def test_export_cite_and_docs_take_the_same_queries(quotes: Command, ferries: str) -> None:
    typed = ["speaker:venn", "-kind:indirect", "-paper"]

    assert quotes("export", *typed).stderr == "1 statement\n"
    assert "Not this year" in quotes("cite", *typed).stdout
    assert quotes("docs", "speaker:venn", "-title:dues", "publisher:harbour").stdout.startswith(ferries)
    assert quotes("docs", "-publisher:harbour").stdout == ""
    assert quotes("export", "-speaker:venn", "-o", "sheet.csv").stderr == "1 statement in sheet.csv\n"


def test_a_document_and_a_speaker_are_found_by_their_ids(quotes: Command, ferries: str) -> None:
    speaker = quotes("speakers", "reyk").stdout.split()[0]

    assert quotes("search", ferries).stderr == "4 of 4\n"
    assert texts(quotes, ferries, speaker) == texts(quotes, speaker) == {NECK}
    assert "floating bottleneck" in quotes("cite", speaker).stdout


def test_the_help_of_search_tells_the_whole_language(quotes: Command) -> None:
    shown = quotes("search", "--help").stdout

    for example, meaning in [*SYNTAX, *((field.example, field.help) for field in FIELDS.values())]:
        assert f"  {example}  " in shown
        assert meaning in shown
    assert all(f"is:{state}" in shown for state in STATES)


def test_the_readme_tells_every_field() -> None:
    for example, meaning in [*SYNTAX, *((field.example, field.help) for field in FIELDS.values())]:
        assert f"| `{example}` | {meaning} |" in README
    for state, meaning in STATES.items():
        assert f"| `is:{state}` | {meaning} |" in README


def test_every_example_of_the_language_is_understood(quotes: Command, ferries: str) -> None:
    for example in [
        field.example for field in FIELDS.values() if field.example[:2] not in ("id", "do", "au")
    ]:
        assert quotes("search", example).exit_code == 0, example


def test_a_query_in_a_real_shell_process(ferries: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "quotes", "search", "-paper", "--", "-bottleneck"],
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0
    assert done.stderr == "2 of 2\n"

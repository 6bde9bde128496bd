"""The error rates that random draws tell, as a user asks for them."""

import json
from pathlib import Path

import pytest

from quotes.people.edits import SpeakerChoice, StatementEdit
from quotes.settings import library_url
from quotes.store import open_library
from tests.cli.conftest import Command
from tests.cli.test_log import ids


@pytest.fixture
def judged(ferries: str) -> str:
    """Four statements drawn and judged: two right, one of somebody else, one none at all; a document read."""
    known = ids()
    with open_library(library_url()) as library:
        desk = library.desk("Ada Brisk")
        order = [known["We"], known["Not"], known["the"], known["floating"]]
        draw = desk.draw("statements", order, seed=7, query="", population=4)
        edits = (
            StatementEdit(verdict="accepted"),
            StatementEdit(speaker=SpeakerChoice("Tomas Reyk")),
            StatementEdit(verdict="rejected"),
            StatementEdit(verdict="accepted"),
        )
        for position, (identifier, edit) in enumerate(zip(order, edits, strict=True)):
            desk.set_statements([identifier], edit)
            desk.judge(draw.number, position)
        read = desk.draw("documents", [ferries], seed=9, query="", population=1)
        start = library.text(ferries).index("called the plan")
        desk.mark(ferries, (start, start + len("called the plan")), "indirect")
        desk.judge(read.number, 0)
    return ferries


def test_the_rates_come_with_what_was_counted(quotes: Command, judged: str) -> None:
    lines = quotes("eval", "--reviewed").stdout.splitlines()
    assert lines[0].startswith("all: right 75.0% of 4 (30%-95%), speaker 66.7% of 3")
    assert any(line.startswith("indirect: right 0.0% of 1") for line in lines)
    assert any(line.startswith("confidence 0.80-0.95: right 75.0% of 4") for line in lines)
    assert any("of the statements missed, in 1 document" in line for line in lines)


def test_what_is_no_statement_is_none_of_which_some_were_missed(quotes: Command, judged: str) -> None:
    (record,) = json.loads(quotes("eval", "--reviewed", "--format", "json").stdout)["populations"]
    with open_library(library_url()) as library:
        left = len(library.statements(judged))  # without the rejected one, with the marked one
    assert (record["missed"]["part"], record["missed"]["n"]) == (1, left)


def test_a_draw_that_is_not_finished_is_said_to_be(quotes: Command, judged: str) -> None:
    with open_library(library_url()) as library:
        library.desk("Ada Brisk").judge(1, 3, judged=False)
    last = quotes("eval", "--reviewed").stdout.splitlines()[-1]
    assert "seed 7, out of 4, 3 of 4 judged)" in last


def test_a_speaker_taken_away_was_wrong(quotes: Command, judged: str) -> None:
    with open_library(library_url()) as library:
        library.desk("Ada Brisk").set_statements([ids()["We"]], StatementEdit(speaker=SpeakerChoice()))
    lines = quotes("eval", "--reviewed").stdout.splitlines()
    assert "speaker 33.3% of 3" in lines[0]


def test_a_sentence_for_the_methods_section_names_the_seed(quotes: Command, judged: str) -> None:
    last = quotes("eval", "--reviewed").stdout.splitlines()[-1]
    assert last.startswith("Of 4 statements drawn at random (")
    assert "seed 7, out of 4" in last
    assert "3 of 4 (75.0%; 95 % interval 30.1% to 95.4%) were statements of a source" in last


def test_the_same_as_a_record(quotes: Command, judged: str) -> None:
    (record,) = json.loads(quotes("eval", "--reviewed", "--format", "json").stdout)["populations"]
    assert record["overall"]["right"]["part"] == 3
    assert record["overall"]["speaker"] == record["overall"]["speaker"] | {"part": 2, "n": 3}
    assert record["missed"]["documents"] == 1
    assert {draw["seed"] for draw in record["draws"]} == {7, 9}


def test_what_was_undone_since_counts_for_nothing(quotes: Command, judged: str) -> None:
    quotes("undo", "3")  # the rejection
    lines = quotes("eval", "--reviewed").stdout.splitlines()
    assert lines[0].startswith("all: right 100.0% of 3")


def test_the_ordinary_review_is_no_random_draw(quotes: Command, ferries: str) -> None:
    with open_library(library_url()) as library:
        library.desk("Ada Brisk").set_statements(ids().values(), StatementEdit(verdict="accepted"))
    result = quotes("eval", "--reviewed")
    assert result.stdout == ""
    assert "quotes review --sample" in result.stderr


def test_it_takes_no_gold(quotes: Command, ferries: str, tmp_path: Path) -> None:
    result = quotes("eval", "--reviewed", str(tmp_path))
    assert result.exit_code == 2
    assert "--reviewed needs no gold" in result.stderr


def test_what_was_drawn_from_a_narrow_query_is_told_apart(quotes: Command, judged: str) -> None:
    with open_library(library_url()) as library:
        desk = library.desk("Ada Brisk")
        draw = desk.draw("statements", [ids()["We"]], seed=3, query="speaker:venn", population=3)
        desk.judge(draw.number, 0)
    lines = quotes("eval", "--reviewed").stdout.splitlines()
    assert lines[0].startswith("all: right 75.0% of 4")
    at = lines.index("of what speaker:venn finds")
    assert lines[at + 1].startswith("all: right 100.0% of 1")
    assert "seed 3, out of 3 for “speaker:venn”" in lines[-1]

"""The log of decisions, undo, notes and the setting of who decides, as a user sees them."""

import json
from pathlib import Path

import pytest

from quotes.people.edits import SpeakerChoice, StatementEdit
from quotes.settings import library_url
from quotes.store import open_library
from tests.cli.conftest import Command


@pytest.fixture(autouse=True)
def ada(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("QUOTES_USER", "Ada Brisk")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def ids() -> dict[str, str]:
    """The ids of the ferries page's statements by their first word."""
    with open_library(library_url()) as library:
        found = library.statements(library.documents()[0].id)
    return {stored.statement.text.split()[0]: stored.statement.id for stored in found}


def decide(words: str, edit: StatementEdit) -> None:
    with open_library(library_url()) as library:
        library.desk("Ada Brisk").set_statements([ids()[words]], edit)


def test_the_log_tells_who_decided_what_and_when_the_newest_first(quotes: Command, ferries: str) -> None:
    decide("floating", StatementEdit(speaker=SpeakerChoice("Oren Tollan")))
    decide("Not", StatementEdit(verdict="rejected"))

    result = quotes("log")

    newest, oldest = result.stdout.splitlines()
    assert newest.split()[0] == "2"
    assert "Ada Brisk  reject  rejected" in newest
    assert "Ada Brisk  set  speaker: Oren Tollan  " + ids()["floating"] in oldest
    assert result.stderr == "2 of 2 decisions\n"


def test_one_decision_is_shown_with_what_it_changed(quotes: Command, ferries: str) -> None:
    decide("floating", StatementEdit(speaker=SpeakerChoice("Oren Tollan"), said_on="2024-03"))

    head, speaker, said = quotes("log", "1").stdout.splitlines()
    assert "speaker: Tomas Reyk, person → Oren Tollan, person" in speaker
    assert "said: none → 2024-03" in said
    assert speaker.endswith("“floating bottleneck”")
    assert "2 changed" not in head


def test_the_log_of_one_thing_holds_what_was_decided_of_it_and_in_it(quotes: Command, ferries: str) -> None:
    decide("floating", StatementEdit(kind="direct"))
    decide("Not", StatementEdit(verdict="accepted"))

    assert quotes("log", ids()["Not"][:6]).stderr == "1 of 1 decision\n"
    assert quotes("log", ferries).stderr == "2 of 2 decisions\n"
    assert quotes("log", "--limit", "1").stderr == "1 of 2 decisions\n"


@pytest.mark.parametrize(
    ("about", "words"), [("99", "no decision 99"), ("x12", "no id"), ("q7", "no statement")]
)
def test_what_is_not_in_the_log_is_said(quotes: Command, ferries: str, about: str, words: str) -> None:
    result = quotes("log", about)
    assert result.exit_code == 2
    assert words in result.stderr


@pytest.mark.parametrize("typed", [["log", "9" * 25], ["undo", "9" * 25], ["log", "--limit", "9" * 25]])
def test_a_number_beyond_all_is_one_clear_line(quotes: Command, ferries: str, typed: list[str]) -> None:
    result = quotes(*typed)

    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "too large" in result.stderr


def test_the_log_as_records_holds_before_after_and_place(quotes: Command, ferries: str) -> None:
    decide("floating", StatementEdit(kind="direct"))
    (record,) = map(json.loads, quotes("log", "--format", "ndjson").stdout.splitlines())
    (change,) = record["changes"]
    assert (record["who"], record["action"], record["undone_by"]) == ("Ada Brisk", "set", None)
    assert (change["id"], change["document"]) == (ids()["floating"], ferries)
    assert (change["field"], change["before"], change["after"]) == ("kind", "partial", "direct")
    assert change["anchor"]["text"] == "floating bottleneck"


def test_undo_takes_the_last_decision_back_and_an_undo_can_be_undone(quotes: Command, ferries: str) -> None:
    decide("floating", StatementEdit(speaker=SpeakerChoice("Oren Tollan")))
    decide("Not", StatementEdit(verdict="rejected"))
    before = quotes("export", "--format", "ndjson").stdout

    first = quotes("undo")
    assert first.stderr.startswith("Undone: 2: rejected")
    assert quotes("search", "text:year").stderr == "1 of 1\n"
    quotes("undo")
    assert "Tomas Reyk" in quotes("search", "text:bottleneck").stdout
    assert quotes("undo").exit_code == 2  # nothing is left

    quotes("undo", "3")
    assert quotes("search", "text:year").stderr.endswith("0 of 0\n")
    quotes("undo", "4")
    assert quotes("export", "--format", "ndjson").stdout == before
    assert "undone by" in quotes("log").stdout


def test_what_is_taken_back_cannot_be_taken_back_again(quotes: Command, ferries: str) -> None:
    decide("Not", StatementEdit(verdict="rejected"))
    quotes("undo", "1")
    again = quotes("undo", "1")
    assert again.exit_code == 2
    assert "taken back already, by 2" in again.stderr


def test_hostile_words_in_a_note_do_not_reach_the_terminal(quotes: Command, ferries: str) -> None:
    quotes("note", ids()["Not"], "ask \x1b[2J her [bold]again[/bold]")
    line = quotes("log").stdout
    assert "\x1b" not in line
    assert "[bold]again[/bold]" in line


def test_a_note_is_put_on_replaced_and_taken_away(quotes: Command, ferries: str) -> None:
    statement = ids()["Not"]
    assert quotes("note", statement[:7], "ask her office").stderr == f"Noted on {statement}.\n"
    assert quotes("note", statement, "ask her office").stderr == "That note is there already.\n"
    with open_library(library_url()) as library:
        assert library.statement(statement).note == "ask her office"
    quotes("note", statement, "answered")
    quotes("note", statement, "--remove")
    with open_library(library_url()) as library:
        assert library.statement(statement).note is None
    assert quotes("note", statement, "--remove").stderr == "There is no note to take away.\n"


def test_a_note_on_a_document(quotes: Command, ferries: str) -> None:
    quotes("note", ferries, "from the archive")
    with open_library(library_url()) as library:
        assert library.document(ferries).note == "from the archive"


@pytest.mark.parametrize("arguments", [[], [" "], ["words", "--remove"]])
def test_a_note_needs_words_or_remove(quotes: Command, ferries: str, arguments: list[str]) -> None:
    assert quotes("note", ferries, *arguments).exit_code == 2


def test_a_speaker_takes_no_note(quotes: Command, ferries: str) -> None:
    with open_library(library_url()) as library:
        speaker = library.speakers("venn")[0].id
    assert "is a speaker" in quotes("note", speaker, "words").stderr


def test_who_decides_is_the_variable_else_the_setting_else_the_login(
    quotes: Command, ferries: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Ada Brisk  (QUOTES_USER)" in quotes("config", "user.name").stdout
    quotes("config", "user.name", "Oren Tollan")
    assert "Ada Brisk" in quotes("config").stdout
    monkeypatch.delenv("QUOTES_USER")
    assert "Oren Tollan" in quotes("config").stdout
    quotes("note", ferries, "from the archive")
    assert "Oren Tollan  note" in quotes("log").stdout


def test_a_setting_that_is_none_is_named_with_those_that_are(quotes: Command) -> None:
    result = quotes("config", "user.nmae", "Ada")
    assert result.exit_code == 2
    assert "user.name" in result.stderr
    assert quotes("config", "user.name", " ").exit_code == 2

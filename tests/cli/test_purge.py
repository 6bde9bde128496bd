"""What `quotes remove` and `quotes purge` say before, do, and say afterwards."""

from pathlib import Path

import pytest

from quotes.cli.asking import can_ask
from quotes.store import open_library
from quotes.store.keeping import backups
from tests.cli import making
from tests.cli.conftest import Command
from tests.store.leftovers import files_with

PAPER = "We will not sign a paper that nobody has read,"


def statement_of(database: str, words: str) -> str:
    with open_library(database) as library:
        (document,) = library.documents()
        (found,) = (
            each.statement.id for each in library.statements(document.id) if each.statement.text == words
        )
    return found


def test_removing_says_first_what_goes_and_asks(quotes: Command, ferries: str) -> None:
    assert not can_ask()
    asked = quotes("remove", ferries)
    assert asked.exit_code == 2
    assert "Remove 1 document from the library?" in asked.stderr
    assert "say --yes beforehand" in asked.stderr
    rehearsed = quotes("remove", ferries[:6], "--dry-run")
    assert rehearsed.exit_code == 0
    assert rehearsed.stdout.split() == [ferries, "ferries.txt"]
    assert "With them: 4 statements" in rehearsed.stderr
    assert "Said nothing else: Mara Venn, Tomas Reyk" in rehearsed.stderr
    assert quotes("docs").stdout.count(ferries) == 1


def test_removed_ids_answer(quotes: Command, ferries: str, database: str) -> None:
    statement = statement_of(database, PAPER)
    done = quotes("remove", ferries, "--yes")
    assert done.exit_code == 0
    assert "Removed 1 document (decision 1): adding a file again brings it back" in done.stderr
    for identifier in (ferries, statement):
        shown = quotes("show", identifier)
        assert shown.exit_code == 0
        assert "WITHDRAWN" in shown.stdout
        assert "adding its file again brings it back" in " ".join(shown.stdout.split())
    assert quotes("tag", statement, "+x").exit_code == 2
    assert quotes("undo").exit_code == 2
    assert "remove" in quotes("log").stdout


def test_purging_takes_backups_along_and_tells_what_is_out_of_reach(
    quotes: Command, ferries: str, database: str
) -> None:
    folder = Path(database).parent
    backups.back_up(Path(database))
    planned = quotes("purge", ferries, "--dry-run")
    assert planned.exit_code == 0
    assert "1 backup" in planned.stderr
    assert files_with(folder, "floating bottleneck")
    done = quotes("purge", ferries, "--yes")
    assert done.exit_code == 0
    assert "this cannot be undone" in done.stderr
    assert "1 backup deleted; made anew" in " ".join(done.stderr.split())
    assert "sheets, citations" in done.stderr
    assert files_with(folder, "floating bottleneck", "Venn", "ferries", ferries) == []
    assert "was purged on" in quotes("show", ferries).stdout
    nothing = quotes("purge", "--finish")
    assert (nothing.exit_code, nothing.stderr.strip()) == (0, "There is nothing to finish.")


def test_a_speakers_words_are_redacted_everywhere(quotes: Command, ferries: str, database: str) -> None:
    done = quotes("purge", "--speaker", "venn", "--redact", "--yes")
    assert done.exit_code == 0
    assert "Redact 3 statements in 1 document" in done.stderr
    with open_library(database) as library:
        assert [each.speaker for each in library.statements(ferries)] == ["Tomas Reyk"]
        assert "█" in library.text(ferries)
    assert files_with(Path(database).parent, "Not this year", "nobody has read") == []


def test_a_speakers_documents_are_purged(quotes: Command, ferries: str) -> None:
    done = quotes("purge", "--speaker", "Tomas Reyk", "--yes")
    assert done.exit_code == 0
    assert quotes("show", ferries).stdout.startswith("WITHDRAWN")


def test_a_purged_document_is_added_only_on_purpose(quotes: Command, database: str) -> None:
    page = Path("page.txt")
    page.write_text(making.FERRIES, encoding="utf-8")
    assert quotes("add", "page.txt").exit_code == 0
    with open_library(database) as library:
        (document,) = library.documents()
    assert quotes("purge", document.id, "--yes").exit_code == 0
    Path("other.txt").write_text("Nothing is said here at all.", encoding="utf-8")
    refused = quotes("add", "page.txt", "other.txt")
    assert refused.exit_code == 4
    assert "page.txt: it was purged from this library on purpose" in refused.stderr
    assert "--retry-failed" not in refused.stderr
    assert "page" not in quotes("runs", "2").stdout
    assert files_with(Path(database).parent, "page.txt", "bottleneck") == []
    assert quotes("add", "page.txt", "--purged").exit_code == 0
    assert quotes("show", document.id).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "name what is to be purged"),
        (("--finish", "d2"), "--finish goes without anything else"),
        (("--speaker", "Nobody Atall"), "no speaker is called"),
        (("--speaker", "venn", "d2"), "--speaker goes without ids"),
        (("dzzzzzzzzzz",), "no document"),
        (("--redact", "{document}"), "--redact blanks what somebody says"),
        (("{statement}",), "quotes purge {statement} --redact blanks its words"),
        (("{speaker}",), "is a speaker: quotes purge --speaker"),
    ],
)
def test_what_cannot_be_purged_is_told(
    quotes: Command, ferries: str, database: str, arguments: tuple[str, ...], told: str
) -> None:
    with open_library(database) as library:
        ids = {
            "document": ferries,
            "speaker": library.speakers()[0].id,
            "statement": statement_of(database, PAPER),
        }
    result = quotes("purge", *(argument.format(**ids) for argument in arguments))
    assert result.exit_code == 2
    assert told.format(**ids) in " ".join(result.stderr.split())
    assert quotes("show", ferries).exit_code == 0


def test_only_documents_are_removed(quotes: Command, ferries: str, database: str) -> None:
    result = quotes("remove", statement_of(database, PAPER))
    assert result.exit_code == 2
    assert "is no document" in result.stderr

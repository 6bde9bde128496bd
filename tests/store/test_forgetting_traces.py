"""Of what was purged no trace is left in any file of the library's folder, and all else is as it was."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.document import Document, Evidenced
from quotes.errors import LibraryError
from quotes.overrides import Overrides
from quotes.people.edits import SpeakerChoice, StatementEdit
from quotes.query.plan import Plan
from quotes.statement import Parse
from quotes.store import Library, open_library, sqlite
from quotes.store.forgetting import redactions
from quotes.store.forgetting.tombstones import PurgedError
from quotes.store.journal import RunItem
from quotes.store.keeping import backups
from tests.store.indexes import check_indexes
from tests.store.leftovers import files_with
from tests.store.making import harbour, parse, saying, statement
from tests.store.seeing import everything
from tests.store.test_forgetting_properties import state

RARE = (
    "Quibblethorn",
    "Zanderwick",
    "Vexhollow",
    "mumblegrum",
    "crabapplet",
    "snargle",
    "Pimpernuckle",
    "wobblefax",
    "Grundlesnip",
    "Ottokarina",
    "flummerdin",
    "knackerbold",
    "drizzlewump",
    "spindlegrot",
)
TEXT = (
    "Zanderwick harbour to close, minister says\n"
    "\u201cThe Quibblethorn accord is void and nobody mourns it,\u201d Ottokarina Vexhollow, the knackerbold "
    "minister of the isles, told Pimpernuckle\u2019s daily on Tuesday, and added that the fleet had sailed "
    "before the ink was dry. Mara Venn said the drizzlewump levy was dead.\n"
)
SAID = "The Quibblethorn accord is void and nobody mourns it,"


def secret(name: str = "snargle.txt", text: str = TEXT) -> Parse:
    """A document full of words that stand nowhere else."""
    document = replace(
        Document.of_text(text, name),
        place=f"/press/{name}",
        title=Evidenced("Zanderwick harbour to close, minister says", "the first line"),
        author=Evidenced("Pimpernuckle", "byline"),
        url=Evidenced("https://wobblefax.example/1", "the page"),
    )
    return parse(
        document,
        statement(document, SAID, "Ottokarina Vexhollow", role="the knackerbold minister of the isles"),
        statement(document, "the drizzlewump levy was dead", "Mara Venn", kind="indirect"),
    )


@pytest.fixture
def library(empty: Path, tmp_path: Path) -> Iterator[Library]:
    """A library in a folder of its own, with a document that nobody minds."""
    path = tmp_path / "quotes.db"
    path.write_bytes(empty.read_bytes())
    with open_library(str(path)) as opened:
        for parsed in (harbour(), saying("Mara Venn", name="tide.txt")):
            opened.add(parsed.document, parsed)
        yield opened
        check_indexes(opened)


def fill(library: Library) -> str:
    """Add the secret document, decide this and that of it, and have backups made; its id."""
    parsed = secret()
    run = library.begin_run(
        ["/press/snargle.txt"], {"overrides": {"title": "flummerdin"}, "columns": {}}, 1, "7"
    )
    document = library.add(parsed.document, parsed).id
    item = RunItem(
        "snargle.txt", "added", "/press/snargle.txt", sha256=parsed.document.sha256, document=document
    )
    library.record(run, item)
    library.end_run(run, "done")
    desk = library.desk("Ada")
    said, levy = (each.statement.id for each in library.statements(document))
    desk.note([said], "mumblegrum")
    desk.note([document], "mumblegrum twice")
    rejected = desk.set_statements([levy], StatementEdit(verdict="rejected", reason="crabapplet"))
    assert rejected is not None
    desk.undo(rejected.number)
    desk.set_statements([levy], StatementEdit(speaker=SpeakerChoice("Tilda Spindlegrot", "person")))
    titled = desk.set_documents([document], Overrides(title="Grundlesnip"))
    assert titled is not None
    desk.undo(titled.number)
    desk.rename(speaker(library, "Vexhollow"), "Dame Vexhollow")
    desk.tag([said, document], ["spindlegrot"])
    backups.back_up_before(library.path, "0005")
    backups.back_up(library.path)
    return document


def speaker(library: Library, name: str) -> str:
    return library.speakers(name)[0].id


def is_sound(library: Library) -> bool:
    with closing(sqlite3.connect(library.path)) as connection:
        sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for index in ("statement_words", "document_words", "surface_grams"):
            connection.execute(f"INSERT INTO {index}({index}) VALUES('integrity-check')")
        return sound and connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_purged_document_leaves_no_trace(library: Library, tmp_path: Path) -> None:
    before = state(library)
    document = fill(library)
    account = library.purge("Ada", [document], rehearsal=True)
    assert (account.statements, account.labels, account.journal) == (2, 4, 1)
    assert set(account.speakers) == {"Dame Vexhollow", "Tilda Spindlegrot"}
    assert files_with(tmp_path, *RARE)
    library.purge("Ada", [document])
    assert library.is_purge_unfinished()
    finished = library.finish_purge()
    assert len(finished.deleted) == 2
    assert finished.made is not None
    library.close()
    assert files_with(tmp_path, *RARE, document) == []
    with open_library(str(library.path)) as again:
        assert state(again) == before
        assert is_sound(again)
        assert not again.is_purge_unfinished()
        assert {entry.summary for entry in again.decisions()} == {"purged", "1 document"}
        (run,) = again.runs()
        assert (run.sources, run.counts) == (("purged",), {"added": 1})
    with closing(sqlite3.connect(finished.made)) as copy:
        assert copy.execute("SELECT count(*) FROM documents").fetchone() == (2,)


def test_a_removed_document_is_purged_from_what_was_left(library: Library, tmp_path: Path) -> None:
    document = fill(library)
    library.remove("Ada", [document])
    library.purge("Ada", [], [document])
    library.finish_purge()
    with pytest.raises(PurgedError):
        library.add(secret().document, secret())
    library.close()
    assert files_with(tmp_path, *RARE, document) == []


def test_what_was_removed_and_came_back_is_not_refused(library: Library) -> None:
    document = fill(library)
    library.remove("Ada", [document])
    assert library.add(secret().document, secret()).id == document
    library.remove("Ada", [document])
    assert library.add(secret().document, secret()).status == "added"


def test_a_purge_that_was_kept_from_its_end_makes_a_backup_later(library: Library) -> None:
    document = fill(library)
    (old,) = backups.own(library.path)
    library.note_backup(backups.Backup(old, 1, "2024-03-05T10:00:00+00:00"))
    library.purge("Ada", [document])
    old.unlink()
    old.mkdir()  # cannot be deleted as a file
    with pytest.raises(LibraryError, match="cannot be deleted"):
        library.finish_purge()
    assert not backups.automatic(library.path)
    old.rmdir()
    finished = library.finish_purge()
    assert backups.own(library.path) == [finished.made]
    assert library.summary().backup_place == str(finished.made)


def test_only_what_was_set_aside_as_damaged_is_deleted(library: Library) -> None:
    aside, letter = (
        library.path.with_name(f"quotes.damaged.{name}")
        for name in ("2024-03-05T101500Z.db-wal", "letter.txt")
    )
    for file in (aside, letter):
        file.write_text("snargle")
    library.purge("Ada", [fill(library)])
    library.finish_purge()
    assert (aside.exists(), letter.exists()) == (False, True)


def test_a_purge_that_was_broken_off_is_finished_later(library: Library, tmp_path: Path) -> None:
    document = fill(library)
    library.purge("Ada", [document])
    library.close()
    with open_library(str(library.path)) as again:
        assert again.is_purge_unfinished()
        assert not again.finish_purge().open_elsewhere
        again.close()
    assert files_with(tmp_path, *RARE) == []


def test_one_persons_words_are_blanked_and_every_offset_holds(library: Library, tmp_path: Path) -> None:
    document = fill(library)
    before = library.text(document)
    said, levy = library.statements(document)
    original, place = library.original(document), library.as_read(document)
    library.redact("Ada", library.spoken_by(said.speaker_id or ""))
    library.finish_purge()
    text = library.text(document)
    assert len(text) == len(before)
    start, end = said.statement.start, said.statement.end
    assert text[:start] + before[start:end] + text[end:] == before
    assert set(text[start:end]) == {"\u2588"}
    (left,) = library.statements(document)
    assert (left.statement.id, left.statement.text) == (levy.statement.id, levy.statement.text)
    gone = library.statement(said.statement.id)
    assert (gone.withheld, gone.withheld_reason) == ("withdrawn", gone.withheld_reason)
    assert "its words were redacted on" in (gone.withheld_reason or "")
    kept = library.original(document)
    assert (kept.decode(), kept != original) == (text, True)
    with library._reading() as connection:
        told = redactions.of(connection, [document])[document]
    assert (told.characters, told.statements) == (end - start, 1)
    assert any("characters redacted on" in line for line in library.document(document).processing)
    read = library.kept(document)
    assert (read.redacted, read.document.offsets, read.document.blocks) == (
        True,
        place.offsets,
        place.blocks,
    )
    assert left.statement.source_span == levy.statement.source_span
    assert is_sound(library)
    library.close()
    assert files_with(tmp_path, "Quibblethorn", "mourns") == []
    with open_library(str(library.path)) as again:
        assert again.search(Plan.of(words=("quibblethorn",))).total == 0
        assert again.search(Plan.of(words=("drizzlewump",))).total == 1
        assert again.kept(document).document.text == text


def test_redacted_words_go_from_copies_titles_and_notes(library: Library, tmp_path: Path) -> None:
    document = fill(library)
    copied = secret(
        "copy.txt", TEXT.replace("Tuesday", "Wednesday") + f"Afterwards: {SAID.lower()} they sang."
    )
    titled = replace(copied.document, title=Evidenced(f"Minister: \u201c{SAID}\u201d", "the page's title"))
    copy = library.add(titled, replace(copied, document=titled)).id
    said, levy = (each.statement.id for each in library.statements(document))
    library.desk("Ada").note([levy], f"compare {SAID.upper()}")
    account = library.redact("Ada", [said])
    assert {each.id for each in account.documents} == {document, copy}
    assert account.statements == 2
    library.finish_purge()
    title = library.document(copy).title or ""
    assert title.startswith("Minister: \u201c\u2588")
    assert (library.statement(levy).note or "").startswith("compare \u2588")
    library.close()
    assert files_with(tmp_path, "Quibblethorn", "mourns") == []


def test_what_was_redacted_is_refused_when_it_is_added_again(library: Library) -> None:
    document = fill(library)
    said, _ = (each.statement.id for each in library.statements(document))
    library.redact("Ada", [said])
    parsed = secret()
    with pytest.raises(Exception, match="was purged from this library on purpose"):
        library.add(parsed.document, parsed)
    assert library.statement(said).withheld == "withdrawn"


def test_a_new_parse_does_not_bring_redacted_statements_back(library: Library) -> None:
    document = fill(library)
    said, levy = (each.statement for each in library.statements(document))
    library.redact("Ada", [said.id])
    again = library.as_read(document)
    found = statement(again, "the drizzlewump levy was dead", "Mara Venn", kind="indirect")
    library.reparse(document, parse(again, replace(found, id=levy.id)))
    assert "redacted" in (library.statement(said.id).withheld_reason or "")
    assert [each.statement.id for each in library.statements(document)] == [levy.id]


def test_nothing_but_what_was_asked_for_changes(library: Library, fresh: Callable[[], Library]) -> None:
    document = fill(library)
    before = everything(library)
    said, _ = (each.statement.id for each in library.statements(document))
    library.redact("Ada", [said])
    after = everything(library)
    others = {
        each for each in before["statements"] if before["statements"][each]["document"]["id"] != document
    }
    assert {each: after["statements"][each] for each in others} == {
        each: before["statements"][each] for each in others
    }
    assert after["documents"].keys() == before["documents"].keys()
    names = {each["name"] for each in after["speakers"].values()}
    assert names == {each["name"] for each in before["speakers"].values()} - {"Dame Vexhollow"}


def test_readers_that_keep_the_library_open_are_told_of(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = fill(library)
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_MS", 100)
    with closing(sqlite3.connect(library.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM documents").fetchone()
        library.purge("Ada", [document])
        assert library.finish_purge().open_elsewhere
        assert library.is_purge_unfinished()
        assert files_with(tmp_path, "Quibblethorn")
    finished = library.finish_purge()
    assert (finished.open_elsewhere, library.is_purge_unfinished()) == (False, False)
    library.close()
    assert files_with(tmp_path, *RARE) == []

"""Reviews in a real terminal: what is shown, what is decided, and how it is left and taken up again."""

import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quotes.document import Document
from quotes.query.plan import Plan
from quotes.settings import library_url
from quotes.statement import Kind, Parse, Statement
from quotes.store import Library, open_library
from tests.cli import making
from tests.cli.conftest import Command
from tests.cli.terminal import CONTROL_C, DOWN, ENTER, ESCAPE, LEFT, RIGHT, TAB, Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

TEXT = (
    "Harbour dues to rise\n\n"
    "Edda Marsh, the harbour master, spoke on Tuesday. “We will not pay twice,” Marsh said. "
    "“Not this year,” she added. Marsh said the dues would rise.\n\n"
    "Tomas Reyk called it “a floating bottleneck”. Nobody had “asked the ferries”, a passer-by said."
)
FOUND: tuple[tuple[str, Kind, str | None, float], ...] = (
    ("a floating bottleneck", "partial", "Tomas Reyk", 0.2),
    ("asked the ferries", "partial", None, 0.3),
    ("We will not pay twice,", "direct", "Edda Marsh", 0.3),
    ("Not this year,", "direct", "Edda Marsh", 0.4),
    ("the dues would rise", "indirect", "Edda Marsh", 0.5),
)
"""In the order in which they are reviewed."""


def dues(text: str = TEXT, name: str = "dues.txt", **known: str) -> Parse:
    page = making.document(text, name, **({"title": "Harbour dues to rise"} | known))
    chain = text.index("Edda Marsh"), text.index("Edda Marsh") + len("Edda Marsh")
    found = [_statement(page, chain, *values) for values in FOUND]
    return Parse(
        page,
        quotes=tuple(sorted((s for s in found if s.kind != "indirect"), key=lambda s: s.start)),
        claims=tuple(s for s in found if s.kind == "indirect"),
    )


def _statement(
    page: Document, chain: tuple[int, int], words: str, kind: Kind, speaker: str | None, sure: float
) -> Statement:
    made = making.statement(page, words, kind, speaker, mention="Marsh" if speaker == "Edda Marsh" else None)
    return replace(made, confidence=sure, rests_on=chain if speaker == "Edda Marsh" else None)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a library with the dues in it."""
    path = tmp_path_factory.mktemp("dues") / "quotes.db"
    making.fill(str(path), dues())
    return path


@pytest.fixture
def library(database: str, kept: Path) -> Library:
    Path(database).parent.mkdir()
    shutil.copy(kept, database)
    return open_library(library_url())


def state(library: Library, words: str) -> Any:
    """The statement that begins with these words, rejected or not."""
    document = library.documents()[0].id
    found = library.statements(document, withheld=True)
    return next(stored for stored in found if stored.statement.text.startswith(words[:6]))


def test_without_a_terminal_it_is_said_what_decides_without_one(quotes: Command, library: Library) -> None:
    result = quotes("review")
    assert result.exit_code == 2
    assert "needs a terminal" in result.stderr
    assert "quotes set" in result.stderr


def test_accepting_rejecting_skipping_undoing_and_going_on_another_time(library: Library) -> None:
    with library:
        terminal = Terminal("review")
        terminal.shows("1 of 5 · 0 accepted", "a floating bottleneck", "Tomas Reyk", "sure 0.20")
        terminal.press("a")
        terminal.shows("2 of 5 · 1 accepted", "asked the ferries", "unknown: no source named")
        terminal.press("r")
        terminal.shows("3 of 5 · 1 accepted · 0 corrected · 1 rejected")
        terminal.press(" ")
        terminal.shows("4 of 5", "Not this year")
        terminal.press("u")
        terminal.shows("2 of 5 · 1 accepted · 0 corrected · 0 rejected", "undone")
        terminal.press("r")
        terminal.shows("3 of 5 · 1 accepted · 0 corrected · 1 rejected")
        terminal.press("q")
        assert "3 left" in terminal.end()
        assert state(library, "a floating").checked == "accepted"
        assert state(library, "asked the").withheld == "rejected"
        assert state(library, "We will not").checked is None
        again = Terminal("review")
        again.shows("1 of 3 · 0 accepted", "We will not pay twice")
        again.press("aaa")
        again.shows("All of them are decided.")
        again.press("q")
        assert "exit code 0" in again.end()
        assert "All 4 are reviewed" in Terminal("review").end()


def test_a_speaker_is_changed_with_all_that_rest_on_the_same_words_and_that_is_one_decision(
    library: Library,
) -> None:
    with library:
        terminal = Terminal("review", "twice")
        terminal.shows("1 of 1", "We will not pay twice")
        terminal.press("s", "rey")
        terminal.shows("Speaker: rey", "1 here, person")
        terminal.press(DOWN)
        terminal.shows("Speaker: Tomas Reyk")
        terminal.press(ENTER)
        terminal.shows("2 other statements here rest on the same “Edda Marsh”: change them too?")
        terminal.press("l")
        terminal.shows("the dues would rise", "2 statements")
        terminal.press(" ")
        terminal.shows("2 other statements here rest")
        terminal.press("y")
        terminal.shows("corrected with 2 more: speaker: Tomas Reyk")
        terminal.press("q")
        terminal.end()
        credited = {stored.speaker for stored in library.search(Plan.of(speaker="reyk")).statements}
        assert credited == {"Tomas Reyk"}
        assert library.search(Plan.of(speaker="reyk")).total == 4
        (decision,) = library.decisions()
        assert decision.who == "Ada"
        assert len({change.target for change in decision.changes if change.field == "speaker"}) == 3


def test_a_new_name_is_asked_about_and_a_lone_statement_may_be_changed_without_the_rest(
    library: Library,
) -> None:
    with library:
        terminal = Terminal("review", "twice")
        terminal.shows("We will not pay twice")
        terminal.press("s", "Mara Venn", ENTER)  # typed ahead of what is shown
        terminal.shows("“Mara Venn” is new here: [p]erson")
        terminal.press("p")
        terminal.shows("2 other statements")
        terminal.press("n")
        terminal.shows("Mara Venn (person)", "corrected: speaker: Mara Venn")
        terminal.press("s", "?", ENTER, "n")
        terminal.shows("Ada found that the text does not tell")
        terminal.press("u")
        terminal.shows("Mara Venn (person)", "undone")
        terminal.press("q")
        terminal.end()
        assert state(library, "We will not").speaker == "Mara Venn"
        assert state(library, "Not this").speaker == "Edda Marsh"


def test_span_kind_date_tag_and_note(library: Library) -> None:
    with library:
        terminal = Terminal("review", "twice")
        terminal.shows("We will not pay twice")
        terminal.press("f")
        terminal.shows("Moving the end")
        terminal.press(LEFT, LEFT, TAB, RIGHT)
        terminal.shows("Moving the start")
        terminal.press(ENTER)
        terminal.shows("corrected: span")
        assert state(library, "will not").statement.text == "will not pay"
        terminal.press("f")
        terminal.shows("Moving the end")
        terminal.press("w", "zzz zzz", ENTER)
        terminal.shows("These words do not stand in the text")
        terminal.press("\x15", "We wil not pay twise", ENTER)
        terminal.shows("the nearest:", "Exact words: “We will not pay twice,”")
        terminal.press("\x15", "We will  not pay twice", ENTER)
        terminal.shows("Moving the end")
        terminal.press(ENTER)
        terminal.shows("corrected: span", "sure 0.30")
        terminal.press("k", "p")
        terminal.shows("corrected: kind: partial")
        terminal.press("f", RIGHT, RIGHT, ENTER)  # beyond the closing mark
        terminal.shows("the source does not present them")
        terminal.press("d", "Tuesday", ENTER)
        terminal.shows("not a date")
        terminal.press("\x15", "2024-03-05", ENTER)
        terminal.shows("corrected: said: 2024-03-05", "set by Ada")
        terminal.press("t", "+ch2 later", ENTER)
        terminal.shows("+ch2", "+later")
        terminal.press("n", "check the tape", ENTER)
        terminal.shows("note: check the tape")
        terminal.press("q")
        terminal.end()
        stored = state(library, "We will not")
        assert stored.statement.text == "We will not pay twice"
        assert (stored.statement.kind, stored.statement.said_on) == ("partial", "2024-03-05")
        assert (stored.tags, stored.note) == (("ch2", "later"), "check the tape")


def test_ctrl_c_loses_nothing_and_leaves_the_terminal_as_it_was(library: Library) -> None:
    with library:
        terminal = Terminal("review")
        terminal.shows("1 of 5")
        terminal.press("a")
        terminal.shows("2 of 5 · 1 accepted")
        for rows, columns in ((6, 20), (1, 1), (40, 120)):
            terminal.resize(rows, columns)
        terminal.shows("asked the ferries", "h help")
        terminal.press("o")
        terminal.shows("lines 1 to")
        terminal.press("q", "h")
        terminal.shows("any key goes back")
        terminal.press("x", "s", "Mar")
        terminal.shows("Speaker: Mar")
        terminal.press(CONTROL_C)
        after = terminal.end()
        assert "exit code 130" in after
        assert "Traceback" not in after
        assert " echo " in after.replace("\r\n", " ")
        assert " icanon " in after.replace("\r\n", " ")
        assert state(library, "a floating").checked == "accepted"
        assert state(library, "asked the").checked is None


def test_told_to_end_it_leaves_the_terminal_as_it_was(library: Library) -> None:
    with library:
        terminal = Terminal("review")
        terminal.shows("1 of 5")
        terminal.press("a", "s")
        terminal.shows("2 of 5 · 1 accepted", "Speaker:")
        terminal.terminate()
        after = terminal.end()
        assert "4 left" in after
        assert "exit code 130" in after
        assert " echo " in after.replace("\r\n", " ")
        assert " icanon " in after.replace("\r\n", " ")
        assert state(library, "a floating").checked == "accepted"


def test_tags_are_completed_word_by_word(library: Library) -> None:
    with library:
        library.desk("Ada").tag(library.ids(Plan.of(speaker="reyk")), ["chapter-2", "draft"])
        terminal = Terminal("review")
        terminal.shows("+chapter-2 +draft")
        terminal.press("t")
        terminal.shows("-chapter-2", "-draft")
        terminal.press("-d")
        terminal.shows("Tags: -d", "-draft")
        terminal.press(DOWN)
        terminal.shows("Tags: -draft")
        terminal.press(ENTER)
        terminal.shows("tag: -draft")
        terminal.press(" ", "t", "later c")
        terminal.shows("Tags: later c", "+chapter-2")
        terminal.press(DOWN)
        terminal.shows("Tags: later +chapter-2")
        terminal.press(ENTER)
        terminal.shows("tag: +later +chapter-2")
        terminal.press("q")
        terminal.end()
        assert state(library, "a floating").tags == ("chapter-2",)
        assert state(library, "asked the").tags == ("chapter-2", "later")


def test_a_question_is_given_up_with_escape(library: Library) -> None:
    with library:
        terminal = Terminal("review")
        terminal.shows("1 of 5")
        terminal.press("s", "Edda", ESCAPE)
        terminal.press("k", ESCAPE)
        terminal.press("a")
        terminal.shows("2 of 5 · 1 accepted · 0 corrected")
        terminal.press("q")
        terminal.end()
        assert len(library.decisions()) == 1


def test_a_draw_tells_its_seed_and_goes_on_where_it_was_left(library: Library) -> None:
    with library:
        terminal = Terminal("review", "--sample", "3", "--seed", "5")
        terminal.shows("1 of 3", "draw 1, seed 5")
        terminal.press("a")
        terminal.shows("2 of 3 · 1 accepted")
        terminal.press("k", "d")
        terminal.shows("corrected: kind: direct")
        terminal.press("u")
        terminal.shows("2 of 3 · 1 accepted · 0 corrected")
        terminal.press("q")
        terminal.end()
        assert b"Drawn: 3 of 5 statements, seed 5" in terminal.written
        (draw,) = library.draws()
        assert draw.judged == 1
        again = Terminal("review", "--sample", "3")
        again.shows("2 of 3 · 1 accepted")
        again.press("ra")
        again.shows("All of them are decided.")
        again.press("q")
        assert "quotes eval --reviewed" in again.end()
        assert b"Going on with draw 1" in again.written
        (judged,) = library.judged_draws()
        assert sorted(str(one.verdict) for one in judged.statements) == ["accepted", "accepted", "rejected"]
        assert not judged.draw.unfinished
        assert "no draw is unfinished" in Terminal("review", "--resume").end()


def test_a_document_is_read_for_what_was_missed(database: str) -> None:
    other = dues(TEXT.replace("spoke on Tuesday", "called it “a tide of paper” on Tuesday"), "paper.txt")
    making.fill(library_url(), other)
    with open_library(library_url()) as library:
        terminal = Terminal("review", "--sample-docs", "1", "--seed", "5", "paper")
        terminal.shows("document 1 of 1", "“[a]a tide of paper”", "“[1]We will not pay twice,”")
        terminal.press("m", "a", ENTER)
        terminal.shows("Kind: [d]irect", "(enter: partial)")
        terminal.press(ENTER)
        terminal.shows("Speaker:")
        terminal.press("Edda Marsh", ENTER)
        terminal.shows("marked: “a tide of paper”", "“[1]a tide of paper”")
        terminal.press("e", "2", ENTER)
        terminal.shows("1 of 1", "not pay twice,”", "sure 0.30")
        terminal.press("a")
        terminal.shows("document 1 of 1 · 0 read · 1 marked")
        terminal.press("n")
        terminal.shows("All of them are read.")
        terminal.press("q")
        terminal.end()
        (judged,) = library.judged_draws()[0].documents
        assert [kind for _, kind in judged.missed] == ["partial"]
        assert library.statement(judged.missed[0][0]).speaker == "Edda Marsh"


def test_a_document_commands_no_terminal_and_without_colours_its_words_stand_between_marks(
    database: str,
) -> None:
    hostile = TEXT.replace("called it", "called \x1b]0;owned\x07\u202e it")
    making.fill(library_url(), dues(hostile, title="Dues \x1b[2Jto rise"))
    terminal = Terminal("review", environment={"NO_COLOR": "1"})
    terminal.shows("Dues \N{REPLACEMENT CHARACTER}[2Jto rise", "]0;owned", ">>a floating bottleneck<<")
    terminal.press("q")
    terminal.end()
    assert b"\x1b]0;owned" not in terminal.written
    assert "\u202e".encode() not in terminal.written


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--sample", "3", "--sample-docs", "2"], "one draw at a time"),
        (["--resume", "--seed", "3"], "leave the rest out"),
        (["--seed", "3"], "goes with --sample"),
        (["--sample", "3", "--limit", "9"], "leave it out"),
        (["--sample", "0"], "greater than or equal to 1"),
    ],
)
def test_options_that_do_not_go_together(
    quotes: Command, library: Library, arguments: list[str], said: str
) -> None:
    result = quotes("review", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr

"""The pages of a review: nothing is longer or wider than the terminal, whatever is in the document."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.cli.review.documents import numbered, unclaimed
from quotes.cli.review.page import WORDS, StatementView, context_of, foot_lines, passage
from quotes.settings import library_url
from quotes.store import open_library
from quotes.store.views import StoredStatement
from tests.cli import making


@pytest.fixture
def stored(ferries: str) -> StoredStatement:
    with open_library(library_url()) as library:
        return library.statements(ferries)[0]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 120), st.integers(1, 40), st.text(max_size=300), st.integers(-50, 50))
def test_a_page_fits_any_terminal(
    stored: StoredStatement, width: int, height: int, message: str, scroll: int
) -> None:
    view = StatementView(stored, making.FERRIES, "1 of 2", message, scroll=scroll)
    lines = view.page(width, height)
    assert len(lines) == height
    assert all(line.cell_len <= width and "\n" not in line.plain for line in lines)


def test_the_words_are_to_be_seen_however_long_the_text_around_them(stored: StoredStatement) -> None:
    text = "word " * 3000 + making.FERRIES + " word" * 3000
    at = text.index(stored.statement.text)
    moved = replace(
        stored,
        statement=replace(stored.statement, start=at, end=at + len(stored.statement.text)),
        context_start=0,
        context_end=len(text),
    )
    page = "\n".join(line.plain for line in StatementView(moved, text, "1 of 2").page(80, 24))
    assert stored.statement.text[:30] in page
    assert "more lines" in page


def test_the_mention_and_the_cue_are_marked_where_they_stand(stored: StoredStatement) -> None:
    start = making.FERRIES.index("Mara Venn")
    cue = making.FERRIES.index("said")
    known = replace(stored.statement, mention_span=(start, start + 9), cue_span=(cue, cue + 4))
    shown = context_of(replace(stored, statement=known), making.FERRIES)
    styled = {str(span.style): shown.plain[span.start : span.end] for span in shown.spans}
    assert styled == {WORDS: known.text, "bold cyan": "Mara Venn", "bold magenta": "said"}


@given(st.text(max_size=80))
def test_a_passage_is_shown_letter_by_letter(text: str) -> None:
    assert len(passage(text, 0, len(text)).plain) == len(text)


def test_keys_to_leave_and_for_help_are_named_in_a_narrow_terminal(stored: StoredStatement) -> None:
    page = "\n".join(line.plain for line in StatementView(stored, making.FERRIES, "").page(44, 14))
    assert "h help" in page
    assert "q quit" in page


def test_what_is_said_takes_two_lines_at_most() -> None:
    assert len(foot_lines("word " * 100, ("q quit",), 40, asked=True)) == 3


def test_what_is_in_marks_and_no_quotation_is_lettered(ferries: str) -> None:
    with open_library(library_url()) as library:
        present = library.statements(ferries)
    text = making.FERRIES
    passages = [(one.start, one.end) for one in (s.statement for s in present) if one.kind != "indirect"]
    left = [one for one in present if one.statement.text != "Not this year."]
    assert unclaimed(passages, present) == {}
    (span,) = unclaimed(passages, left).values()
    assert text[slice(*span)] == "Not this year."
    shown = numbered(text, left, passages).plain
    assert "“[1]We will not sign" in shown
    assert "“[a]Not this year.”" in shown
    for label in ("[1]", "[2]", "[3]", "[a]"):
        shown = shown.replace(label, "")
    assert shown == passage(text, 0, len(text)).plain


def test_more_passages_than_letters() -> None:
    letters = list(unclaimed([(at, at + 1) for at in range(60)], ()))
    assert letters[:2] == ["a", "b"]
    assert letters[25:28] == ["z", "aa", "ab"]
    assert len(set(letters)) == 60

"""Words are found again where they stand, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.people import anchoring
from quotes.people.anchoring import place
from quotes.people.decisions import Anchor

TEXT = (
    "Dues will rise, the minister said. \u201cWe don\u2019t pay twice for one berth,\u201d she said "
    "on the quay. The union denied it. \u201cNobody asked us,\u201d its chair said. "
    "The union denied it again later."
)
REACH = 30


def anchor_in(text: str, words: str, at: int | None = None) -> Anchor:
    start = text.index(words) if at is None else at
    end = start + len(words)
    return Anchor(start, end, words, text[max(0, start - REACH) : start], text[end : end + REACH])


def words_at(text: str, anchor: Anchor) -> str | None:
    found = place(text, anchor)
    return None if found is None else text[slice(*found.span)]


@pytest.mark.parametrize("words", ["We don\u2019t pay twice for one berth,", "Nobody asked us,", "quay"])
@pytest.mark.parametrize("before", ["", "PORT ELLEN - ", "Filed late. " * 400])
def test_words_are_found_wherever_they_moved(words: str, before: str) -> None:
    found = place(before + TEXT, anchor_in(TEXT, words))
    assert found is not None
    assert found.score == 1.0
    assert found.span[0] == len(before) + TEXT.index(words)


def test_the_same_words_are_told_apart_by_what_stands_around_them() -> None:
    words = "The union denied it"
    first, second = TEXT.index(words), TEXT.rindex(words)
    assert first != second
    moved = "A line of furniture came before. " + TEXT.replace("Dues will rise, the minister said. ", "")
    for at, expected in ((first, moved.index(words)), (second, moved.rindex(words))):
        found = place(moved, anchor_in(TEXT, words, at))
        assert found is not None
        assert found.span[0] == expected


def test_words_that_stand_twice_alike_are_nowhere() -> None:
    line = "He said no. "
    anchor = Anchor(100, 108, "said no.", "He ", " He")
    assert place(line * 4, anchor) is None


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ("\u201cWe do not pay twice for one berth,\u201d", "We do not pay twice for one berth,"),
        ("\u201cWe don't pay twice for one berth!\u201d", "We don't pay twice for one berth!"),
        ("\u201cWe don\u2019t pay twice for our berth,\u201d", "We don\u2019t pay twice for our berth,"),
        ("\u201cWe won\u2019t sail at night in such a sea,\u201d", None),
    ],
)
def test_words_that_were_changed_are_found_if_they_are_the_same_still(now: str, found: str | None) -> None:
    words = "We don\u2019t pay twice for one berth,"
    text = TEXT.replace(f"\u201c{words}\u201d", now)
    anchor = anchor_in(TEXT, words)
    got = words_at(text, anchor)
    if found is None:
        assert got is None
    else:
        assert got is not None
        assert got.rstrip("\u201d") in (found, found.rstrip(",!"))


@pytest.mark.parametrize("text", ["", " ", "quay", "Something else altogether, and nothing of it there."])
def test_what_is_not_there_is_not_found(text: str) -> None:
    assert place(text, anchor_in(TEXT, "We don\u2019t pay twice for one berth,")) is None


def test_short_words_are_found_letter_for_letter_or_not_at_all() -> None:
    assert place(TEXT.replace("quay", "quays")[40:], anchor_in(TEXT, "the quay.")) is None


def test_a_long_text_takes_no_time_to_speak_of() -> None:
    text = "The boats sailed an hour late with every berth taken. " * 20_000
    found = place(
        text, Anchor(500_000, 500_040, "We will not be pushed out of the harbour.", "He said: ", " So")
    )
    assert found is None


LETTERS = st.text("abc \u201c\u201d.,", max_size=60)


@given(before=LETTERS, words=st.text("xyz uvw", min_size=1, max_size=40), after=LETTERS, moved=LETTERS)
def test_what_was_moved_as_a_whole_is_found_or_unclear_never_wrong(
    before: str, words: str, after: str, moved: str
) -> None:
    text = before + words + after
    anchor = anchor_in(text, words, len(before))
    assert place(text, anchor) == anchoring.Found((anchor.start, anchor.end), 1.0)
    new = moved + text
    found = place(new, anchor)
    assert found is None or new[slice(*found.span)] == words


@given(text=LETTERS, words=LETTERS, before=LETTERS, after=LETTERS, at=st.integers(0, 80))
def test_what_is_found_lies_in_the_text(text: str, words: str, before: str, after: str, at: int) -> None:
    found = place(text, Anchor(at, at + len(words), words, before, after))
    if found is not None and words:
        assert 0 <= found.span[0] < found.span[1] <= len(text)
        assert 0 <= found.score <= 1

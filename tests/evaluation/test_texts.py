"""Letters, spans and words in marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.evaluation.marked import marked_spans
from quotes.evaluation.texts import Letters, bare, words

TEXTS = st.text(alphabet="ab1 .“”\"'`’\n(", max_size=60)


def marked(text: str, *, typewriter: bool = False) -> list[str]:
    return [text[start:end] for start, end in marked_spans(text, typewriter=typewriter)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One,” she said. “Two.”", ["One,", "Two."]),
        ('"One," she said. "Two."', ["One,", "Two."]),
        ("“One “two” three” four", ["One “two” three"]),
        ("“One goes on\n\n“and on,” she said", ["One goes on", "and on,"]),
        ("“One goes on\nand ends” here", ["One goes on", "and ends"]),
        ("no marks at all", []),
        ("“ ” and “”", []),
    ],
)
def test_words_in_marks(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


def test_typewritten_marks_count_only_where_asked() -> None:
    text = "``One,'' she said"
    assert marked(text) == []
    assert marked(text, typewriter=True) == ["One,"]


@given(TEXTS)
def test_spans_in_marks_lie_in_order_inside_the_text(text: str) -> None:
    spans = marked_spans(text)
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in spans)


@given(TEXTS, st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_overlap_is_symmetric_and_one_only_for_the_same_letters(
    text: str, a: int, b: int, c: int, d: int
) -> None:
    letters, size = Letters(text), len(text)
    one = (min(a, b, size), min(max(a, b), size))
    other = (min(c, d, size), min(max(c, d), size))
    overlap = letters.overlap(one, other)
    assert overlap == letters.overlap(other, one)
    assert 0 <= overlap <= 1
    assert (overlap == 1) == (letters.place(one) == letters.place(other) and letters.within(one) > 0)


@given(TEXTS)
def test_bare_spans_lose_only_marks_and_blanks(text: str) -> None:
    letters = Letters(text)
    start, end = bare(text, (0, len(text)))
    assert letters.within((start, end)) == letters.within((0, len(text)))


def test_words_hold_a_letter_or_digit() -> None:
    assert words("“A – b, 3!” …") == 3

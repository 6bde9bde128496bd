"""Words and windows: every letter is read once, in order, and no window is too long for the encoder."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from quotes.models.network.pieces import WINDOW, read_words, windows

TEXTS = st.text(alphabet=st.sampled_from("aB é“”\"'’,.-\n\t0漢"), max_size=400)


@given(text=TEXTS)
@settings(deadline=None, max_examples=200)
def test_words_stand_in_order_and_leave_no_letter_out(tokenizer: Tokenizer, text: str) -> None:
    words = read_words(text, tokenizer)
    ends = 0
    for start, end in words.spans:
        assert ends <= start < end <= len(text)
        ends = end
    covered = {place for start, end in words.spans for place in range(start, end)}
    assert covered >= {place for place, char in enumerate(text) if char.isalnum()}
    assert len(words.pieces) == len(words.features)
    assert words.firsts == sorted(set(words.firsts))


@given(text=TEXTS, first=st.integers(1, WINDOW))
@settings(deadline=None, max_examples=200)
def test_windows_hold_every_word_once(tokenizer: Tokenizer, text: str, first: int) -> None:
    words = read_words(text, tokenizer)
    cut = list(windows(words, first))
    assert [word for window in cut for word in range(window.first, window.last)] == list(
        range(len(words.spans))
    )
    assert all(window.first < window.last for window in cut)


@pytest.mark.parametrize("length", [1, 7, 60, 400, 3000])
def test_a_window_never_exceeds_its_pieces(tokenizer: Tokenizer, length: int) -> None:
    text = "\n\n".join("aB, " * length for _ in range(5)) + "\n\n" + "a" * 99
    words = read_words(text, tokenizer)
    ends = [*words.firsts, len(words.pieces)]
    for window in windows(words):
        assert ends[window.last] - ends[window.first] <= WINDOW


def test_a_window_ends_where_a_paragraph_does(tokenizer: Tokenizer) -> None:
    text = "\n\n".join(["a " * 100, "b " * 100, "c " * 100])
    cut = list(windows(read_words(text, tokenizer)))
    assert [(window.first, window.last) for window in cut] == [(0, 200), (200, 300)]


def features(tokenizer: Tokenizer, text: str) -> list[tuple[int, int, int]]:
    words = read_words(text, tokenizer)
    return [words.features[first] for first in words.firsts]


def test_case_is_told_although_the_pieces_have_none(tokenizer: Tokenizer) -> None:
    assert [case for case, _, _ in features(tokenizer, "a Bb CC dD 12 I")] == [1, 2, 2, 1, 0, 2]


@pytest.mark.parametrize("text", ["a “b c” d", 'a "b c" d', "a „b c” d"])
def test_words_in_marks_are_told(tokenizer: Tokenizer, text: str) -> None:
    words = read_words(text, tokenizer)
    inside = [
        text[slice(*span)]
        for span, first in zip(words.spans, words.firsts, strict=True)
        if words.features[first][1]
    ]
    assert [word for word in inside if word.isalpha()] == ["b", "c"]


def test_an_open_mark_does_not_reach_the_next_paragraph(tokenizer: Tokenizer) -> None:
    assert [quoted for _, quoted, _ in features(tokenizer, "“a b\n\nc d")] == [1, 1, 1, 0, 0]


def test_the_first_piece_of_a_paragraph_is_told(tokenizer: Tokenizer) -> None:
    assert [first for _, _, first in features(tokenizer, "a b\nc\n\n\nd e")] == [1, 0, 1, 1, 0]


@pytest.mark.parametrize("text", ["", "\n\n", "   ", "\u200b"])
def test_nothing_to_read_is_nothing_read(tokenizer: Tokenizer, text: str) -> None:
    words = read_words(text, tokenizer)
    assert words.spans == [] or words.spans == [(0, 1)]
    assert sum(window.last - window.first for window in windows(words)) == len(words.spans)

"""Keys and sketches of texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.copies.texts import SKETCH_SIZE, letters_of, sketch, text_key, words_of

PRINTED = "\u201cWe won\u2019t pay \u2014 not now,\u201d Mara Venn said.\n\nThe harbour is shut."


@pytest.mark.parametrize(
    "again",
    [
        '"We won\'t pay - not now," Mara Venn said. The harbour is shut.',
        PRINTED.replace("\n", "\r\n"),
        PRINTED.replace(" ", "\u00a0"),
        "\ufeff  " + PRINTED.replace("harbour", "har\u00adbour") + "\n",
        PRINTED.replace("\u201c", "\u00ab").replace("\u201d", "\u00bb"),
    ],
)
def test_space_line_ends_and_typography_make_no_other_text(again: str) -> None:
    assert text_key(again) == text_key(PRINTED)


@pytest.mark.parametrize(
    "other",
    [
        PRINTED.replace("won\u2019t", "will"),
        PRINTED.replace("Venn", "venn"),
        PRINTED.replace("shut.", "shut?"),
        PRINTED.replace("har", "h\u00e1r"),
        PRINTED + " Again.",
    ],
)
def test_words_letters_and_stops_do(other: str) -> None:
    assert text_key(other) != text_key(PRINTED)


def test_letters_are_what_two_printings_of_a_statement_share() -> None:
    assert letters_of("\u201cWe WON\u2019T pay\u201d,") == letters_of("we won't  pay") == "wewontpay"
    assert letters_of("\u6e2f\u53e3 2024!") == "\u6e2f\u53e32024"
    assert letters_of("\u2026 \u2014 !") == ""


@given(st.lists(st.sampled_from("abcdefgh"), max_size=60))
def test_a_sketch_is_as_large_as_the_text_allows_and_fits_a_signed_integer(words: list[str]) -> None:
    marks = sketch(words)
    runs = {tuple(words[at : at + 5]) for at in range(len(words) - 4)}
    assert len(marks) == min(SKETCH_SIZE, len(runs))
    assert all(0 <= mark < 2**63 for mark in marks)


def test_a_text_cut_short_shares_marks_with_the_whole() -> None:
    words = [f"word{number * number % 997}" for number in range(600)]
    assert len(sketch(words) & sketch(words[:240])) >= 2
    assert not sketch(words) & sketch([f"other{number}" for number in range(600)])


def test_no_text_has_no_marks() -> None:
    assert sketch(words_of("")) == sketch(words_of("Four words are few")) == frozenset()


@given(st.text(max_size=300))
def test_any_text_has_a_key(text: str) -> None:
    assert text_key(text) == text_key(f" {text}\n")


def test_lone_surrogates_do_no_harm() -> None:
    assert len(text_key("a \ud83d b")) == 64
    assert letters_of("a\ud83db") == "ab"

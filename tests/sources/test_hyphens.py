"""Words split at the ends of lines, and where places of a text are after its repair."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.sources.decoding.mapped import Edit, MappedText
from quotes.sources.decoding.places import Places
from quotes.sources.pdf.hyphens import Joiner


@pytest.mark.parametrize(
    ("before", "line", "elsewhere", "joined"),
    [
        ("the co-", "operation treaty", "cooperation is good", "the cooperation treaty"),
        ("the co-", "operation treaty", "co-operation is good", "the co-operation treaty"),
        ("the co-", "operation treaty", "", "the cooperation treaty"),
        ("a well-", "known port", "", "a well-known port"),
        ("a well-", "known port", "a wellknown word", "a wellknown port"),
        ("its long-", "term plan", "", "its long-term plan"),
        ("the Anglo-", "Ostravan pact", "", "the Anglo-Ostravan pact"),
        ("from 2020-", "21 on", "", "from 2020-21 on"),
        ("state-of-the-", "art crane", "", "state-of-the-art crane"),
        ("the U.S.-", "backed plan", "", "the U.S.-backed plan"),
        ("https://quay.example/re-", "port.html", "", "https://quay.example/re-port.html"),
        ("a fer\xad", "ry", "", "a ferry"),
        ("he said -", "and left", "", "he said - and left"),
        ("he left —", "and came", "", "he left — and came"),
        ("he left—", "and came", "", "he left—and came"),
        ("2020–", "21", "", "2020–21"),
        ("the harbour", "board", "", "the harbour board"),
    ],
)
def test_a_line_end_is_joined_as_the_word_is_written(
    before: str, line: str, elsewhere: str, joined: str
) -> None:
    assert Joiner([before, line, elsewhere]).join(before, line) + line == joined


def test_what_became_of_the_hyphens_is_counted() -> None:
    joiner = Joiner([])
    for before in ("a fer-", "a well-", "the port"):
        joiner.join(before, "ry")
    assert (joiner.joined, joiner.kept) == (1, 1)


@given(st.text(max_size=30), st.text(min_size=1, max_size=30))
def test_no_letter_is_lost_where_lines_are_joined(before: str, line: str) -> None:
    result = Joiner([before, line]).join(before, line)
    assert result in (before, before + " ", before[:-1])
    assert result != before[:-1] or before[-1] in "-‐\xad"


def test_a_hundred_thousand_hyphens_take_no_time() -> None:
    trap = "a-" * 50_000
    assert Joiner([trap]).join(trap, "b") == trap


@given(st.text("abc", min_size=1, max_size=20), st.data())
def test_a_place_is_found_again_after_edits(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    edited = MappedText.of(text).edited(
        Edit(start, end, data.draw(st.sampled_from(["", "X", "XYZ"]))) for start, end in spans
    )
    places = Places(edited.offsets)
    kept = [i for i in range(len(text)) if not any(start <= i < end for start, end in spans)]
    for index in kept:
        assert edited.text[places.of(index)] == text[index]
        assert places.after(index + 1) == places.of(index) + 1
    marks = [places.of(index) for index in range(len(text))]
    assert marks == sorted(marks)

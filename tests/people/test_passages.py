"""Words that a person typed, found in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.people.passages import compared, nearest, places

TEXT = (
    "“We won’t sign — not\nthis year,” Mara Venn said at the café.\n\n"
    "The co‑operation of the ﬁve harbours is a ‘floating bottleneck’, she added, not this year."
)


def found(words: str) -> list[str]:
    return [TEXT[slice(*place)] for place in places(TEXT, words)]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('"We won\'t sign - not this year,"', "We won’t sign — not\nthis year,"),
        ("We won't sign--not this year", "We won’t sign — not\nthis year"),
        ("co-operation of the five harbours", "co‑operation of the ﬁve harbours"),
        ('"floating bottleneck"', "floating bottleneck"),
        ("at the cafe\u0301", "at the café"),
        ("  Mara   Venn\n", "Mara Venn"),
        ("year, Mara Venn said", "year,” Mara Venn said"),
    ],
)
def test_typography_and_white_space_do_not_matter(typed: str, printed: str) -> None:
    assert found(typed) == [printed]


@pytest.mark.parametrize("typed", ["cafe", "enn said", "floating bottle", "we won't sign", "", ' "" ', "—"])
def test_other_words_parts_of_words_and_nothing_are_not_found(typed: str) -> None:
    assert found(typed) == []


def test_every_place_is_found() -> None:
    assert len(places(TEXT, "not this year")) == 2


def test_the_nearest_passage_is_in_whole_words_and_shows_what_differs() -> None:
    span = nearest(TEXT, "We will not sign, not this month")

    assert span is not None
    passage = TEXT[slice(*span)]
    assert "sign — not\nthis" in passage
    assert span[0] == 0 or TEXT[span[0] - 1].isspace()
    assert ("typed", "will not sign,") in compared("We will not sign, not this month", passage)


def test_nothing_is_near_to_words_of_another_text() -> None:
    assert nearest(TEXT, "zqx vvk jjy wwz qqp") is None
    assert nearest("", "words") is None
    assert nearest(TEXT, "“”") is None


def test_words_that_differ_in_typography_are_the_same() -> None:
    assert compared("won't sign", "won’t sign") == [("same", "won’t sign")]


@given(st.text(min_size=1), st.data())
def test_whole_words_of_a_text_are_found_in_it(text: str, data: st.DataObject) -> None:
    words = text.split()
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    typed = " ".join(words[first : last + 1])
    if not any(c.isalnum() for c in typed) or not (typed[0].isalnum() and typed[-1].isalnum()):
        return

    assert places(text, typed)


@given(st.text(), st.text(max_size=60))
def test_any_text_can_be_searched(text: str, typed: str) -> None:
    for start, end in places(text, typed):
        assert 0 <= start < end <= len(text)
    span = nearest(text, typed)
    assert span is None or 0 <= span[0] < span[1] <= len(text)
    compared(typed, text)

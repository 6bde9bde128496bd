"""On which page a statement stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.document import Page, page_of, page_words

PAGES = (Page("iv", 0), Page("1", 10), Page("2", 10), Page("3", 30))


@pytest.mark.parametrize(
    ("start", "end", "page"),
    [
        (0, 5, "iv"),
        (0, 10, "iv"),
        (9, 11, "iv–2"),
        (10, 30, "2"),  # of a page on which nothing was kept nothing stands
        (29, 31, "2–3"),
        (30, 900, "3"),
    ],
)
def test_the_page_is_that_of_the_first_letter_to_that_of_the_last(start: int, end: int, page: str) -> None:
    assert page_of(PAGES, start, end) == page


def test_a_document_without_pages_has_none() -> None:
    assert page_of((), 0, 5) is None


def test_a_footnote_belongs_to_the_page_before() -> None:
    assert page_of((Page("4", 0), Page("5", 10), Page("4", 20), Page("5", 30)), 21, 25) == "4"


def test_pages_are_named_in_their_order_where_a_footnote_stands_behind_the_next_page() -> None:
    pages = (Page("iv", 0), Page("5", 10), Page("iv", 20), Page("5", 30))
    assert page_of(pages, 15, 25) == "iv–5"
    assert page_of(pages, 25, 35) == "iv–5"


@given(st.lists(st.integers(0, 50), min_size=1), st.integers(0, 60), st.integers(1, 20))
def test_every_place_has_a_page(starts: list[int], start: int, length: int) -> None:
    pages = [Page(str(number), begin) for number, begin in enumerate(sorted(starts))]
    labels = (page_of(pages, start, start + length) or "").split("–")
    assert all(label.isdigit() for label in labels)
    assert [int(label) for label in labels] == sorted(int(label) for label in labels)


def test_several_pages_are_pp() -> None:
    assert (page_words("4"), page_words("iv–v")) == ("p. 4", "pp. iv–v")

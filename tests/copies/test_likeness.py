"""Which texts are copies of each other."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.copies.likeness import NEAR_MAX_WORDS, copied
from quotes.copies.texts import words_of

WIRE = words_of(
    """OSTRAVA HARBOUR - The ferries of the Republic of Ostrava will stop at night from June, the Harbour
    Board said on Tuesday, after three winters in which fewer than forty people a night crossed to the isles.
    "We will not sign a paper that nobody has read," Mara Venn, who chairs the board, told reporters in the
    customs hall, where crews had waited since dawn. She said that the last boat would leave at nine.
    Tomas Reyk, who speaks for the crews, called the plan a floating bottleneck and promised to take it to
    court. The union has four hundred members on the northern line and as many again in the yards.
    The board had lost two cases of that kind, in 2011 and in 2019, and paid both times.
    Shops on the isles fear for their bread, which comes by the boat of half past ten, and the doctor at Skelt
    has asked who will carry the sick. The ministry said it would look for a smaller boat."""
)


def edited(words: list[str], every: int) -> list[str]:
    """The words with every so manieth replaced."""
    return [f"x{at}" if at % every == every - 1 else word for at, word in enumerate(words)]


@pytest.mark.parametrize(
    "other",
    [
        WIRE,
        edited(WIRE, 20),
        ["isle", "wire", *WIRE[6:]],
        WIRE[:60] + WIRE[85:],
        WIRE[: len(WIRE) // 2],
        [
            *WIRE,
            *words_of("Additional reporting by the night desk of the Isle Wire in Skelt and Port Ellen."),
        ],
    ],
)
def test_light_edits_cuts_and_a_new_lead_make_a_copy(other: list[str]) -> None:
    share = copied(WIRE, other)
    assert share is not None
    assert share == copied(other, WIRE)
    assert 0.7 <= share <= 1


@pytest.mark.parametrize(
    "other",
    [
        [],
        WIRE[:39],  # too short to tell
        WIRE[: len(WIRE) * 3 // 10],  # quoted from it, or one item of a digest
        WIRE[:60] + words_of("A second story stands here about the price of herring in the north. " * 12),
        edited(WIRE, 4),
        sorted(WIRE),
        WIRE[: len(WIRE) // 2] + [f"new{number}" for number in range(len(WIRE) // 2)],  # an update
    ],
)
def test_less_in_common_does_not(other: list[str]) -> None:
    assert copied(WIRE, other) is None
    assert copied(other, WIRE) is None


def test_two_notices_of_a_series_are_no_copies() -> None:
    notice = (
        "The Harbour Board gives notice that the {} bridge will be closed from {} until {} for work on its "
        "bearings. Traffic is led over the {} road. Boats higher than {} metres must call the bridge keeper "
        "a day ahead. The board asks all who live nearby for their patience while the work goes on."
    )
    march = words_of(notice.format("northern", "3 March", "9 March", "Skelt", 4))
    may = words_of(notice.format("old iron", "11 May", "2 June", "quarry", 6))
    assert len(march) < 100
    assert copied(march, may) is None
    assert copied(march, march) == 1


def test_a_story_of_another_day_with_the_same_furniture_is_no_copy() -> None:
    furniture = words_of("Subscribe to our letter and read what the isles read every morning at seven. " * 3)
    stories = [[f"{kind}{number}" for number in range(160)] for kind in "ab"]
    assert copied(stories[0] + furniture, stories[1] + furniture) is None


def test_texts_longer_than_a_book_chapter_are_not_compared() -> None:
    words = [f"w{number}" for number in range(NEAR_MAX_WORDS + 1)]
    assert copied(words, words) is None
    assert copied(words[:-1], words[:-1]) == 1


@settings(max_examples=50)
@given(st.randoms(use_true_random=False), st.lists(st.sampled_from("abc"), min_size=40, max_size=120))
def test_the_order_of_two_texts_never_matters(chance: random.Random, words: list[str]) -> None:
    other = [word for word in words if chance.random() > 0.1]
    chance.shuffle(other[: len(other) // 4])
    assert copied(words, other) == copied(other, words)

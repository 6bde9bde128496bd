"""Whom pronouns and several names side by side mean."""

import pytest

from quotes import parse


def speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in parse(text).quotes]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "Oren Tollan runs the mill. “It is old,” Tollan said.\n\nMara Venn would take the mill "
            "down at once, he said, calling it “a ruin”.",
            "Oren Tollan",
            id="not whom the words are about",
        ),
        pytest.param(
            "Oren Tollan met the council. Mara Venn's mill has “leaked for years”, he said.",
            "Oren Tollan",
            id="not the owner of what he speaks of",
        ),
        pytest.param(
            "Mara Venn was there. But Oren Tollan left. “It is old,” he said.",
            "Oren Tollan",
            id="the subject after but",
        ),
        pytest.param(
            "Mayor Mara Venn met a neighbour's wife. “It is old,” his wife said. “It leaks,” he said.",
            "Mara Venn",
            id="a wife is not he",
        ),
    ],
)
def test_he_is_whoever_speaks_or_acts(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


def test_it_goes_on_with_the_body_that_spoke() -> None:
    text = (
        "The Ministry of Roads closed the weir. “It is unsafe,” the ministry said.\n\n"
        "Harbour Steel sells the ministry its steel at a price “that nobody knows”, it said."
    )

    assert speakers(text) == ["Ministry of Roads", "Ministry of Roads"]


@pytest.mark.parametrize("word", ["they", "the trio", "the group"])
def test_several_named_side_by_side_are_a_group(word: str) -> None:
    text = f"Mara Venn, Ada Brisk and Oren Tollan run the mill.\n\n“It is ours,” {word} said."

    assert speakers(text) == ["Mara Venn, Ada Brisk and Oren Tollan"]


def test_what_never_speaks_is_nobody() -> None:
    text = "The Weir Workers Union met after the Tide Games. “We stay out,” it said."

    assert speakers(text) == ["Weir Workers Union"]

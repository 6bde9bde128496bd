"""Nothing that is shown commands or deceives a terminal, and nothing harmless is lost."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.display import REPLACEMENT, clean, one_line


@pytest.mark.parametrize(
    "attack",
    [
        "\x1b[2J",  # clear the screen
        "\x1b]0;title\x07",  # set the window's title
        "\x1b]8;;http://example.org\x1b\\",  # a hidden link
        "\x9b31m",  # the same as ESC [ in one character
        "\x90q\x9c",  # a device control string
        "\rover",  # write over the line
        "\x08\x08",  # step back
        "\x7f",
        "\x00",
    ],
)
def test_terminal_commands_are_replaced(attack: str) -> None:
    shown = clean(f"before{attack}after")

    assert not any(unicodedata.category(letter) == "Cc" for letter in shown)
    assert shown.startswith("before")
    assert shown.endswith("after")


@pytest.mark.parametrize("mark", [*"\u202a\u202b\u202c\u202d\u202e", *"\u2066\u2067\u2068\u2069"])
def test_marks_that_reorder_the_line_are_replaced(mark: str) -> None:
    assert clean(f"paid {mark}001 euros") == f"paid {REPLACEMENT}001 euros"


def test_an_undecodable_file_name_can_be_encoded() -> None:
    name = b"r\xe9sum\xe9.txt".decode("utf-8", errors="surrogateescape")

    assert clean(name).encode("utf-8") == "r\ufffdsum\ufffd.txt".encode()


@pytest.mark.parametrize(
    "text",
    [
        "“Quoted” – ‘single’ «guillemets» „low“",
        "[bold]not markup[/bold] :smile:",
        "两国关系 \u05e9\u05dc\u05d5\u05dd \u200eLRM \u200d joiner e\u0301",
        "two\nlines\tand a tab",
    ],
)
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


def test_one_line_has_single_spaces_and_no_breaks() -> None:
    assert one_line("  The\r\n ferries\u2028 \x0b\tstop \x1b[0m ") == f"The ferries stop {REPLACEMENT}[0m"


@given(st.text(st.characters()))
def test_cleaning_keeps_the_place_of_every_letter(text: str) -> None:
    shown = clean(text)

    assert len(shown) == len(text)
    assert all(new in (old, REPLACEMENT) for new, old in zip(shown, text, strict=True))
    assert clean(shown) == shown
    assert not any(unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\n\t" for letter in shown)

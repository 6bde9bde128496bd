"""Which characters are quotation marks, and what each of them does."""

import pytest

from quotes.parsing.marks import find_marks


def roles(text: str) -> str:
    """The roles of the marks of `text`, a letter each: o(pen), c(lose), e(ither)."""
    return "".join(mark.role[0] for mark in find_marks(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We stay,” she said.", "oc", id="curly"),
        pytest.param('"We stay," she said.', "oc", id="straight, by the blanks around them"),
        pytest.param("«We stay», she said.", "oc", id="guillemets"),
        pytest.param("»We stay«, she said.", "oc", id="guillemets pointing inwards"),
        pytest.param("„We stay“, she said.", "oc", id="low-high: the mark that opens elsewhere closes"),
        pytest.param("‘We stay,’ she said.", "oc", id="single"),
        pytest.param("'We stay,' she said.", "oc", id="straight single"),
        pytest.param("''We stay,'' she said.", "oc", id="two straight singles are one mark"),
        pytest.param("``We stay,'' she said.", "oc", id="back ticks"),
        pytest.param("’’We stay,’’ she said.", "oc", id="two curly singles are one mark"),
        pytest.param("”We stay,“ she said.", "oc", id="the wrong way round"),
        pytest.param("＂We stay,＂ she said.", "oc", id="full-width"),
        pytest.param("「We stay」 she said.", "oc", id="corner brackets"),
        pytest.param("(“We stay”)—she said—“and wait”.", "ococ", id="brackets and dashes adjoin"),
    ],
)
def test_every_kind_of_mark_opens_and_closes(text: str, expected: str) -> None:
    """A mark whose shape contradicts the blanks beside it is left to the pairing ("e")."""
    assert all(found in (wanted, "e") for found, wanted in zip(roles(text), expected, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("”We stay,“ she", "ee", id="wrong way round"),
        pytest.param("»We stay«, she", "ee", id="inward guillemets"),
        pytest.param("“We stay,” she", "oc", id="right way round"),
        pytest.param('no blank here"there', "e", id="straight between letters"),
        pytest.param("“We stay “ she", "oe", id="opening mark between blanks"),
        pytest.param("We stay ” she", "c", id="closing mark between blanks"),
    ],
)
def test_a_mark_that_contradicts_its_surroundings_is_left_open(text: str, expected: str) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It's Mara's; they'd've gone, y'all", id="inside words"),
        pytest.param("It’s Mara’s; they’d’ve gone, O’Hara", id="inside words, curly"),
        pytest.param("the '90s, the ’80s and the summer of '68", id="decades and years"),
        pytest.param("rock 'n' roll, 'tis true, get 'em, ’til dawn, 'cause of it", id="elisions"),
        pytest.param("no marks at all", id="none"),
        pytest.param("", id="empty"),
    ],
)
def test_apostrophes_are_no_marks(text: str) -> None:
    assert find_marks(text, 0, len(text)) == []


def test_marks_carry_their_place_and_shape() -> None:
    text = "He said ``no'' and “yes”."

    assert [(text[m.start : m.end], m.shape, m.family) for m in find_marks(text, 0, len(text))] == [
        ("``", "``", "double"),
        ("''", "''", "double"),
        ("“", "“", "double"),
        ("”", "”", "double"),
    ]


def test_only_the_part_asked_for_is_read() -> None:
    text = "“One.” “Two.” “Three.”"

    assert [m.start for m in find_marks(text, 7, 13)] == [7, 12]
    assert find_marks(text, 8, 12) == []


@pytest.mark.parametrize("mark", ['"', "“", "”", "‘", "’", "'", "«", "''", "``"])
def test_a_mark_alone_is_read_without_looking_past_the_text(mark: str) -> None:
    assert len(find_marks(mark, 0, len(mark))) <= 1
    assert find_marks(f"a{mark}b", 0, 1) == []

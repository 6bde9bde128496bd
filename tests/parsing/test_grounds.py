"""By which mention it is known who a speaker is, and who speaks together."""

import pytest

from quotes import parse
from quotes.statement import Statement


def statements(text: str) -> list[Statement]:
    """All statements of `text`, in its order."""
    found = parse(text)
    return sorted((*found.quotes, *found.claims), key=lambda s: s.start)


def rests(text: str) -> list[str | None]:
    """For each statement the words it rests on."""
    return [text[slice(*s.rests_on)] if s.rests_on else None for s in statements(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Mara Venn came. “We wait,” Venn said.", "Venn", id="a name rests on itself"),
        pytest.param("“We wait,” Ms Venn said.", "Ms Venn", id="with its honorific"),
        pytest.param("Mara Venn came. “We wait,” she said.", "Mara Venn", id="a pronoun"),
        pytest.param("Foreign Minister Mara Venn came. “We wait,” the minister said.", "Mara Venn",
                     id="an office"),
        pytest.param("“We wait,” the minister, Mara Venn, said.", "Mara Venn",
                     id="the name beside the office"),
        pytest.param("China is near. “We wait,” Beijing said.", "Beijing", id="another name of a country"),
        pytest.param("The Harbour Union met. “We wait,” the union said.", "Harbour Union", id="a body"),
        pytest.param("“We wait,” a farmer said.", "a farmer", id="somebody without a name"),
    ],
)  # fmt: skip
def test_it_is_told_by_which_words_the_speaker_is_known(text: str, words: str) -> None:
    assert rests(text)[-1] == words


def test_a_pronoun_rests_on_the_last_name_before_it_not_on_other_pronouns() -> None:
    text = "Mara Venn came. “We wait,” she said. “Long,” she added. Venn sat down. “Too long,” she said."
    spans = [s.rests_on for s in statements(text)]

    assert spans == [(0, 9), (0, 9), (text.index("Venn sat"), text.index("Venn sat") + 4)]


def test_a_name_that_comes_later_is_better_than_none() -> None:
    text = "The local farmer was late. “We wait,” the farmer said. Mara Venn, a farmer, sat down."
    found = statements(text)[0]

    assert found.speaker == "Mara Venn"
    assert found.rests_on == (text.index("Mara"), text.index("Mara") + 9)


def test_a_source_without_a_name_is_the_end_of_its_own_chain() -> None:
    text = "“We wait,” a senior official said. “We wait long,” the official said. “Too long,” he said."
    first, *others = statements(text)

    assert first.rests_on == first.mention_span
    assert {s.rests_on for s in others} == {first.mention_span}


def test_where_nobody_is_known_nothing_is_rested_on() -> None:
    found = statements("“We have waited for too long in this harbour.” It rained.")

    assert all(s.rests_on is None and s.joint == () for s in found if s.speaker is None)


@pytest.mark.parametrize(
    ("text", "members"),
    [
        pytest.param("Xi Jinping and Vladimir Putin met. “We wait,” Xi and Putin said.",
                     ("Xi Jinping", "Vladimir Putin"), id="as fully as the document names them"),
        pytest.param("“We wait,” Mara Venn, Ada Brisk and Oren Tollan said.",
                     ("Mara Venn", "Ada Brisk", "Oren Tollan"), id="three before the verb"),
        pytest.param("“We wait,” said Mara Venn, Ada Brisk, and Oren Tollan.",
                     ("Mara Venn", "Ada Brisk", "Oren Tollan"), id="three after the verb"),
        pytest.param("“We wait,” Beijing and Moscow said.", ("China", "Russia"), id="capitals"),
        pytest.param("Germany, France and Britain said that they would wait.",
                     ("Germany", "France", "Britain"),
                     id="three countries"),
        pytest.param("“We wait,” the Harbour Union and the Weir Workers Party said.",
                     ("Harbour Union", "Weir Workers Party"), id="bodies"),
        pytest.param("President Oren Tollan and Foreign Minister Ada Brisk said that they would wait.",
                     ("Oren Tollan", "Ada Brisk"), id="offices are no names"),
        pytest.param("US President Oren Tollan and Chinese President Xi Jinping said that they would wait.",
                     ("Oren Tollan", "Xi Jinping"), id="countries of the offices are no members"),
        pytest.param("“We wait,” the Foreign Ministry and the Kremlin said.", ("Foreign Ministry", "Russia"),
                     id="a body and a country"),
    ],
)  # fmt: skip
def test_those_who_speak_together_are_named(text: str, members: tuple[str, ...]) -> None:
    found = statements(text)[-1]

    assert found.joint == members
    assert found.speaker_type == "group"
    assert found.speaker == f"{', '.join(members[:-1])} and {members[-1]}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“We wait,” Mara Venn said.", id="one"),
        pytest.param("“We wait,” residents said.", id="unnamed"),
        pytest.param("Mara Venn met Ada Brisk and Oren Tollan said that he would wait.", id="a new clause"),
        pytest.param("Mara Venn, who came with Ada Brisk, Nela Orr and Oren Tollan, said she would wait.",
                     id="companions"),
        pytest.param("“We wait,” the Ministry of Trade and Industry said.", id="and in a name"),
    ],
)  # fmt: skip
def test_one_speaker_is_no_group(text: str) -> None:
    assert statements(text)[-1].joint == ()


@pytest.mark.parametrize("word", ["they", "both", "the pair"])
def test_they_rest_on_the_joint_source(word: str) -> None:
    text = f"Mara Venn and Oren Tollan came. “We wait,” Venn and Tollan said. “Too long,” {word} said."
    found = statements(text)[-1]

    assert found.joint == ("Mara Venn", "Oren Tollan")
    assert found.rests_on is not None
    assert text[slice(*found.rests_on)] == "Venn and Tollan"


def test_they_rest_on_a_joint_subject_that_said_nothing() -> None:
    text = "Mara Venn, Ada Brisk and Oren Tollan run the mill. “It is ours,” they said."

    assert rests(text) == ["Mara Venn, Ada Brisk and Oren Tollan"]
    assert statements(text)[0].joint == ("Mara Venn", "Ada Brisk", "Oren Tollan")


def test_a_long_list_of_signatories_takes_no_time_and_makes_no_group() -> None:
    names = ", ".join(f"Mara Venn{letter}a" for letter in "abcdefghijklmnopqrstuvw")

    assert all(len(s.joint) <= 12 for s in statements(f"“We wait,” {names} and Oren Tollan said."))

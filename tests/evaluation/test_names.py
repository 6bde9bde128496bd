"""When two names are one speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.evaluation.names import core, head, same_speaker, shape, similar_speaker

NAMES = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)


@pytest.mark.parametrize(
    ("gold", "answer"),
    [
        ("Mara Venn", "Mara Venn"),
        ("Mara Venn", "MARA VENN"),
        ("Mara Venn", "President Mara Venn"),
        ("Mara Venn", "Mara Venn’s"),
        ("Zoë Orr", "Zoe Orr"),
        ("Mara Venn", "Venn"),
        ("Mara Venn", "M. Venn"),
        ("Mara Ilse Venn", "Ilse Venn"),
        ("Mara Venn", "Mara Venn, a mayor of Ostrava"),
        ("Tomas Rydel", "Tomas Rydel Jr."),
    ],
)
def test_one_person(gold: str, answer: str) -> None:
    assert same_speaker(gold, answer, person=True)


@pytest.mark.parametrize(
    "answer", ["Mara", "Ilse Venn", "K. Venn", "Mara Orr", "she", "", "  ", None, "the mayor"]
)
def test_not_strictly_one_person(answer: str | None) -> None:
    assert not same_speaker("Mara Venn", answer, person=True)


def test_a_given_name_is_enough_leniently_and_a_pronoun_is_not() -> None:
    assert similar_speaker("Mara Venn", "Mara", person=True)
    assert not similar_speaker("Mara Venn", "she", person=True)
    assert not similar_speaker("Mara Venn", "Mara Orr", person=True)
    assert not similar_speaker("Mara Venn", None, person=True)


@pytest.mark.parametrize(
    ("gold", "answer", "strict"),
    [
        ("Ministry of Ferries", "the Ministry of Ferries", True),
        ("Ferry Union", "Ostrava Ferry Union", False),
        ("Ostrava Lake Authority", "OLA", False),
        ("a senior official", "senior official", True),
        ("a senior harbour official", "official", False),
    ],
)
def test_others_than_persons(gold: str, answer: str, strict: bool) -> None:
    assert same_speaker(gold, answer, person=False) is strict
    assert similar_speaker(gold, answer, person=False)


def test_different_organizations_with_one_head_are_different() -> None:
    assert not similar_speaker("Ministry of Ferries", "Bureau of Ferries", person=False)
    assert not similar_speaker("Ferry Union", "Dock Union", person=False)


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("she", "pronoun"),
        ("Mara Venn", "name"),
        ("Mr Venn", "name"),
        ("the mayor", "nominal"),
        ("a man who left", "nominal"),
    ],
)
def test_shapes(mention: str, expected: str) -> None:
    assert shape(mention) == expected


def test_the_head_stands_before_the_first_modifier() -> None:
    assert core("Mara Venn, a mayor") == "Mara Venn"
    assert head("the minister of ferries") == "minister"
    assert head("Mara Venn of the Harbour Post") == "venn"
    assert head("") == ""


@given(NAMES, NAMES, st.booleans())
def test_what_is_the_same_is_similar(one: str, other: str, person: bool) -> None:
    assert not same_speaker(one, other, person=person) or similar_speaker(one, other, person=person)

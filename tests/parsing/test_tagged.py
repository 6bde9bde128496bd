"""Entities made true to the document: whole names, one type a name, the same name everywhere."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.parsing.annotated import Entity
from quotes.parsing.speakers.tagged import consistent

Tagged = dict[str, str]


def read(text: str, tagged: Tagged) -> list[tuple[str, str]]:
    """The consistent entities of `text`, in which each name of `tagged` was seen once, where it is first."""
    places = {name: text.index(name) for name in tagged}
    seen = [Entity(at, at + len(name), tagged[name], name) for name, at in places.items()]
    return [(e.text, e.type) for e in consistent(text, sorted(seen, key=lambda e: e.start))]


@pytest.mark.parametrize(
    ("text", "tagged", "expected"),
    [
        pytest.param(
            "We met Mara Venn there.", {"Mara": "PERSON"}, [("Mara Venn", "PERSON")], id="cut short"
        ),
        pytest.param(
            "We met Mara Venn there.", {"Venn": "PERSON"}, [("Mara Venn", "PERSON")], id="cut before"
        ),
        pytest.param(
            "We met Mara Venn there.",
            {"Mara": "PERSON", "Venn": "PERSON"},
            [("Mara Venn", "PERSON")],
            id="in two",
        ),
        pytest.param(
            "Then Mayor Venn left.", {"Venn": "PERSON"}, [("Venn", "PERSON")], id="an office is no name"
        ),
        pytest.param("On Monday Venn left.", {"Venn": "PERSON"}, [("Venn", "PERSON")], id="nor is a day"),
        pytest.param(
            "We met Mara Venn in Ostrava.",
            {"Mara Venn in Ostrava": "PERSON"},
            [("Mara Venn", "PERSON")],
            id="with a place",
        ),
        pytest.param(
            "We met Norwegian Mara Venn.",
            {"Norwegian Mara Venn": "PERSON"},
            [("Mara Venn", "PERSON")],
            id="with a nationality",
        ),
        pytest.param(
            "It is Mara Venn's mill.",
            {"Mara Venn's": "PERSON"},
            [("Mara Venn", "PERSON")],
            id="with what is owned",
        ),
        pytest.param(
            "Read https://post.example/venn now.", {"https://post.example/venn": "ORG"}, [], id="an address"
        ),
        pytest.param(
            "We saw Harbour University there.",
            {"Harbour": "ORG"},
            [("Harbour University", "ORG")],
            id="a body cut short",
        ),
    ],
)
def test_names_are_whole(text: str, tagged: Tagged, expected: list[tuple[str, str]]) -> None:
    assert read(text, tagged) == expected


@pytest.mark.parametrize(
    ("text", "tagged", "name", "kind"),
    [
        pytest.param(
            "Avenna, an airline, closed. The chief of Avenna left.",
            {"Avenna": "PERSON"},
            "Avenna",
            "ORG",
            id="described as an airline",
        ),
        pytest.param("Avenna Ltd closed. It hurt.", {"Avenna": "PERSON"}, "Avenna", "ORG", id="a legal form"),
        pytest.param("It rained in Avenna.", {"Avenna": "PERSON"}, "Avenna", "LOC", id="rain in it"),
        pytest.param("In came Mr Avenna.", {"Avenna": "PERSON"}, "Avenna", "PERSON", id="Mr"),
        pytest.param("We met Mayor Mara Venn.", {"Mara Venn": "ORG"}, "Mara Venn", "PERSON", id="a mayor"),
        pytest.param(
            "Mara Venn left. Later Venn returned.",
            {"Mara Venn": "PERSON", "Venn returned": "DATE"},
            "Mara Venn",
            "PERSON",
            id="other kinds are left alone",
        ),
        pytest.param(
            "We met Mara Venn, who owns it.", {"Mara Venn": "PERSON"}, "Mara Venn", "PERSON", id="who"
        ),
    ],
)
def test_what_stands_beside_a_name_tells_its_kind(text: str, tagged: Tagged, name: str, kind: str) -> None:
    assert (name, kind) in read(text, tagged)


def test_a_family_name_is_found_where_the_tagger_passed_over_it() -> None:
    text = "Mara Venn left. Oren saw Venn go. The Venn Bridge stayed."

    assert read(text, {"Mara Venn": "PERSON"}) == [("Mara Venn", "PERSON"), ("Venn", "PERSON")]


def test_an_office_introduces_a_name_that_the_tagger_passed_over() -> None:
    assert read("The union's president Mara Venn left.", {}) == [("Mara Venn", "PERSON")]


WORDS = st.sampled_from(
    "Mara Venn Tollan Ostrava said the in , . Mr mayor “ ” ’s\n company Harbour Ltd ( ) surnamed é 中".split(
        " "
    )
)


@given(st.lists(WORDS, max_size=30), st.data())
def test_entities_stay_in_the_text_in_order_and_apart(pieces: list[str], data: st.DataObject) -> None:
    text = " ".join(pieces)
    spans = [m.span() for m in re.finditer(r"\S+", text)]
    chosen = [span for span in spans if data.draw(st.booleans())]
    kinds = st.sampled_from(["PERSON", "ORG", "LOC", "NORP", "DATE"])
    entities = [Entity(s, e, data.draw(kinds), text[s:e]) for s, e in chosen]

    found = consistent(text, entities)

    assert all(text[e.start : e.end] == e.text and e.text.strip() for e in found)
    assert all(a.end <= b.start for a, b in pairwise(found))

"""What a row of the user's table of people tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import UsageError
from quotes.people.authority import MAX_FURTHER, Authority, authority_of, columns_of


def read(**cells: str) -> Authority:
    return authority_of(cells, columns_of(cells))


@pytest.mark.parametrize(
    "header",
    [
        ("name", "aliases", "wikidata", "role", "from", "to"),
        ("Full name", "Also known as", "Wikidata ID", "Position", "Start date", "End date"),
        ("PERSON", "aka", "QID", "Office", "Since", "Until"),
        ("label", "other_names", "wikidata_url", "title", "role_from", "role-to"),
    ],
)
def test_columns_may_be_called_as_people_call_them(header: tuple[str, ...]) -> None:
    assert list(columns_of(header).values()) == ["name", "aliases", "wikidata", "role", "since", "until"]


def test_further_columns_are_kept_under_their_names() -> None:
    found = read(name="Mara Venn", party="Green", Region="Port Ellen", empty="  ")
    assert found.further == {"party": "Green", "Region": "Port Ellen"}


def test_of_two_columns_for_one_field_the_second_is_a_further_one() -> None:
    found = read(name="Mara Venn", role="minister", title="Dr")
    assert (found.role, found.further) == ("minister", {"title": "Dr"})


@pytest.mark.parametrize("header", [(), ("who", "party"), ("", " ")])
def test_a_table_without_names_is_refused(header: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match="no column is called name"):
        columns_of(header)


def test_a_table_of_something_else_is_refused() -> None:
    with pytest.raises(UsageError, match="further"):
        columns_of(["name", *(f"measure {number}" for number in range(MAX_FURTHER + 1))])


def test_aliases_are_parted_and_told_once() -> None:
    found = read(name="Mara  Venn", aliases="M. Venn; Mara Elise Venn |M. Venn;; Mara Venn")
    assert (found.name, found.aliases) == ("Mara Venn", ("M. Venn", "Mara Elise Venn"))


@pytest.mark.parametrize(
    ("cell", "identifier"),
    [
        ("Q42", "Q42"),
        (" q42 ", "Q42"),
        ("https://www.wikidata.org/wiki/Q42", "Q42"),
        ("http://www.wikidata.org/entity/Q42", "Q42"),
        ("", None),
    ],
)
def test_wikidata_ids_may_be_addresses(cell: str, identifier: str | None) -> None:
    assert read(name="Mara Venn", wikidata=cell).wikidata == identifier


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"name": ""}, "no name"),
        ({"name": "-"}, "no name"),
        ({"name": "Mara" * 100}, "400 characters"),
        ({"name": "Mara Venn", "wikidata": "42"}, "Wikidata"),
        ({"name": "Mara Venn", "wikidata": "Q0"}, "Wikidata"),
        ({"name": "Mara Venn", "from": "last year"}, "not a date"),
        ({"name": "Mara Venn", "from": "03/05/2021"}, "not a date"),
        ({"name": "Mara Venn", "from": "2021-02-30"}, "not a date"),
        ({"name": "Mara Venn", "from": "2022", "to": "2021-12"}, "later"),
        ({"name": "Mara Venn", "aliases": "Venn; ???"}, "no name"),
        ({"name": "Mara Venn", "remarks": "x" * 2_001}, "remarks has 2,001"),
    ],
)
def test_a_row_that_cannot_be_used_says_why(cells: dict[str, str], problem: str) -> None:
    with pytest.raises(UsageError, match=problem):
        read(**cells)


def test_dates_may_be_of_any_precision_and_of_wikidata() -> None:
    found = read(name="Mara Venn", **{"from": "2012-11-06T00:00:00Z", "to": "2024-05"})
    assert (found.since, found.until) == ("2012-11-06", "2024-05")
    assert read(name="Mara Venn", **{"from": "2021", "to": "2021-03"}).since == "2021"


def test_the_id_comes_from_the_wikidata_id_else_from_the_name() -> None:
    assert read(name="Mara Venn", wikidata="Q42").id == read(name="M. Venn", wikidata="Q42").id
    assert read(name="Mara Venn").id == read(name="Dr. Mara Venn", role="minister").id
    assert read(name="Mara Venn").id != read(name="Mara Venn", wikidata="Q42").id
    assert read(name="Mara Venn").id.startswith("s")


@given(
    st.dictionaries(
        st.sampled_from(["name", "aliases", "wikidata", "role", "from", "to", "party"]), st.text()
    )
)
def test_any_row_is_read_or_refused(cells: dict[str, str]) -> None:
    try:
        found = authority_of(cells, columns_of(["name", *cells]))
    except UsageError:
        return
    assert found.name.strip()
    assert found == Authority(**found.values() | {"aliases": found.aliases})

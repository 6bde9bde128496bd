"""Author lines: who is a person, who is an organization, how many there are."""

import pytest

from quotes.reports.citations.names import names_of


@pytest.mark.parametrize(
    ("line", "inverted"),
    [
        ("Mara Venn", ["Venn, Mara"]),
        ("Venn, Mara", ["Venn, Mara"]),
        ("Mara Venn and Tomas Reel", ["Venn, Mara", "Reel, Tomas"]),
        ("Mara Venn, Tomas Reel", ["Venn, Mara", "Reel, Tomas"]),
        ("Mara Venn, Tomas Reel, and Ilse Okoro", ["Venn, Mara", "Reel, Tomas", "Okoro, Ilse"]),
        ("Mara Venn & Tomas Reel", ["Venn, Mara", "Reel, Tomas"]),
        ("Venn, Mara; Reel, Tomas", ["Venn, Mara", "Reel, Tomas"]),
        ("Venn, Mara and Reel, Tomas", ["Venn, Mara", "Reel, Tomas"]),
        ("Venn, M. K.", ["Venn, M. K."]),
        ("Ilse van der Okoro", ["van der Okoro, Ilse"]),
        ("Dr. Mara K. Venn Jr.", ["Venn, Mara K., Jr."]),
        ("Mara Venn, Jr.", ["Venn, Mara, Jr."]),
        ("Tidewatch", ["Tidewatch"]),
        ("The Tidewatch Collective", ["The Tidewatch Collective"]),
        ("Ministry of Trade, Ports and Energy", ["Ministry of Trade, Ports and Energy"]),
        ("Harbour Post Staff", ["Harbour Post Staff"]),
        ("Mara Venn, Harbour Post Staff", ["Venn, Mara", "Harbour Post Staff"]),
        ("", []),
        (" , ; ", []),
    ],
)
def test_names(line: str, inverted: list[str]) -> None:
    assert [name.inverted for name in names_of(line)] == inverted


def test_an_outlet_in_the_byline_is_no_second_author_but_may_be_the_only_one() -> None:
    outlet = frozenset({"low tide"})
    assert [name.full for name in names_of("Mara Venn, Low Tide", outlet)] == ["Mara Venn"]
    assert [name.inverted for name in names_of("Low Tide", outlet)] == ["Low Tide"]


def test_initials() -> None:
    (name,) = names_of("Jean-Luc Mara Venn")
    assert name.with_initials == "Venn, J.-L. M."

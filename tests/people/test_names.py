"""When two spellings are one name, and what is a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.people.names import is_name_of, name_words, normalised, searchable_name
from quotes.statement import SpeakerType
from quotes.words.folding import folded, spaced


@pytest.mark.parametrize(
    "names",
    [
        (
            "Mara Venn",
            "MARA VENN",
            "M\u00e1ra  Venn",
            "Ms. Mara Venn",
            "Dr Mara Venn",
            "Mara Venn, PhD",
            "Mara Venn\u2019s",
        ),
        ("Tomas O\u2019Dell", "Tomas O'Dell", "Tomas O\u02bcDell", "Senior Gen. Tomas O'Dell"),
        ("Jean-Luc Varga", "Jean Luc Varga", "Jean\u2011Luc Varga", "Prime Minister Jean-Luc Varga"),
        ("A. B. Cole", "A.B. Cole", "Sir A. B. Cole"),
        ("\u0141ukasz S\u00f8rby", "Lukasz Sorby"),
    ],
)
def test_spellings_of_one_person(names: tuple[str, ...]) -> None:
    assert len({normalised(name, "person") for name in names}) == 1, [normalised(n, "person") for n in names]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mara Venn", "Mira Venn"),
        ("Otto Cole Jr.", "Otto Cole Sr."),
        ("Otto Cole", "Otto Cole III"),
        ("Otto W. Cole", "Otto H. W. Cole"),
        ("Mara Venn", "Mara Venn-Cole"),
    ],
)
def test_different_persons(one: str, other: str) -> None:
    assert normalised(one, "person") != normalised(other, "person")


@pytest.mark.parametrize(
    ("names", "speaker_type"),
    [
        (("United States", "the United States", "US", "U.S.", "U. S.", "USA", "America"), "country"),
        (("United Kingdom", "UK", "U.K.", "Great Britain"), "country"),
        (("China", "the People\u2019s Republic of China", "PRC", "China's"), "country"),
        (("C\u00f4te d\u2019Ivoire", "Ivory Coast"), "country"),
        (("United Nations", "UN", "U.N.", "the UN"), "organization"),
        (("Harbour Union", "The Harbour Union", "Harbour  union"), "organization"),
    ],
)
def test_names_of_one_body(names: tuple[str, ...], speaker_type: SpeakerType) -> None:
    assert len({normalised(name, speaker_type) for name in names}) == 1


def test_an_abbreviation_is_no_persons_name() -> None:
    assert normalised("US", "person") == "us"


@pytest.mark.parametrize(
    ("mention", "name", "speaker_type", "expected"),
    [
        ("Venn", "Mara Venn", "person", True),
        ("Ms. Venn", "Mara Venn", "person", True),
        ("VENN'S", "Mara Venn", "person", True),
        ("she", "Mara Venn", "person", False),
        ("She", "Mara Venn", "person", False),
        ("the minister", "Mara Venn", "person", False),
        ("The Minister", "Mara Venn", "person", False),
        ("Cole", "Mara Venn", "person", False),
        ("Port Ellen", "Ostrava", "country", True),
        ("the Harbour Union", "Harbour Union", "organization", True),
        ("the union", "Harbour Union", "organization", False),
        ("It", "Ostrava", "country", False),
        ("They", "Harbour Union", "organization", False),
        ("a senior official", "a senior official", "unnamed", False),
        ("", "Mara Venn", "person", False),
    ],
)
def test_a_mention_that_names(mention: str, name: str, speaker_type: SpeakerType, expected: bool) -> None:
    assert is_name_of(mention, name, speaker_type) is expected


@given(
    name=st.text(min_size=1, max_size=80), speaker_type=st.sampled_from(["person", "country", "group", None])
)
def test_any_text_has_a_form(name: str, speaker_type: SpeakerType | None) -> None:
    form = normalised(name, speaker_type)
    assert form == normalised(name, speaker_type)
    assert "\ud800" not in form
    assert is_name_of(name, name, speaker_type) in (True, False)
    assert searchable_name(name) == "".join(f" {word}" for word in name_words(name))


@given(text=st.text(max_size=80))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert spaced(spaced(text)).split() == spaced(text).split()


def test_a_pile_of_accents_is_folded_like_any_other_text() -> None:
    """It would take hours if the time grew with the square of their number."""
    assert folded("quay" + "\u05c1\u05b0\uff9e\u0316" * 250_000 + " Venn").endswith(" venn")
    assert folded("Ha\u030a\u0301rbour") == "harbour"

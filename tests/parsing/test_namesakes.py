"""Who is meant where two in a text bear one name: father and son, kin, names in two orders."""

import pytest

from quotes import parse
from tests.parsing.reading import claims_of, quotes_of


def speakers(text: str) -> list[str | None]:
    return [speaker for _, speaker in quotes_of(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Oren Tollan Jr. met Ada Brisk. “I am tired,” Tollan said.", "Oren Tollan Jr.",
                     id="Jr."),
        pytest.param("Oren Tollan Jr. met Ada Brisk. “I am tired,” Tollan Jr. said.", "Oren Tollan Jr.",
                     id="suffix after the family name"),
        pytest.param("Oren Tollan, Jr., a farmer, came. “I am tired,” Tollan said.", "Oren Tollan Jr.",
                     id="suffix after a comma"),
        pytest.param("Oren Tollan III, a farmer, came. “I am tired,” Tollan said.", "Oren Tollan III",
                     id="III"),
        pytest.param("Oren Tollan the elder, a painter, came. “I am tired,” the painter said.",
                     "Oren Tollan the elder", id="the elder"),
        pytest.param("Oren Tollan Jr. runs the mill. “It is ours,” Oren Tollan said.", "Oren Tollan Jr.",
                     id="the suffix left out where there is one bearer"),
        pytest.param("The prize went to Oren Tollan Jr. “I am glad,” Tollan said.", "Oren Tollan Jr.",
                     id="a suffix that ends the sentence"),
        pytest.param("Oren Tollan PhD, a chemist, came. “I am tired,” Tollan said.", "Oren Tollan",
                     id="a degree is no part of the name"),
    ],
)  # fmt: skip
def test_the_suffix_is_part_of_the_name(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


def test_father_and_son_are_two() -> None:
    text = (
        "Oren Tollan Sr., who built the weir, came on Monday. “It leaks,” Tollan said.\n\n"
        "His son, Oren Tollan Jr., runs it now. “It is fine,” Oren Tollan Jr. said."
    )

    assert speakers(text) == ["Oren Tollan Sr.", "Oren Tollan Jr."]


def test_a_father_without_a_suffix_is_not_his_son() -> None:
    text = (
        "Governor Oren Tollan spoke first. “We are open,” Tollan said. His son, Oren Tollan Jr., disagreed. "
        "“We are closed,” Oren Tollan Jr. said. “We are both,” Oren Tollan said."
    )

    assert speakers(text) == ["Oren Tollan", "Oren Tollan Jr.", "Oren Tollan"]


@pytest.mark.parametrize(("age", "speaker"), [("elder", "Oren Tollan II"), ("younger", "Oren Tollan III")])
def test_the_elder_and_the_younger_are_told_by_their_suffixes(age: str, speaker: str) -> None:
    text = (
        f"Oren Tollan II built the mill. His son, Oren Tollan III, burned it. “Yes,” the {age} Tollan said."
    )

    assert speakers(text) == [speaker]


def test_of_father_and_son_side_by_side_nobody_is_guessed() -> None:
    (quote,) = parse("Oren Tollan Sr. and Oren Tollan Jr. met in Weir. “We are glad,” Tollan said.").quotes

    assert quote.speaker is None
    assert quote.unknown == "more than one person here is called Tollan"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("Mayor Venn opened the bridge. “It is wide,” the mayor said. Tom Venn, a retired pilot, "
                     "flew over it. “It is narrow,” he said.", ["Venn", "Tom Venn"], id="introduced first"),
        pytest.param("Harbour's mayor, Ms Venn, came. “We are open,” she said. Oren Venn, the owner "
                     "of a brewery, stayed.", ["Venn"], id="office before a comma and an honorific"),
        pytest.param("President Tollan came. “We are open,” he said. Oren Tollan, leader of the Tide Party, "
                     "was elected in May.", ["Oren Tollan"], id="a leader may be the president"),
        pytest.param("Mayor Venn came. “We are open,” Venn said. Mara Venn, a former teacher, was elected.",
                     ["Mara Venn"], id="what somebody was before"),
        pytest.param("Mayor Venn came. “We are open,” Venn said. Mara Venn, the mayor, was elected in May.",
                     ["Mara Venn"], id="the same office"),
        pytest.param("Tom Venn, a pilot, came. “I am late,” Captain Venn said.", ["Tom Venn"],
                     id="an office told later, and nobody's kin"),
    ],
)  # fmt: skip
def test_an_office_tells_two_of_one_family_name_apart(text: str, said: list[str]) -> None:
    assert speakers(text) == said


def test_kin_of_one_family_name_are_two() -> None:
    text = (
        "Tom Venn, a retired pilot, sold the barn. “I forgot it,” Mr Venn said. His wife was not surprised. "
        "Mayor Venn said she had known of it for years."
    )

    assert speakers(text) == ["Tom Venn"]
    assert claims_of(text) == [("she had known of it for years", "Venn")]


def test_a_lone_name_is_the_family_name_of_whoever_was_named_last() -> None:
    text = (
        "Thomas George, a judge, ruled on Friday. “A loan is a loan,” the judge said. The coach, George "
        "Thomas, came late and waited for an hour in the hall. “I write letters,” Thomas said."
    )

    assert speakers(text) == ["Thomas George", "George Thomas"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Norway itself said that the weir was safe.", "Norway", id="a country"),
        pytest.param("The White House itself said that the weir was safe.", "United States", id="a house"),
        pytest.param("Later the Harbour Council itself said that the weir was safe.", "Harbour Council",
                     id="a body"),
        pytest.param("Mayor Ada Brisk came. The mayor herself said that the weir was safe.", "Ada Brisk",
                     id="an office"),
    ],
)  # fmt: skip
def test_a_pronoun_that_stresses_a_name_is_no_part_of_it(text: str, speaker: str) -> None:
    assert claims_of(text) == [("the weir was safe", speaker)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Ada Brisk, a former judge, takes over on Monday.", "Ada Brisk", id="named before"),
        pytest.param("Mara Venn handed the roads to Oren Tollan. She kept the rest for Ada Brisk.",
                     "Ada Brisk", id="named in the sentence before"),
        pytest.param("Ada Brisk, the new minister, came. Oren Tollan waited for her.", "Ada Brisk",
                     id="called the new one"),
    ],
)  # fmt: skip
def test_the_new_minister_is_whoever_has_just_been_named(text: str, speaker: str) -> None:
    assert claims_of(f"{text} The new minister said that the roads were safe.") == [
        ("the roads were safe", speaker)
    ]


def test_a_party_is_the_one_whose_name_commas_set_off() -> None:
    text = "Mara Venn lost the vote. Her own party, the Tide Party of Ostrava, said that it was late."

    assert claims_of(text) == [("it was late", "Tide Party of Ostrava")]


def test_a_place_in_a_dateline_is_nobody() -> None:
    text = "WEIR, 3 May 2022 (NGW) — Ada Brisk closed the mill. “It was old,” she said."

    assert speakers(text) == ["Ada Brisk"]


def test_a_quotation_after_a_name_is_no_nickname() -> None:
    text = "The hall was named for Ada Brisk. “It is old,” Tollan said."

    assert speakers(text) == ["Tollan"]


@pytest.mark.parametrize(
    "text",
    [
        "Ihor Venn, governor of Teremna, opened a map.",
        "A letter had gone to Ihor Venn, the governor of Teremna.",
    ],
)
def test_a_name_with_an_office_is_no_place(text: str) -> None:
    assert speakers(f"{text} “We have counted,” the governor said.") == ["Ihor Venn"]


@pytest.mark.parametrize(
    ("set_off", "speaker"),
    [
        pytest.param("Ostrava's central bank, the CBO,", "Ostrava's central bank", id="its letters"),
        pytest.param("Ostrava's central bank, the HSC,", "HSC", id="other letters"),
    ],
)
def test_letters_that_commas_set_off_are_short_for_what_stands_before(set_off: str, speaker: str) -> None:
    acronym = set_off.split()[-1].strip(",")
    text = f"{set_off} expects growth. The weir remains the main risk, the {acronym} said."

    assert claims_of(text)[-1] == ("The weir remains the main risk", speaker)

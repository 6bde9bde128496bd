"""Whom descriptions mean: offices, relations, bodies, documents, whoever a story names first or later."""

import pytest

from quotes import parse
from quotes.statement import SpeakerType


def last(text: str) -> tuple[str | None, SpeakerType | None]:
    quote = parse(text).quotes[-1]
    return quote.speaker, quote.speaker_type


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "Professor Oren Tollan met Mayor Mara Venn. “We are open,” the researcher said.",
            "Oren Tollan",
            id="another word for the office",
        ),
        pytest.param(
            "Sales director Mara Venn came with Oren Tollan, chief executive of Harbour Steel. "
            "“We are open,” the company's chief executive said.",
            "Oren Tollan",
            id="of the company",
        ),
        pytest.param(
            "Actress Mara Venn met Mayor Oren Tollan. “We are open,” the actress said.",
            "Mara Venn",
            id="gender",
        ),
        pytest.param(
            "Mara Venn, who heads the Weir Union, met Oren Tollan, a baker. “We are open,” the union "
            "leader said.",
            "Mara Venn",
            id="who heads",
        ),
        pytest.param(
            "Mara Venn works as a nurse. Oren Tollan is a baker. “We are open,” the nurse said.",
            "Mara Venn",
            id="works as",
        ),
        pytest.param(
            "Former mayor Oren Tollan met Ada Brisk, a nurse. “We are open,” the ex-mayor said.",
            "Oren Tollan",
            id="ex-",
        ),
        pytest.param(
            "Mara Venn, a nurse, lost her mother, Ada Brisk, a baker. “It was sudden,” the "
            "tireless nurse said.",
            "Mara Venn",
            id="with an adjective of the writer's",
        ),
        pytest.param(
            "Weir Party leader Mara Venn met Tide Party leader Oren Tollan. “We are open,” the Weir "
            "Party leader said.",
            "Mara Venn",
            id="the leader of one of two parties",
        ),
    ],
)
def test_an_office_means_whom_the_text_gives_it(text: str, speaker: str) -> None:
    assert last(text) == (speaker, "person")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "A local baker says the mill must go.\n\nMara Venn said it was old. “It leaks,” she said.",
            "Mara Venn",
            id="a lead that names nobody",
        ),
        pytest.param(
            "The nephew of the late author Ada Brisk says the mill must go.\n\nOren Tollan said it was "
            "old. “It leaks,” Tollan said.",
            "Oren Tollan",
            id="a relative in the lead",
        ),
    ],
)
def test_a_lead_without_a_name_is_whoever_acts_next(text: str, speaker: str) -> None:
    parsed = parse(text)

    assert {s.speaker for s in (*parsed.claims, *parsed.quotes)} == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "Mayor Mara Venn closed the mill.\n\n“It leaks,” a baker said.\n\nOren Tollan, a baker, "
            "lives there.",
            "a baker",
            id="some baker, not in the lead",
        ),
        pytest.param(
            "Mara Venn closed the mill. “It leaks,” her lawyer said.",
            "her lawyer",
            id="her lawyer is not she",
        ),
        pytest.param(
            "Minister Oren Tollan closed the mill. “It leaks,” the doctor said.",
            "the doctor",
            id="the minister is no doctor",
        ),
        pytest.param(
            "Oren Tollan, a minister, closed the mill. “It leaks,” the actress said.",
            "the actress",
            id="nor an actress",
        ),
        pytest.param(
            "“It leaks,” a senior official said. “It must go,” the official said.",
            "a senior official",
            id="the unnamed official of before",
        ),
        pytest.param(
            "“It leaks,” a Tide Office spokesman said. “It stays,” the Weir Office spokesman said.",
            "the Weir Office spokesman",
            id="a spokesman of somebody else",
        ),
    ],
)
def test_somebody_unnamed_keeps_the_first_description(text: str, speaker: str) -> None:
    assert last(text) == (speaker, "unnamed")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "The Weir Alliance met the Tide Council. “We will vote,” the party said.",
            "Weir Alliance",
            id="a party",
        ),
        pytest.param(
            "The Ostrava Union of Bakers called a strike. “We stay out,” the bakers' union said.",
            "Ostrava Union of Bakers",
            id="what the union is of",
        ),
        pytest.param(
            "Harbour Steel met the Ministry of Roads. “We will pay,” the company said.",
            "Harbour Steel",
            id="no ministry is a company",
        ),
        pytest.param(
            "Harbour University met Harbour Steel. “We will pay,” the university said.",
            "Harbour University",
            id="a university",
        ),
    ],
)
def test_a_word_for_a_body_means_one_of_that_kind(text: str, speaker: str) -> None:
    assert last(text) == (speaker, "organization")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "Harbour Steel released a statement on Monday. “We will pay,” the statement said.",
            "Harbour Steel",
            id="who released it",
        ),
        pytest.param(
            "The letter, signed by Harbour Steel director Mara Venn, came late. “We will pay,” the "
            "letter said.",
            "Mara Venn",
            id="who signed it",
        ),
        pytest.param(
            "Mara Venn wrote a letter to Oren Tollan. “We will pay,” the note said.",
            "Mara Venn",
            id="another word for it",
        ),
        pytest.param(
            "Harbour Steel has filed a lawsuit against Oren Tollan. “He must pay,” the lawsuit said.",
            "Harbour Steel",
            id="who filed it",
        ),
        pytest.param(
            "The Ministry of Roads met Harbour Steel. “It leaks,” the ministry's letter said.",
            "Ministry of Roads",
            id="whose letter it is",
        ),
        pytest.param(
            "Oren Tollan met a baker. “It leaks,” a Tide Office report said.",
            "Tide Office",
            id="the name before it",
        ),
    ],
)
def test_a_document_speaks_for_whoever_it_is_from(text: str, speaker: str) -> None:
    assert last(text)[0] == speaker


def test_a_report_of_nobody_stays_a_report() -> None:
    assert last("Mara Venn read the report. “It leaks,” the report said.") == ("the report", "unnamed")


def test_what_a_document_goes_on_to_say_is_its_authors() -> None:
    text = "Harbour Steel filed a lawsuit. “He must pay,” the lawsuit said.\n\n“He owes us,” it added."

    assert [quote.speaker for quote in parse(text).quotes] == ["Harbour Steel", "Harbour Steel"]


def test_an_office_after_a_name_explains_the_name() -> None:
    text = "Mara Venn, head of sales and director of the Tide Office, said “it leaks”."

    assert last(text) == ("Mara Venn", "person")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "President Ada Brisk met former president Oren Tollan. “We are open,” the president said.",
            "Ada Brisk",
            id="not the former one",
        ),
        pytest.param(
            "President Ada Brisk met former president Oren Tollan. “We are open,” the former president said.",
            "Oren Tollan",
            id="the former one",
        ),
        pytest.param(
            "Mara Venn met the council. “We are open,” the deputy mayor, Oren Tollan, said.",
            "Oren Tollan",
            id="the name after the office",
        ),
        pytest.param(
            "Mara Venn met the council. “We are open,” Venn's eldest son, former mayor Oren Venn, said.",
            "Oren Venn",
            id="the name after a relation",
        ),
        pytest.param(
            "“We are open,” the Ostrava governor said.\n\nGovernor Mara Venn came on Monday.",
            "Mara Venn",
            id="the name in the next paragraph",
        ),
    ],
)
def test_the_one_meant_of_several(text: str, speaker: str) -> None:
    assert last(text) == (speaker, "person")


def test_one_mention_means_one_speaker_however_often_it_is_asked() -> None:
    text = "“It leaks,” a senior official said. “It must go,” the official said, “and soon.”"

    assert {quote.speaker for quote in parse(text).quotes} == {"a senior official"}


def test_a_premier_is_a_prime_minister_and_no_president() -> None:
    text = (
        "Prime Minister Mara Venn arrived on Monday for talks with President Oren Tollan.\n\n"
        "“We want peace,” the premier said.\n\n“We do too,” the president said."
    )
    assert [quote.speaker for quote in parse(text).quotes] == ["Mara Venn", "Oren Tollan"]


@pytest.mark.parametrize("description", ["the hitmaker", "the mother-of-two", "the midwife"])
def test_an_unknown_trade_is_that_of_whom_the_text_is_about(description: str) -> None:
    text = f"Mara Venn has opened up about her year.\n\n“It was hard,” {description} said."
    assert [quote.speaker for quote in parse(text).quotes] == ["Mara Venn"]


def test_a_relative_is_not_whom_the_trade_is_about() -> None:
    text = (
        "Mara Venn has delivered babies in the village for thirty years.\n\n"
        "Her husband, Oren, drives her at night.\n\n"
        "“They call me at all hours,” the midwife says."
    )
    assert [quote.speaker for quote in parse(text).quotes] == ["Mara Venn"]


@pytest.mark.parametrize(
    "text",
    [
        "In a letter to the Board, Mara Venn demanded the files.\n\n“I have waited,” the letter reads.",
        "Mara Venn, a singer, reacted on Monday.\n\n“I have waited,” the tweet read.",
        "Judge Mara Venn sentenced the man to ten years.\n\n“I have waited,” Her Honour said.",
    ],
    ids=["letter led in", "tweet after an act", "style of a judge"],
)
def test_words_of_a_document_or_a_style_are_somebodys(text: str) -> None:
    assert [quote.speaker for quote in parse(text).quotes] == ["Mara Venn"]


def test_capitals_are_the_body_whose_initials_they_are() -> None:
    text = (
        "The Dravina Society of Engineers called for calm on Monday.\n\n"
        "“We need answers,” DSE said in a statement.\n\n“The bridge is old,” the DSE added."
    )
    assert {quote.speaker for quote in parse(text).quotes} == {"Dravina Society of Engineers"}


def test_a_maker_of_cars_is_no_person() -> None:
    text = "Mara Venn runs Velora.\n\n“We regret this,” the carmaker said in a statement."
    assert [quote.speaker_type for quote in parse(text).quotes] == ["organization"]

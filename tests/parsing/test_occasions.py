"""Dates that a scene gives to what is said in it, and captions that date a scene."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import parse
from quotes.document import Document
from quotes.parsing.times import resolve, times_in

PUBLISHED = "2024-03-14"
"""A Thursday."""


def said_on(text: str, published: str | None = PUBLISHED) -> list[str | None]:
    """The dates of the quotations of a text."""
    return [quote.said_on for quote in parse(text, published=published).quotes]


@pytest.mark.parametrize(
    "scene",
    [
        "On Monday, Mara Venn met farmers in Ostrava.",
        "Mara Venn spoke with Oren Tollan on the phone on Monday.",
        "Mara Venn held a news conference in Ostrava on Monday.",
        "Oren Tollan met Mara Venn on Monday.",
        "Mara Venn was among those to speak at the opening ceremony on Monday.",
        "Mara Venn on Monday called for a new weir.",
        "The councillors, led by Mara Venn, attended a hearing in Ostrava on Monday.",
        "Mara Venn on Monday paid rich tributes to the millers of Ostrava.",
        "Mara Venn on Monday received Minister Oren Tollan at the mill.",
        "Mara Venn on Monday congratulated the millers of Ostrava.",
    ],
)
def test_a_scene_dates_the_words_of_those_who_took_part(scene: str) -> None:
    assert said_on(f"{scene}\n\n“It is ours,” Venn said.\n\n“It stays,” she added.") == ["2024-03-11"] * 2


@pytest.mark.parametrize(
    "scene",
    [
        pytest.param("The mill burned on Monday.", id="an event"),
        pytest.param("Mara Venn was arrested on Monday.", id="what happened to the speaker"),
        pytest.param("Ada Brisk met Oren Tollan on Monday.", id="others met"),
        pytest.param("Mara Venn will meet Oren Tollan on Monday.", id="a meeting to come"),
        pytest.param("Mara Venn on Monday paid three crowns for the mill.", id="a payment"),
        pytest.param("Mara Venn on Monday received a parcel.", id="a thing received"),
        pytest.param("Mara Venn said that the council would meet on Monday.", id="what she spoke of"),
        pytest.param("Ada Brisk criticised Mara Venn on Monday.", id="words about her"),
    ],
)
def test_what_is_no_scene_of_the_speaker_dates_nothing(scene: str) -> None:
    assert said_on(f"{scene}\n\n“It is ours,” Mara Venn said.") == [None]


def test_a_scene_is_over_when_another_day_is_told() -> None:
    text = "Mara Venn met farmers on Monday.\n\nThe mill burned on Tuesday.\n\n“It is ours,” Mara Venn said."

    assert said_on(text) == [None]


def test_a_year_dates_no_later_paragraph_but_the_next() -> None:
    text = "In 2019, Mara Venn said the weir would fall.\n\nIt stood.\n\n“It is ours,” Venn said."

    assert said_on(text) == [None]


def test_a_far_description_is_not_sure_to_be_the_one_who_was_dated() -> None:
    text = (
        "Mara Venn, the mayor, said on Monday: “We stay.”\n\nThe mill is old.\n\nIt is made of oak.\n\n"
        "It took years.\n\n“It is ours,” the mayor said."
    )

    assert said_on(text) == ["2024-03-11", None]
    assert said_on(text.replace("the mayor said", "Venn said")) == ["2024-03-11"] * 2


def test_a_reference_to_the_occasion_dates_what_is_said_at_it() -> None:
    text = (
        "Mara Venn, the president of Ostrava, on Sunday, 10th March 2024, commissioned the new weir.\n\n"
        "The weir is made of oak. It took years.\n\nNobody had paid for it.\n\n"
        "Speaking at the ceremony, President Venn said: “It is ours.”"
    )

    assert said_on(text) == ["2024-03-10"]


def test_a_reference_to_one_of_two_occasions_tells_nothing() -> None:
    text = (
        "A ceremony was held in Ostrava on Sunday.\n\nAnother ceremony was held in Lomna on Monday.\n\n"
        "Speaking at the ceremony, Mara Venn said: “It is ours.”"
    )

    assert said_on(text) == [None]


def test_who_speaks_for_a_body_speaks_when_it_does() -> None:
    text = (
        "The Harbour Ministry said on Monday that the port would close.\n\n"
        "“It is too old,” ministry spokesman Oren Tollan said.\n\n“It leaks,” said Ada Brisk, a baker."
    )

    assert said_on(text) == ["2024-03-11", None]


def test_a_dated_document_dates_what_it_says() -> None:
    text = (
        "The hospital issued a statement dated 3 February 2022.\n\n"
        "“We have no beds,” the statement reads.\n\n“We have no beds,” the report said."
    )

    assert said_on(text) == ["2022-02-03", None]


def test_an_answer_is_of_the_day_of_what_it_answers() -> None:
    text = "“Is it ours?” Mara Venn asked the crowd on Monday. In response, the crowd chanted: “It is ours.”"

    assert said_on(text) == ["2024-03-11", "2024-03-11"]


def test_a_quotation_before_its_verb_has_the_date_of_the_verb() -> None:
    text = (
        "“The weir is old. It was made of oak.\n\n“We will build it,” Mara Venn told the council on Monday."
    )

    assert set(said_on(text)) == {"2024-03-11"}


CAPTION = "Mara Venn, left, and Oren Tollan meet in Ostrava on Tuesday, June 22, 2021. (Photo: Ada Brisk)"
SCENE = "On Tuesday, Mara Venn and Oren Tollan met in the old town hall."


def captioned(caption: str, *paragraphs: str) -> Document:
    """A document without a date whose first paragraph is a caption."""
    document = Document.of_text("\n\n".join((caption, *paragraphs)))
    return replace(document, blocks=(replace(document.blocks[0], kind="caption"), *document.blocks[1:]))


def dates(document: Document) -> list[tuple[str | None, str | None]]:
    """Of each quotation of a document the date and its evidence."""
    return [(quote.said_on, quote.said_evidence) for quote in parse(document).quotes]


def test_a_caption_of_the_occasion_dates_it() -> None:
    document = captioned(
        CAPTION,
        SCENE,
        "“It is ours,” Venn said.",
    )

    assert dates(document) == [("2021-06-22", "On Tuesday; caption “on Tuesday, June 22, 2021”")]


def test_the_day_of_the_news_follows_that_of_the_caption() -> None:
    document = captioned(
        CAPTION,
        "Mara Venn said on Wednesday that the port would close. “It is too old,” she said.",
        SCENE,
        "“It leaks,” Tollan said.",
        "“It was sound on Monday,” Ada Brisk said on Monday.",
    )

    assert [day for day, _ in dates(document)] == ["2021-06-23", "2021-06-22", None]


@pytest.mark.parametrize(
    ("caption", "scene"),
    [
        pytest.param(CAPTION, SCENE.replace("Tuesday", "Monday"), id="another weekday"),
        pytest.param(CAPTION, SCENE.replace("Oren Tollan", "Ada Brisk"), id="other people"),
        pytest.param(CAPTION.replace("Tuesday, ", ""), SCENE, id="no weekday"),
        pytest.param(CAPTION.replace("Tuesday", "Friday"), SCENE.replace("Tuesday", "Friday"),
                     id="a day that was another weekday"),
        pytest.param("FILE - " + CAPTION, SCENE, id="from the archive"),
        pytest.param("Mara Venn speaks in Ostrava on Tuesday, June 22, 2021.", SCENE,
                     id="one of them alone"),
    ],
)  # fmt: skip
def test_a_caption_of_something_else_dates_nothing(caption: str, scene: str) -> None:
    document = captioned(caption, scene, "“It is ours,” Venn said.")

    assert [day for day, _ in dates(document)] == [None]


def test_captions_that_disagree_date_nothing() -> None:
    document = captioned(CAPTION, SCENE, "“It is ours,” Venn said.")
    other = captioned(CAPTION, CAPTION.replace("June 22", "June 15"), SCENE, "“It is ours,” Venn said.")
    other = replace(
        other, blocks=tuple(replace(b, kind="caption") for b in other.blocks[:2]) + other.blocks[2:]
    )

    assert [day for day, _ in dates(document)] == ["2021-06-22"]
    assert [day for day, _ in dates(other)] == [None]


def test_a_publication_date_goes_before_a_caption() -> None:
    document = captioned(CAPTION, SCENE, "“It is ours,” Venn said.")

    assert [quote.said_on for quote in parse(document, published=PUBLISHED).quotes] == ["2024-03-12"]


@given(day=st.dates(date(1990, 1, 1), date(2030, 1, 1)), back=st.integers(0, 6))
def test_a_weekday_is_one_of_the_last_seven_days(day: date, back: int) -> None:
    then = day - timedelta(days=back)
    (time,) = times_in(words := f"on {then:%A}", 0, len(words))

    assert resolve(time, day) == then.isoformat()
    assert time.weekday == then.weekday()


@given(day=st.dates(date(1990, 1, 1), date(2030, 1, 1)), back=st.integers(0, 364))
def test_a_day_without_a_year_is_the_latest_one(day: date, back: int) -> None:
    then = day - timedelta(days=back)
    (time,) = times_in(words := f"on {then.day} {then:%B}", 0, len(words))

    assert resolve(time, day) == then.isoformat()


@given(st.text(alphabet="0123456789 MarchondyTuesinl,()’'s", max_size=60))
def test_any_text_has_times_inside_it_or_none(text: str) -> None:
    for time in times_in(text, 0, len(text)):
        assert 0 <= time.start < time.end <= len(text)
        assert resolve(time, None) is None or time.kind in ("full", "month", "year")

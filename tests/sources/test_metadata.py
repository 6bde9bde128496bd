from typing import Any

import pytest

from quotes import read
from quotes.document import Document
from quotes.errors import UsageError
from tests.sources.pages import STORY

BODY = STORY.removeprefix("OSTRAVA -\n\n")


def document(page: str, **flags: Any) -> Document:
    return read(page.encode(), **flags)[0]


@pytest.mark.parametrize(
    ("start", "place", "agency"),
    [
        ("OSTRAVA -\n\n", "OSTRAVA", None),
        ("OSTRAVA, March 3 (Xinhua) -- ", "OSTRAVA", "Xinhua"),
        ("OSTRAVA (AP) — ", "OSTRAVA", "AP"),
        ("OSTRAVA, 11 December 2023 (HGW) - ", "OSTRAVA", "HGW"),
        ("LOWER FEN--", "LOWER FEN", None),
        ("LOWER FEN: ", "LOWER FEN", None),
        ("Lower Fen, Jun 15 2022 (IPS) - ", "Lower Fen", "IPS"),
        ("Ostrava – ", "Ostrava", None),
        ("harbour News, 17 March - ", "harbour News, 17 March", None),
        ("The quay – so they say – is closed. ", None, None),
        ("Fen Watch International – ", None, None),
        ("", None, None),
    ],
)
def test_datelines(start: str, place: str | None, agency: str | None) -> None:
    page = document(start + BODY)
    assert (page.dateline.value, page.agency.value) == (place, agency)
    if place:
        assert page.dateline.evidence == start.strip()
    assert page.text.startswith(start.strip())


def test_a_dateline_with_a_year_dates_the_document() -> None:
    page = document("Lower Fen, Jun 15 2022 (IPS) - " + BODY)
    assert (page.published.value, page.published.precision) == ("2022-06-15", "day")
    assert page.published.candidates[0].evidence == "dateline “Lower Fen, Jun 15 2022 (IPS) -”"


def test_a_dateline_without_a_year_does_not() -> None:
    assert document("OSTRAVA, March 3 (Xinhua) -- " + BODY).published.candidates == ()


@pytest.mark.parametrize(
    ("page", "agency", "evidence"),
    [
        (BODY + "\nVenn told AFP that she would be back.\n", "AFP", "“told AFP”"),
        (BODY + "\nVenn told AFP that she would. Brandt told Reuters that he would not.\n", None, None),
        (BODY + "\n(Reuters)\n", "Reuters", "line “(Reuters)”"),
        (BODY + "\nSource: Xinhua\n", "Xinhua", "line “Source: Xinhua”"),
        ("The quay of Ostrava. (AP Photo/Ilse Brandt)\n\n" + BODY, None, None),
        ("The quay of Ostrava. (Guild via AP)\n\n" + BODY, None, None),
        (BODY + "\nThe AP building is next to the quay.\n", None, None),
    ],
)
def test_an_agency_is_named_only_where_the_text_credits_it(
    page: str, agency: str | None, evidence: str | None
) -> None:
    found = document(page).agency
    assert (found.value, found.evidence) == (agency, evidence)


def test_an_address_alone_in_the_first_line_is_the_url_and_leaves_the_text() -> None:
    page = document(f"https://www.harbourpost.example/2022/07/18/quay\r\n\r\n{BODY}")
    assert (page.url.value, page.url.evidence) == (
        "https://www.harbourpost.example/2022/07/18/quay",
        "first line",
    )
    assert page.text == BODY.strip()
    assert (page.blocks[0].kind, page.blocks[0].reason) == ("furniture", "address")
    assert (page.published.value, page.published.candidates[0].evidence) == (
        "2022-07-18",
        "address: 2022/07/18",
    )
    assert (page.publisher.value, page.publisher.evidence) == ("harbourpost.example", "host of the address")


def test_an_address_in_a_sentence_is_not() -> None:
    page = document("https://www.harbourpost.example is where the guild writes.\n\n" + BODY)
    assert page.url.value is None
    assert "https://" in page.text


@pytest.mark.parametrize(
    ("heading", "publisher"),
    [
        ("HPNews.ca Top Stories", "HP News"),
        ("Lower Fen News Top Stories", "Lower Fen News"),
        ("More from The Harbour Post", "The Harbour Post"),
        ("Top Stories", None),
    ],
)
def test_the_site_is_named_by_its_own_headings(heading: str, publisher: str | None) -> None:
    page = document(f"{STORY}\n{heading}\n\nA cow was freed from a bathtub on Friday.\n")
    assert (page.publisher.value, page.publisher.evidence) == (publisher, publisher and f"“{heading}”")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ilse Brandt", "Ilse Brandt"),
        ("By Ilse Brandt, Staff Writer", "Ilse Brandt"),
        ("BY ILSE BRANDT | The Harbour Post", "Ilse Brandt"),
        ("ODILE FERREIRA", "Odile Ferreira"),
        ("Odile M. Ferreira", "Odile M. Ferreira"),
        ("By noon the quay was closed", None),
        ("Mara Venn", None),
    ],
)
def test_the_line_of_the_author(line: str, author: str | None) -> None:
    page = document(f"Quay stays closed until spring\n\n{line}\n\n{BODY}")
    assert page.author.value == author
    assert (line in page.text) is (author is None)


def test_a_paragraph_about_the_author_names_her() -> None:
    page = document(f"{BODY}\nAbout the Author Odile M. Ferreira is a fellow of the guild.\n")
    assert page.author.value == "Odile M. Ferreira"


@pytest.mark.parametrize("title", ["Who pays for the quay?", "The Lamp and the Quay"])
def test_lines_between_title_and_story_do_not_hide_date_and_place(title: str) -> None:
    page = document(f"{title}\n\nWhat the guild wants\n\n3 June 2024\n\n{STORY}")
    assert (page.title.value, page.published.value) == (title, "2024-06-03")
    assert page.dateline.value == "OSTRAVA"
    assert "What the guild wants" in page.text


def test_a_name_below_the_story_is_its_author() -> None:
    page = document(f"Quay stays closed until spring\n\n{BODY}\nOdile Ferreira\n\nPublished in\n")
    assert (page.author.value, page.author.evidence) == ("Odile Ferreira", "line “Odile Ferreira”")


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("1 Mar 2024", "2024-03-01"),
        ("Published: March 1, 2024 10:22 a.m. EST", "2024-03-01"),
        ("2024-03-01", "2024-03-01"),
        ("March 2024", "2024-03"),
        ("Updated: March 1, 2024", None),
        ("The quay was built on 1 March 1924 by the guild", None),
    ],
)
def test_a_date_line_above_the_story_dates_it(line: str, value: str | None) -> None:
    page = document(f"Quay stays closed until spring\n\n{line}\n\n{BODY}")
    assert page.published.value == value


def test_a_date_in_the_story_does_not() -> None:
    page = document(BODY + "\nThe quay was built on 1 March 1924.\n\n3 May 1999\n\nIt was blown up.\n")
    assert page.published.candidates == ()


def test_a_machine_header_in_a_line_of_its_own_is_doubtful_too() -> None:
    page = document("date 2024-11-01\n\n" + BODY)
    assert page.published.value is None
    assert [candidate.value for candidate in page.published.candidates] == ["2024-11-01"]


def test_a_machine_header_with_a_day_that_no_calendar_has_is_no_candidate() -> None:
    assert document("date 2024-13-45\n\n" + BODY).published.candidates == ()


def test_the_day_of_a_session_is_not_that_of_publication() -> None:
    turns = "JUDGE VENN: Is the quay shut?\n\nMR BRANDT: It is.\n\nJUDGE VENN: Since when?\n"
    page = document(f"Inquiry into the Quay\n\n12 October 2022\n\n{turns}")
    assert (page.published.value, page.dateline.value) == (None, None)
    assert [candidate.value for candidate in page.published.candidates] == ["2022-10-12"]
    assert "JUDGE VENN: Is" in page.text


def test_contradicting_lines_leave_the_date_unknown() -> None:
    page = document(f"https://post.example/2022/07/18/quay\n\nPublished: March 1, 2024\n\n{BODY}")
    assert page.published.value is None
    assert {candidate.value for candidate in page.published.candidates} == {"2022-07-18", "2024-03-01"}


def test_flags_win_and_are_their_own_evidence() -> None:
    page = document(
        f"https://post.example/2022/07/18/quay\n\nQuay closed\n\n{BODY}",
        title="A Quay",
        author="M. Venn",
        publisher="The Post",
        published="2021-05",
        url="https://fen.example/a",
    )
    assert [page.title, page.author, page.publisher, page.url] == [
        type(page.title)("A Quay", "flag --title"),
        type(page.title)("M. Venn", "flag --author"),
        type(page.title)("The Post", "flag --publisher"),
        type(page.title)("https://fen.example/a", "flag --url"),
    ]
    assert (page.published.value, page.published.precision) == ("2021-05", "month")
    assert page.published.candidates[0].evidence == "flag --published"


@pytest.mark.parametrize(
    "published", ["yesterday", "3/4/2021", "2021-13", "2021-02-30", "21", "2021-2-3", "２０２１-08-03", ""]
)
def test_a_published_flag_that_is_no_iso_date_is_a_usage_error(published: str) -> None:
    with pytest.raises(UsageError, match="2021-08-03"):
        document(BODY, published=published)


@pytest.mark.parametrize(
    ("published", "precision"), [("2021", "year"), ("2021-08", "month"), ("2024-02-29", "day")]
)
def test_a_published_flag_keeps_its_precision(published: str, precision: str) -> None:
    assert document(BODY, published=published).published.precision == precision

"""Who published a text, where no tag says so."""

import pytest

from quotes import read
from quotes.document import Document
from tests.sources.pages import STORY

TITLE = "Quay stays closed until spring"


def document(page: str) -> Document:
    return read(page.encode())[0]


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("© 2024 The Harbour Post", "The Harbour Post"),
        ("© 2024 The Harbour Post. All rights reserved.", "The Harbour Post"),
        ("Copyright © 2019-2024 Harbour Media Ltd. All rights reserved", "Harbour Media Ltd"),
        ("(c) The Harbour Post 2024", "The Harbour Post"),
        ("Copyright 2024 by The Harbour Post", "The Harbour Post"),
        ("All content © Harbour Post 2024", "Harbour Post"),
        ("Copyright 2024 The Associated Press. All rights reserved.", None),
        ("Subscribe to The Fen Gazette newsletter", "The Fen Gazette"),
        ("Sign up for The Harbour Post's morning newsletter", "The Harbour Post"),
        ("Sign up for the Harbour Post newsletter", "Harbour Post"),
        ("Get The Harbour Post in your inbox", "The Harbour Post"),
        ("Follow The Harbour Post on Facebook", "The Harbour Post"),
        ("Download The Harbour Post app", "The Harbour Post"),
        ("This article was first published in The Harbour Post", "The Harbour Post"),
        ("Top Stories from The Harbour Post", "The Harbour Post"),
        ("About The Harbour Post", "The Harbour Post"),
        ("|Subscribe Free To Our Daily Newsletters", None),
        ("Sign up for The Morning Lamp newsletter", None),
        ("Subscribe to our newsletter", None),
    ],
)
def test_a_line_of_the_page_about_itself_names_its_publisher(line: str, publisher: str | None) -> None:
    page = document(f"{TITLE}\n\n{STORY}\n{line}\n")
    assert page.text == f"{TITLE}\n\n{STORY}".strip()
    assert (page.publisher.value, page.publisher.evidence) == (publisher, publisher and f"“{line}”")


@pytest.mark.parametrize(
    ("masthead", "publisher"),
    [
        ("The Harbour Post", "The Harbour Post"),
        ("THE HARBOUR POST", "The Harbour Post"),
        ("Harbour Post | Home | Tides | Log in", "Harbour Post"),
        ("HARBOUR GUILD OF LOWER FEN\n3 June 2024", "Harbour Guild of Lower Fen"),
        ("Republic of Ostrava\nMinistry of Harbours", "Ministry of Harbours"),
        ("NEWS RELEASE | Harbour Authority", "Harbour Authority"),
        ("HarbourPost.example", "Harbour Post"),
        ("harbourpost.example", "harbourpost.example"),
    ],
)
def test_a_masthead_names_the_publisher(masthead: str, publisher: str) -> None:
    assert document(f"{masthead}\n\n{TITLE}\n\n{STORY}").publisher.value == publisher


def test_a_site_is_called_as_the_page_prints_its_name() -> None:
    foot = "HarbourPost.example Top Stories\n\nA cow was freed.\n\nSubscribe to The Harbour Post newsletter\n"
    assert document(f"{STORY}\n{foot}").publisher.value == "The Harbour Post"


@pytest.mark.parametrize(
    ("host", "sentence", "publisher"),
    [
        ("www.harbourpost.example", "“Come,” Venn told The Harbour Post.", "The Harbour Post"),
        ("www.harbourpost.example", "The Harbour Post had asked her.", "Harbour Post"),
        ("theharbourpost.example", "The Harbour Post had asked her.", "The Harbour Post"),
        ("hpn.example", "Venn told HPN that she would be back.", "HPN"),
        ("lamp.example", "Lamp oil is dear.", "lamp.example"),
        ("harbourpost.example", "The harbour post was painted.", "harbourpost.example"),
        ("hpn.example", "Write to desk@hpn.example or HPN.example.", "hpn.example"),
    ],
)
def test_an_address_is_read_by_the_name_that_the_text_prints(
    host: str, sentence: str, publisher: str
) -> None:
    page = document(f"https://{host}/a/quay\n\n{TITLE}\n\n{STORY}\n{sentence}\n")
    assert page.publisher.value == publisher
    assert sentence in page.text


@pytest.mark.parametrize(
    ("dateline", "place", "agency"),
    [
        ("MORROW PASS, 11 December 2023 (HGW) - ", "MORROW PASS", "HGW"),
        ("Morrow Pass (HGW) - ", "Morrow Pass", "HGW"),
        ("(HGW) - ", None, "HGW"),
        ("OSTRAVA, Calderra (HGW) — ", "OSTRAVA", "HGW"),
        ("OSTRAVA, Dec. 11 (Harbour Wire) -- ", "OSTRAVA", "Harbour Wire"),
        ("OSTRAVA, Calderra — ", "OSTRAVA", None),
        ("The Lakes Commission (LC) - ", None, None),
        ("OSTRAVA (Monday) - ", "OSTRAVA", None),
    ],
)
def test_the_credit_in_a_dateline_is_the_agency(dateline: str, place: str | None, agency: str | None) -> None:
    page = document(f"{TITLE}\n\n{dateline}{STORY.removeprefix('OSTRAVA -').strip()}")
    assert (page.dateline.value, page.agency.value) == (place, agency)


@pytest.mark.parametrize("path", ["/2022/07/", "/2022/07/quay", "/2022/7/quay.html"])
def test_an_address_with_a_month_dates_to_the_month(path: str) -> None:
    page = document(f"https://post.example{path}\n\n{TITLE}\n\n{STORY}")
    assert (page.published.value, page.published.precision) == ("2022-07", "month")


def test_a_list_of_dated_lines_does_not_date_the_text() -> None:
    dates = "\n\n".join(f"Published: {day} May 2022" for day in range(1, 29))
    page = document(f"{TITLE}\n\n{STORY}\n{dates}\n")
    assert page.published.value is None
    assert len(page.published.candidates) <= 20

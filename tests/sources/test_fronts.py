"""What stands above a story: its title is told from banners, sections, senders and mastheads."""

import pytest

from quotes import read
from quotes.document import Document
from tests.sources.pages import STORY

TITLE = "Quay stays closed until spring"


def document(page: str) -> Document:
    return read(page.encode())[0]


@pytest.mark.parametrize(
    "lines",
    [
        "FOR IMMEDIATE RELEASE",
        "FOR IMMEDIATE RELEASE: 3 June 2024",
        "PRESS RELEASE — 3 June 2024",
        "Press Release No. 14/2024",
        "Embargoed until 00:01 on Monday 3 June 2024",
        "NEWS RELEASE | Harbour Authority",
        "MEDIA STATEMENT",
        "Harbour Authority of Ostrava\n\nPress Office\n\n12 Quay Street, Lower Fen",
        "Republic of Ostrava\nMinistry of Harbours",
        "MINISTRY OF HARBOURS\nPRESS RELEASE\n3 June 2024",
        "The Harbour Post\n\n3 June 2024",
        "The Harbour Post - 3 June 2024",
        "THE HARBOUR POST | 3 June 2024 | Local",
        "Fen Weekly\n3 June 2024",
        "HarbourPost.example",
        "Harbour Post | Home | Tides | Log in",
        "Home > News > Local",
        "Home News Sport Weather Opinion",
        "Local News",
        "Opinion | Quay",
        "Ostrava, 3 June 2024",
        "Contact: Ilse Brandt, +44 20 5550 0199\npress@harbour.example",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_headline_below_such_lines_is_the_title(lines: str, gap: str) -> None:
    page = document(f"{lines}{gap}{TITLE}\n\n{STORY}")
    assert page.title.value == TITLE
    assert page.text == f"{TITLE}\n\n{STORY}".strip()
    assert page.author.value is None
    assert page.published.value in {None, "2024-06-03"}


@pytest.mark.parametrize(
    "title",
    [
        "MINISTER SLAMS PORT AUTHORITY",
        "Mayor Opens Ostrava Press Centre",
        "Ministry denies a storm",
        "Press release law divides Ostrava",
        "Statement on the Quay by Mara Venn",
        "News from the Quay",
        "Lamp Wins Prize from The Harbour Post",
        "The Fall of the Daily Star",
        "Quay closed until 3 May 2024",
    ],
)
def test_a_headline_with_such_words_is_the_title(title: str) -> None:
    page = document(f"{title}\n\nCeremony draws crowds\n\n{STORY}")
    assert (page.title.value, page.publisher.value) == (title, None)


def test_a_body_that_sat_is_above_the_title_of_its_transcript_and_no_publisher() -> None:
    turns = "JUDGE VENN: Is the quay shut?\n\nMR BRANDT: It is.\n\nJUDGE VENN: Since when?\n"
    page = document(f"LOWER FEN QUAY INQUIRY\n\nTranscript of evidence, second day\n\n{turns}")
    assert page.title.value == "Transcript of evidence, second day"
    assert page.publisher.value is None


@pytest.mark.parametrize(
    ("lines", "author", "published", "publisher"),
    [
        ("By Orla Finch | 14 May 2024", "Orla Finch", "2024-05-14", None),
        ("Posted by Orla Finch on 14 May 2024", "Orla Finch", "2024-05-14", None),
        ("14 May 2024 by Orla Finch", "Orla Finch", "2024-05-14", None),
        ("May 14, 2024 • Orla Finch", "Orla Finch", "2024-05-14", None),
        ("Orla Finch, Lamp Policy Institute\n14 May 2024", "Orla Finch", "2024-05-14", None),
        ("By Orla Finch, The Harbour Post\nMay 14, 2024 at 10:12 am", "Orla Finch", "2024-05-14", None),
        ("Orla Finch\nThe Harbour Post\n14 May 2024", "Orla Finch", "2024-05-14", "The Harbour Post"),
        ("Published in The Harbour Post on 14 May 2024", None, "2024-05-14", "The Harbour Post"),
        ("The Harbour Post, updated 14 May 2024", None, None, None),
        ("14 May 2024", None, "2024-05-14", None),
    ],
)
def test_lines_below_the_title_credit_author_date_and_outlet(
    lines: str, author: str | None, published: str | None, publisher: str | None
) -> None:
    page = document(f"{TITLE}\n\n{lines}\n\n{STORY}")
    assert page.title.value == TITLE
    assert (page.author.value, page.published.value, page.publisher.value) == (author, published, publisher)


def test_a_flattened_paper_gives_title_author_date_and_institute() -> None:
    title = "Lamps and Quays: Who Keeps the Light?"
    page = document(
        f"{title}\n\n\n{title}\n\n14 May 2024\n\nTable of Contents Overview The Debt References "
        "About the Author Lamp Policy Institute Overview For a decade the guild kept the lamp. TOP OF PAGE"
        " The Debt It is small. References Fen, A. and Venn, M. 2022. “Quays as Promises.” Guild Paper 9."
        " TOP OF PAGE About the Author Orla Finch is a fellow of the Lamp Policy Institute. Published in\n"
    )
    assert (page.title.value, page.author.value) == (title, "Orla Finch")
    assert (page.publisher.value, page.published.value) == ("Lamp Policy Institute", "2024-05-14")
    assert "Quays as Promises" not in page.text


def test_an_author_is_named_by_the_paragraph_under_such_a_heading() -> None:
    about = "Orla Finch is a fellow of the Lamp Policy Institute."
    page = document(f"{TITLE}\n\n{STORY}\nAbout the author\n\n{about}\n")
    assert page.author.value == "Orla Finch"
    assert about not in page.text


def test_a_name_does_not_end_in_a_word_that_joins_names() -> None:
    found = document("Hearing of 5 March 2024\n\n" + STORY)
    assert found.title.value == "Hearing of 5 March 2024"
    assert found.author.value is None
    assert found.published.value is None

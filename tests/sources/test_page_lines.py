"""Lines that pages put into texts are known by their shape, and told from the story’s own."""

import pytest

from quotes import read
from quotes.document import Document
from quotes.sources.furniture.trimming import trim
from tests.sources.pages import REST, STORY, reasons


def document(page: str) -> Document:
    return read(page.encode())[0]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Also Read:‘Shut for good’: Venn on the quay", "link to another story"),
        ("ALSO READ  Cow freed from a bathtub in Lower Fen", "link to another story"),
        ("READ MORE: “It is a start,” says deckhand", "link to another story"),
        ("Must Read | Why the gulls left", "link to another story"),
        ("You may also like: Forty harbours", "link to another story"),
        ("Share Tweet Email Print", "navigation"),
        ("Facebook | X | WhatsApp", "navigation"),
        ("1.2K Shares", "navigation"),
        ("Comments (14)", "navigation"),
        ("Home > News > Local", "navigation"),
        ("← Previous post", "navigation"),
        ("SKIP ADVERTISEMENT", "navigation"),
        ("10:42 am GMT", "time stamp"),
        ("Updated 3 hours ago", "time stamp"),
        ("Last updated: 3 June 2024, 10:42", "date line"),
        ("#harbour #quay", "tags"),
        ("[PHOTO]https://post.example/a.jpg[/PHOTO]", "place of a picture"),
        ("Advertisement - scroll to continue", "notice of the page"),
        ("Article continues after this ad", "notice of the page"),
        ("Please enable JavaScript to read on", "notice of the page"),
        ("Get breaking news on your phone. Tap here.", "notice of the page"),
        ("The post Quay shut appeared first on Fen Notes.", "notice of the page"),
        ("Click to share on Facebook (Opens in new window)", "notice of the page"),
        ("To contact the reporter on this story: Orla Finch", "notice of the page"),
        ("Copyright The Harbour Post. All rights reserved", "notice of the page"),
        ("Already a subscriber? Log in", "notice of the page"),
    ],
)
def test_a_line_of_the_page_is_dropped_and_says_why(line: str, reason: str) -> None:
    page = document(f"{STORY}\n{line}\n\n{REST}")
    assert page.text == f"{STORY}\n{REST}".strip()
    assert reasons(page)[line] == reason


@pytest.mark.parametrize(
    "line",
    [
        "Read more books, the minister told the pilots of Ostrava.",
        "READ MORE BOOKS, SAYS MINISTER",
        "Also read out in the hall was a letter from Brandt.",
        "Related questions were not asked.",
        "Home is where the boat is, Brandt said > and he should know.",
        "At 10:42 am the wall broke.",
        "Three hours ago nobody had heard of the wall.",
        "14 comments on the plan were sent to Venn.",
        "She asked whoever had seen the boat to follow the police on the radio.",
        "Stay informed, Venn told the pilots, and stay away from the wall.",
        "Join the guild and you will never sail alone, Brandt told the crowd.",
        "Copyright law does not cover tides.",
        "“Subscribe now,” she said, and laughed.",
        "Live music was played on the quay.",
        "The article continues a long debate about the wall.",
        "MORE: I have nothing to add, my Lady.",
        "Breaking the wall took the sea four hours.",
    ],
)
def test_words_of_the_story_that_look_like_it_stay(line: str) -> None:
    assert line in document(f"{STORY}\n{line}\n\n{REST}").text


def test_a_menu_of_one_entry_a_line_is_dropped_and_the_title_below_it_is_found() -> None:
    entries = "Home\nNews\nWorld\nPolitics\nIslands\nBusiness\nSport\nCulture\nOpinion\nWeather"
    page = document(f"{entries}\n\nQuay stays closed\n\n{STORY}")
    assert page.title.value == "Quay stays closed"
    assert set(reasons(page).values()) <= {"menu of the site", "navigation"}


def test_a_list_of_short_lines_that_is_no_menu_stays() -> None:
    crew = "Orla Finch\nLena Okoro\nJori Tamm\nSigne Lundt\nPavel Dorn"
    assert crew.replace("\n", "\n") in document(f"{STORY}\nThe crew:\n\n{crew}\n\n{REST}").text


def test_the_name_of_a_box_goes_with_the_link_to_all_of_it() -> None:
    page = document(f"{STORY}\nThe Harbour Channel\n\nMore>>\n\n{REST}")
    assert page.text == f"{STORY}\n{REST}".strip()


def test_a_link_glued_to_the_end_of_a_paragraph_is_cut_off() -> None:
    glued = STORY.strip() + " Also Read: Cow freed from a bathtub"
    page = document(f"{glued}\n\n{REST}")
    assert page.text == f"{STORY}\n{REST}".strip()
    assert reasons(page)["Also Read: Cow freed from a bathtub"] == "link to another story"


@pytest.mark.parametrize("end", ["He told them to read more: books, maps, tides.", "Read more. Sail less."])
def test_a_last_sentence_about_reading_is_not_cut(end: str) -> None:
    assert document(f"{STORY}\n{end}\n").text.endswith(end)


def test_teasers_in_a_box_are_told_from_the_story_that_goes_on() -> None:
    box = "Related stories\n\nCow freed\nIt was wet.\n\nChoir sings\n“We were paid in soup,” a tenor said.\n"
    page = document(f"{STORY}\n{box}\n{REST}")
    assert page.text == f"{STORY}\n{REST}".strip()


def test_a_ticker_above_the_title_is_not_the_title() -> None:
    page = document(f"BREAKING: Gale warning for Lunne\n\nQuay of Ostrava stays closed\n\n{STORY}")
    assert page.title.value == "Quay of Ostrava stays closed"
    assert document(f"BREAKING: Gale warning for Lunne\n\n{STORY}").title.value == (
        "BREAKING: Gale warning for Lunne"
    )


@pytest.mark.parametrize(
    "words",
    [
        "a ",
        "Ab ",
        "( ",
        "[",
        "Photo: Ab ",
        "Ab/",
        "- ",
        " > ",
        "said. Read more: ",
        "By ",
        "1 ",
        "#a ",
        "“",
        "| ",
    ],
)
@pytest.mark.parametrize("end", ["", "\n"])
def test_hostile_lines_are_read_in_time(words: str, end: str) -> None:
    text = f"{STORY}\n" + (words + end) * (100_000 // len(words + end))
    assert trim(text)[0].start == 0

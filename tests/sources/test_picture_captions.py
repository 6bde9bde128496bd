"""Captions are kept apart from the story by their credits and beginnings; who speaks in a paragraph stays."""

import pytest

from quotes import read
from quotes.document import Document
from tests.sources.pages import REST, STORY, reasons


def document(page: str) -> Document:
    return read(page.encode())[0]


def captions(page: Document) -> list[str]:
    return [page.text[block.start : block.end] for block in page.blocks if block.kind == "caption"]


@pytest.mark.parametrize(
    "caption",
    [
        "Mara Venn speaks on Monday. | Photo: Harbour Post",
        "Mara Venn speaks on Monday. Photo: Ilse Brandt/Harbour Post",
        "Mara Venn speaks on Monday. Photo by Ilse Brandt",
        "Mara Venn speaks in Ostrava. AP Photo/Ilse Brandt",
        "Mara Venn speaks in Ostrava. (AP Photo/Ilse Brandt)",
        "Mara Venn speaks in Ostrava. Ilse Brandt/AFP",
        "Mara Venn speaks in Ostrava [File: Ilse Brandt/Reuters]",
        "Mara Venn speaks in Ostrava. [Photo by Ilse Brandt]",
        "Mara Venn speaks in Ostrava [Reuters]",
        "Mara Venn speaks in Ostrava. Credit: Ilse Brandt",
        "Mara Venn, minister. — Reuters pic",
        "FILE - Mara Venn speaks in Ostrava, March 3, 2003.",
        "FILE PHOTO: Mara Venn speaks in Ostrava, March 3, 2003.",
        "Image source, Reuters",
        "Image caption, Mara Venn speaks in Ostrava",
        "In this photo provided by the guild, Mara Venn speaks in Ostrava.",
        "Pictured: Mara Venn in Ostrava",
    ],
)
def test_a_caption_is_kept_apart(caption: str) -> None:
    page = document(f"{STORY}\n{caption}\n\n{REST}")
    assert captions(page) == [caption]
    assert page.published.value is None


@pytest.mark.parametrize(
    "paragraph",
    [
        "Venn pointed to a photo: it showed the quay as it was.",
        "“We have photos,” Brandt said. “They are in the file.”",
        "In this photo book the guild remembers its dead.",
        "The guild gave Venn credit: nobody else had come.",
        "The storm was over by noon, the guild said. (Reuters)",
        "She spoke to reporters in Ostrava on Monday [the day of the storm].",
        "Brandt, whose picture hangs in the hall, did not speak.",
        "File under harbours: the guild keeps everything.",
        "The guild kept its word. (That detail comes courtesy of the clerk of the council.)",
        "The lamp stood there (that is how the guild got the pictures of it in the hall).",
    ],
)
def test_a_paragraph_that_speaks_of_pictures_is_of_the_story(paragraph: str) -> None:
    page = document(f"{STORY}\n{paragraph}\n\n{REST}")
    assert captions(page) == []
    assert paragraph in page.text


def test_a_line_that_stands_twice_in_a_row_is_a_caption() -> None:
    line = "The lamp room of the eastern wall"
    page = document(f"{STORY}\n{line}\n{line}\n\n{REST}")
    assert captions(page) == [line]
    assert reasons(page)[line] == "caption printed twice"


def test_an_answer_that_stands_twice_in_a_row_is_of_the_transcript() -> None:
    turns = "MR BRANDT: Is it shut?\n\nMS VENN: It is.\n\nMS VENN: It is.\n\nMR BRANDT: Thank you.\n"
    assert document(turns).text.count("MS VENN: It is.") == 2


def test_a_story_that_was_saved_twice_is_read_once() -> None:
    page = document(f"{STORY}\n{REST}\n{STORY}\n{REST}")
    assert page.text == f"{STORY}\n{REST}".strip()
    assert set(reasons(page).values()) == {"printed twice"}


def test_one_paragraph_may_stand_twice() -> None:
    verse = "We asked the sea for nothing, and the sea gave us nothing, year after year after year.\n"
    assert document(f"{verse}\n{STORY}\n{verse}\n{REST}").text.count(verse.strip()) == 2

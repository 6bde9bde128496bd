"""What stands below a story: authors, credits, views, comments and tags go; the story's last words stay."""

import pytest

from quotes import read
from quotes.document import Document
from tests.sources.pages import REST, STORY, reasons

WHOLE = f"{STORY}\n{REST}"


def document(page: str) -> Document:
    return read(page.encode())[0]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("*Orla Finch is a fellow of the Lamp Policy Institute", "about the author"),
        ("The writer has lived near Lunne since the storm.", "about the author"),
        ("— The author is a former president of the guild of lamps.", "about the author"),
        ("Orla Finch is a freelance journalist based in Lunne.", "about the author"),
        ("Follow her on Twitter at @orlafinch", "about the author"),
        ("The views expressed in this article are the author’s own.", "note of the editors"),
        ("Opinions expressed here are not those of The Harbour Post.", "note of the editors"),
        ("(With inputs from agencies)", "credit line"),
        ("With files from The Canadian Press", "credit line"),
        ("(Reporting by Orla Finch; editing by Lena Okoro)", "credit line"),
        ("Edited by: Lena Okoro", "credit line"),
        ("(This article was written by Orla Finch and Lena Okoro.)", "credit line"),
        ("– Harbour Online", "signature"),
    ],
)
def test_it_is_dropped_and_says_why(line: str, reason: str) -> None:
    page = document(f"{WHOLE}\n{line}\n")
    assert page.text == WHOLE.strip()
    assert reasons(page)[line] == reason


@pytest.mark.parametrize(
    "line",
    [
        "Venn is a lawyer and a journalist by training.",
        "Produced by the guild and directed by Brandt, the play tells the story of the wall.",
        "The author of the letter is not known to the guild.",
        "The writer has a point, Venn said of the letter.",
        "With inputs rising in price, the guild is short of rope.",
        "“Edited by fools,” Brandt said of the report.",
        "Views of the sea are free.",
        "Comments were not wanted, Venn said.",
    ],
)
def test_last_words_of_the_story_that_look_like_it_stay(line: str) -> None:
    assert document(f"{WHOLE}\n{line}\n").text.endswith(line)


def test_a_subheading_in_dashes_stays() -> None:
    assert "– Cuban exiles –".replace("Cuban", "Fen") in document(f"{STORY}\n– Fen exiles –\n\n{REST}").text


def test_an_agency_that_a_dropped_line_credits_is_known() -> None:
    assert document(f"{WHOLE}\nWith files from The Canadian Press\n").agency.value == "The Canadian Press"
    assert document(f"{WHOLE}\n(AFP)\n").agency.value == "AFP"


def test_what_readers_wrote_is_not_of_the_story() -> None:
    comments = "2 Comments\n\ngullwatcher\n2 hours ago\n“Venn should resign,” Brandt told me.\nReply\n"
    page = document(f"{WHOLE}\n{comments}")
    assert page.text == WHOLE.strip()
    assert reasons(page)["“Venn should resign,” Brandt told me."] == "under “2 Comments”"


@pytest.mark.parametrize("bar", ["Comments", "Share\n\nComments\n\n2 hours ago", "Leave a comment"])
def test_a_button_for_comments_above_the_story_costs_nothing_of_it(bar: str) -> None:
    assert document(f"{bar}\n\n{WHOLE}").text == WHOLE.strip()


def test_a_heading_of_comments_without_any_costs_only_itself() -> None:
    assert document(f"{STORY}\nComments\n\n{REST}").text == WHOLE.strip()


def test_tags_below_their_heading_are_dropped_and_what_follows_is_judged_by_itself() -> None:
    page = document(f"{WHOLE}\nTopics\n\nOstrava\nNorthern quay\n\nMost read\n\nWhy the keeper stays\n")
    assert page.text == WHOLE.strip()
    assert reasons(page)["Northern quay"] == "tags"
    assert reasons(page)["Why the keeper stays"] == "under “Most read”"


def test_a_count_of_comments_inside_the_story_does_not_take_the_signs_of_those_below_it() -> None:
    comments = (
        "3 Comments\n\nSort by\n\ngullwatcher\n2 hours ago\n“Venn should resign,” Brandt told me.\nReply\n"
    )
    page = document(f"{STORY}\n14 comments\n\n{REST}\n{comments}")
    assert page.text == WHOLE.strip()
    assert reasons(page)["“Venn should resign,” Brandt told me."] == "under “3 Comments”"

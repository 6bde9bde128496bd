import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import read
from quotes.document import Document
from quotes.errors import SourceError
from tests.sources.pages import REST, STORY, dropped, reasons

TEASERS = (
    "A man who lost his boots in a marsh has found them again.\n\n"
    "Residents of Lower Fen want their library back. They have waited for nine years.\n\n"
    "Firefighters freed a cow from a bathtub, the brigade announced Friday.\n"
)


def text_of(page: str) -> str:
    return document(page).text


def document(page: str) -> Document:
    return read(page.encode())[0]


@pytest.mark.parametrize(
    "line",
    [
        "Skip to main content",
        "Share",
        "SHARE",
        "Advertisement",
        "Published in",
        "Related Topics",
        "|",
        "* * *",
        "|Subscribe Free To Our Daily Letters",
        "Sign up for our morning newsletter",
        "We use cookies to improve this site.",
        "Copyright 2031 The Harbour Post",
        "All rights reserved.",
        "4 min read",
        "Harbour Post | Home | Tides | Log in",
        "FOR IMMEDIATE RELEASE",
        "Read more: Storm breaks the quay",
        "Tags: harbour, quay, storm",
        "harbour quay storm guild pilots ostrava eastern wall politics & trade",
    ],
)
def test_lines_of_the_page_itself_are_dropped_with_a_reason(line: str) -> None:
    page = document(f"{line}\n\n{STORY}\n{line}\n")
    assert line not in page.text
    assert set(dropped(page)) == {line}
    assert all(reasons(page).values())
    assert "Venn said after a meeting" in page.text


@pytest.mark.parametrize(
    "line",
    [
        "She said the guild would share the cost.",
        "Share prices fell on Monday.",
        '"Share," she said.',
        '"We use cookies as bait," the fisherman said.',
        "Subscribers were told on Monday.",
        "Home was a boat for the pilots of Ostrava.",
        "and what the council had asked for in the first of its letters to the guild",
        "Advertisement revenue fell, the council said.",
        "麻豆 is how the crew spells the name of its boat, Brandt said.",
        "Listen.",
        "Like many on Facebook, Venn was angry.",
        "The story was first published in 1923 by the guild.",
        "For more information, Venn called the office.",
        "Contact was made at noon.",
        "The guild has two rules. References Brandt wrote were not read.",
        '"Correction: it was a gull," she said.',
        "Ends meet, Brandt said.",
        "1924",
        "港口",
        "Привет!",
    ],
)
def test_lines_of_the_story_that_look_like_it_stay(line: str) -> None:
    assert line in text_of(f"{STORY}\n{line}\n\n{REST}")


@pytest.mark.parametrize(
    "heading",
    [
        "Top Stories",
        "HarbourPost.ca Top Stories",
        "Related Links",
        "Most popular:",
        "More from Politics",
        "MOST READ",
    ],
)
def test_other_stories_after_a_heading_are_dropped(heading: str) -> None:
    page = document(f"{STORY}\n{heading}\n\n{TEASERS}\nLocal Spotlight\n\n{TEASERS}")
    assert page.text == STORY.strip()
    assert reasons(page)[heading] == "heading of other stories"


def test_the_story_that_goes_on_after_a_box_of_links_is_kept() -> None:
    rest = 'Venn said the pilots had been patient. "They wait, as we all do," she said.'
    page = f"{STORY}\nRelated stories\n\nCow freed from a bathtub in Lower Fen\n\n{rest}\n\nIt will rain.\n"
    assert text_of(page) == f"{STORY}\n{rest}\n\nIt will rain."


def test_a_paragraph_on_the_same_matter_ends_a_section_even_without_names() -> None:
    more = "The northern quay may yet stay closed after spring, should another meeting fail.\n"
    rest = "Closing the northern quay until spring had been asked for, it was reported at the meeting."
    assert rest in text_of(f"{STORY}\n{more}\nTop Stories\n\n{TEASERS}\n{rest}\n")


def test_a_box_in_the_story_holds_links_and_no_sentences() -> None:
    page = document(
        f"{STORY}\nALSO READ:\n\nCow freed from a bathtub in Lower Fen\n\nThe gulls did not mind.\n"
    )
    assert page.text == f"{STORY}\nThe gulls did not mind."


def test_a_quotation_in_a_teaser_is_not_of_the_story() -> None:
    teaser = '"We had already printed the posters," the choirmaster said.'
    page = document(f"{STORY}\nTop Stories\n\nA choir has won a prize.\n\n{teaser}\n\nIt will rain.\n")
    assert page.text == STORY.strip()


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "Notes to editors",
            "Note to Editors:",
            "NOTES FOR EDITORS",
            "- ENDS -",
            "ENDS",
            "-30-",
            "Contacts",
        ),
        *(
            "For further information, please contact:",
            "Contact:",
            "References",
            "7. References",
            "REFERENCES:",
        ),
        *("Works cited", "Bibliography", "Endnotes", "Further reading"),
    ],
)
def test_what_follows_a_text_is_not_of_it(heading: str) -> None:
    notes = "Venn is the minister of harbours. Brandt runs the guild of pilots."
    page = document(f"{STORY}\n{heading}\n\n{notes}\n")
    assert page.text == STORY.strip()
    assert reasons(page)[notes] == f"under “{heading}”"


@pytest.mark.parametrize(
    "note",
    [
        "Editor's note: This story has been corrected. “We regret it,” the editor said.",
        "(Editors’ note: an earlier version misspelt Venn.)",
        "Correction: An earlier version said “never”.",
        "Media contact: Ilse Brandt, press@harbour.example",
        "For more information about the quay, please call the guild.",
        "Tel. +44 20 5550 0199",
        "press@harbour.example",
    ],
)
def test_what_editors_and_senders_say_for_themselves_is_not_of_the_story(note: str) -> None:
    assert text_of(f"{STORY}\n{note}\n\n{REST}") == f"{STORY}\n{REST}".strip()


def test_what_a_company_says_about_itself_below_its_release_is_dropped() -> None:
    about = "Fen Ferries was founded in 1911. Its motto is “Across, whatever the weather”."
    page = document(f"{STORY}\nAbout Fen Ferries\n\n{about}\n")
    assert page.text == STORY.strip()
    assert reasons(page)[about] == "about the publisher"


def test_a_part_of_the_story_about_something_stays() -> None:
    page = f"{STORY}\nAbout Face\n\nThe pilots turned, and the gulls with them.\n\n{REST}"
    assert text_of(page) == page.strip()


def test_stories_from_the_same_country_are_still_other_stories() -> None:
    story = STORY.replace("northern quay", "northern quay of Calderra").replace(
        "Venn and", "In Calderra Venn and"
    )
    teasers = "A minister in Calderra met an envoy from Calderra and Ostrava in Ostrava.\n\n" + TEASERS
    assert (
        text_of(f"{story}\nHarbour Post Top Stories\n\n{teasers}\nLocal Spotlight\n\n{teasers}")
        == story.strip()
    )


def test_references_glued_to_the_last_sentence_are_cut_off() -> None:
    references = "References [1] Fen, A. 2022. “Quays as Promises.” Guild Paper 9."
    page = document(f"The quay stood for years. {references}\n")
    assert page.text == "The quay stood for years."
    assert references in dropped(page)


def test_references_in_the_running_text_are_cut_off() -> None:
    references = "References Fen, A. 2022. “Quays as Promises.” Guild Paper 9."
    page = document(f"The quay stood for years. TOP OF PAGE {references}\n")
    assert page.text == "The quay stood for years."
    assert references in dropped(page)


def test_a_quotation_after_a_box_of_links_is_of_the_story() -> None:
    rest = '"Nobody asked the gulls," the keeper said.'
    assert rest in text_of(f"{STORY}\nRead more\n\nCow freed from a bathtub in Lower Fen\n\n{rest}\n")


def test_a_heading_above_the_story_costs_no_more_than_itself() -> None:
    page = document(f"Top Stories\n\nQuay stays closed until spring\n\n{STORY}")
    assert dropped(page) == ["Top Stories"]
    assert page.title.value == "Quay stays closed until spring"


def test_a_story_under_a_misleading_heading_is_kept() -> None:
    head = "".join(
        f"The council of Lower Fen met on day {count} and agreed on nothing much.\n\n" for count in range(6)
    )
    assert "Venn said after a meeting" in text_of(f"{head}More on Harbours\n\n{(TEASERS + STORY) * 2}")


def test_a_list_of_links_at_the_end_is_dropped_without_a_heading() -> None:
    links = [f"Cow number {count} freed from a bathtub" for count in ("one", "two", "three", "four", "five")]
    assert text_of(STORY + "\n" + "\n".join(links)) == STORY.strip()


def test_a_list_that_the_story_announces_stays() -> None:
    items = [
        f"Repair of wall number {count} by the guild" for count in ("one", "two", "three", "four", "five")
    ]
    page = STORY + "\nThe council asked for:\n\n" + "\n".join(items)
    assert all(item in text_of(page) for item in items)


def test_a_caption_that_is_printed_twice_is_kept_once() -> None:
    caption = "Mara Venn, minister, speaks in Ostrava, Monday, March 3, 2003. (Harbour Photo/Ilse Brandt)"
    page = document(f"Quay stays closed until spring\n\n{caption} {caption}\nShare\n{STORY}")
    assert [page.text[b.start : b.end] for b in page.blocks if b.kind == "caption"] == [caption]
    assert page.text.count(caption) == 1
    assert reasons(page)[caption] == "caption printed twice"
    assert page.published.candidates == ()


def test_a_caption_in_two_paragraphs_is_kept_once() -> None:
    caption = "The quay of Ostrava and the gulls above it earlier this month. Photo: Harbour Guild"
    page = document(f"{caption}\n\n{caption}\n\n{STORY}")
    assert page.text == f"{caption}\n\n{STORY}".strip()
    assert page.title.value is None


@pytest.mark.parametrize(
    "line", ["OSTRAVA— The guild of pilots met", "“It was never closed, the minister said,”"]
)
def test_a_story_that_breaks_off_is_no_title(line: str) -> None:
    assert document(f"{line}\n\n{STORY}").title.value is None


def test_a_file_photo_is_a_caption() -> None:
    page = document(f"FILE - The quay of Ostrava in a storm.\n\n{STORY}")
    assert page.blocks[0].kind == "caption"


def test_a_title_is_told_from_the_story_and_kept_once() -> None:
    page = document(f"Quay stays closed until spring\n\nQuay stays closed until spring\n\n{STORY}")
    assert page.title.value == "Quay stays closed until spring"
    assert page.blocks[0].kind == "title"
    assert page.text.count("Quay stays closed until spring") == 1


def test_a_first_sentence_is_no_title() -> None:
    assert document("The quay is closed.\n\n" + STORY).title.value is None


def test_a_flattened_table_of_contents_ends_where_its_first_entry_stands_again() -> None:
    contents = "Table of Contents Overview The Quay What Next About the Author Fen Institute"
    page = document(f"The Quay of Ostrava and Its Pilots\n\n{contents} Overview For years the quay stood.\n")
    assert contents in dropped(page)
    assert page.text.endswith("\n\nOverview For years the quay stood.")
    assert page.publisher.value == "Fen Institute"


def test_a_link_to_the_top_inside_a_paragraph_is_cut_out() -> None:
    page = document("The quay stood for years. TOP OF PAGE What Next It fell.\n")
    assert page.text == "The quay stood for years.\n\nWhat Next It fell."


def test_a_machine_header_is_cut_off_the_story_it_is_glued_to() -> None:
    page = document(" date 2024-11-01 Venn, who met the guild, left Ostrava on Monday.\nShe will be back.\n")
    assert page.text == "Venn, who met the guild, left Ostrava on Monday.\nShe will be back."
    assert page.published.value is None
    assert [candidate.value for candidate in page.published.candidates] == ["2024-11-01"]


def test_a_brand_in_another_script_is_dropped() -> None:
    brand = "港口新闻".encode("gb2312").decode("latin-1")
    page = document(f"{brand}\n\n{STORY}\nHarbourPost.ca {brand}\n\n{TEASERS}麻豆")
    assert page.text == STORY.strip()
    assert brand in dropped(page)


def test_a_page_of_nothing_but_furniture_is_refused() -> None:
    with pytest.raises(SourceError, match="no main text found"):
        document("https://post.example/quay\n\nShare\n|\n")


def test_a_text_in_another_script_keeps_its_lines() -> None:
    page = document("港口今天关闭了\n\n船长说：“我们不会提前开放。”\n")
    assert page.text.startswith("港口今天关闭了\n\n船长")


@given(
    st.lists(
        st.sampled_from([*STORY.split("\n"), *TEASERS.split("\n"), "Share", "|", "Top Stories", "", "x\r"])
    )
)
def test_every_line_is_in_one_block_and_kept_blocks_are_the_text(lines: list[str]) -> None:
    source = "\n".join(["Venn was there.", *lines])
    page = document(source)
    covered = [index for b in page.blocks for index in range(b.source_start or 0, b.source_end or 0)]
    assert len(covered) == len(set(covered))
    assert {index for index, character in enumerate(source) if not character.isspace()} <= set(covered)
    for block in page.blocks:
        if block.start is not None and block.end is not None:
            assert page.source_span(block.start, block.end) == (block.source_start, block.source_end)

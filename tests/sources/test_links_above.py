"""Links above a story are dropped; its own title below the same heading is not."""

import pytest

from quotes import read

STORY = "“We will not open the quay,” Mara Venn said at the harbour of Ostrava, and the guild agreed."
MENU = "The Harbour Post\nLog in | Subscribe | Newsletters\nTop Stories\n"
LINKS = ("Orchard growers count losses after late frost", "Ferry workers to vote on pay offer")


def text_of(page: str) -> tuple[str, str | None]:
    (document,) = read(page.encode(), name="page.txt")
    return document.text, document.title.value


def test_headlines_between_a_heading_and_the_menu_are_links() -> None:
    text, title = text_of(MENU + "\n".join(LINKS) + f"\nShare Tweet Email Print\n\n{STORY}\n")
    assert (text, title) == (STORY, None)


def test_the_story_s_own_title_among_them_stays() -> None:
    page = MENU + "\n".join((*LINKS, "Harbour guild agreed: quay will stay shut")) + f"\nShare\n\n{STORY}\n"
    text, title = text_of(page)
    assert title == "Harbour guild agreed: quay will stay shut"
    assert LINKS[0] not in text


@pytest.mark.parametrize(
    "page",
    [
        f"{MENU}Guild backs minister\nShare\n\n{STORY}\n",
        f"Top Stories\nGuild backs minister\n{STORY}\n",
        f"Guild backs minister\n\n{STORY}\n\n{STORY.replace('Mara Venn', 'Ilse Brandt')}\n",
    ],
)
def test_a_single_headline_or_one_above_the_story_is_its_title(page: str) -> None:
    assert text_of(page)[0].startswith("Guild backs minister")

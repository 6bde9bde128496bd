"""A story saved with the page around it reads as the story alone does, whatever that page is like."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes import paths, read
from quotes.document import Document
from tests.sources.pages import REST, STORY
from tests.sources.wrappers import ABOVE, BELOW, INSIDE, wrapped

TITLE = "Quay of Ostrava stays closed until spring"
SAMPLES = ("border-talks", "halik-visit", "novelist-obituary", "orchard-blight")


def sample(name: str) -> str:
    return (paths.data() / "samples" / f"{name}.txt").read_bytes().decode().replace("\r\n", "\n")


STORIES = {
    "story": f"{STORY}\n{REST}",
    "titled": f"{TITLE}\n\nBy Orla Finch\n\n3 June 2024\n\n{STORY}\n{REST}",
    # An address counts in the first line only, and a page has another one there.
    **{name: sample(name).split("\n", 2)[-1] if name == "halik-visit" else sample(name) for name in SAMPLES},
}
CLEAN = {name: read(story.encode())[0] for name, story in STORIES.items()}


def of_kind(document: Document, kind: str) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind == kind]


def check(story: str, page: str) -> None:
    clean, document = CLEAN[story], read(page.encode())[0]
    assert of_kind(document, "body") == of_kind(clean, "body")
    assert all(block.reason for block in document.blocks if block.kind == "furniture")
    if clean.title.value:
        assert (document.title.value, document.author.value) == (clean.title.value, clean.author.value)
        assert document.published.value == clean.published.value


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("above", ABOVE)
def test_what_stands_above_is_told_from_the_story(story: str, above: str) -> None:
    check(story, wrapped(STORIES[story], ABOVE[above], "", ()))


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("below", BELOW)
def test_what_stands_below_is_told_from_the_story(story: str, below: str) -> None:
    check(story, wrapped(STORIES[story], "", BELOW[below], ()))


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("inside", INSIDE)
@pytest.mark.parametrize("every", [2, 3])
def test_lines_between_its_paragraphs_are_told_from_the_story(story: str, inside: str, every: int) -> None:
    check(story, wrapped(STORIES[story], "", "", INSIDE[inside], every))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(STORIES)),
    st.sampled_from(sorted(ABOVE)),
    st.lists(st.sampled_from(sorted(BELOW)), max_size=4, unique=True),
    st.sampled_from(sorted(INSIDE)),
    st.sampled_from([2, 3, 4]),
)
def test_pages_put_together_at_random_leave_the_story_as_it_is(
    story: str, above: str, below: list[str], inside: str, every: int
) -> None:
    foot = "\n\n".join(BELOW[name] for name in below)
    check(story, wrapped(STORIES[story], ABOVE[above], foot, INSIDE[inside], every))

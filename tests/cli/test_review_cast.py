"""Whom a name that is typed in a review means."""

import pytest

from quotes.cli.review.cast import Cast, cast_of
from quotes.errors import UsageError
from quotes.people.edits import SpeakerChoice
from quotes.settings import library_url
from quotes.store import open_library
from quotes.store.people.views import StoredSpeaker

SPEAKERS = (
    StoredSpeaker("saaaaaaaaaa", "Ada Quill", "person", ("Quill", "Captain Quill"), 3, 5, 1),
    StoredSpeaker("sbbbbbbbbbb", "Edda Marsh", "person", ("Marsh",), 2, 4, 0),
    StoredSpeaker("scccccccccc", "Edda Marsh", "person", ("Marsh",), 1, 1, 0),
    StoredSpeaker("sdddddddddd", "Élan \x1b[2J", None, (), 1, 1, 0),
)

ROLES = {"sbbbbbbbbbb": "the harbour master", "scccccccccc": "a \x1b[2Jbaker"}


@pytest.fixture
def cast(ferries: str) -> Cast:
    with open_library(library_url()) as library:
        return cast_of(library.statements(ferries), (*SPEAKERS, *library.speakers()), ROLES)


def test_those_of_the_document_come_first_the_most_quoted_of_them_at_the_top(cast: Cast) -> None:
    words = [option.words for option in cast.options]
    assert words[:3] == ["Mara Venn", "Tomas Reyk", "Ada Quill"]
    assert cast.options[0].detail.startswith("3 here, person, 1 document, s")


def test_namesakes_are_told_apart_and_none_is_taken_for_the_other(cast: Cast) -> None:
    words = [option.words for option in cast.options]
    assert "Edda Marsh (sbbbbbbbbbb)" in words
    assert cast.chosen("Edda Marsh (scccccccccc)") == SpeakerChoice(id="scccccccccc")
    for name in ("Edda Marsh", "edda marsh", "Marsh"):
        with pytest.raises(UsageError, match="2 speakers are called"):
            cast.chosen(name)


def test_what_documents_call_them_elsewhere_tells_namesakes_apart(cast: Cast) -> None:
    details = {option.words: option.detail for option in cast.options}
    assert details["Edda Marsh (sbbbbbbbbbb)"] == "the harbour master, person, 2 documents, sbbbbbbbbbb"
    assert details["Edda Marsh (scccccccccc)"].startswith("a ")


def test_a_name_means_who_has_it_whatever_its_capitals(cast: Cast) -> None:
    assert cast.chosen("  ada  quill ") == SpeakerChoice(id="saaaaaaaaaa")


def test_another_name_of_somebody_is_to_be_asked_about(cast: Cast) -> None:
    assert cast.chosen("captain quill") == SpeakerChoice("captain quill", id="saaaaaaaaaa")


def test_a_new_name_an_id_and_nobody(cast: Cast) -> None:
    assert cast.chosen("Tove Lindqvist") == SpeakerChoice("Tove Lindqvist")
    assert cast.chosen("szzzzzzzzzz") == SpeakerChoice(id="szzzzzzzzzz")
    assert cast.chosen("?") == SpeakerChoice()


@pytest.mark.parametrize("typed", ["--", "…", "x" * 201])
def test_what_is_no_name_is_refused(cast: Cast, typed: str) -> None:
    with pytest.raises(UsageError, match="no name"):
        cast.chosen(typed)


def test_names_are_cleaned_and_still_mean_who_has_them(cast: Cast) -> None:
    words = next(option.words for option in cast.options if option.words.startswith("Élan"))
    assert "\x1b" not in words
    assert cast.chosen(words) == SpeakerChoice(id="sdddddddddd")


def test_it_is_completed_by_any_word_of_any_of_its_names(cast: Cast) -> None:
    found = [option.words for option in cast.options if " capt" in option.sought]
    assert found == ["Ada Quill"]


def test_without_speakers_in_the_document_those_of_the_library_are_offered() -> None:
    assert cast_of([], SPEAKERS, ROLES).options[0].words == "Ada Quill"

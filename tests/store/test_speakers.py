"""One speaker in several documents, found by name or id."""

from itertools import permutations

import pytest

from quotes.errors import UsageError
from quotes.query.plan import Plan
from quotes.statement import SpeakerType
from quotes.store import Library
from tests.store.making import saying


def put(library: Library, name: str, speaker: str, speaker_type: SpeakerType = "person", **more: str) -> str:
    """Add a document of one statement; return the speaker's id."""
    found = saying(speaker, speaker_type, name=name, **more)
    library.add(found.document, found)
    stored = library.statement(found.quotes[0].id)
    assert stored.speaker_id is not None
    return stored.speaker_id


def test_a_person_is_one_speaker_in_two_documents(library: Library) -> None:
    put(library, "a.txt", "Mara Venn", mention="Ms. Venn")
    put(library, "b.txt", "M\u00e1ra Venn")
    put(library, "c.txt", "Mara Venn")
    (speaker,) = library.speakers()
    assert (speaker.name, speaker.type, speaker.documents, speaker.quotes) == ("Mara Venn", "person", 3, 3)
    assert speaker.aliases == ("M\u00e1ra Venn", "Ms. Venn")
    for part in ("venn", "MARA", "m\u00e1ra venn", "ms. venn", "Ms Venn", speaker.id, speaker.id[:5]):
        assert library.search(Plan.of(speaker=part)).total == 3, part
    assert library.search(Plan.of(speaker="enn")).total == 0


def test_a_lone_surname_stays_in_its_document(library: Library) -> None:
    alone, other = put(library, "a.txt", "Venn"), put(library, "b.txt", "Venn")
    full = put(library, "c.txt", "Mara Venn")
    assert len({alone, other, full}) == 3
    assert library.search(Plan.of(speaker="venn")).total == 3
    assert library.search(Plan.of(speaker=alone)).total == 1


@pytest.mark.parametrize("names", list(permutations(["a.txt", "b.txt", "c.txt"])))
def test_the_id_is_the_smallest_and_the_others_go_on_answering(
    library: Library, names: tuple[str, ...]
) -> None:
    shown = [put(library, name, "Mara Venn") for name in names]
    (speaker,) = library.speakers()
    assert speaker.id == min(shown)
    for identifier in shown:
        assert [one.id for one in library.speakers(identifier)] == [speaker.id]
        assert library.search(Plan.of(speaker=identifier)).total == 3


def test_a_person_is_never_a_country(library: Library) -> None:
    ids = {put(library, "a.txt", "Chad", "country"), put(library, "b.txt", "Chad", "person")}
    assert len(ids) == 2
    assert sorted(str(speaker.type) for speaker in library.speakers("chad")) == ["country", "person"]


def test_the_name_of_a_country_finds_none_of_its_bodies(library: Library) -> None:
    for file, name in (("a.txt", "China"), ("b.txt", "Beijing"), ("c.txt", "China")):
        put(library, file, name, "country")
    for name in ("China's Foreign Ministry", "Bank of China"):
        put(library, f"{name}.txt", name, "organization")
    put(library, "venn.txt", "China Venn")
    assert {speaker.name for speaker in library.speakers("china")} == {"China"}
    assert library.search(Plan.of(speaker="China")).total == 3
    assert {speaker.name for speaker in library.speakers("bank of china")} == {"Bank of China"}
    assert library.search(Plan.of(speaker="ministry")).total == 1


def test_a_country_that_says_nothing_leaves_its_name_to_persons(library: Library) -> None:
    put(library, "a.txt", "Jordan Venn")
    put(library, "b.txt", "Bank of Jordan", "organization")
    put(library, "c.txt", "Tomas Usik")
    assert {speaker.name for speaker in library.speakers("jordan")} == {"Jordan Venn"}
    assert library.speakers("US") == []
    assert {speaker.name for speaker in library.speakers("usi")} == {"Tomas Usik"}


def test_the_type_that_a_document_gives_a_country_does_not_matter(library: Library) -> None:
    put(library, "a.txt", "Georgia", "organization")
    put(library, "b.txt", "Georgia Venn")
    assert {speaker.type for speaker in library.speakers("georgia")} == {"organization"}


def test_a_country_is_found_by_its_other_names(library: Library) -> None:
    put(library, "a.txt", "United States", "country", mention="Washington")
    put(library, "b.txt", "the US", "country")
    (speaker,) = library.speakers()
    assert speaker.documents == 2
    for asked in ("United States", "US", "U.S.", "washington", "u.s.a."):
        assert library.search(Plan.of(speaker=asked)).total == 2, asked


def test_the_commonest_form_is_the_name(library: Library) -> None:
    for name, form in (("a.txt", "Tomas O\u2019Dell"), ("b.txt", "Tomas O'Dell"), ("c.txt", "Tomas O'Dell")):
        put(library, name, form)
    assert {stored.speaker for stored in library.search(Plan()).statements} == {"Tomas O'Dell"}
    put(library, "d.txt", "Tomas O\u2019Dell")
    (speaker,) = library.speakers("odell")
    assert (speaker.name, speaker.aliases) == ("Tomas O'Dell", ("Tomas O\u2019Dell",))


def test_speakers_who_said_most_come_first(library: Library) -> None:
    for name, speaker in (("a.txt", "Ada Brook"), ("b.txt", "Mara Venn"), ("c.txt", "Mara Venn")):
        put(library, name, speaker)
    assert [speaker.name for speaker in library.speakers()] == ["Mara Venn", "Ada Brook"]
    assert library.speakers("nobody") == []


def test_part_of_several_ids_is_refused(library: Library) -> None:
    for number in range(3):
        put(library, f"{number}.txt", "Mara Venn" if number else "Ada Brook")
    with pytest.raises(UsageError, match="several speakers"):
        library.search(Plan.of(speaker="s"))
    with pytest.raises(UsageError, match="several speakers"):
        library.speakers("s")

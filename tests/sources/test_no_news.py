"""Speeches, reports, judgments, reviews and recipes: what looks like a page's own words is theirs."""

import pytest

from quotes import read
from quotes.document import Document
from quotes.sources.furniture.trimming import trim
from tests.sources.pages import REST, STORY, reasons

MET = "The council of Ostrava met about the ferry dues for the third time this year, and found no answer."
ASKED = (
    "Nobody who lives on the island was asked, and nobody who was asked lives on the island, Venn told them."
)
REFRAIN = (
    "We will rebuild the harbour, and we will rebuild it together, with our own hands and our own stone.\n\n"
    "And we will not wait for the mainland to tell us when the tide is high enough for us to sail on it.\n\n"
)


def document(text: str) -> Document:
    return read(text.encode())[0]


def test_the_refrain_of_a_speech_stands_as_often_as_it_was_spoken() -> None:
    speech = f"Remarks by Mara Venn\n\n{MET}\n\n{REFRAIN}{ASKED}\n\n{MET} Again.\n\n{REFRAIN}Good night.\n"
    assert document(speech).text.count("We will rebuild the harbour") == 2


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        (
            "References",
            "References to ferries in what is written about the islands are few, as Venn once said.",
        ),
        ("Contact", "The guild was in contact with all harbours.\n\n" + ASKED),
        (
            "Further reading",
            "Whoever reads on will find that dues are a tax on water, as Halik has it in his book.",
        ),
        ("7. References", "Short.\n\n" + ASKED),
        ("Further information", "For further information about the survey see the annex. " + ASKED),
    ],
)
def test_a_report_goes_on_below_a_section_that_could_be_its_last(heading: str, below: str) -> None:
    report = document(f"{STORY}\n{heading}\n\n{below}\n\nConclusion\n\n{REST}")
    assert below in report.text
    assert REST.strip() in report.text


def test_the_sources_of_a_part_go_and_the_next_part_stays() -> None:
    sources = [
        "Brandt, Ilse. 2003. Ferries of the North. Ostrava: Quay Press.",
        "[2] Marsh, E. “Who steers?”",
    ]
    report = document(f"{STORY}\nReferences\n\n" + "\n\n".join(sources) + f"\n\n{MET}\n\n{REST}")
    assert report.text.endswith(f"{MET}\n\n{REST.strip()}")
    assert [reasons(report)[source] for source in sources] == ["under “References”"] * 2


def test_a_note_of_the_editors_inside_an_essay_is_one_paragraph() -> None:
    note = "This essay was read to the guild of pilots in Lunne on the eve of the vote about the ferry dues."
    essay = document(f"{STORY}\nEditor’s note\n\n{note}\n\n{MET}\n\n{REST}")
    assert note not in essay.text
    assert MET in essay.text


@pytest.mark.parametrize(
    "line",
    [
        "Brandt asked the pilots of both islands to register now.",
        "“We sail,” he wrote, and told them not to follow today.",
        "''Follow us,'' Mr. Brandt told the pilots of the island.",
        "2 3/4 cups (345 g) self raising flour of some mill",
        "Thoroughly recommended",
    ],
)
def test_sentences_that_end_or_begin_as_notices_do_stay(line: str) -> None:
    assert line in document(f"{STORY}\n{line}\n\n{REST}").text


@pytest.mark.parametrize(
    "line",
    ["To read the full report, sign up now", "Want more lamps? Subscribe here.", "The report: click here"],
)
def test_what_asks_the_reader_for_it_is_of_the_page(line: str) -> None:
    assert reasons(document(f"{STORY}\n{line}\n\n{REST}"))[line] == "notice of the page"


@pytest.mark.parametrize(
    "last",
    [
        "Production by mostly family-run yards has doubled since the quay was closed.",
        "-- The Harbour Commission is paid for by the guild of pilots alone.",
    ],
)
def test_a_last_sentence_is_no_credit(last: str) -> None:
    assert document(f"{STORY}\n{REST}\n{last}\n").text.endswith(last)


def test_the_author_of_whom_a_review_speaks_is_not_that_of_the_review() -> None:
    last = "The author is a master of the quiet sentence."
    review = f"{STORY}\nIn his book the author spoke of the storm.\n\n{REST}\n{last}\n"
    assert document(review).text.endswith(last)


def test_whoever_speaks_below_a_heading_with_his_name_is_of_the_story() -> None:
    last = "About Venn\n\nVenn was born on Lunne. “I learned to swim late,” she says."
    assert document(f"{STORY}\n{REST}\n{last}\n").text.endswith(last.split("\n")[-1])


@pytest.mark.parametrize("heading", ["Comments", "Join the conversation"])
def test_what_a_person_wrote_is_no_sign_of_readers_comments(heading: str) -> None:
    page = document(f"{STORY}\n{heading}\n\nVenn wrote:\n\n{MET}\n\n{REST}")
    assert MET in page.text
    assert page.text.endswith(REST.strip())


@pytest.mark.parametrize("part", ["ACT I", "Part One", "IN BRIEF", "Scene II"])
def test_the_name_of_a_part_is_no_author(part: str) -> None:
    assert document(f"{part}\n\n{MET}\n\n{ASKED}\n").author.value is None


@pytest.mark.parametrize(
    "text",
    [
        "Related\nCow freed again\nBoat sunk again\n" * 20_000 + STORY,
        STORY + (f"{MET}\n\n{ASKED}\n\nBut no.\n\n" * 5_000),
        STORY + "References\nBrandt\n" * 20_000 + REST,
        STORY + "Published: 1 March 2024\n" * 20_000,
    ],
    ids=["headings above", "refrains", "references", "dates"],
)
def test_a_page_of_repetitions_does_not_take_forever(text: str) -> None:
    assert trim(text)

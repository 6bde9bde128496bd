"""`set`, `accept` and `reject`: what a person corrects from the command line."""

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import Result

import quotes as package
from quotes.document import Document, Published
from quotes.settings import library_url
from quotes.sources import read
from quotes.statement import Parse
from quotes.store import open_library
from quotes.store.views import StoredStatement
from tests.cli import making
from tests.cli.conftest import Command

FIRST, SECOND, PHRASE = (quote.id for quote in making.ferries().quotes)
CLAIM = making.ferries().claims[0].id


def stored(identifier: str) -> StoredStatement:
    with open_library(library_url()) as library:
        return library.statement(identifier)


def decisions() -> int:
    with open_library(library_url()) as library:
        return library.count_decisions()


def shows(result: Result, *words: str) -> bool:
    return result.exit_code == 0 and all(part in result.output for part in words)


def test_a_speaker_is_corrected_and_the_page_tells_who_did_it(
    quotes: Command, ferries: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUOTES_USER", "Edda")

    assert shows(quotes("set", FIRST, "--speaker", "Tomas Reyk"), "1 statement changed")

    assert stored(FIRST).speaker == "Tomas Reyk"
    page = quotes("show", FIRST).stdout
    assert "corrected by Edda" in page
    assert "speaker: Mara Venn (person)" in page
    assert quotes("undo").exit_code == 0
    assert stored(FIRST).speaker == "Mara Venn"
    assert "Parsed as" not in quotes("show", FIRST).stdout


def test_a_new_name_is_said_to_be_new(quotes: Command, ferries: str) -> None:
    result = quotes("set", FIRST, "--speaker", "Sabine Okafor")

    assert "Sabine Okafor (a new speaker" in result.stderr
    assert stored(FIRST).speaker == "Sabine Okafor"


def test_a_name_in_small_letters_that_begins_an_id_is_that_of_its_bearer(
    quotes: Command, ferries: str
) -> None:
    reyk = stored(PHRASE).speaker_id or ""

    assert quotes("set", FIRST, "--speaker", reyk[:6]).exit_code == 0
    assert stored(FIRST).speaker_id == reyk


def test_a_name_of_several_speakers_is_asked_back_with_what_tells_them_apart(
    quotes: Command, ferries: str
) -> None:
    page = making.document("“We go,” Oren Tollan said.", "a.txt", title="The walk")
    other = making.document("“We stay,” Oren Tollan said at length.", "b.txt", title="The wait")
    for document, words in ((page, "We go,"), (other, "We stay,")):
        quote = making.statement(document, words, "direct", "Oren Tollan", mention="Oren Tollan")
        making.fill(library_url(), Parse(document, quotes=(quote,)))
    with open_library(library_url()) as library:
        (speaker,) = library.speakers_called("oren tollan")
        members = library.members_in(speaker.id, [document.id for document in library.documents()])
        library.desk("Edda").split(speaker.id, members[:1])

    result = quotes("set", FIRST, "--speaker", "Oren Tollan")

    assert result.exit_code == 2
    assert all(
        words in result.stderr for words in ("2 speakers are called", "The walk", "The wait", *members)
    )
    assert quotes("set", FIRST, "--speaker", members[1]).exit_code == 0


def test_nobody_can_be_named(quotes: Command, ferries: str) -> None:
    assert quotes("set", FIRST, "--speaker", "none").exit_code == 0
    assert stored(FIRST).speaker is None


def test_many_are_one_decision_after_a_yes(quotes: Command, ferries: str) -> None:
    asked = quotes("set", "speaker:venn", "--speaker", "Tomas Reyk")
    assert asked.exit_code == 2
    assert "3 statements: change their speaker to Tomas Reyk" in asked.stderr
    assert decisions() == 0

    assert quotes("set", "speaker:venn", "--speaker", "Tomas Reyk", "--yes").exit_code == 0

    assert decisions() == 1
    assert {stored(id_).speaker for id_ in (FIRST, SECOND, PHRASE, CLAIM)} == {"Tomas Reyk"}


def test_what_a_dry_run_tells_is_not_done(quotes: Command, ferries: str) -> None:
    result = quotes("set", "speaker:venn", "--speaker", "Tomas Reyk", "--dry-run")

    assert result.stdout.count("Mara Venn, person → Tomas Reyk, person") == 3
    assert "3 statements would be changed" in result.stderr
    assert decisions() == 0


def test_what_is_so_already_is_no_decision(quotes: Command, ferries: str) -> None:
    assert shows(quotes("set", FIRST, "--speaker", "Mara Venn", "--kind", "direct"), "Nothing to change")
    assert decisions() == 0


def test_the_chain_of_mentions_is_offered_and_changed_with_it(quotes: Command, database: str) -> None:
    page = making.document("“One thing,” Mara Venn said. “Two things,” she said. “Three,” Oren Tollan said.")
    at = page.text.index("Mara Venn")
    name = {"rests_on": (at, at + len("Mara Venn"))}
    one = making.statement(page, "One thing,", "direct", "Mara Venn", mention="Mara Venn", **name)
    two = making.statement(page, "Two things,", "direct", "Mara Venn", mention="she", **name)
    three = making.statement(page, "Three,", "direct", "Oren Tollan", mention="Oren Tollan")
    making.fill(library_url(), Parse(page, quotes=(one, two, three)))

    alone = quotes("set", two.id, "--speaker", "Edda Marsh")
    assert "1 other statement here rests on the same mention" in alone.stderr
    assert stored(one.id).speaker == "Mara Venn"

    quotes("set", two.id, "--speaker", "Edda Marsh", "--chain")
    assert [stored(s.id).speaker for s in (one, two, three)] == ["Edda Marsh", "Edda Marsh", "Oren Tollan"]


def test_what_a_person_looked_at_is_left_out_of_the_chain(quotes: Command, database: str) -> None:
    page = making.document("“One thing,” Mara Venn said. “Two things,” she said.")
    name = {"rests_on": (14, 23)}
    one = making.statement(page, "One thing,", "direct", "Mara Venn", **name)
    two = making.statement(page, "Two things,", "direct", "Mara Venn", **name)
    making.fill(library_url(), Parse(page, quotes=(one, two)))

    quotes("accept", one.id)
    quotes("set", two.id, "--speaker", "Edda Marsh", "--chain")

    assert stored(one.id).speaker == "Mara Venn"


def test_a_claim_is_not_made_a_quotation(quotes: Command, ferries: str) -> None:
    result = quotes("set", CLAIM, "--kind", "direct")

    assert result.exit_code == 2
    assert "quotation marks" in result.stderr
    assert stored(CLAIM).statement.kind == "indirect"
    assert quotes("set", FIRST, "--kind", "indirect").exit_code == 0
    assert quotes("set", FIRST, "--kind", "partial").exit_code == 0


def test_the_place_is_corrected_by_words_or_by_characters(quotes: Command, ferries: str) -> None:
    assert quotes("set", FIRST, "--words", '"sign a paper that nobody"').exit_code == 0
    now = stored(FIRST).statement
    assert now.text == "sign a paper that nobody"

    assert quotes("set", FIRST, "--span", f"{now.start}-{now.end + 9:,}").exit_code == 0
    assert stored(FIRST).statement.text == "sign a paper that nobody has read"


def test_a_place_outside_of_the_marks_or_of_the_text_is_refused(quotes: Command, ferries: str) -> None:
    for place in ("0-20", "9000-9010", "20-10", "ten-20"):
        assert quotes("set", FIRST, "--span", place).exit_code == 2, place
    assert decisions() == 0


def test_words_that_do_not_stand_there_come_with_the_nearest(quotes: Command, ferries: str) -> None:
    result = quotes("set", CLAIM, "--words", "the ferries will stop at dawn")

    assert result.exit_code == 1
    assert "the ferries [-will-] {+would+} stop at [-dawn-]" in result.stderr
    assert decisions() == 0


def test_a_said_date_is_stated_and_taken_away(quotes: Command, ferries: str) -> None:
    quotes("set", FIRST, "--said", "2024-02")
    assert stored(FIRST).statement.said_on == "2024-02"
    quotes("set", FIRST, "--said", "none")
    assert stored(FIRST).statement.said_on is None
    assert quotes("set", FIRST, "--said", "soon").exit_code == 2


REFUSED = (
    (),
    ("--speaker", ""),
    ("--speaker", "…"),
    ("--speaker", "x" * 300),
    ("--kind", "loud"),
    ("--type", "person"),
    ("--chain",),
    ("--speaker", "Mara Venn", "--type", "ship"),
    ("--span", "1-5", "--words", "x"),
    ("--kind", "direct", "--title", "x"),
    ("--title", " "),
    ("--published", "yesterday"),
)


def test_what_cannot_be_is_refused(quotes: Command, ferries: str) -> None:
    for options in REFUSED:
        assert quotes("set", FIRST, *options).exit_code == 2, options
    assert decisions() == 0


def test_nothing_is_changed_without_a_query(quotes: Command, ferries: str) -> None:
    for command in (("accept",), ("reject",), ("set", "--kind", "direct")):
        assert quotes(*command).exit_code == 2
        assert quotes(*command, "zeppelin", "--yes").exit_code == 2
    assert decisions() == 0


def test_what_is_rejected_goes_and_answers_with_the_reason(quotes: Command, ferries: str) -> None:
    quotes("reject", PHRASE, "--reason", "a nickname")

    assert PHRASE not in quotes("search", "bottleneck").stdout
    page = quotes("show", PHRASE).stdout
    assert page.startswith("REJECTED: rejected by ")
    assert page.splitlines()[0].endswith(": a nickname")
    assert quotes("accept", PHRASE).exit_code == 0
    assert PHRASE in quotes("search", "bottleneck").stdout
    quotes("reject", PHRASE)
    assert "a nickname" not in quotes("show", PHRASE).stdout.splitlines()[0]


def test_a_rejection_of_many_is_asked_about(quotes: Command, ferries: str) -> None:
    assert "4 statements: reject them?" in quotes("reject", f"doc:{ferries}").stderr
    assert quotes("reject", f"doc:{ferries}", "-y").exit_code == 0
    assert quotes("search").stdout == ""
    assert decisions() == 1


def test_what_is_known_of_documents_is_corrected_and_taken_away(quotes: Command, ferries: str) -> None:
    bare = making.fill(library_url(), Parse(making.document("Nothing was said.", "bare.txt", None)))[0]

    assert quotes("set", ferries, bare, "--publisher", "Isle Wire").exit_code == 2
    quotes("set", ferries, bare, "--publisher", "Isle Wire", "--agency", "Wire", "--yes")
    quotes("set", ferries, "--author", "Edda Marsh", "--title", "none", "--url", "https://isle.example/1")

    with open_library(library_url()) as library:
        one, other = library.document(ferries), library.document(bare)
    assert (one.publisher, other.publisher, one.agency) == ("Isle Wire", "Isle Wire", "Wire")
    assert (one.author, one.title, one.url) == ("Edda Marsh", None, "https://isle.example/1")
    assert (one.publisher_evidence or "").startswith("set by ")
    assert quotes("undo").exit_code == 0
    with open_library(library_url()) as library:
        assert library.document(ferries).title == "Ferries to stop at night"
    assert quotes("set", ferries, bare, "--title", "One", "--yes").exit_code == 2
    assert quotes("set", ferries, "--publisher", "Isle Wire").exit_code == 0


TALKS = (
    "Ferries to stop at night\n\n"
    "OSTRAVA HARBOUR - “We will not sign a paper that nobody has read,” Mara Venn said on Tuesday. "
    "Venn said that the ferries would stop at night.\n\n"
    "“The quay was sold last year,” Tomas Reyk said in May 2021."
)


def test_a_date_of_publication_dates_what_was_said(quotes: Command, database: str) -> None:
    document = Document.of_text(TALKS, "talks.txt")
    parse = package.parse(document)
    identifier = making.fill(library_url(), parse)[0]
    tuesday = [s.id for s in (*parse.quotes, *parse.claims) if s.said_evidence == "on Tuesday"]
    reviewed, dated = tuesday[0], tuesday[1:]
    quotes("set", reviewed, "--said", "2024-02-28")

    result = quotes("set", identifier, "--published", "2024-03-07")

    assert result.exit_code == 0
    assert "1 document changed" in result.stderr
    assert f"{len(dated)} claim (1 to the day)" in result.stderr
    assert "1 keeps the date that a person set" in result.stderr
    assert [stored(id_).statement.said_on for id_ in dated] == ["2024-03-05"]
    assert stored(reviewed).statement.said_on == "2024-02-28"
    quotes("undo")
    assert [stored(id_).statement.said_on for id_ in dated] == [None]


def test_a_wrong_date_of_publication_is_taken_away_with_what_follows_from_it(
    quotes: Command, database: str
) -> None:
    document = replace(Document.of_text(TALKS, "talks.txt"), published=Published("2024-03-07", "day"))
    parse = package.parse(document)
    identifier = making.fill(library_url(), parse)[0]

    quotes("set", identifier, "--published", "none")

    with open_library(library_url()) as library:
        assert library.document(identifier).published is None
        dates = {s.statement.said_on for s in library.statements(identifier)}
    assert dates == {None, "2021-05"}


def test_the_first_reference_article_is_dated_as_a_whole(
    quotes: Command, database: str, shared: Path
) -> None:
    (path,) = (shared / "seeds").glob("000_*.txt")
    document = read(path)[0]
    identifier = making.fill(library_url(), package.parse(document))[0]

    result = quotes("set", identifier, "--published", "2023-11-08")

    assert "18 quotes (17 to the day, 1 to the year)" in result.stderr
    with open_library(library_url()) as library:
        found = [s for s in library.statements(identifier) if s.statement.kind != "indirect"]
    assert sorted({s.statement.said_on or "" for s in found}) == ["2022", "2023-11-08"]

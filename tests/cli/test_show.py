"""The pages of statements, documents and speakers: everything known, and how."""

from dataclasses import replace
from typing import Any

import pytest

from quotes.document import DateCandidate, Published, Repair
from quotes.settings import library_url
from quotes.statement import Alteration, Parse, Translation
from tests.cli import making
from tests.cli.conftest import Command


def field(page: str, label: str) -> str:
    """What stands beside a label."""
    return next(
        line.removeprefix(label).strip() for line in page.splitlines() if line.startswith(label + " ")
    )


def test_a_statement_is_marked_in_its_paragraph(quotes: Command, ferries: str) -> None:
    identifier = making.ferries().quotes[0].id

    page = quotes("show", identifier).stdout

    assert (
        "“>>We will not sign a paper that nobody has read,<<” Mara Venn said on Tuesday. “Not this year.”"
        in page
    )
    assert "floating bottleneck" not in page


def test_a_statement_comes_with_what_is_known_and_how(quotes: Command, ferries: str) -> None:
    parse = making.ferries()
    first, second = parse.quotes[:2]

    page = quotes("show", first.id).stdout

    assert field(page, "Speaker").startswith("Mara Venn (person)  s")
    assert field(page, "Mention") == "“Mara Venn”"
    assert field(page, "Cue") == "said"
    assert field(page, "Said") == "2024-03-05 (from: on Tuesday)"
    assert field(page, "Published") == "2024-03-05 (from: dateline “March 5”)"
    assert field(page, "Goes with") == f"{second.id}  “Not this year.”"
    assert field(page, "Title") == "Ferries to stop at night (from: the first line)"
    assert field(page, "Author") == "unknown"
    assert f"characters {first.start} to {first.end} of the text" in field(page, "Place")
    assert "line 3 of ferries.txt" in field(page, "Place")


def test_addressee_and_via_are_shown_where_known(quotes: Command, ferries: str) -> None:
    parse = making.ferries()

    assert field(quotes("show", parse.claims[0].id).stdout, "Addressee") == "the Harbour Board"
    assert field(quotes("show", parse.quotes[2].id).stdout, "Via") == "a letter"


def test_words_for_a_date_that_is_not_sure_stay_words(quotes: Command, database: str) -> None:
    page = making.document()
    quote = making.statement(page, "Not this year.", "direct", "Mara Venn", said_evidence="on Tuesday")
    making.fill(library_url(), Parse(page, quotes=(quote,)))

    assert field(quotes("show", quote.id).stdout, "Said") == "“on Tuesday”, which is not a sure date"


def test_repairs_inside_a_statement_are_shown_with_it_and_others_are_not(
    quotes: Command, database: str
) -> None:
    page = making.document()
    quote = making.statement(page, "Not this year.", "direct", "Mara Venn")
    page = replace(
        page,
        repairs=(
            Repair(quote.start - 1, quote.start + 1, "鈥淣", "“N", False),
            Repair(0, 2, "鈥淔", "“F", False),
            Repair(quote.end - 1, quote.end, "鈥", "”", True),
        ),
    )
    making.fill(library_url(), Parse(page, quotes=(quote,)))

    shown = quotes("show", quote.id).stdout

    assert field(shown, "Repaired").startswith("鈥淣 read as “N")
    assert "鈥 read as ”" in shown
    assert ", a guess" in shown
    assert "鈥淔" not in shown


def test_a_statement_without_a_place_in_the_file_says_so(quotes: Command, database: str) -> None:
    page = replace(making.document(), offsets=None)
    quote = replace(making.statement(page, "Not this year.", "direct", "Mara Venn"), source_span=None)
    making.fill(library_url(), Parse(page, quotes=(quote,)))

    assert "it has none in the file as it came" in field(quotes("show", quote.id).stdout, "Place")


def test_a_long_paragraph_is_cut_around_the_statement(quotes: Command, database: str) -> None:
    page = making.document(
        "Far away it began. " * 500 + "“Stop the ferries now,” Mara Venn said. " + "And so on. " * 500
    )
    quote = making.statement(page, "Stop the ferries now,", "direct", "Mara Venn")
    making.fill(library_url(), Parse(page, quotes=(quote,)))

    shown = quotes("show", quote.id).stdout

    assert ">>Stop the ferries now,<<" in shown
    assert len(shown) < 4000


def test_a_document_lists_its_statements_in_the_order_of_the_text(quotes: Command, ferries: str) -> None:
    shown = quotes("show", ferries).stdout

    assert "3 quotes" in shown
    assert "1 claim" in shown
    assert field(shown, "Publisher") == "The Harbour Post (from: the first line)"
    listed = [line.split("  ", 1)[1] for line in shown.splitlines() if line.startswith("q")]
    assert listed == [
        "Mara Venn: “We will not sign a paper that nobody has read”",
        "Mara Venn: “Not this year.”",
        "Mara Venn: claim: the ferries would stop at night",
        "Tomas Reyk: “floating bottleneck”",
    ]


def test_a_document_without_a_sure_date_shows_every_candidate(quotes: Command, database: str) -> None:
    candidates = (
        DateCandidate("2024-11-01", "day", "the header"),
        DateCandidate("2023", "year", "the address"),
    )
    page = replace(making.document(), published=Published(None, None, candidates))
    identifier = making.fill(library_url(), Parse(page))[0]

    shown = quotes("show", identifier).stdout

    assert field(shown, "Published") == "unknown"
    assert field(shown, "Perhaps") == "2024-11-01 (from: the header)"
    assert "2023 (from: the address)" in shown


def test_the_beginning_of_an_id_is_enough_in_capitals_too(quotes: Command, ferries: str) -> None:
    identifier = making.ferries().quotes[2].id

    assert quotes("show", identifier[:7].upper()).stdout == quotes("show", identifier).stdout


def test_an_ambiguous_beginning_is_a_usage_error(quotes: Command, ferries: str) -> None:
    result = quotes("show", "q")

    assert result.exit_code == 2
    assert result.stdout == ""


def test_a_speaker_is_shown_by_id(quotes: Command, ferries: str) -> None:
    listed = quotes("speakers", "reyk").stdout.split("  ")

    shown = quotes("show", listed[0])

    assert "Tomas Reyk (person)" in shown.stdout
    assert f"quotes search --speaker {listed[0]}" in shown.stderr


@pytest.mark.parametrize(
    ("name", "names"), [(None, ["Mara Venn", "Tomas Reyk"]), ("venn", ["Mara Venn"]), ("x", [])]
)
def test_speakers_are_listed_with_counts(
    quotes: Command, ferries: str, name: str | None, names: list[str]
) -> None:
    result = quotes("speakers", *([name] if name else []))

    assert (
        sorted(line.split("  ")[1].removesuffix(" (person)") for line in result.stdout.splitlines()) == names
    )
    assert "Mara Venn" not in names or "2 quotes, 1 claim in 1 document" in result.stdout
    assert result.stderr == f"{len(names)} of {len(names)} speaker{'' if len(names) == 1 else 's'}\n"


def test_documents_are_listed_with_counts_and_gaps(quotes: Command, ferries: str) -> None:
    bare = making.fill(library_url(), Parse(making.document("Nothing was said.", "bare.txt", None)))[0]

    result = quotes("docs")

    lines = {line.split()[0]: line for line in result.stdout.splitlines()}
    assert lines[ferries].split("  ", 1)[1].strip() == (
        "2024-03-05  Ferries to stop at night  The Harbour Post  3 quotes, 1 claim  (no author, URL)"
    )
    assert "no date" in lines[bare]
    assert "bare.txt  no publisher  0 quotes, 0 claims  (no title, author, URL)" in lines[bare]
    assert result.stderr.startswith("2 documents, 3 quotes, 1 claim\n")


def test_an_empty_library_says_what_to_do(quotes: Command) -> None:
    result = quotes("docs")

    assert (result.exit_code, result.stdout) == (0, "")
    assert "quotes add" in result.stderr


def test_how_words_were_printed_is_shown_with_what_tells_it(quotes: Command, database: str) -> None:
    page = making.document("“They [the crews] wait ... here,” Mara Venn said through an interpreter.")
    text = page.text
    cut, put_in, evidence = "...", "[the crews]", "through an interpreter"
    quote = making.statement(
        page,
        "They [the crews] wait ... here,",
        "direct",
        "Mara Venn",
        cue="said",
        stance="asserted",
        alterations=(
            Alteration("inserted", text.index(put_in), text.index(put_in) + len(put_in), put_in),
            Alteration("cut", text.index(cut), text.index(cut) + len(cut), cut),
        ),
        translated=Translation(evidence, text.index(evidence), text.index(evidence) + len(evidence)),
    )
    making.fill(library_url(), Parse(page, quotes=(quote,)))

    shown = quotes("show", quote.id).stdout

    assert field(shown, "Altered") == "inserted: [the crews]"
    assert "cut: ...\n" in shown
    assert field(shown, "Translated") == "yes (from: through an interpreter)"
    assert "Stance" not in shown  # a plain assertion needs no word


def test_a_quoted_phrase_that_was_denied_is_never_shown_as_said(quotes: Command, database: str) -> None:
    page = making.document("Mara Venn denied that the ferries were a “death trap”.")
    denied: dict[str, Any] = {"cue": "denied", "stance": "denied", "stance_evidence": "denied"}
    claim = making.statement(page, "the ferries were a “death trap”", "indirect", "Mara Venn", **denied)
    phrase = making.statement(page, "death trap", "partial", "Mara Venn", claim=claim.id, **denied)
    phrase = replace(phrase, context_span=(0, len(page.text)))
    claim = replace(claim, quotes_inside=(phrase.id,))
    making.fill(library_url(), Parse(page, quotes=(phrase,), claims=(claim,)))

    shown = quotes("show", phrase.id).stdout

    assert field(shown, "Stance") == "denied (from: denied)"
    assert field(shown, "Stands in") == f"{claim.id}  claim (denied): the ferries were a “death trap”"
    assert field(quotes("show", claim.id).stdout, "Holds") == f"{phrase.id}  denied: “death trap”"
    assert "  denied: “death trap”\n" in quotes("search", "--kind", "partial").stdout
    cited = quotes("cite", phrase.id).stdout
    assert "Mara Venn denied that the ferries were a “death trap”. Mara Venn, paraphrased in" in cited


def test_a_claim_is_shown_with_all_the_words_that_report_it(quotes: Command, database: str) -> None:
    page = making.document("Mara Venn did not say whether the ferries would sail.")
    claim = making.statement(
        page,
        "whether the ferries would sail",
        "indirect",
        "Mara Venn",
        cue="say",
        stance="unsaid",
        stance_evidence="did not say",
    )
    making.fill(library_url(), Parse(page, claims=(claim,)))

    assert "  claim (did not say): whether the ferries would sail\n" in quotes("search").stdout
    assert field(quotes("show", claim.id).stdout, "Stance") == "unsaid (from: did not say)"


def test_the_role_is_shown_with_its_place_and_so_is_the_name_that_a_pronoun_rests_on(
    quotes: Command, database: str
) -> None:
    page = making.document("Harbour master Mara Venn was late. “We wait,” she said.")
    quote = making.statement(
        page,
        "We wait,",
        "direct",
        "Mara Venn",
        mention="she",
        mention_span=(46, 49),
        role="Harbour master",
        role_span=(0, 14),
        rests_on=(15, 24),
    )
    making.fill(library_url(), Parse(page, quotes=(quote,)))

    shown = quotes("show", quote.id).stdout

    assert field(shown, "Role") == "“Harbour master” (characters 0 to 14 of the text)"
    assert field(shown, "Known from") == "“Mara Venn” (characters 15 to 24 of the text)"


def test_those_who_speak_together_are_listed(quotes: Command, database: str) -> None:
    page = making.document("“We wait,” Mara Venn and Oren Tollan said.")
    joint = making.statement(
        page, "We wait,", "direct", "Mara Venn and Oren Tollan", joint=("Mara Venn", "Oren Tollan")
    )
    group = replace(joint, speaker_type="group")
    making.fill(library_url(), Parse(page, quotes=(group,)))

    lines = [line.rstrip() for line in quotes("show", group.id).stdout.splitlines()]

    assert "Together     Mara Venn" in lines
    assert lines[lines.index("Together     Mara Venn") + 1].strip() == "Oren Tollan"


def test_what_is_from_the_web_has_a_link_that_opens_the_page_at_the_words(
    quotes: Command, database: str
) -> None:
    making.fill(database, making.ferries(url="https://harbourpost.example/ferries"))
    page = quotes("show", _id_of(quotes, "bottleneck")).stdout
    assert "https://harbourpost.example/ferries#:~:text=" in page
    assert "floating%20bottleneck" in page


def test_what_is_from_a_file_has_no_link(quotes: Command, ferries: str) -> None:
    assert "Link " not in quotes("show", _id_of(quotes, "bottleneck")).stdout


def _id_of(quotes: Command, words: str) -> str:
    return quotes("search", words).stdout.split()[0]

"""`show --marks`: what became of every passage in quotation marks."""

from dataclasses import replace
from pathlib import Path

import pytest

import quotes as package
from quotes.document import Block
from quotes.settings import library_url
from quotes.sources import read
from quotes.statement import Parse
from tests.cli import making
from tests.cli.conftest import Command

PAGE = (
    "A “harbour” of talks\n\n"
    "“We will not sign a paper that nobody has read,” Mara Venn said. "
    "The ship “The Old Heron” left at noon.\n\n"
    "The town has a “floating bottleneck” now.\n\n"
    "« Nous ne signerons pas », a dit le maire.\n\n"
    "The quay is wide” and the boats are small.\n\n"
    "“Share this with a friend”"
)
STORY = "“We will not sign a paper that nobody has read,”"


def lines(page: str) -> dict[str, str]:
    """What is told of each passage, by its words."""
    found = [line.partition("”  ") for line in page.splitlines()[1:] if line.startswith("“")]
    return {words.removeprefix("“"): told.strip() for words, _, told in found}


@pytest.fixture(scope="module")
def parsed() -> Parse:
    """A page with a title, another language and furniture, parsed."""
    page = making.document(PAGE, "harbour.txt")
    blocks = [*page.blocks]
    blocks[0] = replace(blocks[0], kind="title")
    blocks[3] = replace(blocks[3], lang="fr")
    last = blocks[-1]
    blocks[-1] = Block("furniture", None, None, last.source_start, last.source_end, "a link to share it")
    kept = PAGE[: PAGE.index("“Share")]
    return package.parse(replace(page, text=kept, blocks=tuple(blocks)))


def test_every_passage_is_told_of_with_the_reason(quotes: Command, database: str, parsed: Parse) -> None:
    identifier = making.fill(library_url(), parsed)[0]
    quote = next(quote for quote in parsed.quotes if quote.text.startswith("We will not"))

    result = quotes("show", identifier, "--marks")

    told = lines(result.stdout)
    assert told["We will not sign a paper that nobody has read,"].startswith(f"{quote.id}  Mara Venn")
    assert "in a title" in told["harbour"]
    assert "nobody's speech" in told["The Old Heron"]
    assert "no reporting verb" in told["floating bottleneck"]
    assert "another language (fr)" in told["Nous ne signerons pas"]
    assert told["Share this with a friend"].endswith("a link to share it")
    assert "a mark without a partner" in result.stdout
    assert (
        "7 marked passages: 1 kept as a statement, 2 left out, 3 outside of the story, 1 without a partner"
        in result.stderr
    )


def test_what_a_person_decided_is_told(quotes: Command, database: str, parsed: Parse) -> None:
    identifier = making.fill(library_url(), parsed)[0]
    quote = next(quote for quote in parsed.quotes if quote.text.startswith("We will not"))
    quotes("reject", quote.id, "--reason", "a play")
    quotes("mark", identifier, "floating bottleneck", "--speaker", "Mara Venn")

    told = lines(quotes("show", identifier, "--marks").stdout)

    assert told["We will not sign a paper that nobody has read,"].endswith(": a play")
    assert "Mara Venn  partial" in told["floating bottleneck"]

    quotes("accept", quote.id)
    quotes("set", quote.id, "--kind", "indirect")
    told = lines(quotes("show", identifier, "--marks").stdout)
    assert told["We will not sign a paper that nobody has read,"] == f"{quote.id}  Mara Venn  indirect"


def test_words_inside_a_quotation_are_a_part_of_it(quotes: Command, database: str) -> None:
    page = making.document("“They call it ‘the sink’ here,” Mara Venn said.")
    quote = making.statement(page, "They call it ‘the sink’ here,", "direct", "Mara Venn")
    identifier = making.fill(library_url(), Parse(page, quotes=(quote,)))[0]

    told = lines(quotes("show", identifier, "--marks").stdout)

    assert told["the sink"] == f"part of {quote.id}  Mara Venn"


def test_a_document_without_marks_has_none(quotes: Command, database: str) -> None:
    identifier = making.fill(library_url(), Parse(making.document("Nothing was said.")))[0]

    result = quotes("show", identifier, "--marks")

    assert result.exit_code == 0
    assert "0 marked passages" in result.stderr


def test_without_models_the_reasons_are_missing_and_that_is_said(
    quotes: Command, database: str, parsed: Parse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    identifier = making.fill(library_url(), parsed)[0]
    monkeypatch.setenv("QUOTES_MODELS", str(tmp_path / "nowhere"))

    result = quotes("show", identifier, "--marks")

    assert result.exit_code == 0
    assert lines(result.stdout)["floating bottleneck"] == "no reason is known"
    assert "not known" in result.stderr


def test_it_is_a_page_of_documents_alone(quotes: Command, ferries: str) -> None:
    assert quotes("show", making.ferries().quotes[0].id, "--marks").exit_code == 2
    assert quotes("show", ferries, "--marks", "--explain").exit_code == 2


def test_all_statements_in_marks_of_the_reference_articles_are_told_of(
    quotes: Command, database: str, shared: Path
) -> None:
    for path in sorted((shared / "seeds").glob("*.txt"))[:3]:
        parse = package.parse(read(path)[0])
        identifier = making.fill(library_url(), parse)[0]
        page = quotes("show", identifier, "--marks").stdout
        assert {quote.id for quote in parse.quotes if quote.id not in page} == set()

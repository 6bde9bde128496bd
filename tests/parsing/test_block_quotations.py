"""Paragraphs that a page sets off as somebody's words are statements without marks."""

from dataclasses import replace

import pytest

from quotes.document import BLOCK_QUOTATION, Document
from quotes.parsing import parse
from quotes.statement import Parse

WORDS = "Some of you told me that a ship has no heart. I have stood in the hull, and it beats."


def parsed(*paragraphs: str, set_off: int = 1) -> Parse:
    document = Document.of_text("\n\n".join(paragraphs))
    blocks = tuple(
        replace(block, reason=BLOCK_QUOTATION) if number == set_off else block
        for number, block in enumerate(document.blocks)
    )
    return parse(replace(document, blocks=blocks))


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("Mara Venn told the crowd:", id="colon"),
        pytest.param("Mara Venn said the ferry was late.", id="a claim before"),
        pytest.param("“We sail at noon,” Mara Venn said.", id="a quotation before"),
    ],
)
def test_a_block_quotation_is_credited_to_whoever_leads_it_in(before: str) -> None:
    quote = parsed(before, WORDS, "Oren Tollan left early.").quotes[-1]

    assert (quote.text, quote.kind, quote.speaker, quote.implicit) == (WORDS, "direct", "Mara Venn", True)


def test_marks_inside_it_are_nested() -> None:
    outer, inner = parsed(
        "Mara Venn told the crowd:", "He said to me: “The tide will not wait.” I waited."
    ).quotes

    assert outer.text == "He said to me: “The tide will not wait.” I waited."
    assert (inner.text, inner.nested_in, inner.depth) == ("The tide will not wait.", outer.id, 1)


def test_a_block_quotation_in_marks_is_one_statement() -> None:
    (quote,) = parsed("Mara Venn told the crowd:", f"“{WORDS}”").quotes

    assert quote.text == WORDS


def test_quotations_around_it_keep_their_speakers() -> None:
    found = parsed(
        "Mara Venn said: “We sail.”", WORDS, "“Too late,” said Oren Tollan. “The tide has turned.”"
    ).quotes

    assert [(quote.text, quote.speaker) for quote in found] == [
        ("We sail.", "Mara Venn"),
        (WORDS, "Mara Venn"),
        ("Too late,", "Oren Tollan"),
        ("The tide has turned.", "Oren Tollan"),
    ]


def test_without_anybody_to_credit_it_is_no_statement() -> None:
    assert parsed(WORDS, "The ferry is red.", set_off=0).quotes == ()

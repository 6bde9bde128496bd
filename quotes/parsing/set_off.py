"""What a page sets off as somebody's words: in quotation marks, as block quotations, as labelled turns.

No model is needed for that.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quotes.document import BLOCK_QUOTATION, Block, Document
from quotes.parsing.annotated import Annotated, Turn
from quotes.parsing.block_quotations import FAMILY, with_block_quotations
from quotes.parsing.pairing import Quotation, find_quotations, without_empty
from quotes.parsing.speech import is_clause
from quotes.parsing.turns import find_turns
from quotes.statement import Kind, Span

KeptBlock = tuple[int, int, Block]
"""Start and end in the text, and the block."""
Manner = Literal["quotation marks", "a block quotation", "a labelled turn"]


@dataclass(frozen=True, slots=True)
class Presented:
    """How a page sets words off, the place of all that is set off there, and the kind of statement."""

    manner: Manner
    span: Span
    kind: Kind


def kept_blocks(document: Document) -> list[KeptBlock]:
    """The blocks of a document that stand in its text, in order."""
    return [(b.start, b.end, b) for b in document.blocks if b.start is not None and b.end]


def quotations_of(text: str, blocks: Sequence[KeptBlock]) -> tuple[list[Quotation], list[str]]:
    """The quotations in marks and the block quotations of `blocks`, and warnings about unpaired marks."""
    in_marks, warnings = find_quotations(text, [(start, end) for start, end, _ in blocks])
    set_off = [(start, end) for start, end, block in blocks if block.reason == BLOCK_QUOTATION]
    return without_empty(with_block_quotations(in_marks, set_off), text), warnings


def turns_of(text: str, blocks: Sequence[KeptBlock]) -> list[Turn]:
    """The labelled turns of a transcript."""
    return find_turns(text, [(start, end) for start, end, block in blocks if block.kind == "body"])


def presented(document: Document, span: Span) -> Presented | None:
    """How a document sets off the words at `span` as somebody's own; None where it does not set off all.

    A whole clause makes a direct statement, a word or phrase a partial one.
    """
    text, blocks = document.text, kept_blocks(document)
    quotations, _ = quotations_of(text, blocks)
    around = [quotation for quotation in quotations if _holds((quotation.start, quotation.end), span)]
    if around:
        inner = around[-1]
        manner: Manner = "a block quotation" if inner.family == FAMILY else "quotation marks"
        return Presented(manner, (inner.start, inner.end), _kind(text, inner, span))
    turn = next((turn for turn in turns_of(text, blocks) if _holds(turn.content, span)), None)
    return None if turn is None else Presented("a labelled turn", turn.content, "direct")


def _holds(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _kind(text: str, quotation: Quotation, span: Span) -> Kind:
    words = replace(quotation, start=span[0], end=span[1])
    return "direct" if is_clause(Annotated(text, (), (), (words,)), 0) else "partial"

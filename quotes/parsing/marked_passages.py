"""Every passage of a file that stands in quotation marks, whether it is somebody's words or not."""

from collections.abc import Iterator
from dataclasses import dataclass

from quotes.document import Block, BlockKind, Document
from quotes.parsing.apostrophes import without_measures
from quotes.parsing.marks import find_marks
from quotes.parsing.pairing import Quotation, find_quotations, without_empty
from quotes.parsing.set_off import KeptBlock, kept_blocks, quotations_of
from quotes.statement import Span

AROUND = 60
"""Characters after a mark without a partner that are given with it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in marks (or of a block quotation), in a block of the file of this kind.

    `span` is their place in `Document.text`, without the marks; None in what was dropped from it, for the
    `reason` given. `lang` is their language where that is not English. `closed` tells that both marks are
    there; a single mark without a partner is a passage that is not `paired`, with the words after it.
    """

    words: str
    kind: BlockKind
    span: Span | None = None
    lang: str | None = None
    reason: str | None = None
    closed: bool = True
    paired: bool = True


def marked_passages(document: Document) -> list[Passage]:
    """All marked passages of a document, in the order of its file. Needs no model."""
    text, kept = document.text, kept_blocks(document)
    by_block: dict[int, list[Passage]] = {}
    for language in dict.fromkeys(block.lang for _, _, block in kept):
        blocks = [(start, end, block) for start, end, block in kept if block.lang == language]
        quotations, _ = quotations_of(text, blocks)
        for start, end, block in blocks:
            by_block[start] = list(_in_block(text, (start, end, block), quotations))
    file = _decoded(document)
    return [
        passage
        for block in document.blocks
        for passage in (_dropped(block, file) if block.start is None else by_block.get(block.start, ()))
    ]


def _in_block(text: str, kept: KeptBlock, quotations: list[Quotation]) -> Iterator[Passage]:
    """The passages of a kept block, and its marks without a partner, in order."""
    start, end, block = kept
    mine = [(number, q) for number, q in enumerate(quotations) if start <= q.outer_start < end]
    continued = {quotation.continues for quotation in quotations}
    found = [
        Passage(
            text[q.start : q.end],
            block.kind,
            (q.start, q.end),
            block.lang,
            closed=q.closed or number in continued or q.continues is not None,
        )
        for number, q in mine
    ]
    found += [
        Passage(text[at : min(end, at + AROUND)], block.kind, (at, at + 1), block.lang, paired=False)
        for at in _unpaired(text, start, end, [q for _, q in mine])
    ]
    return iter(sorted(found, key=lambda passage: passage.span or (0, 0)))


def _unpaired(text: str, start: int, end: int, quotations: list[Quotation]) -> list[int]:
    """The places of marks that open or close nothing; a single mark alone is an apostrophe."""
    edges = {q.outer_start for q in quotations} | {q.outer_end for q in quotations}
    marks = without_measures(text, find_marks(text, start, end))
    return [m.start for m in marks if m.family != "single" and not {m.start, m.end} & edges]


def _dropped(block: Block, file: str) -> Iterator[Passage]:
    """The passages of what was dropped from the text."""
    words = block.words
    if words is None and block.source_start is not None:
        words = file[block.source_start : block.source_end]
    if words:
        found, _ = find_quotations(words, [(0, len(words))])
        for quotation in without_empty(found, words):
            if quotation.closed:
                passage = words[quotation.start : quotation.end]
                yield Passage(passage, block.kind, lang=block.lang, reason=block.reason)


def _decoded(document: Document) -> str:
    """The decoded file, empty where no dropped block has a place in it: then it may be no text at all."""
    placed = any(block.start is None and block.source_start is not None for block in document.blocks)
    return document.original.decode(document.encoding, errors="replace") if placed else ""

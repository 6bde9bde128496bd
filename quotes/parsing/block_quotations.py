"""Block quotations: paragraphs that the page itself sets off as somebody's words, without marks."""

from collections.abc import Sequence
from dataclasses import replace

from quotes.parsing.pairing import Quotation

FAMILY = "block"


def with_block_quotations(
    quotations: Sequence[Quotation], paragraphs: Sequence[tuple[int, int]]
) -> list[Quotation]:
    """The quotations in marks and one for each of the `paragraphs` set off, in order.

    What stands in marks inside such a paragraph is nested in it; a paragraph that is in marks as
    a whole is a quotation already.
    """
    whole = {(quotation.outer_start, quotation.outer_end) for quotation in quotations}
    blocks = [Quotation(*span, *span, family=FAMILY) for span in paragraphs if span not in whole]
    if not blocks:
        return list(quotations)
    merged = sorted([*blocks, *quotations], key=lambda q: (q.outer_start, -q.outer_end))
    number = {id(quotation): index for index, quotation in enumerate(merged)}
    renumbered = {old: number[id(quotation)] for old, quotation in enumerate(quotations)}
    placed: list[Quotation] = []
    around: int | None = None
    for index, quotation in enumerate(merged):
        if quotation.family == FAMILY:
            around = index
            placed.append(quotation)
        elif around is not None and quotation.start < merged[around].end:
            parent = around if quotation.parent is None else renumbered[quotation.parent]
            placed.append(replace(quotation, parent=parent, continues=None, depth=quotation.depth + 1))
        else:
            placed.append(_renumbered(quotation, renumbered))
    return placed


def _renumbered(quotation: Quotation, numbers: dict[int, int]) -> Quotation:
    parent = None if quotation.parent is None else numbers[quotation.parent]
    continues = None if quotation.continues is None else numbers[quotation.continues]
    return replace(quotation, parent=parent, continues=continues)

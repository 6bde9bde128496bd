"""Which quotations stand in which claim."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from quotes.statement import Statement


def with_links(
    quotes: Sequence[Statement], claims: Sequence[Statement]
) -> tuple[list[Statement], list[Statement]]:
    """The quotes and the claims, linked both ways: `quotes_inside` in claims, `claim` in quotes.

    `quotes` are in the order of the text. A quotation in several claims ("X told Y ..., sources said")
    is in all their `quotes_inside`; its own `claim` is the shortest of them.
    """
    starts = [quote.start for quote in quotes]
    shortest: dict[str, tuple[int, str]] = {}
    linked: list[Statement] = []
    for claim in claims:
        first, last = bisect_left(starts, claim.start), bisect_left(starts, claim.end)
        inside = [quote.id for quote in quotes[first:last] if quote.end <= claim.end]
        for quote in inside:
            found = (claim.end - claim.start, claim.id)
            shortest[quote] = min(found, shortest.get(quote, found))
        linked.append(replace(claim, quotes_inside=tuple(inside)))
    known = [replace(q, claim=shortest[q.id][1]) if q.id in shortest else q for q in quotes]
    return known, linked

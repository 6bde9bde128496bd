"""To whom a quotation is credited, and how surely."""

from dataclasses import dataclass

from quotes.parsing.attribution.cues import Cue
from quotes.parsing.noun_phrases import Range

ADJACENT, GOVERNED, CONTINUED, PRECEDING, TOPIC = 0.9, 0.75, 0.7, 0.6, 0.4
"""Confidence by what the credit rests on: the share that was right on the annotated training articles."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Who a quotation is credited to: `source` and `cue` in units of `frames[frame]`.

    It is `implicit` where the quotation has no verb of its own.
    """

    frame: int
    source: Range | None
    cue: Cue | None
    confidence: float
    implicit: bool = False

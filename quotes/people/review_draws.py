"""Random draws of statements and documents, from which a person's error rate can be reckoned."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from quotes.statement import Kind, Span

Drawn = Literal["statements", "documents"]
"""What is drawn: for how often what is found is right, or for how much is missed."""


@dataclass(frozen=True, slots=True)
class DrawItem:
    """One of a draw, in its order (`position` from 0): an id, and when (ISO 8601) it was judged, or None."""

    position: int
    target: str
    judged: str | None = None


@dataclass(frozen=True, slots=True)
class Draw:
    """A draw out of the `population` that `query` (as typed) had when it was `drawn` (ISO 8601)."""

    number: int
    drawn: str
    kind: Drawn
    seed: int
    query: str
    population: int
    items: tuple[DrawItem, ...]

    @property
    def judged(self) -> int:
        """How many of it a person has judged."""
        return sum(item.judged is not None for item in self.items)

    @property
    def unfinished(self) -> bool:
        """Whether some of it is still to be judged."""
        return self.judged < len(self.items)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a statement is taken to be: as the parser gave it, or as the decisions in effect make it."""

    kind: Kind
    span: Span
    speaker: str | None
    speaker_id: str | None
    speaker_type: str | None
    said_on: str | None
    shown: bool


@dataclass(frozen=True, slots=True)
class JudgedStatement:
    """A statement that was drawn and judged: what the parser had `found`, and what it is `now`.

    `found` is of the moment of judging, so parsing again changes nothing of it; its `speaker_id` is the
    speaker to whom that name belongs now. `verdict` is what a person did to it: None where all
    of that was undone, so that it counts for nothing.
    """

    id: str
    document: str
    found: Reading
    confidence: float | None
    verdict: Literal["accepted", "corrected", "rejected"] | None
    now: Reading


@dataclass(frozen=True, slots=True)
class JudgedDocument:
    """A document that was drawn and read for what was missed.

    `found` counts, by kind, the statements that the parser had given in it; `missed` are the
    ids and kinds of those that a person marked in it, in the order of the text; `rejected` counts
    what was given and is none.
    """

    id: str
    found: dict[Kind, int]
    missed: tuple[tuple[str, Kind], ...]
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class JudgedDraw:
    """A draw and what was judged of it so far, in its order; the one or the other, by its kind."""

    draw: Draw
    statements: tuple[JudgedStatement, ...] = ()
    documents: tuple[JudgedDocument, ...] = ()


def sample(ids: Iterable[str], size: int, seed: int) -> list[str]:
    """`size` of `ids` (all, where there are fewer), each as likely as any other, none twice.

    The same ids, in whatever order, and the same seed give the same.
    """
    known = sorted(set(ids))
    return random.Random(seed).sample(known, min(size, len(known)))  # noqa: S311


def same_draw(draw: Draw, kind: Drawn, query: str, size: int, seed: int | None) -> bool:
    """Whether what is asked for was drawn as `draw` already; without a seed any will do, if unfinished.

    Drawing again while one is unfinished would let a person pick the sample that suits.
    """
    asked = (kind, query, min(size, draw.population))
    if asked != (draw.kind, draw.query, len(draw.items)):
        return False
    return draw.unfinished if seed is None else draw.seed == seed


def counted_by_kind(found: dict[str, Any]) -> dict[Kind, int]:
    """The counts that a document's item of a draw keeps, for every kind."""
    kinds: tuple[Kind, ...] = ("direct", "partial", "indirect")
    return {kind: int(found.get(kind, 0)) for kind in kinds}

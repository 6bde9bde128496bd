"""What a person's judgement of random draws tells of the error rate of everything else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random

from quotes.evaluation.intervals import CONFIDENCE, wilson

RESAMPLES = 2_000
"""How often documents are drawn again for the interval of what was missed (Efron's percentile bootstrap)."""
SEED = 1
"""Of that drawing: the same judgements give the same interval anywhere."""
BANDS = ((0.0, 0.5), (0.5, 0.8), (0.8, 0.95), (0.95, 1.01))
"""Of the chance that the parser gave a statement, from and below."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one statement that was drawn at random.

    `confidence`, 0 to 1, is the chance the parser gave it, None where it gave none. `speaker` and `words`
    (span and kind) tell whether these were left as the parser had them; they count where it is `right` alone.
    """

    id: str
    kind: str
    confidence: float | None
    right: bool
    speaker: bool
    words: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """The judgement of one document that was drawn at random.

    `found` counts what was found in it and is a statement, `missed` the statements that were not found.
    """

    id: str
    found: int
    missed: int


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole` that were counted, and the 95 % interval of the share in everything (0 to 1)."""

    part: int
    whole: int
    low: float
    high: float

    @property
    def value(self) -> float | None:
        """The share, None where nothing was counted."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class Quality:
    """Of statements: how many are statements, and of these how many have the right speaker, and words."""

    right: Share
    speaker: Share
    words: Share


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The error rates. `missed` is the share of the statements of `documents`, read whole, not found."""

    overall: Quality
    by_kind: dict[str, Quality]
    by_confidence: dict[str, Quality]
    missed: Share
    documents: int


def reviewed(verdicts: Iterable[Verdict], readings: Iterable[Reading]) -> Reviewed:
    """The error rates by these judgements; what was drawn twice counts once."""
    each = list({verdict.id: verdict for verdict in verdicts}.values())
    read = list({reading.id: reading for reading in readings}.values())
    kinds = sorted({verdict.kind for verdict in each})
    return Reviewed(
        _quality(each),
        {kind: _quality([verdict for verdict in each if verdict.kind == kind]) for kind in kinds},
        {name: found for name, found in _by_band(each).items() if found.right.whole},
        _missed(read),
        len(read),
    )


def _quality(verdicts: Sequence[Verdict]) -> Quality:
    right = [verdict for verdict in verdicts if verdict.right]
    return Quality(
        _share(verdicts, lambda verdict: verdict.right),
        _share(right, lambda verdict: verdict.speaker),
        _share(right, lambda verdict: verdict.words),
    )


def _share(verdicts: Sequence[Verdict], holds: Callable[[Verdict], bool]) -> Share:
    part = sum(map(holds, verdicts))
    return Share(part, len(verdicts), *wilson(part, len(verdicts)))


def _by_band(verdicts: Sequence[Verdict]) -> dict[str, Quality]:
    bands = {
        f"{low:.2f}-{min(high, 1):.2f}": [
            verdict
            for verdict in verdicts
            if verdict.confidence is not None and low <= verdict.confidence < high
        ]
        for low, high in BANDS
    }
    bands["none given"] = [verdict for verdict in verdicts if verdict.confidence is None]
    return {name: _quality(inside) for name, inside in bands.items()}


def _missed(readings: Sequence[Reading]) -> Share:
    """The share missed: documents are drawn, so whole documents are drawn again for the interval."""
    part, found = sum(r.missed for r in readings), sum(r.found for r in readings)
    if len(readings) < 2:  # one document tells nothing of how documents differ
        return Share(part, part + found, 0.0, 1.0)
    draw = Random(SEED)  # noqa: S311 - no secret
    shares = sorted(_share_missed(draw.choices(readings, k=len(readings))) for _ in range(RESAMPLES))
    edge = round(RESAMPLES * (1 - CONFIDENCE) / 2)
    low, high = wilson(part, part + found)
    return Share(part, part + found, min(low, shares[edge]), max(high, shares[-1 - edge]))


def _share_missed(readings: Sequence[Reading]) -> float:
    missed = sum(reading.missed for reading in readings)
    return missed / max(1, missed + sum(reading.found for reading in readings))


def sentence(found: Reviewed, drawn: str) -> str:
    """What was counted, for the methods section of a report; `drawn` tells when and how it was drawn."""
    parts = []
    right, speaker = found.overall.right, found.overall.speaker
    if right.whole:
        told = f"{_told(right)} were statements of a source"
        if speaker.whole:
            told += f", and of these {_told(speaker)} were credited to the right speaker"
        drawing = f"Of {right.whole:,} statements drawn at random ({drawn})"
        parts.append(f"{drawing} and checked against their source, {told}.")
    if found.documents:
        of = "document" if found.documents == 1 else "documents"
        told = f"{_told(found.missed)} of the statements had been missed"
        parts.append(f"In {found.documents:,} {of} drawn at random and read whole, {told}.")
    return " ".join(parts)


def _told(share: Share) -> str:
    interval = f"95 % interval {share.low:.1%} to {share.high:.1%}"
    return f"{share.part:,} of {share.whole:,} ({share.value or 0:.1%}; {interval})"

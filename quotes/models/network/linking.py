"""Joins the tagged spans of a window into attributions: which source, cue and contents belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from quotes.models.network.decoding import Tagged

Links = npt.NDArray[np.float32]
"""Scores (words, 1 + words): how well each word points at none (0) and at each word (its index plus one)."""


@dataclass(frozen=True)
class Linked:
    """One attribution in words of a window; `sureness` (0 to 1) is that of its spans and links together."""

    source: Tagged | None
    cue: Tagged | None
    contents: tuple[Tagged, ...]
    sureness: float


def link(spans: Sequence[Tagged], to_source: Links, to_cue: Links) -> Iterator[Linked]:
    """The attributions of a window: contents that share a cue go together, then look for their source."""
    sources, cues = _of(spans, "source"), _of(spans, "cue")
    groups: dict[int, list[Tagged]] = {}
    cue_sureness: dict[int, float] = {}
    for content in _of(spans, "content"):
        cue, sure = _choose(to_cue[content.first : content.last], cues)
        key = -1 - content.first if cue is None else cue.first
        groups.setdefault(key, []).append(content)
        cue_sureness[key] = sure
    by_place = {cue.first: cue for cue in cues}
    for key, contents in groups.items():
        cue = by_place.get(key)
        members = [*contents, *([cue] if cue else [])]
        rows = np.concatenate([to_source[part.first : part.last] for part in members])
        source, source_sureness = _choose(rows, sources)
        parts = [part.sureness for part in (*members, *([source] if source else []))]
        yield Linked(source, cue, tuple(contents), min(parts) * source_sureness * cue_sureness[key])


def _of(spans: Sequence[Tagged], kind: str) -> list[Tagged]:
    return [span for span in spans if span.kind == kind]


def _choose(rows: Links, targets: Sequence[Tagged]) -> tuple[Tagged | None, float]:
    """The target that the rows point at together, or none, and its share (0 to 1) among these choices."""
    columns = [0, *(target.first + 1 for target in targets)]
    scores = _log_softmax(rows)[:, columns].mean(0)
    weights = np.exp(scores - scores.max())
    best = int(weights.argmax())
    return (targets[best - 1] if best else None), float(weights[best] / weights.sum())


def _log_softmax(rows: Links) -> Links:
    shifted = rows - rows.max(1, keepdims=True)
    out: Links = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
    return out

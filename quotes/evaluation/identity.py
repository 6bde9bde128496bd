"""Whether one speaker is one across documents: pairs of (document, speaker) units, linked or not.

What parsing lost is told apart from what linking did: a unit is kept where the document's own statements name
the right speaker. `links` counts pairs of kept units, `all` every pair, lost units being missed or wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from quotes.evaluation.crediting import Credited
from quotes.evaluation.identity_gold import IdentityGold
from quotes.evaluation.identity_units import Placed, place
from quotes.evaluation.intervals import wilson
from quotes.evaluation.measures import Figures, scores, share
from quotes.evaluation.texts import Letters

PLAIN = "plain"
"""The label of a pair that nothing makes hard to recognise."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two units; `why` names what makes a pair of different speakers hard, None where it is not listed."""

    one: Placed
    other: Placed
    why: str | None = None

    @property
    def same(self) -> bool:
        """Whether they are one speaker."""
        return self.one.unit.identity == self.other.unit.identity

    @property
    def linked(self) -> bool:
        """Whether they were taken for one."""
        return self.one.speaker_id is not None and self.one.speaker_id == self.other.speaker_id

    @property
    def kept(self) -> bool:
        """Whether parsing kept both."""
        return self.one.kept and self.other.kept

    @property
    def labels(self) -> tuple[str, ...]:
        """What makes it hard to recognise the one in the other."""
        return tuple(dict.fromkeys((*self.one.unit.labels, *self.other.unit.labels))) or (PLAIN,)


@dataclass(frozen=True)
class IdentityReport:
    """The units of a gold folder and every pair of them that counts."""

    placed: tuple[Placed, ...]
    pairs: tuple[Pair, ...]

    @property
    def lost(self) -> list[Placed]:
        """Units that parsing lost."""
        return [placed for placed in self.placed if not placed.kept]

    @property
    def wrong(self) -> list[Pair]:
        """Pairs that were linked and are two speakers, those that linking is to blame for first."""
        return sorted((p for p in self.pairs if p.linked and not p.same), key=lambda p: not p.kept)

    @property
    def missed(self) -> list[Pair]:
        """Pairs of kept units that are one speaker and were not linked."""
        return [pair for pair in self.pairs if pair.same and pair.kept and not pair.linked]

    @cached_property
    def figures(self) -> Figures:
        """Counts, precision and recall, of kept units and of all."""
        hard = [pair for pair in self.pairs if pair.why]
        positives = [pair for pair in self.pairs if pair.same]
        return {
            "documents": len({placed.unit.document for placed in self.placed}),
            "identities": len({placed.unit.identity for placed in self.placed}),
            "units": len(self.placed),
            "positives": len(positives),
            "hard": {
                "pairs": len(hard),
                "kept": sum(pair.kept for pair in hard),
                "linked": sum(pair.linked and pair.kept for pair in hard),
            },
            "lost": {
                "not_found": sum(placed.voice is None for placed in self.lost),
                "speaker": sum(placed.voice is not None for placed in self.lost),
            },
            "links": _counted([pair for pair in self.pairs if pair.kept]),
            "all": _counted(self.pairs),
            "ceiling": share(sum(pair.kept for pair in positives), len(positives)),
        }

    def by_label(self) -> dict[str, tuple[int, int, int]]:
        """By label: how many positive pairs there are, parsing kept, and linking found of those."""
        counts: dict[str, list[int]] = {}
        for pair in (pair for pair in self.pairs if pair.same):
            for label in pair.labels:
                row = counts.setdefault(label, [0, 0, 0])
                row[0] += 1
                row[1] += pair.kept
                row[2] += pair.kept and pair.linked
        return {label: (row[0], row[1], row[2]) for label, row in sorted(counts.items())}


def judge(gold: IdentityGold, documents: Mapping[str, Sequence[Credited]]) -> IdentityReport:
    """Judge what was found in the documents, by their names."""
    placed = []
    for name, text in gold.texts.items():
        units = [unit for unit in gold.units if unit.document == name]
        letters, statements = Letters(text), documents.get(name, ())
        placed += [place(unit, units, letters, statements) for unit in units]
    whys = {pair.identities: pair.why for pair in gold.hard}
    pairs = (
        Pair(one, other, whys.get(frozenset((one.unit.identity, other.unit.identity))))
        for one, other in combinations(placed, 2)
    )
    return IdentityReport(tuple(placed), tuple(pair for pair in pairs if _counts(pair)))


def _counts(pair: Pair) -> bool:
    """Pairs across documents; within one, those of two names that were put together."""
    if pair.one.unit.document != pair.other.unit.document:
        return True
    one, other = pair.one.voice, pair.other.voice
    return pair.linked and one is not None and other is not None and one.name != other.name


def _counted(pairs: Sequence[Pair]) -> Figures:
    linked, positives = sum(pair.linked for pair in pairs), sum(pair.same for pair in pairs)
    right = sum(pair.linked and pair.same for pair in pairs)
    found: Figures = {"linked": linked, "right": right, "positives": positives}
    found |= scores(right, linked, positives)
    for name, whole in (("precision", linked), ("recall", positives)):
        low, high = wilson(right, whole)
        found |= {f"{name}_low": low, f"{name}_high": high}
    return found

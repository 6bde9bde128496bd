"""What the model read, beside what the rules found: where they agree, where they differ, where one is alone.

The rules know the writer's sentences and the marks; the model knows ways of reporting that no list holds.
A quotation beside its verb stays the rules'; one that they leave, or credit to a verb at a distance, is
the model's where it is sure enough.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotes.parsing.annotated import Annotated, Attribution, Learned
from quotes.parsing.attribution.credits import GOVERNED
from quotes.parsing.frames import Frame
from quotes.parsing.speech import is_naming, is_sign
from quotes.statement import Basis, Span, Support

HALF = 0.5
"""Share of a span's characters in a content from which it belongs to that attribution."""
SURE_ENOUGH = 0.3
"""The model's sureness from which it is believed where the rules leave a quotation or credit it weakly."""
NAMING_SURE = 0.5
"""The same for what looks like a name or a term in marks, or is a single word."""
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_EDGE = re.compile(r"(?:\s*,\s*(?:who|which|that)|[\s,;:.–—-])+$")


def with_learned(
    annotated: Annotated, frames: Sequence[Frame], ruled: Sequence[Attribution]
) -> list[Attribution]:
    """The rules' attributions with the model's support for each, and then those that only the model has."""
    readings = _Readings(annotated.learned)
    supported = [_supported(annotated, attribution, readings) for attribution in ruled]
    credited = {i for a in ruled if a.mode in ("speech", "implicit") for i in a.quotations}
    return [*supported, *_model_only(annotated, frames, readings, credited)]


class _Readings:
    """The model's attributions, found by what they hold."""

    def __init__(self, learned: Sequence[Learned]) -> None:
        self._learned = learned
        held = sorted(
            (content, owner) for owner, reading in enumerate(learned) for content in reading.contents
        )
        self._contents = [content for content, _ in held]
        self._owners = [owner for _, owner in held]

    def of(self, span: Span) -> Learned | None:
        """The attribution that holds most of `span`, at least half of it."""
        first = bisect_left(self._contents, span[0], key=lambda content: content[1])
        shares: Counter[int] = Counter()
        after = bisect_left(self._contents, (span[1], span[1]), lo=first)
        for at in range(first, after):
            start, end = self._contents[at]
            shares[self._owners[at]] += min(end, span[1]) - max(start, span[0])
        best, share = max(shares.items(), key=lambda item: item[1], default=(0, 0))
        return self._learned[best] if share and share >= HALF * (span[1] - span[0]) else None


def _supported(annotated: Annotated, attribution: Attribution, readings: _Readings) -> Attribution:
    """An attribution of the rules with what the model says of it: the same source, another, or nothing."""
    reading = readings.of(attribution.content) if attribution.content else None
    if reading is None:
        return attribution
    support: Support = "both" if _same_source(attribution.source, reading.source) else "against"
    found = replace(attribution, basis=Basis(support, attribution.basis.strength, reading.sureness))
    source = _named_source(annotated.text, reading)
    if source is None:
        return found
    if support == "against" and _knows_better(annotated.text, attribution, reading):
        return replace(found, source=source, cue=reading.cue)
    better = support == "both" and attribution.source and _better_cut(annotated, attribution.source, source)
    return replace(found, source=source) if better else found


def _knows_better(text: str, attribution: Attribution, reading: Learned) -> bool:
    """Whether the model goes first: of a verb at a distance, in its paragraph, the rules know too little."""
    if (
        attribution.mode != "speech"
        or attribution.cue is None
        or not attribution.content
        or not reading.source
    ):
        return False
    first, last = sorted((attribution.content, reading.source))
    beside = "\n" not in text[first[1] : last[0]]
    return beside and attribution.basis.strength <= GOVERNED and reading.sureness >= SURE_ENOUGH


def _better_cut(annotated: Annotated, ruled: Span, read: Span) -> bool:
    """Whether the rules took too little of the source, without its name, or a word too many after it."""
    piece = annotated.text[ruled[1] : ruled[1] + 1] == "," or read[1] > ruled[1] + 1
    if piece and _holds(annotated, read, "PERSON") and not _holds(annotated, ruled, "PERSON"):
        return True
    return read[0] == ruled[0] and read[1] < ruled[1] and not _holds(annotated, (read[1], ruled[1]))


def _holds(annotated: Annotated, span: Span, kind: str | None = None) -> bool:
    """Whether an entity (of this type) stands in `span`."""
    entities = annotated.entities
    at = bisect_left(entities, span[0] + 1, key=lambda entity: entity.end)
    while at < len(entities) and entities[at].start < span[1]:
        if kind in (None, entities[at].type):
            return True
        at += 1
    return False


def _same_source(one: Span | None, other: Span | None) -> bool:
    if one is None or other is None:
        return one is other
    return one[0] < other[1] and other[0] < one[1]


def _model_only(
    annotated: Annotated, frames: Sequence[Frame], readings: _Readings, credited: set[int]
) -> Iterator[Attribution]:
    """What the model says of the quotations that the rules leave, but for names and terms."""
    for frame in frames:
        for unit, index in frame.quotations():
            quotation = annotated.quotations[index]
            place = (quotation.start, quotation.end)
            reading = None if index in credited else readings.of(place)
            source = None if reading is None else _named_source(annotated.text, reading)
            if reading is None or source is None or reading.sureness < SURE_ENOUGH:
                continue
            if _same_source(source, place) or is_sign(annotated, index):
                continue
            doubtful = " " not in annotated.text[slice(*place)]
            doubtful = doubtful or is_naming(annotated, index, frame.units[:unit])
            if not doubtful or reading.sureness >= NAMING_SURE:
                basis = Basis("model", sureness=reading.sureness)
                yield Attribution(source, reading.cue, place, (index,), basis=basis)


def _named_source(text: str, reading: Learned) -> Span | None:
    """The model's source without the comma and the "who" after it; None where nothing else is left."""
    if reading.source is None:
        return None
    start, end = reading.source
    edge = _EDGE.search(text, start, end)
    end = edge.start() if edge else end
    return None if text[start:end].lower() in _RELATIVES or end <= start else (start, end)

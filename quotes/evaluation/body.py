"""Main text: how much of the story, and of the page around it, stands in body blocks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quotes.errors import UsageError
from quotes.evaluation.answers import Record
from quotes.evaluation.gold import GoldDocument
from quotes.evaluation.measures import Figures, share
from quotes.evaluation.texts import Letters
from quotes.statement import Span

KEPT_MIN = 0.98
"""Bar: the share of the story's letters and digits that has to stand in body blocks."""
CHROME_MAX = 0.02
"""Bar: the share of the page furniture's that may."""


@dataclass(frozen=True, slots=True)
class BodyCounts:
    """Letters and digits of the gold's body (without furniture and captions), furniture and captions, and
    how many of each stand in the record's body blocks."""

    body: int = 0
    body_kept: int = 0
    chrome: int = 0
    chrome_kept: int = 0
    captions: int = 0
    captions_kept: int = 0

    @property
    def holds(self) -> bool:
        """Whether both bars are kept."""
        return self.body_kept >= KEPT_MIN * self.body and self.chrome_kept <= CHROME_MAX * self.chrome

    def __add__(self, other: BodyCounts) -> BodyCounts:
        return BodyCounts(
            self.body + other.body,
            self.body_kept + other.body_kept,
            self.chrome + other.chrome,
            self.chrome_kept + other.chrome_kept,
            self.captions + other.captions,
            self.captions_kept + other.captions_kept,
        )


def body_counts(document: GoldDocument, record: Record) -> BodyCounts | None:
    """The counts of one document; None where its gold or its record says nothing of the body.

    Raises UsageError for a record whose blocks are none.
    """
    if document.body is None or not document.in_file or "blocks" not in record:
        return None
    letters = document.letters
    kept = _body_spans(record, len(document.text))
    captions = _without(document.captions, document.furniture)
    body = _without([document.body], [*document.furniture, *captions])
    return BodyCounts(
        *_counted(letters, body, kept),
        *_counted(letters, _merged(document.furniture), kept),
        *_counted(letters, captions, kept),
    )


def body_of_each(documents: Sequence[GoldDocument], records: Mapping[str, Record]) -> dict[str, BodyCounts]:
    """The counts by the documents' names, of those whose gold has a body and that have a record."""
    counts = {d.name: body_counts(d, records[d.name]) for d in documents if d.name in records}
    return {name: count for name, count in counts.items() if count is not None}


def body_figures(counts: Iterable[BodyCounts]) -> Figures:
    """The figures of many documents: letters are counted together, so that long ones weigh more."""
    counts = list(counts)
    every = sum(counts, BodyCounts())
    return {
        "documents": len(counts),
        "letters": every.body,
        "kept": share(every.body_kept, every.body),
        "chrome_letters": every.chrome,
        "chrome_kept": share(every.chrome_kept, every.chrome),
        "caption_letters": every.captions,
        "captions_kept": share(every.captions_kept, every.captions),
        "bars_missed": sum(not count.holds for count in counts),
    }


def _body_spans(record: Record, length: int) -> list[Span]:
    try:
        blocks = [block for block in record["blocks"] if block["kind"] == "body"]
        spans = [(int(block["source_start"]), int(block["source_end"])) for block in blocks]
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"{record.get('id')}: no blocks of quotes parse ({error!r})") from error
    if any(not 0 <= start <= end <= length for start, end in spans):
        raise UsageError(f"{record.get('id')}: a block is outside the text")
    return spans


def _counted(letters: Letters, spans: Sequence[Span], kept: Sequence[Span]) -> tuple[int, int]:
    """Letters in `spans`, and those of them that stand in `kept`; neither overlaps itself."""
    shared = sum(letters.shared(span, other) for span in spans for other in kept)
    return sum(letters.within(span) for span in spans), shared


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _without(spans: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    """What is left of `spans` outside the `others`."""
    left: list[Span] = []
    cuts = _merged(others)
    for start, end in _merged(spans):
        for cut_start, cut_end in cuts:
            if cut_end <= start or end <= cut_start:
                continue
            if start < cut_start:
                left.append((start, cut_start))
            start = min(max(start, cut_end), end)
        if start < end:
            left.append((start, end))
    return left

"""From a document to its statements: marks, annotation, attribution, speakers, dates."""

from collections.abc import Iterable
from datetime import date

from quotes.document import Document
from quotes.parsing.annotate import annotate, models_in_use
from quotes.parsing.annotated import Annotated, Attribution, Learned
from quotes.parsing.attribution import attribute
from quotes.parsing.frames import build_frames
from quotes.parsing.statements import build_statements
from quotes.statement import AttributionSpans, Basis, Parse, Span

__all__ = ["parse"]


def parse(document: Document | str, *, published: str | None = None) -> Parse:
    """Find the statements of a document, or of a clean text.

    `published` (ISO, "2023-10-30") stands in for the document's own publication date, from which
    "on Tuesday" is reckoned; without a sure one such words stay words.

    Raises:
        ModelError: the language model cannot be loaded or run.
        ValueError: `published` is no ISO date.
    """
    document = Document.of_text(document) if isinstance(document, str) else document
    day = _day(published or document.published.value)
    annotated = annotate(document)
    frames = build_frames(annotated)
    attributions = _in_order([*attribute(annotated, frames), *_of_turns(annotated)])
    quotes, claims = build_statements(document, annotated, frames, attributions, day)
    spans, placeless = _spans(document, annotated.learned)
    warnings = annotated.warnings + placeless
    return Parse(document, tuple(quotes), tuple(claims), spans, warnings, models_in_use())


def _of_turns(annotated: Annotated) -> list[Attribution]:
    """A labelled turn is its speaker's words: nothing is to be found out about that."""
    return [
        Attribution(turn.label, None, turn.content, mode="turn", basis=Basis("layout", 1.0))
        for turn in annotated.turns
    ]


def _in_order(attributions: list[Attribution]) -> list[Attribution]:
    return sorted(attributions, key=lambda a: (a.content or (0, 0), a.cue or (0, 0)))


def _day(published: str | None) -> date | None:
    """The day to reckon from; a month or a year is too coarse for that."""
    if published is None:
        return None
    if len(published) == len("2024-03-14"):
        return date.fromisoformat(published)
    date.fromisoformat(f"{published}-01-01"[: len("2024-03-14")])
    return None


def _spans(
    document: Document, learned: Iterable[Learned]
) -> tuple[tuple[AttributionSpans, ...], tuple[str, ...]]:
    """The model's attributions in offsets of the decoded file, those without a place left out."""
    found: list[AttributionSpans] = []
    lost = 0
    for reading in learned:
        parts = ([reading.source], [reading.cue], reading.contents)
        source, cue, content = ([document.source_span(*p) for p in part if p] for part in parts)
        if None in (*source, *cue, *content):
            lost += 1
        else:
            found.append(AttributionSpans(_known(source), _known(cue), _known(content)))
    if lost and document.offsets is not None:
        return tuple(found), (f"{lost} attributions have a part without a place in the file",)
    return tuple(found), ()


def _known(places: Iterable[Span | None]) -> tuple[Span, ...]:
    return tuple(place for place in places if place is not None)

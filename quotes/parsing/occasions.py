"""When, to whom and by which outlet the words of every attribution were said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from quotes.parsing.annotated import Annotated, Attribution
from quotes.parsing.captions import Calendar, calendar_of
from quotes.parsing.carrying import OCCASION_PARAGRAPHS, Carrier, place_of
from quotes.parsing.frames import FrameIndex
from quotes.parsing.said import Said, said_beside
from quotes.parsing.setting import addressee_of, via_of

__all__ = ["OCCASION_PARAGRAPHS", "Occasion", "occasions_of"]

_ANOTHERS_WORDS = re.compile(
    r"['’]s?\s+(?:\w+\s+)?(?:words|poem|verses?|lines?|lyrics|slogan)\b[^.“\"]{0,20}$"
)
"""Between the verb and the words: "ended her speech with Orr's words, ...", written at another time."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the sentence of an attribution tells beside who spoke."""

    said: Said | None
    addressee: str | None
    via: str | None


def occasions_of(
    annotated: Annotated,
    frames: FrameIndex,
    attributions: Sequence[Attribution],
    speakers: Sequence[str | None],
    published: date | None,
) -> list[Occasion]:
    """The occasion of each attribution; a continued quotation has that of what it continues.

    `speakers` are the names of the attributions' speakers.
    """
    carrier = Carrier(annotated, frames, attributions, published)
    found: dict[int, Occasion] = {}
    by_source: dict[tuple[int, int], Occasion] = {}
    for number, attribution in enumerate(attributions):
        if attribution.mode == "implicit" and attribution.source is not None:
            carrier.goes_on(attribution, speakers[number])
            continue
        occasion = _stated(annotated, frames, attribution, published)
        if not _anothers(annotated, attribution):
            said = carrier.date_of(attribution, speakers[number], occasion.said, occasion.addressee)
            occasion = replace(occasion, said=said)
        found[number] = occasion
        if attribution.source is not None:
            by_source.setdefault(attribution.source, occasion)
    nothing = Occasion(None, None, None)
    occasions = [
        found[number] if number in found else by_source.get(attribution.source or (0, 0), nothing)
        for number, attribution in enumerate(attributions)
    ]
    calendar = calendar_of(annotated, frames) if published is None else None
    return occasions if calendar is None else [_dated_by(calendar, occasion) for occasion in occasions]


def _dated_by(calendar: Calendar, occasion: Occasion) -> Occasion:
    """The occasion with the date of its weekday, where a caption tells it."""
    said = occasion.said
    day = calendar.days.get(said.weekday) if said is not None and said.weekday is not None else None
    if said is None or said.on is not None or day is None:
        return occasion
    evidence = f"{said.evidence}; {calendar.evidence}"
    return replace(occasion, said=replace(said, on=day.isoformat(), evidence=evidence))


def _stated(
    annotated: Annotated, frames: FrameIndex, attribution: Attribution, published: date | None
) -> Occasion:
    """What the sentence of an attribution itself tells."""
    text = annotated.text
    frame = frames.at(place_of(attribution))
    mention = text[slice(*attribution.source)] if attribution.source else None
    said = None if _anothers(annotated, attribution) else said_beside(text, frame, attribution, published)
    return Occasion(said, addressee_of(text, frame, attribution), via_of(text, frame, attribution, mention))


def _anothers(annotated: Annotated, attribution: Attribution) -> bool:
    """Whether the source spoke words that somebody else had written."""
    if attribution.cue is None or not attribution.quotations:
        return False
    quotation = annotated.quotations[attribution.quotations[0]]
    return _ANOTHERS_WORDS.search(annotated.text[attribution.cue[1] : quotation.outer_start]) is not None

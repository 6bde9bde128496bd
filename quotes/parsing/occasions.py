"""When, to whom and by which outlet the words of every attribution were said."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from quotes.parsing.annotated import Annotated, Attribution
from quotes.parsing.frames import FrameIndex
from quotes.parsing.said import Said, names_a_time, said_beside
from quotes.parsing.setting import addressee_of, via_of

OCCASION_PARAGRAPHS = 2
"""Paragraphs after dated words in which the same speaker's words are taken to be of the same occasion."""


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
    found: list[Occasion] = []
    by_source: dict[tuple[int, int], Occasion] = {}
    for attribution in attributions:
        source = attribution.source
        if attribution.mode == "implicit" and source in by_source:
            found.append(by_source[source])
            continue
        frame = frames.at(_place(attribution))
        mention = annotated.text[slice(*source)] if source else None
        occasion = Occasion(
            said_beside(annotated.text, frame, attribution, published),
            addressee_of(annotated.text, frame, attribution),
            via_of(annotated.text, frame, attribution, mention),
        )
        found.append(occasion)
        if source is not None:
            by_source.setdefault(source, occasion)
    return _with_carried_dates(annotated.text, frames, attributions, speakers, found)


def _place(attribution: Attribution) -> int:
    """The offset that tells which sentence an attribution belongs to: its verb's, else its source's."""
    return (attribution.cue or attribution.source or attribution.content or (0, 0))[0]


def _with_carried_dates(
    text: str,
    frames: FrameIndex,
    attributions: Sequence[Attribution],
    speakers: Sequence[str | None],
    occasions: list[Occasion],
) -> list[Occasion]:
    """A speaker's next words, with no other time named between, belong to the occasion that was dated."""
    dated: dict[str, tuple[int, Said]] = {}
    for number, (attribution, name) in enumerate(zip(attributions, speakers, strict=True)):
        if name is None:
            continue
        at = frames.number_at((attribution.cue or attribution.content or (0, 0))[0])
        if (
            occasions[number].said is None
            and name in dated
            and _one_occasion(text, frames, dated[name][0], at)
        ):
            occasions[number] = replace(occasions[number], said=dated[name][1])
        said = occasions[number].said
        if said is not None and said.of_an_occasion:
            dated[name] = (at, said)
    return occasions


def _one_occasion(text: str, frames: FrameIndex, dated: int, at: int) -> bool:
    near = frames[at].paragraph - frames[dated].paragraph <= OCCASION_PARAGRAPHS
    return near and not any(names_a_time(text, frames[number]) for number in range(dated + 1, at + 1))

"""The day of a story without a date, where a caption dates the very occasion that the story tells of."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from quotes.parsing.annotated import Annotated, Entity, Paragraph
from quotes.parsing.frames import Frame
from quotes.parsing.said import times_beside_words
from quotes.parsing.speakers.names import fold, words
from quotes.parsing.times import Time, resolve, times_in

SHARED_PEOPLE = 2
"""People whom a caption and a sentence must both name to tell of one occasion."""
MAX_CAPTIONS = 20
"""Captions of a page that are read for a date."""
_ARCHIVE = re.compile(r"(?i)\b(?:file|archive|archival)\b")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of the weekdays of a story, Monday 0, and the words of the caption that tells them."""

    days: Mapping[int, date]
    evidence: str


def calendar_of(annotated: Annotated, frames: Iterable[Frame]) -> Calendar | None:
    """The days of a story that a caption dates.

    A caption with a weekday and a full date counts where a sentence of the story names the same people
    and the same weekday: both tell of one occasion. The weekday that the story names first is that of
    its news, and is no earlier. None where captions do not tell, or tell different days.
    """
    captions = list(islice(_captions(annotated), MAX_CAPTIONS))
    if not captions:
        return None
    body = [frame for frame in frames if annotated.paragraphs[frame.paragraph].kind == "body"]
    told = [_tells(annotated.text, frame) for frame in body]
    found = {
        (taken, words_of_it)
        for taken, people, words_of_it in captions
        if any(taken.weekday() in days and len(named & people) >= SHARED_PEOPLE for named, days in told)
    }
    if len({taken for taken, _ in found}) != 1:
        return None
    taken, words_of_it = min(found)
    news = _on_or_after(taken, next((days[0] for _, days in told if days), None))
    return Calendar({taken.weekday(): taken, news.weekday(): news}, words_of_it)


def _captions(annotated: Annotated) -> Iterable[tuple[date, frozenset[str], str]]:
    """Of each caption with a weekday and a full date: the day, the people named and the words of the date."""
    for paragraph in annotated.paragraphs:
        caption = annotated.text[paragraph.start : paragraph.end]
        if paragraph.kind != "caption" or _ARCHIVE.search(caption):
            continue
        times = [t for t in times_in(annotated.text, paragraph.start, paragraph.end) if t.kind == "full"]
        days = {day for time in times if (day := _weekday_and_day(time))}
        if len(days) == 1:
            inside = (e for e in annotated.entities if _is_shown(annotated.text, paragraph, e))
            yield days.pop(), _people(inside), f"caption “{times[0].words}”"


def _is_shown(text: str, paragraph: Paragraph, entity: Entity) -> bool:
    """Whether a caption names somebody as shown, not in brackets as who took the picture."""
    before = text[paragraph.start : entity.start]
    return paragraph.start <= entity.start < paragraph.end and before.count("(") <= before.count(")")


def _weekday_and_day(time: Time) -> date | None:
    stated = resolve(time, None) if re.search(r"day\b", time.words) else None
    return date.fromisoformat(stated) if stated else None


def _people(entities: Iterable[Entity]) -> frozenset[str]:
    return frozenset(fold(words(e.text)[-1]) for e in entities if e.type == "PERSON" and words(e.text))


def _tells(text: str, frame: Frame) -> tuple[frozenset[str], list[int]]:
    """The people whom a sentence names and its weekdays."""
    times = times_beside_words(text, frame, [])
    named = _people(unit.entity for unit in frame.units if unit.entity is not None)
    return named, [time.weekday for time in times if time.weekday is not None]


def _on_or_after(day: date, weekday: int | None) -> date:
    return day if weekday is None else day + timedelta(days=(weekday - day.weekday()) % 7)

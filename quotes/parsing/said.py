"""When something was said, by the words beside its reporting verb, and as precisely as they tell."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from quotes.parsing.annotated import Attribution
from quotes.parsing.frames import Frame, Unit
from quotes.parsing.grammar import is_verb
from quotes.parsing.lexicon import cue_forms
from quotes.parsing.times import OCCASION, Time, resolve, times_in
from quotes.statement import Span

REACH_AFTER = 70
"""Characters after a reporting verb in which a date still says when."""
REACH_BEFORE = 90
"""Characters before a reporting verb in which an opening date still says when."""
REACH_OF_MAIN_VERB = 30
"""Characters after a reporting verb in which a date is its own, where ", saying ..." follows the date."""
WINDOW = 300
"""Characters around a reporting verb that can hold such a date: twice the reach, and the date."""
SHORT_OPENING = 25
"""Characters that may stand before a date which opens a sentence."""
SCENE_UNITS = 20
A_DAY = timedelta(days=1)
"""Where it is tomorrow already, words are reported today."""
_SCENE = frozenset(
    "in at during on speaking addressing writing testifying appearing talking delivering opening".split()
)
_RELATIVE = frozenset("who which that what whose".split())
_ISSUED = r"(?:dated|published|released|issued|posted|aired|televised|broadcast|delivered|recorded|held)"
_DELIVERED = re.compile(
    rf"\b(?:in|at|on|during|via|through|to)\s(?:[^,;:]{{0,60}}\s)?(?:{OCCASION})\s{_ISSUED}\b"
    r"(?:\s[\w’'-]+){0,6}\s+$"
)
"""What a date after the verb may follow: "in a statement released", "at a briefing held"."""
_TOPIC = re.compile(
    r"^\s*(?:of|about|regarding|concerning|for)\b|\b(?:ahead of|before|since|until|after|following)\b"
)
"""What a date after the verb says the time of, where one of these stands before it."""
_AFTER_OCCASION = re.compile(rf"\b(?:after|following)\s+(?:\w+\s+){{0,2}}(?:{OCCASION})(?:\s\w+){{0,4}}\s*$")
_ISSUES = frozenset("issued released published sent delivered gave held filed".split())
"""Past verbs of issuing words, which a participle then gives: "released a statement on Monday saying"."""
_WHILE = re.compile(
    r"[,”\"’]\s+(?:(?:while\s+)?(?:speaking|talking|addressing|meeting|testifying|appearing|writing|responding|replying)"
    rf"|(?:in|at|during)\s(?:an?|the|his|her|its|their)\s(?:[\w’'-]+\s){{0,3}}(?:{OCCASION}))\s[^,;:“\"]{{0,60}}$"
)
"""What a date after the words may follow: "..., speaking to reporters", "..., in an interview with it"."""
_SET_OFF = re.compile(
    rf"^\s*[,–—-]+\s*(?:(?:on|in|at|during)\s[^,;]{{0,60}}\b(?:{OCCASION})\b"
    r"|(?:who\s)?(?:was\s)?(?:speaking|spoke|writing|wrote|addressing|addressed|testifying|testified)\b)"
)
"""What a date between source and verb may follow: "Venn, in an interview aired on Monday, said"."""
_SUBORDINATE = re.compile(
    r"\b(?:who|which|that|where|when|after|before|since|until|following|will|would)\b[^,]{0,200}$"
)
"""What makes a date that of a clause within the sentence."""
_DATELINE = re.compile(r"(?:,?\s+\d{4})?\s*(?:\([^)]{1,30}\))?\s*(?:--|:|[–—-](?=\s))")


@dataclass(frozen=True, slots=True)
class Said:
    """A said-date: ISO in the precision known, None where the words do not tell, and the words.

    `tells` is what they pick out: to a day belong also the speaker's later words at the same occasion,
    to a period those that follow at once. `weekday` is the day of the week that they name, Monday 0.
    """

    on: str | None
    evidence: str
    tells: Literal["day", "period", "vague"] = "day"
    weekday: int | None = None


def said_beside(text: str, frame: Frame, attribution: Attribution, published: date | None) -> Said | None:
    """When the attribution's words were said, by a date phrase of its sentence that belongs to the verb."""
    time = time_beside(text, frame, attribution)
    return None if time is None else said_at(time, published)


def said_at(time: Time, published: date | None) -> Said:
    """What a date phrase tells."""
    period: Literal["period", "vague"] = "vague" if time.kind == "relative" else "period"
    on = resolve(time, published)
    if on is not None and published is not None and on > (published + A_DAY).isoformat()[: len(on)]:
        on = None  # nothing is reported before it was said
    return Said(on, time.words, "day" if time.tells_day else period, time.weekday)


def time_beside(text: str, frame: Frame, attribution: Attribution) -> Time | None:
    """The date phrase of a sentence that belongs to an attribution's verb: the nearest that tells a date."""
    if attribution.cue is None:
        return None
    cue_start, cue_end = attribution.cue
    first, last = max(frame.start, cue_start - WINDOW), min(frame.end, cue_end + WINDOW)
    found: list[tuple[bool, int, int, Time]] = []
    for time in times_in(text, first, last):
        if not _is_content(time, frame, attribution.content) and not _of_dateline(text, frame, time):
            distance = _distance(text, frame, time, attribution)
            if distance is not None:
                vague = time.kind == "relative" and not time.tells_day
                found.append((vague, distance, time.start, time))
    return min(found)[-1] if found else None


def times_beside_words(text: str, frame: Frame, contents: list[Span]) -> list[Time]:
    """The date phrases in the writer's own words of a sentence: outside quotations and the `contents`."""
    return [
        time
        for time in times_in(text, frame.start, frame.end)
        if not in_quotation(frame, time.start) and not any(s <= time.start < e for s, e in contents)
    ]


def _is_content(time: Time, frame: Frame, content: Span | None) -> bool:
    inside = content is not None and content[0] <= time.start < content[1]
    return inside or in_quotation(frame, time.start)


def _of_dateline(text: str, frame: Frame, time: Time) -> bool:
    """Whether the phrase is the day of a dateline: "OSTRAVA, 26 March - The mill ..."."""
    return (
        frame.opens
        and time.start - frame.start <= REACH_AFTER
        and _DATELINE.match(text, time.end) is not None
        and not any(unit.text[0].islower() for unit in frame.units[1:] if unit.start < time.start)
    )


def _short_opening(frame: Frame, opening: str, end: int) -> bool:
    """At most a few words before the date, and no clause of its own: "Late on Monday, ..."."""
    clause = any(_finite(unit) for unit in frame.units[1:] if unit.start < end)
    return len(opening) <= SHORT_OPENING and not clause


def _scene(frame: Frame, end: int) -> bool:
    """The sentence opens with where something was said: "At a rally in Ostrava on Saturday, ..."."""
    units = [unit for unit in frame.units if unit.start < end]
    if units and units[0].lower == "while":
        units = units[1:]
    verbless = not any(_finite(unit) or unit.quotation is not None for unit in units)
    return bool(units) and len(units) <= SCENE_UNITS and units[0].lower in _SCENE and verbless


def in_quotation(frame: Frame, position: int) -> bool:
    """Whether an offset lies in a quotation of the sentence."""
    return any(u.quotation is not None and u.start <= position < u.end for u in frame.units)


def _distance(text: str, frame: Frame, time: Time, attribution: Attribution) -> int | None:
    """How far the phrase stands from the verb; None where it belongs to something else."""
    cue_start, cue_end = attribution.cue or (0, 0)
    source_start, source_end = attribution.source or (cue_start, cue_start)
    if time.start >= cue_end:
        return _distance_after(text[cue_start:cue_end], text[cue_end : time.start])
    if source_end <= time.start and _SET_OFF.match(text[source_end : time.start]):
        rest = text[time.end : cue_start]
        return len(rest) if re.fullmatch(r"\s*[,–—-]*\s*(?:\w+\s+)?", rest) else None
    opening = text[frame.start : time.start].strip(" ,")
    if source_start > time.start and (
        _short_opening(frame, opening, time.start) or _scene(frame, time.start)
    ):
        gap = text[time.end : min(source_start, cue_start)]
        clear = len(gap) <= REACH_BEFORE and not re.search(r"[.;]", gap)
        return cue_start - time.end if clear and not _another_clause(frame, time.end, source_start) else None
    if text[cue_start:cue_end].endswith("ing") and re.fullmatch(r",?\s+", text[time.end : cue_start]):
        reported = any(_reports(u) for u in frame.units if 0 <= time.start - u.end <= REACH_OF_MAIN_VERB)
        return cue_start - time.end if reported and not _SUBORDINATE.search(opening) else None
    tight = cue_start - time.end <= 3 or (source_start < time.start and cue_start - time.end <= 25)
    return cue_start - time.end if tight and "," not in text[time.end : cue_start] else None


def _distance_after(cue: str, between: str) -> int | None:
    """The same of a phrase that stands after the `cue`, with `between` between them."""
    if _WHILE.search(between):
        return len(between)
    if len(between) > REACH_AFTER or re.search(r"[,;:]|\bthat\b", between):
        return None
    if _DELIVERED.search(cue + between):
        return len(between)
    if _TOPIC.search(between) and not _AFTER_OCCASION.search(between):
        return None
    return None if re.search(r"\b[a-z]+ed\b", between) else len(between)


def _reports(unit: Unit) -> bool:
    form = cue_forms().get(unit.lower)
    return unit.lower in _ISSUES or (form is not None and form.form == "past" and "think" not in form.classes)


def _another_clause(frame: Frame, start: int, end: int) -> bool:
    """Whether something else is done between an opening date and who speaks: "On Monday they met ..."."""
    return any(_does(unit) for unit in frame.units if start <= unit.start < end)


def _does(unit: Unit) -> bool:
    if unit.quotation is not None:
        return True
    past = unit.text.islower() and unit.lower.endswith("ed") and len(unit.text) > 4
    return _finite(unit) or past or unit.lower in _RELATIVE


def _finite(unit: Unit) -> bool:
    """A finite verb; "'s" is far more often that of "Ostrava's minister"."""
    return is_verb(unit) and unit.lower != "'s"

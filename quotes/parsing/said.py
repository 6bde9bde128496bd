"""When something was said, by the words beside its reporting verb, and as precisely as they tell."""

import re
import warnings
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from quotes.parsing.annotated import Attribution
from quotes.parsing.frames import Frame
from quotes.parsing.grammar import is_verb

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_PHRASE = re.compile(
    rf"\b(?:(?:[Oo]n|[Ii]n|[Ee]arly on|[Ll]ate on)\s+)?(?:"
    rf"(?P<full>(?:{_WEEKDAY},?\s+)?(?:{_DAY}\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+{_DAY},?\s+\d{{4}}))"
    rf"|(?P<month>{_MONTH},?\s+(?:of\s+)?(?:19|20)\d{{2}})"
    rf"|(?P<day>{_DAY}\s+{_MONTH}|{_MONTH}\s+{_DAY})(?!\d|,?\s+\d{{4}})"
    rf"|(?P<year>(?<=in )(?:19|20)\d{{2}}|(?<=In )(?:19|20)\d{{2}}|(?<=\()(?:19|20)\d{{2}}(?=\)))"
    rf"|(?P<bare>(?<=in ){_MONTH}|(?<=In ){_MONTH})(?!\s+\d)"
    rf"|(?P<weekday>(?P<last>last\s+)?{_WEEKDAY}(?:['’]s)?(?:\s+(?:morning|afternoon|evening|night))?)"
    rf"|(?P<relative>yesterday|today|(?:earlier\s+)?(?:last|this)\s+(?:year|month|week)|earlier\s+in\s+the\s+day|"
    rf"earlier\s+(?:on\s+)?(?:today|{_WEEKDAY})|previously|in\s+the\s+past)"
    rf")\b"
)
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
REACH_AFTER = 70
"""Characters after a reporting verb in which a date still says when."""
REACH_BEFORE = 90
"""Characters before a reporting verb in which an opening date still says when."""
WINDOW = 300
"""Characters around a reporting verb that can hold such a date: twice the reach, and the date."""
SHORT_OPENING = 25
"""Characters that may stand before a date which opens a sentence."""
SCENE_UNITS = 15
_SCENE = frozenset("in at during speaking addressing on".split())


@dataclass(frozen=True, slots=True)
class Said:
    """A said-date: ISO in the precision known, None where the words do not tell, and the words.

    `of_an_occasion` is true where they tell a day or month: then the speaker's next words may belong to it.
    """

    on: str | None
    evidence: str
    of_an_occasion: bool = True


def said_beside(text: str, frame: Frame, attribution: Attribution, published: date | None) -> Said | None:
    """When the attribution's words were said, by a date phrase of its sentence that belongs to the verb."""
    if attribution.cue is None:
        return None
    cue_start, cue_end = attribution.cue
    content = attribution.content or (0, 0)
    best: tuple[int, re.Match[str]] | None = None
    first, last = max(frame.start, cue_start - WINDOW), min(frame.end, cue_end + WINDOW)
    for match in _PHRASE.finditer(text, first, last):
        if content[0] <= match.start() < content[1] or _in_quotation(frame, match.start()):
            continue
        distance = _distance(text, frame, match, cue_start, cue_end, attribution)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, match)
    if best is None:
        return None
    return Said(resolve(best[1], published), _words(best[1]), _tells_an_occasion(best[1]))


def _tells_an_occasion(match: re.Match[str]) -> bool:
    if match.group("relative"):
        return match.group("relative").lower().endswith(("day", *_DAYS))
    return any(match.group(kind) for kind in ("full", "day", "weekday", "month", "bare"))


def _words(match: re.Match[str]) -> str:
    """The phrase on one line; an "in" before a weekday belongs to something else ("in Monday's speech")."""
    words = " ".join(match.group().split())
    return words[3:] if match.group("weekday") and words.lower().startswith("in ") else words


def _short_opening(frame: Frame, opening: str, end: int) -> bool:
    """At most a few words before the date, and no clause of its own: "Late on Monday, ..."."""
    clause = any(is_verb(unit) for unit in frame.units[1:] if unit.start < end)
    return len(opening) <= SHORT_OPENING and not clause


def _scene(frame: Frame, end: int) -> bool:
    """The sentence opens with where something was said: "At a rally in Ostrava on Saturday, ..."."""
    units = [unit for unit in frame.units if unit.start < end]
    verbless = not any(is_verb(unit) or unit.quotation is not None for unit in units)
    return bool(units) and len(units) <= SCENE_UNITS and units[0].lower in _SCENE and verbless


def names_a_time(text: str, frame: Frame) -> bool:
    """Whether the writer's words of the sentence hold a date phrase, whatever it dates."""
    return any(
        not _in_quotation(frame, match.start()) for match in _PHRASE.finditer(text, frame.start, frame.end)
    )


def _in_quotation(frame: Frame, position: int) -> bool:
    return any(u.quotation is not None and u.start <= position < u.end for u in frame.units)


def _distance(
    text: str, frame: Frame, match: re.Match[str], cue_start: int, cue_end: int, attribution: Attribution
) -> int | None:
    """How far the phrase stands from the verb; None where it belongs to something else."""
    if match.start() >= cue_end:
        between = text[cue_end : match.start()]
        clear = len(between) <= REACH_AFTER and not re.search(r"[,;:]|\bthat\b|\b[a-z]+ed\b", between)
        return len(between) if clear else None
    opening = text[frame.start : match.start()].strip(" ,")
    source_start = attribution.source[0] if attribution.source else cue_start
    gap = text[match.end() : min(source_start, cue_start)]
    if (
        (_short_opening(frame, opening, match.start()) or _scene(frame, match.start()))
        and cue_start - match.end() <= REACH_BEFORE + len(gap)
        and source_start > match.start()
    ):
        return cue_start - match.end() if len(gap) <= REACH_BEFORE and not re.search(r"[.;]", gap) else None
    tight = cue_start - match.end() <= 3 or (source_start < match.start() and cue_start - match.end() <= 25)
    return cue_start - match.end() if tight and "," not in text[match.end() : cue_start] else None


def resolve(match: re.Match[str], published: date | None) -> str | None:
    """The date a phrase states, or points to from the publication date; None where that is not known."""
    kind = match.lastgroup if match.lastgroup != "last" else "weekday"
    words = match.group(kind or 0).lower()
    if kind == "full":
        return _parsed(words, None)
    if kind == "month":
        found = _parsed("1 " + words.replace(" of ", " "), None)
        return found[:7] if found else None
    if kind == "year":
        return words
    if published is None:
        return None
    if kind == "bare":
        return _latest_month(words, published)
    if kind == "weekday":
        return _weekday(words, published, bool(match.group("last")))
    return _parsed(words, published) if kind == "day" else _relative(words, published)


def _weekday(words: str, published: date, last: bool) -> str | None:
    """The latest such day up to publication; "last Monday" may mean two, and is left unless it is one."""
    name = next(day for day in _DAYS if day in words)
    back = (published.weekday() - _DAYS.index(name)) % 7
    if last and back == 0:
        back = 7
    return (published - timedelta(days=back)).isoformat()


def _latest_month(words: str, published: date) -> str:
    """The latest month of that name up to publication."""
    month = 1 + _MONTHS.index(words[:3])
    return f"{published.year - (month > published.month)}-{month:02}"


def _relative(words: str, published: date) -> str | None:
    if words.endswith("today"):
        return published.isoformat()
    if words.endswith("yesterday"):
        return (published - timedelta(days=1)).isoformat()
    if words.endswith("this year"):
        return f"{published.year}"
    if words.endswith("last year"):
        return f"{published.year - 1}"
    if words.endswith("this month"):
        return f"{published:%Y-%m}"
    if words.endswith("last month"):
        return f"{published.replace(day=1) - timedelta(days=1):%Y-%m}"
    day = next((name for name in _DAYS if words.endswith(name)), None)
    return _weekday(day, published, last=False) if day else None


def _parsed(words: str, base: date | None) -> str | None:
    """The day that dateparser reads in a phrase which states one; before `base` where it lacks a year."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from dateparser.date import DateDataParser

        settings: dict[str, object] = {"PREFER_DATES_FROM": "past", "REQUIRE_PARTS": ["day", "month"]}
        if base is not None:
            settings["RELATIVE_BASE"] = datetime(base.year, base.month, base.day, 23)
        data = DateDataParser(languages=["en"], settings=settings).get_date_data(words)
    return None if data.date_obj is None else data.date_obj.date().isoformat()

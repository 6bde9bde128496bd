"""Dates that a document states about itself: found by small patterns, read by dateparser, never guessed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import Any

from quotes.document import DateCandidate, Precision
from quotes.sources.metadata.publication import ADDRESS, MENTIONED

EARLIEST_URL_YEAR = 1990

_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[6-9]|20)\d\d"
_DAY_PHRASE = re.compile(
    rf"\b(?:{_DAY}(?:\s+of)?[\s-]+{_MONTHS},?[\s-]+{_YEAR}|{_MONTHS}\s+{_DAY},?\s+{_YEAR}|{_YEAR}-\d\d-\d\d)(?!\d)",
    re.IGNORECASE,
)
_MONTH_PHRASE = re.compile(rf"\b{_MONTHS},?\s+{_YEAR}\b", re.IGNORECASE)
_LABEL = re.compile(
    r"(?i)(?:first\s+)?(?:published|posted|publication date|date published|release date|released|issued"
    r"|dated?)(?:\s+on)?\s*[:|-]?\s+"
)
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_-])(\d{1,2})\2(\d{1,2})(?!\d)")
_URL_DAY_FIRST = re.compile(r"(?<!\d)(1[3-9]|2\d|3[01])([/_-])(0?[1-9]|1[0-2])\2((?:19|20)\d\d)(?!\d)")
"""Day, month and year; where the first number may be a month, which comes first is not known."""
_URL_DAY_APART = re.compile(r"/((?:19|20)\d\d)(-?)(0[1-9]|1[0-2])/(0[1-9]|[12]\d|3[01])(?=[/_.-]|\Z)")
"""Year and month in one part of the path, the day in the next: /2024-03/01/, /202403/01/."""
_URL_MONTH_DAY = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])([0-2]\d|3[01])(?=[/_.-]|\Z)")
_URL_NAMED = re.compile(
    rf"(?<![a-z\d])(?:((?:19|20)\d\d)[/_-]({_MONTHS})[/_-](\d{{1,2}})|(\d{{1,2}})[/_-]?({_MONTHS})[/_-]?((?:19|20)\d\d))"
    r"(?![a-z\d])",
    re.IGNORECASE,
)
_URL_RUN = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?:\d{2}|\d{4}|\d{6})?(?!\d)")
_URL_SHAPES = (
    (_URL_DAY, (1, 3, 4)),
    (_URL_DAY_APART, (1, 3, 4)),
    (_URL_MONTH_DAY, (1, 2, 3)),
    (_URL_DAY_FIRST, (4, 3, 1)),
    (_URL_RUN, (1, 2, 3)),
)
"""Patterns of days in addresses, and which of their groups are year, month and day."""
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})(?=/|\Z)")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and the place of its words in the line."""

    value: str
    precision: Precision
    start: int
    end: int


def find_date(line: str) -> FoundDate | None:
    """The first date with a year that `line` states, to the day or else to the month."""
    match = _DAY_PHRASE.search(line)
    if match:
        found = _read(match.group())
        return FoundDate(found.isoformat(), "day", *match.span()) if found else None
    match = _MONTH_PHRASE.search(line)
    if match:
        found = _read("1 " + match.group())
        return FoundDate(found.isoformat()[:7], "month", *match.span()) if found else None
    return None


def is_labelled(line: str) -> bool:
    """Whether a line begins as one does that says when something was published."""
    return _LABEL.match(line) is not None


def labelled_date(line: str) -> FoundDate | None:
    """The date of a line such as "Published: 1 March 2024"; None where the label is another ("Updated:")."""
    label = _LABEL.match(line)
    found = find_date(line) if label else None
    if label is None or found is None or found.start > label.end() + len("Wednesday, "):
        return None
    return found


def url_date(url: str) -> DateCandidate | None:
    """The date in the path (or the query) of an address, to the day or else to the month.

    Its confidence is `ADDRESS`, but `MENTIONED` where it follows words: in "/vote-of-2024-11-05" it is
    that of the vote.
    """
    path = "/" + url.split("//", 1)[-1].partition("/")[2]
    days = [*_days(path), *_named_days(path)]
    apart = next((day for start, day in days if path[start - 1] != "-"), None) or _url_month(path)
    if apart is not None:
        return replace(apart, confidence=ADDRESS)
    return next((replace(day, confidence=MENTIONED) for _, day in days), None)


def _days(path: str) -> Iterator[tuple[int, DateCandidate]]:
    """The days that a path states in numbers, and where."""
    for pattern, groups in _URL_SHAPES:
        for match in pattern.finditer(path):
            value = _calendar(*(int(match.group(group)) for group in groups))
            if value and value.year >= EARLIEST_URL_YEAR:
                words = match.group().strip("/")
                yield match.start(), DateCandidate(value.isoformat(), "day", f"address: {words}")


def _named_days(path: str) -> Iterator[tuple[int, DateCandidate]]:
    """The days in a path whose month is a word: /2024/mar/01/, /1-march-2024."""
    for match in _URL_NAMED.finditer(path):
        year, month, day = (match.group(1), match.group(2), match.group(3))
        if year is None:
            day, month, year = match.group(4), match.group(5), match.group(6)
        found = find_date(f"{int(day)} {month} {year}")
        if found and found.precision == "day":
            yield match.start(), DateCandidate(found.value, "day", f"address: {match.group()}")


def _url_month(path: str) -> DateCandidate | None:
    month = _URL_MONTH.search(path)
    value = _calendar(int(month.group(1)), int(month.group(2)), 1) if month else None
    if month is None or value is None or value.year < EARLIEST_URL_YEAR:
        return None
    return DateCandidate(value.isoformat()[:7], "month", f"address: {month.group().strip('/')}")


def iso_date(stamp: str) -> tuple[str, Precision] | None:
    """The date of a machine's timestamp ("2024-03-01T09:00:00Z"); None where it is none."""
    match = re.match(r"\s*(\d{4})-(\d\d)(?:-(\d\d))?(?!\d)", stamp)
    if match is None:
        found = find_date(stamp)
        return (found.value, found.precision) if found else None
    value = _calendar(int(match.group(1)), int(match.group(2)), int(match.group(3) or 1))
    if value is None:
        return None
    return (value.isoformat(), "day") if match.group(3) else (value.isoformat()[:7], "month")


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def _read(phrase: str) -> date | None:
    """A date phrase with day, month and year in words."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", phrase):
        return _calendar(*map(int, phrase.split("-")))
    data = _parser().get_date_data(re.sub(r"\bof\b|-", " ", phrase))
    return data.date_obj.date() if data.date_obj and data.period == "day" else None


@cache
def _parser() -> Any:
    # Slow to import, and most documents have no date to read.
    from dateparser.date import DateDataParser

    return DateDataParser(languages=["en"], settings={"STRICT_PARSING": True})

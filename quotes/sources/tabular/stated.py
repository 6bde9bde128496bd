"""What the other cells of a record state about its document, each with the cell as evidence."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime

from quotes.document import DateCandidate, Evidenced, Precision
from quotes.sources.furniture.pieces import quoted
from quotes.sources.metadata.dates import iso_date
from quotes.sources.metadata.deciding import Findings
from quotes.sources.metadata.publication import MENTIONED, STATED
from quotes.sources.tabular.columns import Columns

EARLIEST_EPOCH = datetime(1990, 1, 1, tzinfo=UTC).timestamp()
"""Seconds; numbers below are no moments of the web."""
LATEST_EPOCH = datetime(2100, 1, 1, tzinfo=UTC).timestamp()
_NUMBERS = re.compile(r"(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?=$|[ T,])")
_EPOCH = re.compile(r"(\d{9,10}|\d{12,13})(?:\.\d*)?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?=$|T\d|\d{6}$)")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_NOTHING = frozenset({"", "nan", "none", "null", "n/a", "na", "-", "nat", "unknown"})
"""What programs write into an empty cell."""

Dated = tuple[str, Precision]


def stated_by(cells: Mapping[str, str], columns: Columns, where: str) -> Findings:
    """What a record says of its document; `where` begins the evidence ("column")."""

    def cell(part: str) -> Evidenced:
        value = " ".join(columns.value(cells, part).split())
        if value.casefold() in _NOTHING:
            return Evidenced()
        return Evidenced(value, f"{where} {columns.of[part]}: {quoted(value)}")

    when = cell("published")
    readings = dates_of(when.value) if when.value else ()
    sure = len(readings) == 1
    trust = STATED if sure else MENTIONED
    candidates = tuple(DateCandidate(*reading, when.evidence or where, trust) for reading in readings)
    return Findings(
        title=cell("title"),
        author=cell("author"),
        publisher=cell("publisher"),
        agency=cell("agency"),
        url=_address(cell("url")),
        tags=candidates if sure else (),
        doubtful=() if sure else candidates,
    )


def dates_of(value: str) -> tuple[Dated, ...]:
    """The dates that a cell may mean: two where it is not known whether the day or the month comes first.

    Read are ISO 8601, numbers between "/", "." or "-", 20240305, seconds and milliseconds since 1970 (UTC),
    years, and dates in English words. Dots have the day first, as all who write them do.
    """
    numbers = _NUMBERS.match(value)
    if numbers:
        return _of_numbers(numbers)
    if _EPOCH.fullmatch(value):
        moment = float(value) if len(value.partition(".")[0]) < 12 else float(value) / 1000
        if EARLIEST_EPOCH <= moment < LATEST_EPOCH:
            return ((datetime.fromtimestamp(moment, UTC).date().isoformat(), "day"),)
        return ()
    compact = _COMPACT.match(value)
    if compact:
        return _calendar(*compact.groups())
    if _YEAR.fullmatch(value):
        return ((value, "year"),)
    found = iso_date(value)
    return (found,) if found else ()


def _of_numbers(match: re.Match[str]) -> tuple[Dated, ...]:
    first, mark, second, third = match.groups()
    if len(first) == 4:
        return _calendar(first, second, third)
    if len(third) != 4:
        return ()
    day_first = _calendar(third, second, first)
    return day_first if mark == "." else tuple(dict.fromkeys((*day_first, *_calendar(third, first, second))))


def _calendar(year: str, month: str, day: str) -> tuple[Dated, ...]:
    try:
        return ((date(int(year), int(month), int(day)).isoformat(), "day"),)
    except ValueError:
        return ()


def _address(found: Evidenced) -> Evidenced:
    """The address, where it is one."""
    return found if found.value and re.match(r"https?://[^\s/]", found.value) else Evidenced()

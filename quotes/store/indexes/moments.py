"""The place of statements in the order of time, as one number: by it the indexes know them.

It is made of the day a statement was said (else published), as far as that is known, and of its number: what
is newer has a larger one; of one day, what was put in first. It is negative for a statement that is in no
plain listing, as it is withheld or repeats an earlier copy. So the newest of anything are the end of a range.
"""

import re
from collections.abc import Iterator

from sqlalchemy import ColumnElement, and_, false, or_, true

from quotes.query.plan import Dates

NUMBER_BITS = 32
"""Numbers of statements go up to four thousand million.

Any two moments are less than 2**56 apart: where a word is common, FTS5 reads differences of rowids backwards,
and mistakes those of nine bytes (SQLite 3.40.1): the newest would then lack some, and have wrong ones."""
_LAST = (1 << NUMBER_BITS) - 1
_MONTH = 32
_YEAR = 13 * _MONTH
_LATEST = 10_000 * _YEAR
_DATE = re.compile(r"(\d{4})(?:-(0\d|1[0-2])(?:-([0-2]\d|3[01]))?)?", re.ASCII)

Range = tuple[int, int]
"""The first and the last of moments, both inclusive."""
LISTED: Range = (1, _LATEST << NUMBER_BITS)
"""The moments of statements that plain listings show."""
UNDATED: Range = (1, _LAST)
"""Those of them of which no date is known."""


def moment(when: str | None, number: int, *, listed: bool) -> int:
    """The moment of the statement with this number, said or published on `when` (ISO, of any precision)."""
    place = (_day(when) << NUMBER_BITS) | (_LAST - number)
    return place if listed else -place


def number(moment: int) -> int:
    """The number of the statement at a moment."""
    return _LAST - (abs(moment) & _LAST)


def number_at(moment: ColumnElement[int]) -> ColumnElement[int]:
    """The number of the statement at a moment that is one of `LISTED`."""
    return _LAST - moment.bitwise_and(_LAST)


def ranges(dates: Dates) -> tuple[Range, ...]:
    """The moments of listed statements that may be of these dates, by date and apart from each other.

    What is known to the year or month alone is in each day of it: so the year and the month in which a range
    begins stand before it.
    """
    first = _code(dates.earliest) if dates.earliest else 1
    last = _code(dates.latest, at_end=True) if dates.latest else _LATEST - 1
    before = [day for day in _wider(dates.earliest) if day < first and day <= last] if dates.earliest else []
    days = [*((day, day) for day in before), (first, last)]
    return tuple((low << NUMBER_BITS, (high << NUMBER_BITS) | _LAST) for low, high in days)


def within(column: ColumnElement[int], dates: Dates) -> ColumnElement[bool]:
    """Whether the statement at a moment, listed or not, may be of these dates; no if none is known."""
    spans = ranges(dates)
    listed = [and_(column >= low, column <= high) for low, high in spans]
    others = [and_(column >= -high, column <= -low) for low, high in spans]
    return or_(false(), *listed, *others)


def undated(column: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether no date is known of the statement at a moment."""
    return and_(true(), column <= _LAST, column >= -_LAST)


def _day(when: str | None) -> int:
    return _code(when) if when else 0


def _code(iso: str, *, at_end: bool = False) -> int:
    """A date as a number, in the order of the dates as text; with `at_end` the last that lies in it.

    0 for what is no date: a document may state anything.
    """
    found = _DATE.match(iso)
    if found is None:
        return 0
    year, month, day = (None if part is None else int(part) for part in found.groups())
    if month is None:
        return (year or 0) * _YEAR + (_YEAR - 1 if at_end else 0)
    if day is None:
        day = _MONTH - 1 if at_end else 0
    return (year or 0) * _YEAR + month * _MONTH + day


def _wider(iso: str) -> Iterator[int]:
    """The year, and the month, that a date lies in."""
    parts = iso.split("-")
    return (_code("-".join(parts[:length])) for length in range(1, len(parts)))

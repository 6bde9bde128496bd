"""Dates in the precision that is known, in the forms of the citation styles."""

import re
from dataclasses import dataclass

# Not from `calendar` or strftime: those speak the user's locale, and the styles are English.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_ISO = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?!\d)")


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A year, a month of a year or a day of a month; what is not known is None."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def month_name(self) -> str | None:
        """The English name of the month."""
        return MONTHS[self.month - 1] if self.month else None


def date_of(iso: str | None) -> CalendarDate | None:
    """The date that an ISO string ("2023", "2023-03", "2023-03-14", with a time or not) states."""
    match = _ISO.match(iso or "")
    if match is None:
        return None
    year, month, day = match.groups()
    return CalendarDate(int(year), int(month) if month else None, int(day) if day else None)


def american(date: CalendarDate) -> str:
    """ "March 14, 2023", "March 2023" or "2023"."""
    if date.month_name is None:
        return str(date.year)
    return f"{date.month_name} {date.day}, {date.year}" if date.day else f"{date.month_name} {date.year}"

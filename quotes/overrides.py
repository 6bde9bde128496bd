"""What a user states about a document by flags: it wins over whatever the document says."""

import re
from dataclasses import asdict, dataclass
from datetime import date

from quotes.document import DateCandidate, Evidenced, Precision
from quotes.errors import UsageError

FLAG = 1.0
"""The confidence of what the user says."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Overrides:
    """Values given by flags, None where no flag was given.

    `published` is ISO of day, month or year precision ("2021-08-03", "2021-08", "2021").
    Raises UsageError where it is not.
    """

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    agency: str | None = None

    def __post_init__(self) -> None:
        if self.published is not None:
            iso_precision(self.published)

    def evidenced(self, field: str, found: Evidenced) -> Evidenced:
        """The flag's value of `field` with the flag as its evidence; `found` where there is no flag."""
        value: str | None = getattr(self, field)
        return found if value is None else Evidenced(value, f"flag --{field}")

    def summary(self) -> str:
        """What was given, in a line."""
        return "; ".join(f"{name}: {value}" for name, value in asdict(self).items() if value is not None)

    def published_candidate(self) -> DateCandidate | None:
        """The flag's publication date as a candidate, None where there is no flag."""
        if self.published is None:
            return None
        return DateCandidate(self.published, iso_precision(self.published), "flag --published", FLAG)


def iso_precision(value: str) -> Precision:
    """The precision of an ISO date. Raises UsageError where `value` is no such date."""
    match = _ISO.fullmatch(value)
    if match is None:
        raise UsageError(_not_a_date(value))
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise UsageError(_not_a_date(value)) from None
    return "day" if day else "month" if month else "year"


def _not_a_date(value: str) -> str:
    return f"not a date: {value!r}; write it as 2021-08-03, 2021-08 or 2021"

"""What a browser or a copying program wrote into a page that it saved: the address, and when that was."""

import re
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

from quotes.document import Evidenced

HEAD = 20_000
"""Such comments stand at the beginning of a page, in characters, or"""
TAIL = 4_000
"""at its end."""

_FROM = re.compile(r"<!--\s{0,20}saved from url=\(\d{1,6}\)(?P<url>https?://[^\s>]{1,2000})", re.IGNORECASE)
_SINGLEFILE = re.compile(
    r"Page saved with SingleFile\s{1,20}url:\s{0,20}(?P<url>https?://\S{1,2000})"
    r"(?:\s{1,20}saved date:\s{0,20}(?P<date>[^\n<]{10,100}))?",
    re.IGNORECASE,
)
_MIRRORED = re.compile(
    r"<!--\s{0,20}Mirrored from (?P<url>[^\s>]{1,2000}) by HTTrack[^\n>]{0,100}?\],?\s{0,20}"
    r"(?P<date>[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT)?"
)
_ARCHIVED = re.compile(
    r"FILE ARCHIVED ON (?P<date>\d\d:\d\d:\d\d [A-Z][a-z]{2} \d\d, \d{4}) AND RETRIEVED FROM"
)
_SCRIPT_DATE = re.compile(
    r"[A-Z][a-z]{2} (?P<day>[A-Z][a-z]{2} \d\d \d{4} \d\d:\d\d:\d\d) GMT(?P<zone>[+-]\d{4})"
)
_UNKNOWN = Evidenced()
_ARCHIVE = "%H:%M:%S %b %d, %Y"


@dataclass(frozen=True, slots=True)
class Saved:
    """The address a page was saved from, and the moment (ISO 8601); each may be unknown."""

    url: Evidenced = _UNKNOWN
    retrieved: Evidenced = _UNKNOWN


def saved(page: str) -> Saved:
    """What the comments of the program that saved `page` (its HTML) say."""
    head = page[:HEAD]
    for pattern, program in ((_SINGLEFILE, "SingleFile"), (_MIRRORED, "HTTrack"), (_FROM, "browser")):
        match = pattern.search(head)
        if match:
            stamp = match.groupdict().get("date")
            return Saved(
                Evidenced(_address(match["url"]), f"comment of the {program}"), _moment(stamp, program)
            )
    archived = _ARCHIVED.search(page, max(0, len(page) - TAIL))
    return Saved(retrieved=_moment(archived["date"], "Internet Archive")) if archived else Saved()


def _address(url: str) -> str:
    url = url.removesuffix("--")
    return url if "://" in url else "http://" + url


def _moment(stamp: str | None, program: str) -> Evidenced:
    moment = _read(stamp.strip()) if stamp else None
    evidence = f"comment of the {program}: {stamp.strip()}" if stamp else None
    return Evidenced(moment.isoformat(), evidence) if moment else Evidenced()


def _read(stamp: str) -> datetime | None:
    """The moment of a stamp as JavaScript, a mail, ISO 8601 or the Internet Archive write it."""
    script = _SCRIPT_DATE.match(stamp)
    try:
        if script:
            return datetime.strptime(f"{script['day']} {script['zone']}", "%b %d %Y %H:%M:%S %z")
        if stamp.endswith("GMT"):
            return parsedate_to_datetime(stamp)
        if "," in stamp:
            return datetime.strptime(f"{stamp} +0000", f"{_ARCHIVE} %z")
        return datetime.fromisoformat(stamp)
    except ValueError:
        return None

"""What the headers of a mail state: its subject, who sent it and when."""

import re
from email.message import MIMEPart
from email.utils import parseaddr, parsedate_to_datetime

from quotes.display import one_line
from quotes.document import DateCandidate, Evidenced
from quotes.sources.metadata.deciding import Findings
from quotes.sources.metadata.issuers import is_issuer
from quotes.sources.metadata.publication import STATED

_PREFIX = re.compile(r"(?i)(?:(?:re|aw|sv|fwd?|wg|tr|vs|doorst)\s{0,3}(?:\[\d{1,3}\])?\s{0,3}:\s*){1,10}")
_FORWARDED = re.compile(r"(?i)\s*(?:fwd?|wg|tr|doorst)\s{0,3}:")


def stated_by(message: MIMEPart) -> Findings:
    """What the headers say; of a forwarded mail who sent it on and when is not who wrote it and when."""
    subject = subject_of(message)
    title = (
        Evidenced(subject, f"mail header Subject “{_header(message, 'subject')}”") if subject else Evidenced()
    )
    date = _date(message)
    if _FORWARDED.match(_header(message, "subject")):
        return Findings(title=title, doubtful=(date,) if date else ())
    sender = _header(message, "from")
    name = parseaddr(sender)[0].strip(" '\"")
    named = Evidenced(name, f"mail header From “{sender}”") if name and "@" not in name else Evidenced()
    issued = named.value is not None and is_issuer(named.value)
    organization = _header(message, "organization")
    publisher = Evidenced(organization, "mail header Organization") if organization else Evidenced()
    return Findings(
        title=title,
        author=Evidenced() if issued else named,
        publisher=named if issued else publisher,
        tags=(date,) if date else (),
    )


def subject_of(message: MIMEPart) -> str:
    """The subject without "Re:" and the like; empty where there is none."""
    return _PREFIX.sub("", _header(message, "subject"), count=1).strip()


def _date(message: MIMEPart) -> DateCandidate | None:
    stamp = _header(message, "date")
    try:
        day = parsedate_to_datetime(stamp).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return DateCandidate(day, "day", f"mail header Date: {stamp}", STATED)


def _header(message: MIMEPart, name: str) -> str:
    """A header on one line, its encoded words decoded; empty where it is missing or broken."""
    try:
        return one_line(" ".join(str(message[name] or "").split()))[:500]
    except Exception:  # the header parser of the standard library raises anything on hostile headers
        return ""

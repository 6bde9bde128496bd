"""MIME files (mails, saved pages) whose parts are so many that parsing them would not end."""

import re

from quotes.errors import SourceError
from quotes.sources.limits import MAX_MIME_WORK

_BOUNDARY = re.compile(rb"(?i)\bboundary[\s*\d]{0,20}=")


def refuse_trap(content: bytes, name: str) -> None:
    """Raise SourceError for a file with too many parts in parts.

    The parser of the standard library holds every line against the boundary of every part around it.
    """
    if content.count(b"\n") * sum(1 for _ in _BOUNDARY.finditer(content)) > MAX_MIME_WORK:
        raise SourceError(f"{name}: too many parts in this file; save its text to a .txt file")

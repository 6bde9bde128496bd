"""What databases add below an exported article."""

import re

from quotes.sources.exports.head import Lined

_FOOT = re.compile(
    r"(?:LOAD-DATE|Load-Date|LANGUAGE|Language|PUBLICATION-TYPE|Publication-Type|JOURNAL-CODE|Journal-Code"
    r"|DOCUMENT-TYPE|SUBJECT|Subject|GRAPHIC|ACC-NO|NOTES|CORRECTION-DATE):.*"
    r"|Classification|Graphic|End of Document|Document [A-Z][A-Z0-9]{3,}\d{8}[a-z0-9]{6,}|[=_*-]{20,}"
)
_LAST_LINES = re.compile(r"Copyright \d{4}\b.*|All Rights Reserved\.?", re.IGNORECASE)


def foot_of(lines: Lined, start: int) -> int:
    """The number of the line at which what a database adds below the text begins."""
    foot = lines.first(_FOOT, start, len(lines))
    end = len(lines) if foot is None else foot
    while end > start and _LAST_LINES.fullmatch(lines[end - 1]):
        end -= 1
    return end

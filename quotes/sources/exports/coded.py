"""Heads with two-letter codes, and the same without the codes."""

import re

from quotes.sources.exports.foot import foot_of
from quotes.sources.exports.head import HEAD_LINES, NO_NAME, Head, Lined, findings, is_date

_CODE = re.compile(
    r"(?P<code>SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPD|IPC|PUB|AN|CLM|VOL|ART)"
    r"(?:[ \t]+(?P<value>\S.*))?"
)
_TOLD = frozenset({"HD", "WC", "PD", "SN"})
"""Codes that an article with codes has."""
_WORDS = re.compile(r"\d[\d,.]* words")
_SHORT_CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}")
_RIGHTS = re.compile(r"(?:Copyright|©|\(c\)|All rights reserved).*", re.IGNORECASE)
_NAME = re.compile(r"(?:By |BY )?(?:[A-Z][\w.’'-]+ ){1,4}[A-Z][\w.’'-]+")
AFTER_WORDS = 12
"""Lines of a head without codes below the number of words."""


def coded(lines: Lined) -> Head | None:
    """HD, BY, WC, PD, SN; the text is under LP and TD."""
    codes = [(n, match) for n in range(len(lines)) if (match := _CODE.fullmatch(lines[n]))]
    if not {match["code"] for n, match in codes if n < HEAD_LINES} >= _TOLD:
        return None
    ends = [n for n, _ in codes[1:]] + [foot_of(lines, codes[-1][0])]
    values: dict[str, str] = {}
    title = None
    body: list[tuple[int, int]] = []
    for (number, match), end in zip(codes, ends, strict=True):
        code = match["code"]
        start = lines.spans[number][0] + (match.start("value") if match["value"] else 0)
        first = number if match["value"] else number + 1
        if first >= end:
            continue
        span = start if match["value"] else lines.spans[first][0], lines.spans[end - 1][1]
        values.setdefault(code, lines.text[slice(*span)])
        if code == "HD" and title is None:
            title = span
        elif code in ("LP", "TD"):
            body.append(span)
    found = findings(
        title=values.get("HD"), author=values.get("BY"), publisher=values.get("SN"), date=values.get("PD")
    )
    return Head(title, tuple(body), found) if body else None


def uncoded(lines: Lined) -> Head | None:
    """The same without codes: "612 words", then the date, the outlet, its code, the language, the rights."""
    count = lines.first(_WORDS, 1, 20)
    if count is None or count + 2 >= len(lines) or not is_date(lines[count + 1]):
        return None
    rights = lines.first(_RIGHTS, count + 2, count + AFTER_WORDS)
    code = lines.first(_SHORT_CODE, count + 2, count + AFTER_WORDS)
    if rights is None or code is None:
        return None
    above = [n for n in range(count) if not NO_NAME.fullmatch(lines[n])]
    author = above.pop() if len(above) > 1 and _NAME.fullmatch(lines[above[-1]]) else None
    title = lines.spans[above[-1]] if above else None  # the section may stand above it
    begin = max(rights, code) + 1
    while begin < len(lines) and _RIGHTS.fullmatch(lines[begin]):
        begin += 1
    found = findings(
        title=lines.text[slice(*title)] if title else None,
        author=lines[author] if author is not None else None,
        publisher=lines[code - 1],
        date=lines[count + 1],
    )
    return Head(title, lines.body(begin, foot_of(lines, begin)), found)

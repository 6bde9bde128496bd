"""The heads that news databases write, each kind read by a function of its own."""

import re

from quotes.sources.exports.head import HEAD_LINES, Head, Lined, findings, is_date

_LENGTH = re.compile(r"(?i:length):\s*\d[\d,.]*\s+words?")
_FIELD = re.compile(
    r"(?:BYLINE|SECTION|LENGTH|DATELINE|HIGHLIGHT|SERIES|SOURCE|TYPE|COLUMN|GUEST|ANCHOR"
    r"|Byline|Section|Length|Dateline|Highlight|Series|Source|Type):\s*(?P<value>.*)"
)
_NO_NAME = re.compile(
    r".*\bEdition\b.*|(?:Copyright|©|\(c\)).*|.*All Rights Reserved\.?"
    r"|Correction Appended|[=_*-]{10,}",
    re.IGNORECASE,
)
_FOOT = re.compile(
    r"(?:LOAD-DATE|Load-Date|LANGUAGE|Language|PUBLICATION-TYPE|Publication-Type|JOURNAL-CODE|Journal-Code"
    r"|DOCUMENT-TYPE|SUBJECT|Subject|GRAPHIC|ACC-NO|NOTES|CORRECTION-DATE):.*"
    r"|Classification|Graphic|End of Document|Document [A-Z][A-Z0-9]{3,}\d{8}[a-z0-9]{6,}|[=_*-]{20,}"
)
_LAST_LINES = re.compile(r"Copyright \d{4}\b.*|All Rights Reserved\.?", re.IGNORECASE)
_COUNT = re.compile(r"\d+ of \d+ DOCUMENTS?|Document \d+ of \d+")
_BODY = re.compile(r"Body|BODY")

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

_LABEL = re.compile(
    r"(?P<label>title|headline|author|byline|by|date|published|publication date|source"
    r"|publication title|publication|newspaper|publisher|url|link|document url|section|pages?|word count"
    r"|length|language|edition"
    r"|full text|text|body)\s?:\s*(?P<value>.*)",
    re.IGNORECASE,
)
_SAME = {
    "headline": "title",
    "byline": "author",
    "by": "author",
    "published": "date",
    "publication date": "date",
    "publication title": "source",
    "publication": "source",
    "newspaper": "source",
    "publisher": "source",
    "link": "url",
    "document url": "url",
}
_TEXT_LABELS = frozenset({"full text", "text", "body"})
LABELS_MIN = 2
"""Of title, date, source and author, a labelled head has so many,"""
LABELS_MIN_APART = 3
"""or so many where blank lines part them."""


def head_of(text: str) -> Head | None:
    """The head of an exported article; None for a text that has none. `text` has "\\n" line ends."""
    lines = Lined.of(text)
    count = lines.first(_COUNT)
    if count is not None:  # what stands above it is the cover of the export
        lines = Lined(text, lines.spans[count + 1 :])
    return _fielded(lines) or _coded(lines) or _uncoded(lines) or _labelled(lines)


def foot_of(lines: Lined, start: int) -> int:
    """The number of the line at which what a database adds below the text begins."""
    foot = lines.first(_FOOT, start, len(lines))
    end = len(lines) if foot is None else foot
    while end > start and _LAST_LINES.fullmatch(lines[end - 1]):
        end -= 1
    return end


def _fielded(lines: Lined) -> Head | None:
    """LENGTH: 612 words, with SECTION, BYLINE and the like; outlet, date and headline above them."""
    length = lines.first(_LENGTH)
    if length is None:
        return None
    first = length
    while first > 0 and _FIELD.fullmatch(lines[first - 1]):
        first -= 1
    begin = _after_fields(lines, length)
    fields = {}
    for number in range(first, begin):
        match = _FIELD.fullmatch(lines[number])
        if match:
            fields[lines[number].partition(":")[0].lower()] = match["value"]
    names = [n for n in range(first) if not _NO_NAME.fullmatch(lines[n])]
    dated = next((n for n in names if is_date(lines[n])), None)
    if dated is None:
        return None
    above, below = [n for n in names if n < dated], [n for n in names if n > dated]
    title = _wrapped(lines, above[:-1] or below)
    found = findings(
        title=lines.text[slice(*title)] if title else None,
        author=fields.get("byline"),
        publisher=lines[above[-1]] if above else None,
        dateline=fields.get("dateline"),
        date=lines[dated],
    )
    return Head(title, lines.body(begin, foot_of(lines, begin)), found)


def _after_fields(lines: Lined, length: int) -> int:
    """The number of the line at which the text begins: below the word Body, or below the last field."""
    body = lines.first(_BODY, length, length + HEAD_LINES)
    if body is not None:
        return body + 1
    number = length + 1
    while number < len(lines) and (_FIELD.fullmatch(lines[number]) or lines.goes_on(number)):
        number += 1
    return number


def _wrapped(lines: Lined, numbers: list[int]) -> tuple[int, int] | None:
    """The span of the last paragraph among these lines: a headline may be wrapped."""
    if not numbers:
        return None
    first = numbers[-1]
    while first - 1 in numbers and lines.goes_on(first):
        first -= 1
    return lines.span(first, numbers[-1])


def _coded(lines: Lined) -> Head | None:
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


def _uncoded(lines: Lined) -> Head | None:
    """The same without codes: "612 words", then the date, the outlet, its code, the language, the rights."""
    count = lines.first(_WORDS, 1, 20)
    if count is None or count + 2 >= len(lines) or not is_date(lines[count + 1]):
        return None
    rights = lines.first(_RIGHTS, count + 2, count + AFTER_WORDS)
    code = lines.first(_SHORT_CODE, count + 2, count + AFTER_WORDS)
    if rights is None or code is None:
        return None
    above = [n for n in range(count) if not _NO_NAME.fullmatch(lines[n])]
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


def _labelled(lines: Lined) -> Head | None:
    """Title: ..., Date: ..., Source: ..., one under the other at the top."""
    number = 0
    while number < min(HEAD_LINES, len(lines)) and _NO_NAME.fullmatch(lines[number]):
        number += 1
    first = number
    values: dict[str, str] = {}
    title = None
    while number < len(lines) and (match := _LABEL.fullmatch(lines[number])):
        label = _SAME.get(match["label"].lower(), match["label"].lower())
        place = lines.spans[number][0] + match.start("value")
        if label in _TEXT_LABELS:
            break
        if label == "title" and match["value"]:
            title = place, lines.spans[number][1]
        values.setdefault(label, match["value"])
        number += 1
    apart = any(not lines.goes_on(n) for n in range(first + 1, number))
    told = len({"title", "date", "source", "author"} & values.keys())
    if told < (LABELS_MIN_APART if apart else LABELS_MIN) or "title" not in values:
        return None
    found = findings(
        title=values["title"],
        author=values.get("author"),
        publisher=values.get("source"),
        date=values.get("date"),
        url=values.get("url"),
    )
    body = lines.body(number, foot_of(lines, number))
    match = _LABEL.fullmatch(lines[number]) if body else None
    if match:  # "Full text: ..."
        begin = body[0][0] + match.start("value")
        body = ((begin, body[0][1]),) if begin < body[0][1] else ()
    return Head(title, body, found)

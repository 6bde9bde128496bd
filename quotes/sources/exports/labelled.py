"""Heads of labelled lines, one under the other at the top."""

import re

from quotes.sources.exports.foot import foot_of
from quotes.sources.exports.head import HEAD_LINES, NO_NAME, Head, Lined, findings

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


def labelled(lines: Lined) -> Head | None:
    """Title: ..., Date: ..., Source: ..., one under the other at the top."""
    number = 0
    while number < min(HEAD_LINES, len(lines)) and NO_NAME.fullmatch(lines[number]):
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

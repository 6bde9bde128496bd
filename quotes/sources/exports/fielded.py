"""Heads of named fields, with the outlet, the date and the headline above them."""

import re

from quotes.sources.exports.foot import foot_of
from quotes.sources.exports.head import HEAD_LINES, NO_NAME, Head, Lined, findings, is_date

_LENGTH = re.compile(r"(?i:length):\s*\d[\d,.]*\s+words?")
_FIELD = re.compile(
    r"(?:BYLINE|SECTION|LENGTH|DATELINE|HIGHLIGHT|SERIES|SOURCE|TYPE|COLUMN|GUEST|ANCHOR"
    r"|Byline|Section|Length|Dateline|Highlight|Series|Source|Type):\s*(?P<value>.*)"
)
_BODY = re.compile(r"Body|BODY")


def fielded(lines: Lined) -> Head | None:
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
    names = [n for n in range(first) if not NO_NAME.fullmatch(lines[n])]
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

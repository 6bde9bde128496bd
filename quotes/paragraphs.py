"""Where the lines and the paragraphs of a plain text begin and end."""

import re
from collections.abc import Iterator

HARD_WRAP_MIN_LINES = 8
"""Fewer lines than this tell nothing about whether a file was wrapped by hand."""
HARD_WRAP_WIDTHS = (50, 110)
"""A hand-wrapped file breaks its lines between these widths, in characters (mail and plain-text habits)."""
HARD_WRAP_SHARE = 0.7

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_SENTENCE_END = re.compile(r"[.!?…:;\"”’»)\]]$")


def line_spans(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the lines that are not blank, without the white space around them."""
    for match in _LINE.finditer(text):
        yield match.span()


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """Spans of the paragraphs of `text`, without the white space around them.

    A line is a paragraph; but where a line breaks off in mid sentence and the next goes on
    in lower case, or the whole file is wrapped at one width, the lines belong together.
    A blank line always ends a paragraph.
    """
    lines = list(line_spans(text))
    wrapped = _is_hard_wrapped(lines)
    spans: list[tuple[int, int]] = []
    for start, end in lines:
        if spans and _goes_on(text, spans[-1], (start, end), wrapped):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _is_hard_wrapped(lines: list[tuple[int, int]]) -> bool:
    if len(lines) < HARD_WRAP_MIN_LINES:
        return False
    low, high = HARD_WRAP_WIDTHS
    widths = [end - start for start, end in lines]
    if max(widths) > high:
        return False
    return sum(low <= width for width in widths) >= HARD_WRAP_SHARE * len(widths)


def _goes_on(text: str, before: tuple[int, int], line: tuple[int, int], wrapped: bool) -> bool:
    if text.count("\n", before[1], line[0]) > 1:
        return False
    if wrapped:
        return True
    if text[line[0]].islower():
        return not _SENTENCE_END.search(text, before[1] - 1, before[1])
    return False

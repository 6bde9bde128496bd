"""Text of documents with the words that were looked for standing out, cut to what is worth seeing."""

import re
from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from quotes.cli.lines import MATCH, QUIET
from quotes.display import clean
from quotes.reports.snippets import snippet
from quotes.words.places import Span

LEFT_OUT = "[…]"
"""Where something is not shown: in brackets, since an author leaves out words without them."""
_BLANKS = re.compile(r"\s+")


def highlighted(text: str, spans: Sequence[Span], *, style: str = "", cells: int | None = None) -> Text:
    """`text` on one line, cleaned, with `spans` standing out; if over `cells` wide, what is around them."""
    parts = [(0, len(text))]
    if cells is not None and (wide := cell_len(text)) > cells:
        parts = snippet(text, spans, (cells - 2 * cell_len(f"{LEFT_OUT} ")) * len(text) // wide)
    shown = Text()
    for number, (start, end) in enumerate(parts):
        if start > 0:
            shown.append(f" {LEFT_OUT} " if number else f"{LEFT_OUT} ", QUIET)
        shown.append_text(_marked(text, spans, start, end, style))
    if parts[-1][1] < len(text):
        shown.append(f" {LEFT_OUT}", QUIET)
    return shown


def _marked(text: str, spans: Sequence[Span], start: int, end: int, style: str) -> Text:
    shown = Text()
    for first, last in spans:
        first, last = max(first, start), min(last, end)
        if first >= last:
            continue
        shown.append(_flat(text[start:first]), style)
        shown.append(_flat(text[first:last]), f"{style} {MATCH}".strip())
        start = last
    return shown.append(_flat(text[start:end]), style)


def _flat(text: str) -> str:
    return clean(_BLANKS.sub(" ", text))

"""The heads that news databases write: each kind has a module of its own."""

import re

from quotes.sources.exports.coded import coded, uncoded
from quotes.sources.exports.fielded import fielded
from quotes.sources.exports.head import Head, Lined
from quotes.sources.exports.labelled import labelled

_COUNT = re.compile(r"\d+ of \d+ DOCUMENTS?|Document \d+ of \d+")


def head_of(text: str) -> Head | None:
    """The head of an exported article; None for a text that has none. `text` has "\\n" line ends."""
    lines = Lined.of(text)
    count = lines.first(_COUNT)
    if count is not None:  # what stands above it is the cover of the export
        lines = Lined(text, lines.spans[count + 1 :])
    return fielded(lines) or coded(lines) or uncoded(lines) or labelled(lines)

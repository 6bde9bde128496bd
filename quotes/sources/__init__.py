"""From files, folders and bytes to documents.

    finding ─► reading ─► formats/ ─────► decoding/ ─────► furniture/ ──► metadata/
    which      what is    one module a    charset,         what of it     title, author,
    files      in them    kind of file    mojibake, map    is the story   publisher, dates

A `Source` is the bytes of one document and what is known of them from outside; a format's reader makes a
`Document` of it. `limits` names what a document may cost.
"""

from quotes.overrides import Overrides
from quotes.sources.finding import find
from quotes.sources.reading import open_sources, read, read_source
from quotes.sources.source import ReadOptions, Source

__all__ = ["Overrides", "ReadOptions", "Source", "find", "open_sources", "read", "read_source"]

"""Which format a source is of."""

from quotes.sources.formats import (
    docx,
    eml,
    export,
    html,
    manifest,
    markdown,
    mhtml,
    pdf,
    rtf,
    table,
    text,
    webarchive,
)
from quotes.sources.formats.format import Format
from quotes.sources.source import ReadOptions, Source

FORMATS: tuple[Format, ...] = (
    pdf.FORMAT,
    docx.FORMAT,
    rtf.FORMAT,
    mhtml.FORMAT,
    webarchive.FORMAT,
    eml.MAILBOX,
    eml.FORMAT,
    html.FORMAT,
    manifest.FORMAT,
    table.FORMAT,
    export.SET,
    export.ARTICLE,
    markdown.FORMAT,
    text.FORMAT,
)
"""In the order in which they are tried: those that cannot be mistaken first; text takes what is left."""

ENDINGS = frozenset(ending for known in FORMATS for ending in known.endings)
"""Files of a folder with these endings are read; a file named by itself is read whatever its ending."""


def format_of(source: Source, options: ReadOptions) -> Format:
    """The first format that recognises `source`."""
    return next(known for known in FORMATS if known.recognises(source, options))

"""Web pages."""

import re

from quotes.document import Document
from quotes.sources.decoding.charset import sniffed
from quotes.sources.formats.format import Format
from quotes.sources.source import ReadOptions, Source

ENDINGS = (".html", ".htm", ".xhtml")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKUP = re.compile(r"<(?:p|div|article|h1|br|span|section|meta|title)\b[^<]*>", re.IGNORECASE)


def _is_html(source: Source, options: ReadOptions) -> bool:
    """Told by the content; name and media type only decide where it begins with a fragment of markup."""
    start = sniffed(source.body)
    if _HTML.match(start):
        return True
    called_so = source.ending in ENDINGS or source.media_type in {"text/html", "application/xhtml+xml"}
    return called_so and _MARKUP.search(start) is not None


def _read(source: Source, options: ReadOptions) -> Document:
    # Loading the libraries for it takes a quarter of a second, which plain text need not pay.
    from quotes.sources.html.page import read

    return read(source, options)


FORMAT = Format("HTML", ENDINGS, _is_html, _read)

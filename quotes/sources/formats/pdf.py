"""PDF files."""

from quotes.document import Document
from quotes.sources.decoding.signatures import kind_of
from quotes.sources.formats.format import Format
from quotes.sources.source import ReadOptions, Source


def _read(source: Source, options: ReadOptions) -> Document:
    # The library takes a sixth of a second to load.
    from quotes.sources.pdf.reading import read

    return read(source, options)


FORMAT = Format("PDF", (".pdf",), lambda source, options: kind_of(source.body) == "a PDF", _read)

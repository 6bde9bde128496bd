"""Plain text, as it was saved or scraped."""

from quotes.document import Document
from quotes.sources.decoding.mended import mended_file
from quotes.sources.formats.assembly import assembled, cleaned
from quotes.sources.formats.format import Format
from quotes.sources.furniture.trimming import trim
from quotes.sources.metadata.deciding import text_findings
from quotes.sources.source import ReadOptions, Source


def _read(source: Source, options: ReadOptions) -> Document:
    file = mended_file(source.body, source.name, source.charset)
    page = cleaned(file.text)
    pieces = trim(page.text)
    return assembled(
        source,
        options,
        file,
        page,
        pieces,
        text_findings(page.text, pieces, options.url_of(source)),
        media_type="text/plain",
        placed=True,
    )


FORMAT = Format("plain text", (".txt", ".text"), lambda source, options: True, _read)

"""Plain text, as it was saved or scraped."""

from quotes.document import Document
from quotes.sources.decoding.charset import decode
from quotes.sources.decoding.mojibake import repaired
from quotes.sources.formats.assembly import assembled, cleaned
from quotes.sources.formats.format import Format
from quotes.sources.furniture.trimming import trim
from quotes.sources.metadata.deciding import text_findings
from quotes.sources.source import ReadOptions, Source


def _read(source: Source, options: ReadOptions) -> Document:
    decoded = decode(source.body, source.name, source.charset)
    mended, repairs = repaired(decoded.text)
    page = cleaned(mended)
    pieces = trim(page.text)
    return assembled(
        source,
        options,
        page,
        pieces,
        text_findings(page.text, pieces, options.overrides.url or source.stated.url.value),
        encoding=decoded.encoding,
        encoding_evidence=decoded.evidence,
        media_type="text/plain",
        placed=True,
        repairs=repairs,
        warnings=decoded.warnings,
    )


FORMAT = Format("plain text", (".txt", ".text"), lambda source, options: True, _read)

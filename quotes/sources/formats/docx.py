"""Word files (DOCX)."""

from quotes.document import Document
from quotes.sources.decoding.signatures import kind_of
from quotes.sources.formats.format import Format
from quotes.sources.source import ReadOptions, Source


def _read(source: Source, options: ReadOptions) -> Document:
    # The library takes a seventh of a second to load.
    from quotes.sources.word.reading import read

    return read(source, options)


def _is_word(source: Source, options: ReadOptions) -> bool:
    """Told by the parts of the container; one that is cut off has no list of them."""
    kind = kind_of(source.body)
    return kind == "a Word file (DOCX)" or (kind == "a ZIP archive" and source.ending == ".docx")


FORMAT = Format("Word", (".docx",), _is_word, _read)

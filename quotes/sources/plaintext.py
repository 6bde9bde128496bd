"""From a decoded plain text to a Document."""

import re
from collections.abc import Iterator

from quotes.document import Block, Document
from quotes.errors import SourceError
from quotes.offsets import OffsetMap
from quotes.overrides import Overrides
from quotes.sources.decoding import Decoded
from quotes.sources.mapped import Edit, MappedText
from quotes.sources.metadata import decided, text_findings
from quotes.sources.mojibake import repaired
from quotes.sources.pieces import Piece
from quotes.sources.trimming import trim

INVISIBLE = "\x00\xad\u200b\u200c\u200d\u2060\ufeff"
"""Characters that show nothing and split words: NUL, soft hyphen, zero-width characters, byte order mark."""

_CLEANED = re.compile(rf"\r\n?|[\u2028\u2029\x85\x0b\x0c]|[{INVISIBLE}]")


def text_document(original: bytes, decoded: Decoded, name: str, overrides: Overrides) -> Document:
    """The document that a plain text holds. Raises SourceError where it holds nothing but page furniture."""
    mended, repairs = repaired(decoded.text)
    page = cleaned(mended)
    pieces = trim(page.text)
    text, blocks = laid_out(page, pieces, name)
    metadata = decided(text_findings(page.text, pieces, overrides.url), overrides)
    document = Document(
        name=name,
        text=text.text,
        original=original,
        encoding=decoded.encoding,
        blocks=blocks,
        offsets=text.offsets,
        repairs=repairs,
        warnings=decoded.warnings,
    )
    return metadata.attached_to(document)


def cleaned(text: MappedText) -> MappedText:
    """The text with "\\n" line ends and without characters that show nothing."""
    return text.edited(
        Edit(match.start(), match.end(), "" if match.group() in INVISIBLE else "\n")
        for match in _CLEANED.finditer(text.text)
    )


def no_text(name: str) -> SourceError:
    """The error of a document in which nothing but furniture was found."""
    return SourceError(f"{name}: no main text found; save its text alone to a .txt file and try again")


def laid_out(page: MappedText, pieces: list[Piece], name: str) -> tuple[MappedText, tuple[Block, ...]]:
    """The kept pieces as the document's text, and every piece as a block.

    Raises SourceError where nothing is kept of the document `name`.
    """
    kept = [piece for piece in pieces if piece.kind != "furniture"]
    if not kept:
        raise no_text(name)
    return page.selected(_parts(page.text, kept)), tuple(_blocks(page.text, page.offsets, pieces))


def _parts(page: str, kept: list[Piece]) -> Iterator[tuple[str, int, int]]:
    """The kept pieces, one or two line ends between them as on the page."""
    position: int | None = None
    for piece in kept:
        separator = "" if position is None else "\n\n"
        if position is not None and page[position : piece.start].strip(" \t") == "\n":
            separator = "\n"
        yield separator, piece.start, piece.end
        position = piece.end


def _blocks(page: str, offsets: OffsetMap, pieces: list[Piece]) -> Iterator[Block]:
    parts = _parts(page, [piece for piece in pieces if piece.kind != "furniture"])
    length = 0
    for piece in pieces:
        source_start, source_end = offsets.source_span(piece.start, piece.end) or (None, None)
        if piece.kind == "furniture":
            yield Block(piece.kind, None, None, source_start, source_end, piece.reason)
            continue
        separator, start, end = next(parts)
        begin = length + len(separator)
        length = begin + end - start
        yield Block(piece.kind, begin, length, source_start, source_end, piece.reason)

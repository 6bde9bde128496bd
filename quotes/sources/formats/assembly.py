"""From the pieces of a page to its document: the one place where documents are made."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotes.document import Block, Document, Evidenced, Page
from quotes.errors import SourceError
from quotes.offsets import OffsetMap
from quotes.sources.decoding.mapped import Edit, MappedText
from quotes.sources.decoding.mended import Mended
from quotes.sources.furniture.pieces import Piece
from quotes.sources.language import with_languages
from quotes.sources.metadata.deciding import Findings, decided, preferring
from quotes.sources.source import ReadOptions, Source

INVISIBLE = "\x00\xad\u200b\u200c\u200d\u2060\ufeff"
"""Characters that show nothing and split words: NUL, soft hyphen, zero-width characters, byte order mark."""

_UNKNOWN = Evidenced()
_CLEANED = re.compile(rf"\r\n?|[\u2028\u2029\x85\x0b\x0c]|[{INVISIBLE}]")


def assembled(
    source: Source,
    options: ReadOptions,
    file: Mended,
    page: MappedText,
    pieces: list[Piece],
    found: Findings,
    *,
    media_type: str,
    placed: bool,
    lang: str | None = None,
    retrieved: Evidenced = _UNKNOWN,
    pages: Sequence[Page] = (),
    processing: Sequence[str] = (),
    warnings: Sequence[str] = (),
) -> Document:
    """The document that the `pieces` of `page`, read of `file`, make.

    What is stated outside goes before what was `found` in it, of when it was `retrieved` too.
    `lang` is the language that the document declares, a hint. `pages` begin at offsets of `page.text`.
    `placed` where the page's map leads to the decoded file of the bytes that are kept.
    Raises SourceError where all of it is page furniture.
    """
    text, blocks = _laid_out(page, pieces, source.name)
    placed = placed and source.is_whole
    metadata = decided(preferring(source.stated, found), options.overrides)
    document = Document(
        name=source.name,
        text=text.text,
        original=source.original,
        encoding=file.encoding,
        encoding_evidence=file.evidence,
        blocks=blocks if placed else tuple(_unplaced(blocks, page.text, pieces)),
        offsets=text.offsets if placed else None,
        media_type=media_type,
        place=source.place,
        fetched=source.fetched,
        retrieved=source.retrieved if source.retrieved.value else retrieved,
        pages=tuple(_pages(pages, pieces, blocks)),
        repairs=file.repairs,
        processing=tuple(processing),
        warnings=(*source.warnings, *file.warnings, *warnings),
    )
    return with_languages(metadata.attached_to(document), lang)


def cleaned(text: MappedText) -> MappedText:
    """The text with "\\n" line ends and without characters that show nothing."""
    return text.edited(
        Edit(match.start(), match.end(), "" if match.group() in INVISIBLE else "\n")
        for match in _CLEANED.finditer(text.text)
    )


def no_text(name: str) -> SourceError:
    """The error of a document in which nothing but furniture was found."""
    return SourceError(f"{name}: no main text found; save its text alone to a .txt file and try again")


def _laid_out(page: MappedText, pieces: list[Piece], name: str) -> tuple[MappedText, tuple[Block, ...]]:
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


def _unplaced(blocks: Sequence[Block], page: str, pieces: Sequence[Piece]) -> Iterator[Block]:
    """The blocks without places; what was dropped keeps its words, since no place tells them."""
    for block, piece in zip(blocks, pieces, strict=True):
        words = page[piece.start : piece.end] if block.kind == "furniture" else None
        yield replace(block, source_start=None, source_end=None, words=words)


def _pages(pages: Sequence[Page], pieces: Sequence[Piece], blocks: Sequence[Block]) -> Iterator[Page]:
    """The pages with their beginnings in the document's text: at the first letter of them that was kept."""
    kept = [(p, b.start) for p, b in zip(pieces, blocks, strict=True) if b.start is not None]
    for page in pages:
        index = bisect_right(kept, page.start, key=lambda each: each[0].end)
        if index < len(kept):
            piece, start = kept[index]
            yield Page(page.label, start + max(page.start - piece.start, 0))

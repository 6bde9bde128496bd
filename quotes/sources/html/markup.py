"""What markup says of the paragraphs of a page, for every format that has some."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace

from quotes.document import BLOCK_QUOTATION
from quotes.sources.furniture.pieces import Piece
from quotes.sources.metadata.deciding import Findings


def lines_of(paragraphs: Iterable[str]) -> frozenset[str]:
    """The paragraphs and their lines: a line that was broken on purpose is a piece of its own."""
    return frozenset(words for paragraph in paragraphs for words in (paragraph, *paragraph.split("\n")))


def named(piece: Piece, page: str, title: str | None, set_off: AbstractSet[str]) -> Piece:
    """The piece as what its markup says it is: the title, or a block quotation (the paragraphs `set_off`)."""
    words = page[piece.start : piece.end]
    if piece.kind != "body":
        return piece
    if words == title:
        return replace(piece, kind="title", reason=None)
    return replace(piece, reason=BLOCK_QUOTATION) if words in set_off else piece


def combined(tags: Findings, lines: Findings) -> Findings:
    """What the tags say, and where they are silent the lines of the page."""
    return replace(
        tags,
        title=tags.title if tags.title.value else lines.title,
        author=tags.author if tags.author.value else lines.author,
        publisher=tags.publisher if tags.publisher.value else lines.publisher,
        url=tags.url if tags.url.value else lines.url,
        agency=lines.agency,
        dateline=lines.dateline,
        lines=lines.lines,
        doubtful=(*tags.doubtful, *lines.doubtful),
    )

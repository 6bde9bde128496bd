"""Exports of news databases: many articles in one text, or one with such a head."""

from collections.abc import Iterator
from dataclasses import replace

from quotes.document import Document
from quotes.errors import SourceError
from quotes.paragraphs import line_spans
from quotes.sources.decoding.charset import sniffed
from quotes.sources.decoding.mended import mended_file
from quotes.sources.exports.cutting import MARK, articles_of
from quotes.sources.exports.foot import foot_of
from quotes.sources.exports.head import Head, Lined
from quotes.sources.exports.heads import head_of
from quotes.sources.formats.assembly import assembled, cleaned
from quotes.sources.formats.format import Format
from quotes.sources.furniture.pieces import Piece
from quotes.sources.furniture.trimming import trim
from quotes.sources.metadata.deciding import Findings, preferring, text_findings
from quotes.sources.source import ReadOptions, Source

ARTICLE_TYPE = "text/x-news-database"
"""The media type by which an article that was cut out of an export is known again."""


def _is_set(source: Source, options: ReadOptions) -> bool:
    if source.media_type == ARTICLE_TYPE:
        return False
    try:
        return bool(articles_of(source.body, source.name))
    except SourceError:
        return False


def _unpack(source: Source, options: ReadOptions) -> Iterator[Source]:
    for number, article in enumerate(articles_of(source.body, source.name), start=1):
        yield Source(
            f"{source.name}#{number}",
            article,
            place=f"{source.place}#{number}" if source.place else None,
            media_type=ARTICLE_TYPE,
            charset=source.charset,
            stated=replace(source.stated, title=Findings().title),
            retrieved=source.retrieved,
        )


def _is_article(source: Source, options: ReadOptions) -> bool:
    return source.media_type == ARTICLE_TYPE or head_of(_lines_ended(sniffed(source.body))) is not None


def _lines_ended(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read(source: Source, options: ReadOptions) -> Document:
    file = mended_file(source.body, source.name, source.charset)
    page = cleaned(file.text)
    head = head_of(page.text) or _without_marks(page.text)
    pieces = _pieces(page.text, head)
    url = options.url_of(source) or head.found.url.value
    body = [piece for piece in pieces if piece.reason not in (_ABOVE, _BELOW)]
    return assembled(
        source,
        options,
        file,
        page,
        pieces,
        preferring(head.found, text_findings(page.text, body, url)),
        media_type="text/plain",
        placed=True,
    )


_ABOVE = "head of a database export"
_BELOW = "foot of a database export"


def _without_marks(text: str) -> Head:
    """The text between the marks of the export, of which nothing else is known."""
    lines = Lined.of(text)
    first = next((n for n in range(len(lines)) if not MARK.fullmatch(lines[n])), len(lines))
    return Head(None, lines.body(first, foot_of(lines, first)), Findings())


def _pieces(text: str, head: Head) -> list[Piece]:
    """The article as pieces: its title, its text without page furniture, and the lines around it dropped."""
    kept = sorted([*head.body, *([head.title] if head.title else [])])
    pieces = [
        replace(p, kind="body") if p.kind == "title" and head.title else p
        for p in trim(_only(text, head.body))
    ]
    if head.title:
        pieces.append(Piece("title", *head.title))
    begin = head.body[0][0] if head.body else len(text)
    for start, end in line_spans(_only(text, _between(kept, len(text)))):
        pieces.append(Piece("furniture", start, end, _ABOVE if start < begin else _BELOW))
    return sorted(pieces, key=lambda piece: piece.start)


def _between(kept: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    starts, ends = [start for start, _ in kept], [end for _, end in kept]
    return list(zip([0, *ends], [*starts, length], strict=True))


def _only(text: str, spans: "tuple[tuple[int, int], ...] | list[tuple[int, int]]") -> str:
    """The text with line ends in place of all that is not in the spans."""
    parts: list[str] = []
    position = 0
    for start, end in spans:
        parts += ["\n" * (start - position), text[start:end]]
        position = end
    return "".join(parts) + "\n" * (len(text) - position)


SET = Format("database export", (), _is_set, unpack=_unpack)
ARTICLE = Format("article of a database export", (), _is_article, _read)

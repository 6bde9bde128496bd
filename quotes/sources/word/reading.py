"""From a Word file to a Document."""

import io
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from quotes.document import BLOCK_QUOTATION, Document, Evidenced
from quotes.errors import SourceError
from quotes.sources.decoding.charset import too_long
from quotes.sources.decoding.mended import mended_text
from quotes.sources.decoding.places import Places
from quotes.sources.formats.assembly import assembled, cleaned, no_text
from quotes.sources.furniture.pieces import Piece
from quotes.sources.furniture.trimming import trim
from quotes.sources.limits import MAX_CHARACTERS
from quotes.sources.metadata.deciding import Findings, preferring, text_findings
from quotes.sources.metadata.properties import author_of, first_stated, made_on, title_of
from quotes.sources.source import ReadOptions, Source
from quotes.sources.word.text import Passage, count_of, passages
from quotes.sources.word.zipped import refuse_bomb

HEADS = "head or foot of the pages"
QUOTE_STYLES = frozenset(
    {"quote", "intense quote", "block text", "blockquote", "block quotation", "quotations"}
)
"""Names of the styles of words that are set off, in lower case (Word, LibreOffice, common templates)."""

_NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)
_PARTING = "\n\n"


@dataclass(frozen=True, slots=True)
class _Content:
    """What a Word file holds: its text, its notes, what stands on every page, and what was left out."""

    body: tuple[Passage, ...]
    notes: tuple[Passage, ...]
    heads: tuple[str, ...]
    styles: dict[str, str]
    findings: Findings
    processing: tuple[str, ...]


def read(source: Source, options: ReadOptions) -> Document:
    """The document that a Word file holds; it has no map to the decoded file.

    Raises SourceError for one that is damaged, locked, empty or beyond the limits.
    """
    refuse_bomb(source.body, source.name)
    try:
        content = _content(docx.Document(io.BytesIO(source.body)))
    except MemoryError:
        raise
    except Exception as error:  # a library's failure on one hostile file must not end the run
        raise SourceError(
            f"{source.name}: this Word file is damaged ({type(error).__name__}); open it and save it anew"
        ) from error
    if content is None:
        raise SourceError(
            f"{source.name}: entities are declared in this Word file, as no word processor does; "
            "open it and save it anew"
        )
    if not content.body and not content.notes:
        raise no_text(source.name)
    return _document(source, options, content)


def _document(source: Source, options: ReadOptions, content: _Content) -> Document:
    text = _PARTING.join(passage.text for passage in (*content.body, *content.notes))
    if len(text) > MAX_CHARACTERS:
        raise SourceError(too_long(source.name))
    file = mended_text(_PARTING.join((text, *content.heads)))
    page = cleaned(file.text)
    places = Places(page.offsets)
    body = page.text[: places.after(len(text))]
    pieces = _styled(trim(body), content, places)
    url = options.url_of(source)
    return assembled(
        source,
        options,
        file,
        page,
        [*pieces, *_head_pieces(content, len(text), places)],
        preferring(_titled(content), text_findings(body, pieces, url)),
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        placed=False,
        processing=content.processing,
    )


def _content(file: WordFile) -> _Content | None:
    """What is in a file; None where it declares entities: they are not resolved, text would be lost."""
    body = file.element.body
    if body.getroottree().docinfo.internalDTD is not None:
        return None
    changes = count_of(body, "w:del", "w:moveFrom")
    comments = count_of(body, "w:commentReference")
    told = ((changes, "tracked deletion", "left out"), (comments, "comment", "left out"))
    return _Content(
        body=tuple(passages(body)),
        notes=tuple(passage for kind in _NOTES for passage in _notes(file, kind)),
        heads=tuple(dict.fromkeys(_heads(file))),
        styles={str(style.style_id): str(style.name or "").casefold() for style in file.styles},
        findings=_findings(file),
        processing=tuple(f"{n:,} {what}{'s' if n > 1 else ''} {how}" for n, what, how in told if n),
    )


def _notes(file: WordFile, kind: str) -> Iterator[Passage]:
    """The footnotes or the endnotes."""
    for relation in file.part.rels.values():
        if relation.reltype == kind and not relation.is_external:
            yield from passages(parse_xml(relation.target_part.blob))


def _heads(file: WordFile) -> Iterator[str]:
    """The lines of the heads and feet of the pages."""
    for section in file.sections:
        for part in (section.first_page_header, section.header, section.footer, section.first_page_footer):
            if not part.is_linked_to_previous:
                yield from (passage.text for passage in passages(part._element))


def _findings(file: WordFile) -> Findings:
    """What the properties of the file say; the day it was last changed is no date of publication."""
    known = file.core_properties
    made = made_on(known.created, "DOCX created")
    return Findings(
        title=first_stated([(title_of(known.title), "DOCX title")]),
        author=first_stated([(author_of(known.author), "DOCX author")]),
        doubtful=(made,) if made else (),
    )


def _titled(content: _Content) -> Findings:
    """The findings with the title as the text has it, where a paragraph has that style."""
    found = content.findings
    title = next((p.text for p in content.body if content.styles.get(p.style or "") == "title"), None)
    if title is None or found.title.value:
        return found
    return replace(found, title=Evidenced(" ".join(title.split()), "paragraph of the style Title"))


def _styled(pieces: Sequence[Piece], content: _Content, places: Places) -> list[Piece]:
    """The pieces as what the styles of their paragraphs say they are: the title, or words set off."""
    starts: list[int] = []
    offset = 0
    for passage in (*content.body, *content.notes):
        starts.append(places.of(offset))
        offset += len(passage.text) + len(_PARTING)
    styles = [content.styles.get(passage.style or "", "") for passage in content.body]
    styles += [""] * len(content.notes)
    return [_named(piece, styles[bisect_right(starts, piece.start) - 1]) for piece in pieces]


def _named(piece: Piece, style: str) -> Piece:
    if piece.kind != "body":
        return piece
    if style == "title":
        return replace(piece, kind="title", reason=None)
    return replace(piece, reason=BLOCK_QUOTATION) if style in QUOTE_STYLES else piece


def _head_pieces(content: _Content, offset: int, places: Places) -> Iterator[Piece]:
    for head in content.heads:
        offset += len(_PARTING)
        start, end = places.of(offset), places.after(offset + len(head))
        offset += len(head)
        if start < end:
            yield Piece("furniture", start, end, HEADS)

"""From a PDF to a Document: pypdf finds the text, `layout` what of it are paragraphs and heads."""

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from pypdf import Configuration, PasswordType, PdfReader, apply_configuration

from quotes.document import Document, Evidenced, Page
from quotes.errors import SourceError
from quotes.sources.decoding.mended import mended_text
from quotes.sources.decoding.places import Places
from quotes.sources.formats.assembly import assembled, cleaned
from quotes.sources.furniture.pieces import Piece
from quotes.sources.furniture.trimming import trim
from quotes.sources.limits import MAX_PAGES, MAX_PDF_OBJECTS, MAX_PDF_PARSING, MAX_PDF_STREAM
from quotes.sources.metadata.deciding import Findings, preferring, text_findings
from quotes.sources.pdf.layout import laid_out
from quotes.sources.pdf.metadata import file_findings
from quotes.sources.pdf.pages import Pages, pages_of
from quotes.sources.source import ReadOptions, Source

_LIMITS = Configuration(
    zlib_maximum_output_length=MAX_PDF_STREAM,
    lzw_maximum_output_length=MAX_PDF_STREAM,
    run_length_maximum_output_length=MAX_PDF_STREAM,
    array_based_stream_maximum_output_length=MAX_PDF_STREAM,
    stream_decoding_work_maximum_length=2 * MAX_PDF_STREAM,
    stream_parsing_work_maximum_count=MAX_PDF_PARSING,
)
RUNNING = "running head, foot or page number"

_ABOUT_TEXT = re.compile(r"(?i)encoding|cmap|unicode|xform|content stream|font")


def read(source: Source, options: ReadOptions) -> Document:
    """The document that a PDF holds; it has no map to the decoded file, but pages.

    Raises SourceError for one that is damaged, locked, without text or beyond the limits.
    """
    with _listening() as heard, apply_configuration(_LIMITS):
        reader = _opened(source)
        try:
            pages = pages_of(reader, source.name)
            findings = file_findings(reader)
        except (SourceError, MemoryError):
            raise
        except Exception as error:  # a library's failure on one hostile file must not end the run
            raise _damaged(source.name, error) from error
    if not pages.lines:
        raise SourceError(_without_text(source.name, pages))
    return _document(source, options, replace(pages, warnings=(*pages.warnings, *heard)), findings)


def _document(source: Source, options: ReadOptions, pages: Pages, found: Findings) -> Document:
    layout = laid_out(pages)
    file = mended_text(layout.text)
    page = cleaned(file.text)
    places = Places(page.offsets)
    title = found.title.value or layout.title
    body = page.text[: places.after(layout.end)]
    pieces = [_named(piece, body, title) for piece in trim(body)]
    url = options.url_of(source)
    lines = text_findings(body, pieces, url)
    if layout.title and not lines.title.value:
        lines = replace(lines, title=Evidenced(layout.title, "the largest type on the first page"))
    dropped = [
        Piece("furniture", places.of(start), places.after(end), RUNNING) for start, end in layout.dropped
    ]
    return assembled(
        source,
        options,
        file,
        page,
        [*pieces, *(piece for piece in dropped if piece.start < piece.end)],
        preferring(found, lines),
        media_type="application/pdf",
        placed=False,
        pages=[Page(each.label, places.of(each.start)) for each in layout.pages],
        processing=layout.processing,
        warnings=pages.warnings,
    )


def _named(piece: Piece, text: str, title: str | None) -> Piece:
    """The piece as the title, where it is."""
    words = " ".join(text[piece.start : piece.end].split())
    return replace(piece, kind="title", reason=None) if piece.kind == "body" and words == title else piece


def _opened(source: Source) -> PdfReader:
    """The reader of a PDF that is not locked and not too large. Raises SourceError."""
    name = source.name
    try:
        reader = PdfReader(io.BytesIO(source.body), xref_stream_maximum_entries=MAX_PDF_OBJECTS)
        if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
            raise SourceError(
                f"{name}: this PDF is locked with a password; save it without one and try again"
            )
        pages = len(reader.pages)
    except (SourceError, MemoryError):
        raise
    except Exception as error:  # pypdf raises anything on a broken file
        raise _damaged(name, error) from error
    if pages > MAX_PAGES:
        raise SourceError(f"{name}: {pages:,} pages, more than {MAX_PAGES:,}; split it and try again")
    if sum(map(len, reader.xref.values())) + len(reader.xref_objStm) > MAX_PDF_OBJECTS:
        raise SourceError(f"{name}: more than {MAX_PDF_OBJECTS:,} objects in it; print it anew and try again")
    return reader


def _damaged(name: str, error: Exception) -> SourceError:
    kind = type(error).__name__
    return SourceError(f"{name}: this PDF is damaged ({kind}); get it anew, or print it into a new PDF")


def _without_text(name: str, pages: Pages) -> str:
    if any("could not be read" in warning for warning in pages.warnings) or not pages.labels:
        return f"{name}: this PDF is damaged, none of its pages can be read; get it anew and try again"
    return (
        f"{name}: no text in it, its pages are pictures (a scan); "
        "run text recognition (OCR) over it and try again"
    )


class _Listener(logging.Handler):
    """Hears what pypdf says of a broken file; the terminal does not."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what tells that text may be lost."""
        message = " ".join(record.getMessage().split())
        if _ABOUT_TEXT.search(message) and not self.heard:
            self.heard.append(f"some text may be missing or wrong; the PDF library says: {message[:200]}")


@contextmanager
def _listening() -> Iterator[list[str]]:
    logger, listener = logging.getLogger("pypdf"), _Listener()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(listener)
    try:
        yield listener.heard
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagate

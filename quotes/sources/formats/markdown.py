"""Markdown, with its front matter; every word keeps its place in the file."""

from dataclasses import replace

from quotes.document import Document, Evidenced
from quotes.sources.decoding.charset import sniffed
from quotes.sources.decoding.mended import mended_file
from quotes.sources.formats.assembly import assembled, cleaned
from quotes.sources.formats.format import Format
from quotes.sources.furniture.pieces import Piece
from quotes.sources.furniture.trimming import trim
from quotes.sources.html.markup import combined, lines_of, named
from quotes.sources.metadata.deciding import Findings, text_findings
from quotes.sources.metadata.front_matter import FrontMatter, front_matter
from quotes.sources.source import ReadOptions, Source

ENDINGS = (".md", ".markdown")
FRONT_MATTER = "front matter"
_NONE = FrontMatter(0, Findings())


def _is_markdown(source: Source, options: ReadOptions) -> bool:
    """Told by the front matter; without any, plain text is not to be told from Markdown but by its name."""
    if source.ending in ENDINGS or source.media_type == "text/markdown":
        return True
    start = sniffed(source.body)
    return start.lstrip().startswith(("---", "+++")) and front_matter(start.replace("\r\n", "\n")) is not None


def _read(source: Source, options: ReadOptions) -> Document:
    from quotes.sources.markdown.plain import plain  # loads the Markdown parser

    file = mended_file(source.body, source.name, source.charset)
    marked = cleaned(file.text)
    front = front_matter(marked.text) or _NONE
    page = plain(marked, front.end)
    pieces = [Piece("furniture", *span, reason) for span, reason in page.aside(FRONT_MATTER)]
    pieces += trim(page.without_aside())
    pieces.sort(key=lambda piece: piece.start)
    text = page.words.text
    heading = Evidenced(page.heading, "first heading") if page.heading else Evidenced()
    tags = replace(front.found, title=front.found.title if front.found.title.value else heading)
    set_off = lines_of(page.set_off)
    pieces = [named(piece, text, tags.title.value, set_off) for piece in pieces]
    url = options.url_of(source) or tags.url.value
    return assembled(
        source,
        options,
        file,
        page.words,
        pieces,
        combined(tags, text_findings(text, pieces, url)),
        media_type="text/markdown",
        placed=True,
        lang=front.lang,
        retrieved=front.retrieved,
        warnings=front.warnings,
    )


FORMAT = Format("Markdown", ENDINGS, _is_markdown, _read)

"""From an HTML page to a Document: trafilatura finds the main text, the page's own tags say the rest."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from trafilatura import bare_extraction, load_html

from quotes.document import Document
from quotes.errors import SourceError
from quotes.sources.decoding.mapped import MappedText
from quotes.sources.decoding.mended import mended_file
from quotes.sources.formats.assembly import assembled, cleaned, no_text
from quotes.sources.furniture.trimming import trim
from quotes.sources.html.markup import combined, lines_of, named
from quotes.sources.html.outside import left_out, with_left_out
from quotes.sources.metadata.deciding import text_findings
from quotes.sources.metadata.htmlmeta import language, page_findings
from quotes.sources.metadata.saved import saved
from quotes.sources.source import ReadOptions, Source

_BLOCKS = frozenset({"p", "head", "item", "cell", "code"})
_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
_BREAK = "\x1f"


def read(source: Source, options: ReadOptions) -> Document:
    """The document that an HTML page holds; it has no map to the decoded file.

    Raises SourceError for a page that cannot be parsed or has no main text.
    """
    file = mended_file(source.body, source.name, source.charset)
    tree = load_html(file.text.text)
    if tree is None:
        raise SourceError(f"{source.name}: this HTML cannot be parsed; save the page's text and try again")
    body = _main_text(file.text.text, source.name)
    page = cleaned(MappedText.of("\n\n".join(words for words in _paragraphs(body) if words)))
    copy = saved(file.text.text)
    tags = page_findings(tree)
    tags = tags if tags.url.value else replace(tags, url=copy.url)
    set_off = _set_off(body)
    pieces = [named(piece, page.text, tags.title.value, set_off) for piece in trim(page.text)]
    url = options.url_of(source) or tags.url.value
    found = combined(tags, text_findings(page.text, pieces, url))
    outside = left_out(tree, page.text)
    page, pieces = with_left_out(page, pieces, outside)
    return assembled(
        source,
        options,
        file,
        page,
        pieces,
        found,
        media_type="text/html",
        placed=False,
        lang=language(tree),
        retrieved=copy.retrieved,
        processing=(outside.account,),
    )


def _main_text(page: str, name: str) -> Any:
    """The element that holds the main text. Raises SourceError where trafilatura finds none, or fails."""
    try:
        found = bare_extraction(page, include_comments=False)
    except Exception as error:  # a library's failure on one hostile page must not end the run
        raise SourceError(
            f"{name}: this HTML cannot be parsed ({type(error).__name__}); save its text and try again"
        ) from error
    body = getattr(found, "body", None)
    if body is None:
        raise no_text(name)
    return body


def _set_off(body: Any) -> frozenset[str]:
    """The paragraphs of block quotations, as the page's text has them."""
    blocks = [e for e in body.iter("quote") if not any(parent.tag in _BLOCKS for parent in e.iterancestors())]
    return lines_of(
        cleaned(MappedText.of(words)).text for block in blocks for words in _paragraphs(block) if words
    )


def _paragraphs(body: Any) -> Iterator[str]:
    """The text of the blocks under an element, in order; loose text between them is a paragraph too."""
    if body.tag in _BLOCKS or not any(child.tag in _BLOCKS or len(child) for child in body):
        yield _words(body)
        return
    yield _line(body.text or "")
    for child in body:
        yield from _paragraphs(child)
        yield _line(child.tail or "")


def _words(element: Any) -> str:
    return _line("".join(_inline(element)))


def _inline(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "lb":
            yield _BREAK
        elif child.tag == "quote":
            yield f"“{_words(child)}”"
        else:
            yield from _inline(child)
        yield child.tail or ""


def _line(text: str) -> str:
    return "\n".join(_SPACES.sub(" ", part).strip() for part in text.split(_BREAK)).strip()

"""Kept bytes read again: what was known of them when they were read first is tried out, where it is not kept.

What a mail, a database export or a table says of a document in it decides how its bytes are read.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from quotes.document import Document
from quotes.errors import SourceError
from quotes.sources.formats.export import ARTICLE_TYPE
from quotes.sources.formats.table import of_cell
from quotes.sources.metadata.deciding import Findings
from quotes.sources.reading import opened, read_source
from quotes.sources.source import ReadOptions, Source
from quotes.sources.tabular import delimited, json_records
from quotes.sources.tabular.lines import encoding_of

MAIL_TYPE = "message/rfc822"
CELLS_TRIED = 3
"""Of a row of a table, the longest cells: one of them is its text."""
_READ = tuple("text encoding encoding_evidence blocks offsets lang pages repairs processing warnings".split())
"""What reading gives anew; what is known of a document beside it stays."""
_OF_MANY = re.compile(r"#\d+$")
"""How what was one of many in a file is called."""


def read_again(document: Document) -> Document:
    """The document as today's readers read its bytes; of several ways the one that gives most of its text.

    Raises SourceError where the bytes cannot be read by themselves.
    """
    best, most = None, -1.0
    for reading in _readings(document):
        if reading.text == document.text:
            return reading
        alike = _alike(document.text, reading.text)
        if alike > most:
            best, most = reading, alike
    if best is None:
        raise SourceError(f"{document.name}: its bytes cannot be read by themselves; add its file again")
    return best


def _readings(document: Document) -> Iterator[Document]:
    """The ways of reading the bytes, each once, the likeliest first."""
    seen: set[str] = set()
    for source in _sources(document):
        with suppress(SourceError):
            read = read_source(source, ReadOptions())
            if read.text not in seen:
                seen.add(read.text)
                yield replace(document, **{name: getattr(read, name) for name in _READ})


def _alike(text: str, other: str) -> float:
    """How much of the lines of either stands in both (0 to 1)."""
    lines, others = set(text.split("\n")), set(other.split("\n"))
    return len(lines & others) / len(lines | others)


def _sources(document: Document) -> Iterator[Source]:
    """What the bytes may have been read as."""
    whole = Source(
        document.name,
        document.original,
        place=document.place,
        media_type=document.media_type,
        retrieved=document.retrieved,
    )
    fetched = "://" in (document.place or "")
    first = replace(whole, charset=document.encoding if fetched else None)
    stated = Findings(title=document.title, author=document.author, url=document.url)
    for source in (
        first,
        replace(first, stated=stated),
        replace(whole, charset=document.encoding),
        replace(whole, media_type=None),
        replace(whole, media_type=MAIL_TYPE),
        replace(whole, media_type=ARTICLE_TYPE),
    ):
        with suppress(SourceError):
            found = list(opened(source, ReadOptions()))
            yield from [one for one in found if one.original == document.original]
    if _OF_MANY.search(document.name):
        yield from _cells(replace(whole, stated=stated))


def _cells(row: Source) -> Iterator[Source]:
    """The longest cells of a row of a table, or of a record, each as its text."""
    with suppress(SourceError, LookupError):
        text = row.original.decode(encoding_of(row.original, row.name), errors="replace")
        record = json_records.first_of(text)
        rows = [list(json_records.flattened(record).values())] if record else delimited.first_rows(text)
        for cells in rows:
            for cell in sorted(cells, key=len, reverse=True)[:CELLS_TRIED]:
                yield of_cell(row, cell)

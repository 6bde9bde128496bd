"""From paths, folders and bytes to sources, and from sources to documents."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from quotes.document import Document
from quotes.errors import SourceError
from quotes.overrides import Overrides
from quotes.sources.finding import bytes_of, find, is_folder
from quotes.sources.formats.registry import format_of
from quotes.sources.limits import MAX_NESTING
from quotes.sources.source import ReadOptions, Source

STANDARD_INPUT = "standard input"


def read(
    source: str | Path | bytes,
    *,
    name: str | None = None,
    title: str | None = None,
    author: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> list[Document]:
    """Read a file, the bytes of one, or all files of a folder; a file may hold many documents.

    `name` is what to call the document (the file's name by default); the next arguments win over
    what is found; `columns` says which column of a table is the "text", "title", "published"...
    Raises SourceError for a source that cannot be read (for a folder, the first of
    its files that cannot; `find` lists them to go on past such), UsageError for a `published` that
    is no ISO date of day, month or year.
    """
    overrides = Overrides(title=title, author=author, publisher=publisher, published=published, url=url)
    options = ReadOptions(overrides, columns or {})
    given = [source] if isinstance(source, bytes) or not is_folder(Path(source)) else _found(Path(source))
    return [read_source(opened, options) for one in given for opened in open_sources(one, options, name=name)]


def open_sources(
    source: str | Path | bytes, options: ReadOptions, *, name: str | None = None
) -> list[Source]:
    """The documents to be read from a file or the bytes of one; several where it holds many.

    Raises SourceError where it cannot be read or opened.
    """
    if isinstance(source, bytes):
        return list(_opened(Source(name or STANDARD_INPUT, source), options))
    path = Path(source)
    return list(_opened(Source(name or path.name, bytes_of(path), place=str(path)), options))


def read_source(source: Source, options: ReadOptions) -> Document:
    """The document that one opened source holds. Raises SourceError."""
    read = format_of(source, options).read
    if read is None:
        raise SourceError(f"{source.name}: files inside files are opened {MAX_NESTING} deep, no deeper")
    return read(source, options)


def _opened(source: Source, options: ReadOptions, depth: int = 0) -> Iterator[Source]:
    """What is in `source` where it is an envelope or holds many documents, else `source` itself."""
    unpack = format_of(source, options).unpack
    if unpack is None or depth == MAX_NESTING:
        yield source
        return
    for inner in unpack(source, options):
        yield from _opened(inner, options, depth + 1)


def _found(folder: Path) -> Iterator[Path]:
    for found in find([folder]):
        if isinstance(found, SourceError):
            raise found
        yield found

"""From paths, folders and bytes to sources, and from sources to documents."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from quotes.document import FILE_TIME, Document, Evidenced
from quotes.errors import SourceError
from quotes.overrides import Overrides
from quotes.sources.finding import bytes_of, find, is_folder
from quotes.sources.formats import manifest
from quotes.sources.formats.registry import format_of
from quotes.sources.limits import MAX_NESTING
from quotes.sources.manifests import named_in
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
    return list(opened(source, options, name=name))


def opened(
    source: str | Path | bytes | Source, options: ReadOptions, *, name: str | None = None
) -> Iterator[Source]:
    """As `open_sources`, one after the other: a table may hold more than memory should.

    Files that are named inside are read for a path alone, never for what came from elsewhere.
    """
    if isinstance(source, Source):
        yield from _opened(source, options)
        return
    if isinstance(source, bytes):
        yield from _opened(Source(name or STANDARD_INPUT, source), options)
        return
    path = Path(source)
    file = Source(name or path.name, bytes_of(path), place=str(path))
    if format_of(file, options) is not manifest.FORMAT:
        yield from _opened(file, options)
        return
    for named in named_in(file, path.parent, options):
        yield from _opened(named, options, 1)


def read_source(source: Source, options: ReadOptions) -> Document:
    """The document that one opened source holds. Raises SourceError."""
    if source.problem is not None:
        raise SourceError(source.problem)
    read = format_of(source, options).read
    if read is None:
        raise SourceError(f"{source.name}: files inside files are opened {MAX_NESTING} deep, no deeper")
    document = read(source, options)
    if document.retrieved.value is None and source.place is not None:
        return replace(document, retrieved=_file_time(Path(source.place)))
    return document


def _file_time(path: Path) -> Evidenced:
    """When a file was last written, in UTC: it was retrieved by then, and published whenever."""
    try:
        moment = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return Evidenced()
    return Evidenced(moment.isoformat(timespec="seconds"), FILE_TIME)


def _opened(source: Source, options: ReadOptions, depth: int = 0) -> Iterator[Source]:
    """What is in `source` where it is an envelope or holds many documents, else `source` itself."""
    if source.problem is not None:
        yield source
        return
    unpack = format_of(source, options).unpack
    if unpack is None or depth == MAX_NESTING:
        yield source
        return
    try:
        for inner in unpack(source, options):
            yield from _opened(inner, options, depth + 1)
    except SourceError as error:
        if depth == 0:
            raise
        # what stands beside it can be read all the same
        yield replace(source, problem=str(error))


def _found(folder: Path) -> Iterator[Path]:
    for found in find([folder]):
        if isinstance(found, SourceError):
            raise found
        yield found

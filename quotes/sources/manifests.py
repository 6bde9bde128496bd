"""What a manifest names: files under its own folder, and addresses, each with what its row says of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from quotes.errors import SourceError
from quotes.sources.finding import bytes_of
from quotes.sources.formats.table import records_of
from quotes.sources.limits import MAX_ROWS
from quotes.sources.metadata.deciding import preferring
from quotes.sources.source import ReadOptions, Source
from quotes.sources.tabular.columns import Columns
from quotes.sources.tabular.record import Record
from quotes.sources.tabular.stated import stated_by


def named_in(manifest: Source, folder: Path, options: ReadOptions) -> Iterator[Source]:
    """The sources that the rows of a manifest in `folder` name, in order.

    Files are read under that folder only, whatever a row says and wherever links lead: a list that somebody
    else made cannot bring in what is private. A row that cannot be followed gives a source with a problem.
    Raises SourceError for a manifest that is no table.
    """
    columns, records = records_of(manifest, options)
    for count, record in enumerate(records):
        row = f"{manifest.name} {record.unit} {record.number}"
        if count == MAX_ROWS:
            yield _failed(row, f"more than {MAX_ROWS:,} rows; split it to have the rest read")
            return
        yield _named(record, columns, folder, row, options)


def _named(record: Record, columns: Columns, folder: Path, row: str, options: ReadOptions) -> Source:
    path, url = columns.value(record.cells, "path"), columns.value(record.cells, "url")
    try:
        if record.problem is not None:
            raise SourceError(record.problem)
        if path:
            source = _file(path, folder)
        elif url:
            source = _page(url, options)
        else:
            raise SourceError("it names neither a file nor an address")
    except SourceError as error:
        return _failed(row, str(error))
    stated = stated_by(record.cells, columns, f"manifest {row},")
    return replace(source, stated=preferring(stated, source.stated))


def _file(name: str, folder: Path) -> Source:
    """The file of this name under the folder. Raises SourceError."""
    try:
        inside = folder.resolve()
        path = (inside / name).resolve()
        if "\\" in name and not path.exists():  # as Windows writes it
            path = (inside / name.replace("\\", "/")).resolve()
        if not path.is_relative_to(inside):
            raise SourceError(f"{name}: outside the folder of the manifest; put the manifest above its files")
        if path.is_dir():
            raise SourceError(f"{name}: a folder; name its files")
        if path.exists() and not path.is_file():
            raise SourceError(f"{name}: no plain file")
    except (
        OSError,
        ValueError,
        RuntimeError,
    ) as error:  # a name that the file system refuses, a loop of links
        raise SourceError(f"{name}: cannot be read ({error})") from None
    place = folder / path.relative_to(inside)
    return Source(path.name, bytes_of(place), place=str(place))


def _page(url: str, options: ReadOptions) -> Source:
    if options.fetch is None:
        raise SourceError(f"{url}: an address in a list; name the list itself to have its pages fetched")
    return options.fetch(url)


def _failed(row: str, problem: str) -> Source:
    return Source(row, b"", problem=f"{row}: {problem}")

"""Quote sheets: one statement a row, as CSV, XLSX or NDJSON, to a file or a stream."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, assert_never

from quotes.errors import UsageError
from quotes.reports.columns import row_of
from quotes.reports.fragments import Links
from quotes.reports.records import export_record, to_line
from quotes.reports.sheet_csv import write_csv

if TYPE_CHECKING:
    from quotes.store.views import StoredStatement

SheetFormat = Literal["csv", "xlsx", "ndjson"]


def write_sheet(
    statements: Iterable[StoredStatement],
    target: Path | BinaryIO,
    format: SheetFormat,
    *,
    bom: bool = False,
    links: Links | None = None,
) -> tuple[str, ...]:
    """Write `statements` to `target` and return what a person should be told (a text too long for a cell).

    `bom` puts a byte order mark before a CSV, for Excel; `links` makes the links to the words on the web.
    A file is written whole or not at all. Raises UsageError where it cannot be written.
    """
    linked = ((stored, links.of(stored) if links else None) for stored in statements)
    if not isinstance(target, Path):
        return _write(linked, target, format, bom=bom)
    with _whole_file(target) as stream:
        return _write(linked, stream, format, bom=bom)


def _write(
    statements: Iterable[tuple[StoredStatement, str | None]],
    stream: BinaryIO,
    format: SheetFormat,
    *,
    bom: bool,
) -> tuple[str, ...]:
    match format:
        case "csv":
            return write_csv(starmap(row_of, statements), stream, bom=bom)
        case "xlsx":
            from quotes.reports.sheet_xlsx import write_xlsx  # the only format that needs xlsxwriter

            return write_xlsx(starmap(row_of, statements), stream)
        case "ndjson":
            for statement, link in statements:
                stream.write((to_line(export_record(statement, link)) + "\n").encode("utf-8"))
            return ()
        case _:
            assert_never(format)


@contextmanager
def _whole_file(path: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes replace `path` when all went well; a device or a pipe is written to as it is."""
    try:
        path = path.resolve()
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                yield stream
            return
        unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        try:
            with unfinished.open("xb") as stream:
                yield stream
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error

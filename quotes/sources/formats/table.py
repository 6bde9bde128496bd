"""Tables and records with a text in a column: a document a row."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from quotes.errors import SourceError
from quotes.sources.decoding.charset import sniffed
from quotes.sources.formats.format import Format
from quotes.sources.limits import MAX_ROWS
from quotes.sources.metadata.deciding import preferring
from quotes.sources.source import ReadOptions, Source
from quotes.sources.tabular import delimited, json_records
from quotes.sources.tabular.columns import Columns, columns_of, is_table
from quotes.sources.tabular.lines import Lines
from quotes.sources.tabular.record import Record
from quotes.sources.tabular.stated import stated_by

DELIMITED = (".csv", ".tsv", ".tab", ".psv")
JSON = (".ndjson", ".jsonl", ".json")
ENDINGS = (*DELIMITED, *JSON)
SEARCHED = tuple(ending for ending in ENDINGS if ending != ".json")
"""Endings of files that a folder is searched for: what programs set down beside files ends in .json too."""
LOOKED_AT = 50
"""The columns of JSON records are those of so many of the first."""
FIRST_RECORD = 1_000_000
"""Bytes in which the first JSON record ends, by whose keys a manifest is told."""
_OBJECT = re.compile(r'\s*\[?\s*\{\s*"(?:[^"\\\n]|\\.){1,60}"\s*:')

_MARKUP = re.compile(r"</(?:p|div|article|h[1-6]|li)>|<br ?/?>", re.IGNORECASE)


def is_of_records(source: Source, options: ReadOptions) -> bool:
    """Whether the source is a table or JSON, of texts or of files."""
    start = sniffed(source.body)
    if _OBJECT.match(start) or source.ending in ENDINGS:
        return True
    return is_table(delimited.header_of(start), options.columns)


def records_of(source: Source, options: ReadOptions) -> tuple[Columns, Iterator[Record]]:
    """The columns of a table and its records, one after the other.

    Raises SourceError for a file without records and for columns of which none is known to hold the text.
    """
    lines = Lines(source.body, source.name)
    if _is_json(source):
        records = json_records.records_of(lines, source.name)
        first = list(islice(records, LOOKED_AT))
        names = tuple(dict.fromkeys(name for record in first for name in record.cells))
        if first and not names:
            raise SourceError(f"{source.name}: {first[0].unit} {first[0].number} {first[0].problem}")
    else:
        names = delimited.header_of(lines.head())
        records = delimited.records_of(lines)
        first = list(islice(records, 1))
    columns = columns_of(names, options.columns, source.name)
    if not first:
        raise SourceError(f"{source.name}: the table has the names of its columns and no row below them")
    return columns, chain(first, records)


def names_files(source: Source, options: ReadOptions) -> bool:
    """Whether a table is a manifest: it names files or addresses and holds no text. Never raises."""
    start = sniffed(source.body)
    if _is_json(source):
        # An article is longer than what other formats are told by.
        value = json_records.first_of(start) or json_records.first_of(
            source.body[:FIRST_RECORD].decode("utf-8", errors="replace")
        )
        names = tuple(json_records.flattened(value)) if value else ()
    else:
        names = delimited.header_of(start)
    try:
        return columns_of(names, options.columns, source.name).names_files
    except SourceError:
        return False


def names_no_text(name: str) -> SourceError:
    """The error of a manifest where none is followed: only one that the user named opens files."""
    return SourceError(
        f"{name}: this table names files and holds no text; save it as a file and name that file "
        "(or say which column holds the text: --map text=COLUMN)"
    )


def _is_json(source: Source) -> bool:
    return sniffed(source.body).lstrip()[:1] in ("{", "[") and source.ending not in DELIMITED


def _unpack(source: Source, options: ReadOptions) -> Iterator[Source]:
    columns, records = records_of(source, options)
    if columns.names_files:
        raise names_no_text(source.name)
    for count, record in enumerate(records):
        if count == MAX_ROWS:
            problem = f"{source.name}: more than {MAX_ROWS:,} rows; split it to have the rest read"
            yield Source(source.name, b"", problem=problem)
            return
        yield _row(source, columns, record)


def _row(source: Source, columns: Columns, record: Record) -> Source:
    """The document of a record, or what is wrong with it."""
    name = f"{source.name}#{record.number}"
    place = f"{source.place}#{record.number}" if source.place else None
    text = columns.value(record.cells, "text")
    problem = record.problem
    if problem is None and not text:
        problem = f"no text in the column “{columns.of['text']}”"
    if problem is not None:
        told = f"{source.name}: {record.unit} {record.number}: {problem}"
        return Source(name, record.original, place=place, problem=told)
    stated = preferring(stated_by(record.cells, columns, "column"), source.stated)
    row = Source(name, record.original, place=place, stated=stated, retrieved=source.retrieved)
    return of_cell(row, text)


def of_cell(row: Source, text: str) -> Source:
    """The document of a record whose text stands in one of its cells."""
    kind = "text/html" if _MARKUP.search(text) else "text/plain"
    return replace(row, content=text.encode(errors="replace"), charset="utf-8", media_type=kind)


FORMAT = Format("table", SEARCHED, is_of_records, unpack=_unpack)
"""A document a row; other cells say what it is called, who wrote it and when."""

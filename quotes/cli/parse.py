"""`quotes parse`: what is in files, as records, without a library."""

from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Context, Exit, Option

from quotes.cli import options
from quotes.cli.columns import columns_of
from quotes.cli.consoles import write_line
from quotes.cli.documents import documents
from quotes.cli.explain_page import show_document
from quotes.cli.inputs import Source, is_named, sources, stem_of
from quotes.cli.progress import Meter
from quotes.cli.session import session_of
from quotes.cli.work import Work

if TYPE_CHECKING:
    from quotes.document import Document

EXAMPLES = (
    "quotes parse article.txt | jq '.quotes[].text'",
    "quotes parse articles/ --format ndjson > parsed.ndjson",
    "quotes parse article.txt --explain",
    "quotes parse articles.csv --map text=body,published=date",
)


class Format(StrEnum):
    """What the records can be written as."""

    NDJSON = "ndjson"


def unused(stem: str, taken: set[str]) -> str:
    """`stem`, or where that is taken `stem~2`, `stem~3`...; it is taken from then on."""
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}~{number}"
    taken.add(name)
    return name


def parse(
    context: Context,
    paths: Annotated[
        list[str], Argument(metavar="FILE...", help="Files, folders, addresses, or - for standard input.")
    ],
    format: Annotated[
        Format, Option("--format", help="A JSON record a document, each on a line.")
    ] = Format.NDJSON,
    explain: Annotated[
        bool, Option("--explain", help="List every part of the files instead, and why parts were dropped.")
    ] = False,
    columns: options.Map = None,
    allow_private: options.AllowPrivate = False,
) -> None:
    """Find the statements in files and print them as records; nothing is stored."""
    from quotes.sources.web.fetcher import Fetcher

    consoles = session_of(context).consoles
    fetcher = Fetcher(allow_private)
    mapped = columns_of(columns)
    work = Work(consoles, list(sources(paths)))
    taken: set[str] = set()

    def documents_of(source: Source) -> "Iterator[Document]":
        return documents(source, mapped, work.lose, fetcher, named=is_named(source, paths))

    def write_records(source: Source, meter: Meter) -> None:
        from quotes.parsing import parse as parse_document
        from quotes.reports.records import parse_record, to_line

        stem = stem_of(source)
        name = unused(stem, taken)
        for number, document in enumerate(documents_of(source)):
            identifier = unused(stem, taken) if number else name
            line = to_line(parse_record(parse_document(document), identifier))
            meter.beside(partial(write_line, line))

    def explain_blocks(source: Source, meter: Meter) -> None:
        for document in documents_of(source):
            meter.beside(partial(show_document, consoles, document))

    work.through(explain_blocks if explain else write_records)
    if work.exit_code():
        raise Exit(work.exit_code())

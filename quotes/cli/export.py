"""`quotes export`: the matching statements as a quote sheet."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from typer import Context, Option

from quotes.cli import options
from quotes.cli.consoles import data_stream
from quotes.cli.lines import counted
from quotes.cli.private import Private, say_shown, without_private
from quotes.cli.querying import say_undated, unknown_speaker
from quotes.cli.session import session_of
from quotes.errors import UsageError

EXAMPLES = (
    "quotes export --speaker venn -o venn.xlsx",
    "quotes export ferries --from 2024-03 --bom -o ferries.csv",
    "quotes export --format ndjson | jq .text",
)


class Format(StrEnum):
    """What a quote sheet can be written as."""

    CSV = "csv"
    XLSX = "xlsx"
    NDJSON = "ndjson"


def export(
    context: Context,
    words: options.Words = None,
    format: Annotated[
        Format | None, Option("--format", help="Default: what the output file's name ends in, else csv.")
    ] = None,
    output: Annotated[
        str, Option("--output", "-o", metavar="FILE", help="File to write; - is standard output.")
    ] = options.STANDARD_STREAM,
    bom: Annotated[
        bool, Option("--bom", help="Begin a CSV with a byte order mark, for older Excel.")
    ] = False,
    speaker: options.Speaker = None,
    speaks_for: options.SpeaksFor = None,
    publisher: options.Publisher = None,
    earliest: options.Earliest = None,
    latest: options.Latest = None,
    kind: options.OfKind = None,
    tag: options.Tagged = None,
    limit: options.Limit = None,
    after: options.After = None,
    copies: options.Copies = False,
    private: Private = False,
    database: options.Database = None,
) -> None:
    """Write the statements that match (all, without a query) as a sheet: CSV, Excel or JSON lines."""
    session = session_of(context)
    chosen = format or _format_of(output)
    if bom and chosen is not Format.CSV:
        raise UsageError(f"--bom is for csv: {chosen} has no use for it")
    to_stdout = output == options.STANDARD_STREAM
    if to_stdout and chosen is Format.XLSX and sys.stdout.isatty():
        raise UsageError("an Excel file is nothing for a terminal: name one with -o FILE.xlsx")
    asked = (words, speaker, publisher, earliest, latest, kind, limit)
    plan = options.plan(*asked, speaks_for=speaks_for, tag=tag, copies=copies, after=after)
    with session.library(database) as library:
        plan = without_private(session.consoles, library, plan, private=private)
        result = library.search(plan)
        if not result.total and (unknown := unknown_speaker(library, plan)):
            session.consoles.say(unknown)
        say_shown(session.consoles, library, result.statements, private=private)

        from quotes.reports.fragments import Links
        from quotes.reports.sheets import write_sheet

        target = data_stream() if to_stdout else Path(output)
        links = Links(library.text)
        for warning in write_sheet(result.statements, target, chosen.value, bom=bom, links=links):
            session.consoles.warn(warning)
    place = "" if to_stdout else f" in {output}"
    say_undated(session.consoles, result)
    of = f"{len(result.statements):,} of " if len(result.statements) < result.total else ""
    session.consoles.say(f"{of}{counted(result.total, 'statement')}{place}")


def _format_of(output: str) -> Format:
    """What the output's name ends in; CSV where it has no ending. Raises UsageError for any other."""
    suffix = Path(output).suffix.lower().removeprefix(".")
    if not suffix:
        return Format.CSV
    if suffix not in list(Format):
        known = ", ".join(f".{format}" for format in Format)
        raise UsageError(f"{output} ends in none of {known}: give --format where the name is to stay")
    return Format(suffix)

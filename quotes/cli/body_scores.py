"""`quotes eval --body`: how much of each story, and of the page around it, is in body blocks."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from quotes.cli.consoles import Consoles, write_line
from quotes.cli.lines import QUIET
from quotes.display import one_line
from quotes.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quotes.evaluation.answers import Record
    from quotes.evaluation.body import BodyCounts
    from quotes.evaluation.gold import GoldDocument

_COLUMNS = ("Story", "Kept", "Page", "Kept", "Captions", "Kept", "Bars")


def score_bodies(
    consoles: Consoles, folders: Sequence[str], predictions: str | None, *, as_json: bool
) -> None:
    """Print the scores of the folders. Raises UsageError where no gold of a folder states the body."""
    from quotes.evaluation.answers import read_records
    from quotes.evaluation.body import body_figures, body_of_each
    from quotes.evaluation.gold import read_gold
    from quotes.reports.records import to_line

    given = read_records(Path(predictions)) if predictions else None
    sets = []
    for folder in folders:
        documents = read_gold(Path(folder))
        counts = body_of_each(documents, _read(documents) if given is None else given)
        if not counts:
            raise UsageError(f"{folder}: no gold there that has a record states a body")
        if not as_json:
            _show(consoles, folder, counts)
        each = [{"document": name, **asdict(count), "holds": count.holds} for name, count in counts.items()]
        sets.append({"gold": folder, "figures": body_figures(counts.values()), "documents": each})
    if as_json:
        write_line(to_line({"format_version": 1, "sets": sets}))


def _read(documents: "Sequence[GoldDocument]") -> "Mapping[str, Record]":
    """The blocks of the documents as they are read now; nothing is parsed."""
    from quotes.reports.records import block_records
    from quotes.sources import read

    stating = [document for document in documents if document.body and document.in_file]
    return {d.name: {"id": d.name, "blocks": block_records(read(d.path)[0])} for d in stating}


def _show(consoles: Consoles, folder: str, counts: "Mapping[str, BodyCounts]") -> None:
    from quotes.evaluation.body import CHROME_MAX, KEPT_MIN, BodyCounts

    consoles.show(Text(f"{one_line(folder)}: letters and digits that stand in body blocks", "bold"))
    table = Table(box=None, pad_edge=False, header_style=QUIET)
    table.add_column("Document", no_wrap=True)
    for column in _COLUMNS:
        table.add_column(column, justify="right", no_wrap=True)
    for name, count in counts.items():
        table.add_row(*_row(one_line(name), count))
    table.add_row(*_row("all", sum(counts.values(), BodyCounts())))
    consoles.show_table(table)
    missed = sum(not count.holds for count in counts.values())
    consoles.show(
        Text(f"Bars: {KEPT_MIN:.0%} of the story, {CHROME_MAX:.0%} of the page; missed by {missed:,}")
    )


def _row(name: str, count: "BodyCounts") -> list[str]:
    parts = (
        (count.body, count.body_kept),
        (count.chrome, count.chrome_kept),
        (count.captions, count.captions_kept),
    )
    cells = [cell for of, kept in parts for cell in (f"{of:,}", f"{kept / of:.1%}" if of else "")]
    return [name, *cells, "held" if count.holds else "MISSED"]

"""Tables, for terminals that are wide enough; a pipe and a narrow terminal get lines instead."""

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from quotes.cli.lines import (
    GAP,
    ID,
    MISSING,
    QUIET,
    document_date,
    document_title,
    language_mark,
    missing_parts,
    other_names,
    speaker_title,
)
from quotes.cli.printings import document_note
from quotes.display import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quotes.store.people.views import StoredSpeaker
    from quotes.store.views import ListedDocument

DOCUMENTS_WIDTH = 100
"""Cells: on less, titles would be cut too short to be told apart."""
SPEAKERS_WIDTH = 60


def documents_table(documents: "Iterable[ListedDocument]") -> Table:
    """A row for each document: what it is, what was found in it, what is missing."""
    table = Table(box=None, expand=True, pad_edge=False, header_style=QUIET)
    table.add_column("Document", no_wrap=True)
    table.add_column("Published", no_wrap=True)
    table.add_column("Title", ratio=2, no_wrap=True, overflow="ellipsis")
    table.add_column("Publisher", ratio=1, no_wrap=True, overflow="ellipsis")
    table.add_column("Quotes", justify="right", no_wrap=True)
    table.add_column("Claims", justify="right", no_wrap=True)
    table.add_column("Missing", no_wrap=True)
    for document in documents:
        missing = [part for part in missing_parts(document) if part not in ("publisher", "date")]
        table.add_row(
            Text(one_line(document.id), ID),
            document_date(document),
            document_title(document).append_text(language_mark(document)).append(_copies(document), QUIET),
            Text(one_line(document.publisher)) if document.publisher else Text("none", MISSING),
            f"{document.quotes:,}",
            f"{document.claims:,}",
            Text(", ".join(missing), MISSING),
        )
    return table


def _copies(document: "ListedDocument") -> str:
    note = document_note(document)
    return f"{GAP}{note}" if note else ""


def speakers_table(speakers: "Iterable[StoredSpeaker]") -> Table:
    """A row for each speaker: how much is attributed to whom, under which names."""
    table = Table(box=None, expand=True, pad_edge=False, header_style=QUIET)
    table.add_column("Speaker", no_wrap=True)
    for counts in ("Quotes", "Claims", "Docs"):
        table.add_column(counts, justify="right", no_wrap=True)
    table.add_column("Name", ratio=1, overflow="fold")
    for speaker in speakers:
        table.add_row(
            Text(one_line(speaker.id), ID),
            f"{speaker.quotes:,}",
            f"{speaker.claims:,}",
            f"{speaker.documents:,}",
            Text.assemble(speaker_title(speaker), other_names(speaker)),
        )
    return table

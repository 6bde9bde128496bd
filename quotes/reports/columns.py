"""The columns of a quote sheet and what stands in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotes.display import clean

if TYPE_CHECKING:
    from quotes.store.views import StoredStatement

CONFIDENCE_DIGITS = 2
EXCEL_CELL_LIMIT = 32_767
"""UTF-16 units that Excel keeps in one cell (Microsoft, "Excel specifications and limits")."""

Cell = str | int | float | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's header, its width in a spreadsheet in characters, and whether it holds numbers."""

    name: str
    width: int
    numeric: bool = False


COLUMNS = (
    Column("id", 13),
    Column("quotation", 60),
    Column("claim", 60),
    Column("speaker", 24),
    Column("said", 11),
    Column("said_precision", 9),
    Column("context", 60),
    Column("publisher", 22),
    Column("published", 11),
    Column("via", 18),
    Column("title", 40),
    Column("author", 20),
    Column("url", 40),
    Column("mention", 20),
    Column("cue", 12),
    Column("confidence", 10, numeric=True),
    Column("document", 13),
    Column("start", 8, numeric=True),
    Column("end", 8, numeric=True),
    Column("stance", 10),
    Column("stance_evidence", 18),
    Column("alterations", 24),
    Column("translated", 24),
    Column("in_claim", 13),
    Column("page", 8),
    Column("copies", 8, numeric=True),
    Column("copy_of", 13),
    Column("role", 30),
    Column("joint", 30),
    Column("checked", 10),
    Column("tags", 18),
    Column("note", 40),
    Column("document_tags", 18),
    Column("document_note", 40),
    Column("wikidata", 11),
    Column("authority_role", 30),
    Column("authority", 40),
    Column("link", 40),
)
HEADER = tuple(column.name for column in COLUMNS)


def row_of(stored: StoredStatement, link: str | None = None) -> Row:
    """The cells of a statement, in the order of `COLUMNS`, safe to show.

    Words in marks are the `quotation`, without the comma that the reporting sentence put into it;
    an indirect statement is the `claim`. A date stands here only where it is sure. `link` opens the page
    at the words (`quotes.reports.fragments`).
    """
    statement, document = stored.statement, stored.document
    claimed = statement.kind == "indirect"
    said = statement.said_on
    cells: Row = (
        statement.id,
        None if claimed else quotation_of(statement.text),
        statement.text if claimed else None,
        stored.speaker,
        said,
        precision_of(said),
        stored.context,
        document.publisher,
        document.published,
        statement.via,
        document.title,
        document.author,
        document.url,
        statement.mention,
        statement.cue,
        None if statement.confidence is None else round(statement.confidence, CONFIDENCE_DIGITS),
        document.id,
        statement.start,
        statement.end,
        statement.stance,
        statement.stance_evidence,
        "; ".join(f"{altered.kind} {altered.text}" for altered in statement.alterations) or None,
        statement.translated.evidence if statement.translated else None,
        statement.claim,
        stored.page,
        len(stored.copies),
        stored.copy_of,
        statement.role,
        "; ".join(statement.joint) or None,
        stored.checked,
        "; ".join(stored.tags) or None,
        stored.note,
        "; ".join(document.tags) or None,
        document.note,
        *_of_the_list(stored),
        link,
    )
    return tuple(_safe(cell) for cell in cells)


def _of_the_list(stored: StoredStatement) -> Row:
    """What the user's list of people tells of the speaker; its further columns share a cell."""
    if stored.authority is None:
        return (None, None, None)
    told = stored.authority.told
    further = "; ".join(f"{name}: {cell}" for name, cell in told.further.items())
    return (told.wikidata, told.role, further or None)


def quotation_of(text: str) -> str:
    """`text` without the comma before the closing mark, which belongs to the sentence that reports it."""
    words = text.strip()
    return words[:-1].rstrip() if words.endswith(",") else words


def precision_of(date: str | None) -> str | None:
    """The precision of an ISO date: "2021" year, "2021-08" month, "2021-08-14" day."""
    return None if date is None else {4: "year", 7: "month"}.get(len(date), "day")


def excel_length(text: str) -> int:
    """How many of the units that Excel counts `text` takes (a letter beyond U+FFFF takes two)."""
    return len(text) + sum(character > "\uffff" for character in text)


def overlong(row: Row) -> list[str]:
    """The names of the columns of `row` whose text is longer than a cell in Excel may be."""
    return [
        name
        for name, cell in zip(HEADER, row, strict=True)
        if isinstance(cell, str) and excel_length(cell) > EXCEL_CELL_LIMIT
    ]


def _safe(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    return clean(cell.replace("\r\n", "\n").replace("\r", "\n"))

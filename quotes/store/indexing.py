"""What of a statement can be searched, put into the full-text index and taken out of it."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import Session

from quotes.store import sqlite
from quotes.store.models import StatementRow

CONTEXT_REACH = 1_000
"""How many characters of a statement's context, on either side of it, can be searched: a text without full
stops is one sentence, and would be indexed once for every statement in it."""


def index(session: Session, rows: Iterable[StatementRow], text: str) -> None:
    """Let statements of the document with this `text` be found."""
    sqlite.index(session.connection(), (_entry(row, text) for row in rows))


def forget(session: Session, rows: Iterable[StatementRow], text: str) -> None:
    """Take statements out of the index; the rows must be as they were when they were put in."""
    sqlite.forget(session.connection(), (_entry(row, text) for row in rows))


def _entry(row: StatementRow, text: str) -> dict[str, Any]:
    start = max(row.context_start, row.start - CONTEXT_REACH)
    end = min(row.context_end, row.end + CONTEXT_REACH)
    return {"number": row.number, "text": text[row.start : row.end], "context": text[start:end]}

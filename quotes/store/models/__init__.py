"""Rows that are changed by setting their attributes. What they are is told where the tables are."""

from quotes.store.models.base import Base
from quotes.store.models.copies import LikenessRow, MarkRow
from quotes.store.models.decisions import (
    ChangeRow,
    DecisionRow,
    DrawItemRow,
    DrawRow,
    NoteRow,
    RulingRow,
    TagRow,
)
from quotes.store.models.documents import DocumentRow, PlaceRow
from quotes.store.models.runs import RunItemRow, RunRow
from quotes.store.models.speakers import (
    AliasRow,
    AuthorityRow,
    MemberRow,
    SpeakerRow,
)
from quotes.store.models.statements import InsideRow, StatementRow

__all__ = [
    "AliasRow",
    "AuthorityRow",
    "Base",
    "ChangeRow",
    "DecisionRow",
    "DocumentRow",
    "DrawItemRow",
    "DrawRow",
    "InsideRow",
    "LikenessRow",
    "MarkRow",
    "MemberRow",
    "NoteRow",
    "PlaceRow",
    "RulingRow",
    "RunItemRow",
    "RunRow",
    "SpeakerRow",
    "StatementRow",
    "TagRow",
]

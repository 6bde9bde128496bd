"""The tables. Words as in ARCHITECTURE: document, statement, speaker, alias."""

from quotes.store.models.base import Base, Rows
from quotes.store.models.copies import LikenessRow, MarkRow
from quotes.store.models.documents import DocumentRow, FetchRow, OriginalRow, PlaceRow
from quotes.store.models.runs import RunItemRow, RunRow
from quotes.store.models.speakers import AliasRow, MemberRow, SpeakerRow
from quotes.store.models.statements import InsideRow, StatementRow

__all__ = [
    "AliasRow",
    "Base",
    "DocumentRow",
    "FetchRow",
    "InsideRow",
    "LikenessRow",
    "MarkRow",
    "MemberRow",
    "OriginalRow",
    "PlaceRow",
    "Rows",
    "RunItemRow",
    "RunRow",
    "SpeakerRow",
    "StatementRow",
]

"""The tables. Words as in ARCHITECTURE: document, statement, speaker, alias."""

from quotes.store.models.base import Base, Rows
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
from quotes.store.models.documents import DocumentRow, FetchRow, OriginalRow, PlaceRow
from quotes.store.models.runs import RunItemRow, RunRow
from quotes.store.models.speakers import (
    AffiliationRow,
    AliasRow,
    AuthorityRow,
    FormRow,
    KeyRow,
    MemberRow,
    PartRow,
    SpeakerRow,
)
from quotes.store.models.statements import InsideRow, StatementRow

__all__ = [
    "AffiliationRow",
    "AliasRow",
    "AuthorityRow",
    "Base",
    "ChangeRow",
    "DecisionRow",
    "DocumentRow",
    "DrawItemRow",
    "DrawRow",
    "FetchRow",
    "FormRow",
    "InsideRow",
    "KeyRow",
    "LikenessRow",
    "MarkRow",
    "MemberRow",
    "NoteRow",
    "OriginalRow",
    "PartRow",
    "PlaceRow",
    "Rows",
    "RulingRow",
    "RunItemRow",
    "RunRow",
    "SpeakerRow",
    "StatementRow",
    "TagRow",
]

"""From rows to views: statements with their document, speaker and context."""

from collections.abc import Iterable

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session

from quotes.store import identifiers, rows
from quotes.store.models import DocumentRow, StatementRow
from quotes.store.views import StoredDocument, StoredStatement

PLACE = (StatementRow.start, StatementRow.end.desc(), StatementRow.id)
"""The order of the text, an outer statement before those inside it."""


def documents(session: Session, wanted: Select[str] | list[str] | None = None) -> list[StoredDocument]:
    """The documents with the ids `wanted` (all without it), by name."""
    query = select(DocumentRow).order_by(DocumentRow.name, DocumentRow.id)
    counted = _counts()
    if wanted is not None:
        query = query.where(DocumentRow.id.in_(wanted))
        counted = counted.where(StatementRow.document_id.in_(wanted))
    counts = {document: (total - claims, claims) for document, total, claims in session.execute(counted)}
    return [rows.stored_document(row, *counts.get(row.id, (0, 0))) for row in session.scalars(query)]


def statements(session: Session, found: Iterable[StatementRow]) -> list[StoredStatement]:
    """The views of the rows `found`, in their order."""
    found = list(found)
    known: dict[str, StoredDocument] = {}
    texts: dict[str, str] = {}
    for chunk in identifiers.chunks(list(dict.fromkeys(row.document_id for row in found))):
        known |= {document.id: document for document in documents(session, chunk)}
        query = select(DocumentRow.id, DocumentRow.text).where(DocumentRow.id.in_(chunk))
        texts |= dict(session.execute(query).all())
    return [_view(row, known[row.document_id], texts[row.document_id]) for row in found]


def of_document(session: Session, document_id: str) -> list[StoredStatement]:
    """The statements of the document with this whole id, in the order of its text."""
    query = select(StatementRow).where(StatementRow.document_id == document_id)
    return statements(session, session.scalars(query.order_by(*PLACE)))


def _counts() -> Select[str, int, int]:
    claims = func.sum(case((StatementRow.kind == "indirect", 1), else_=0))
    return select(StatementRow.document_id, func.count(), claims).group_by(StatementRow.document_id)


def _view(row: StatementRow, document: StoredDocument, text: str) -> StoredStatement:
    speaker = row.member.speaker if row.member else None
    start, end = _trimmed(text, row.context_start, row.context_end)
    return StoredStatement(
        statement=rows.statement(row, text),
        document=document,
        speaker_id=speaker.id if speaker else None,
        speaker=speaker.name if speaker else None,
        context=text[start:end],
        context_start=start,
        context_end=end,
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    context = text[start:end]
    start += len(context) - len(context.lstrip())
    return start, start + len(context.strip())

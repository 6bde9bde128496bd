"""From rows to views: statements with their document, speaker and context."""

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session, undefer

from quotes.document import Document, page_of
from quotes.statement import Statement
from quotes.store import authorities, fetches, identifiers, labels, printings, rows
from quotes.store.models import DocumentRow, RunItemRow, StatementRow
from quotes.store.originals import original
from quotes.store.views import Checked, Copy, StoredDocument, StoredStatement, Withheld
from quotes.store.visible import VISIBLE

PLACE = (StatementRow.start, StatementRow.end.desc(), StatementRow.id)
"""The order of the text, an outer statement before those inside it."""


def documents(session: Session, wanted: Select[str] | list[str] | None = None) -> list[StoredDocument]:
    """The documents with the ids `wanted` (all without it), by name."""
    query = select(DocumentRow).order_by(DocumentRow.name, DocumentRow.id)
    counted = _counts()
    if wanted is not None:
        query = query.where(DocumentRow.id.in_(wanted))
        counted = counted.where(StatementRow.document_id.in_(wanted))
    counts = {row[0]: (row[1], row[2], row[3]) for row in session.execute(counted)}
    places = printings.places_of(session, wanted)
    copies = printings.copies_of_documents(session, wanted, places)
    later = fetches.later_versions(session, wanted)
    found = list(session.scalars(query))
    known_ids = [row.id for row in found]
    tags, notes = labels.tags_of(session, known_ids), labels.notes_of(session, known_ids)
    return [
        rows.stored_document(
            row,
            *counts.get(row.id, (0, 0, 0)),
            places.get(row.id, ()),
            copies.get(row.id, ()),
            later.get(row.id, ()),
            tags.get(row.id, ()),
            notes.get(row.id),
        )
        for row in found
    ]


def as_read(session: Session, document_id: str) -> Document:
    """The document with this whole id, to be parsed again. Raises LibraryError for damaged bytes."""
    query = select(DocumentRow).where(DocumentRow.id == document_id)
    row = session.scalars(query.options(undefer(DocumentRow.text), undefer(DocumentRow.offsets))).one()
    return rows.document(row, original(session, document_id))


def statements(session: Session, found: Iterable[StatementRow]) -> list[StoredStatement]:
    """The views of the rows `found`, in their order."""
    found = list(found)
    known: dict[str, StoredDocument] = {}
    texts: dict[str, str] = {}
    for chunk in identifiers.chunks(list(dict.fromkeys(row.document_id for row in found))):
        known |= {document.id: document for document in documents(session, chunk)}
        query = select(DocumentRow.id, DocumentRow.text).where(DocumentRow.id.in_(chunk))
        texts |= dict(session.execute(query).all())
    places = {document.id: document.places for document in known.values() if document.places}
    copies = printings.copies_of_statements(session, found, places)
    known_ids = [row.id for row in found]
    tags, notes = labels.tags_of(session, known_ids), labels.notes_of(session, known_ids)
    listed = authorities.authority_of(session, [row.member.speaker_id for row in found if row.member])
    return [
        replace(
            _view(row, known[row.document_id], texts[row.document_id], copies.get(row.id, ())),
            tags=tags.get(row.id, ()),
            note=notes.get(row.id),
            authority=listed.get(row.member.speaker_id) if row.member else None,
        )
        for row in found
    ]


def of_document(session: Session, document_id: str, *, withheld: bool = False) -> list[StoredStatement]:
    """The statements of the document with this whole id, in the order of its text; `withheld` ones too."""
    query = select(StatementRow).where(StatementRow.document_id == document_id)
    query = query if withheld else query.where(VISIBLE)
    return statements(session, session.scalars(query.order_by(*PLACE)))


def as_parsed(session: Session, document_id: str) -> dict[str, Statement]:
    """The statements of a document that decisions changed, as the parser gave them, by id.

    Those that the parser did not find are not among them.
    """
    text = session.scalars(select(DocumentRow.text).where(DocumentRow.id == document_id)).one()
    changed = StatementRow.parsed.is_not(None), StatementRow.marked.is_(False)
    query = select(StatementRow).where(StatementRow.document_id == document_id, *changed)
    found = session.scalars(query.options(undefer(StatementRow.parsed)).order_by(*PLACE))
    return {row.id: rows.statement_as_parsed(row, text) for row in found}


def added_in_run(session: Session, run: int) -> tuple[int, int]:
    """How many quotes and claims stand by themselves in the documents that a run added."""
    added = select(RunItemRow.document_id).where(RunItemRow.run_id == run, RunItemRow.outcome == "added")
    counted = VISIBLE, StatementRow.copy_of.is_(None), StatementRow.document_id.in_(added)
    by_kind = select(StatementRow.kind, func.count()).where(*counted).group_by(StatementRow.kind)
    kinds: dict[str, int] = dict(session.execute(by_kind).all())
    claims = kinds.pop("indirect", 0)
    return sum(kinds.values()), claims


def _counts() -> Select[str, int, int, int]:
    """How many quotes and claims stand in each document by themselves, and how many are counted elsewhere."""
    counted = StatementRow.copy_of.is_(None)
    numbers = (
        counted & (StatementRow.kind != "indirect"),
        counted & (StatementRow.kind == "indirect"),
        StatementRow.copy_of.is_not(None),
    )
    quotes, claims, repeated = (func.sum(case((number, 1), else_=0)) for number in numbers)
    found = select(StatementRow.document_id, quotes, claims, repeated).where(VISIBLE)
    return found.group_by(StatementRow.document_id)


def _view(
    row: StatementRow, document: StoredDocument, text: str, copies: tuple[Copy, ...]
) -> StoredStatement:
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
        page=page_of(document.pages, row.start, row.end),
        copy_of=row.copy_of,
        copies=copies,
        checked=cast("Checked | None", row.checked),
        marked=row.marked,
        withheld=cast("Withheld | None", row.withheld),
        withheld_reason=row.withheld_reason,
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    context = text[start:end]
    start += len(context) - len(context.lstrip())
    return start, start + len(context.strip())

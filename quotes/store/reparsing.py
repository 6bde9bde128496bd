"""Parses kept texts again: which, what is handed to the parser, and what becomes of what it finds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from quotes.document import DateCandidate, Document, Precision, Published
from quotes.errors import SourceError
from quotes.statement import Parse, Span
from quotes.store import identifiers, reading
from quotes.store.connections import connection_of
from quotes.store.decisions import documents, log, statements
from quotes.store.forgetting import redactions
from quotes.store.models import DocumentRow, StatementRow
from quotes.store.renewing import Renewed, renew


@dataclass(frozen=True, slots=True)
class Kept:
    """A document to be parsed again: as it was read (`document`), and, where a person set its date of
    publication, under that date (`dated`). `parsed_by` names the models that parsed it last; of one that is
    `redacted` the file is not kept: there is nothing to be read again."""

    id: str
    document: Document
    dated: Document | None
    parsed_by: str | None
    redacted: bool = False


def kept(session: Session, document_id: str) -> Kept:
    """The document with this whole id. Raises LibraryError where its bytes are damaged."""
    document = reading.as_read(connection_of(session), document_id)
    query = select(DocumentRow).where(DocumentRow.id == document_id)
    row = session.scalars(query.options(undefer(DocumentRow.read))).one()
    redacted = _is_redacted(session, document_id)
    if row.read is None:
        return Kept(document_id, document, None, row.parsed_by, redacted)
    as_read = replace(document, published=_published(row.read))
    dated = document if as_read.published.value != document.published.value else None
    return Kept(document_id, as_read, dated, row.parsed_by, redacted)


def not_parsed_by(session: Session, models: str, document_ids: Iterable[str]) -> list[str]:
    """Those of the documents with these whole ids that other models parsed last, in their order."""
    done: set[str] = set()
    wanted = list(document_ids)
    for chunk in identifiers.chunks(wanted):
        query = select(DocumentRow.id).where(DocumentRow.id.in_(chunk), DocumentRow.parsed_by == models)
        done.update(session.scalars(query))
    return [document for document in wanted if document not in done]


def reparse(session: Session, document_id: str, parse: Parse, dated: Parse | None = None) -> Renewed:
    """Put a new parse of a document's text in place of the last; `dated` is that under the date that a
    person set, whose said-dates are taken over as part of that decision.

    Raises SourceError where the text is another than that of the library, or contradicts the parse.
    """
    row = session.scalars(select(DocumentRow).where(DocumentRow.id == document_id)).one()
    if parse.document.text != row.text:
        raise SourceError(f"{row.name}: it was read anew meanwhile; parse it again")
    row.parsed_by = parse.parsed_by
    row.warnings = list(dict.fromkeys([*row.warnings, *parse.warnings]))
    moved = _in_place(session, document_id) if _is_redacted(session, document_id) else None
    renewed, kept_as = renew(session, document_id, parse, moved, row.text if moved else "")
    if dated is not None:
        redate(session, document_id, dated, kept_as)
    return renewed


def _is_redacted(session: Session, document_id: str) -> bool:
    return document_id in redactions.of(connection_of(session), [document_id])


def _in_place(session: Session, document_id: str) -> dict[str, Span]:
    """Where statements stand, by id: the bytes that gave them their ids are not those of a redacted text."""
    query = select(StatementRow).where(StatementRow.document_id == document_id)
    rows = session.scalars(query.options(undefer(StatementRow.parsed)))
    parsed = {row.id: statements.parsed_of(row) for row in rows}
    return {identifier: (values["start"], values["end"]) for identifier, values in parsed.items()}


def redate(session: Session, document_id: str, dated: Parse, kept_as: Mapping[str, str]) -> None:
    """Take over the said-dates of a parse under the date that a person set, as part of that decision."""
    deciding = log.in_effect(session, [document_id], ("published",))[document_id]
    if not deciding:
        return
    found = [replace(one, id=kept_as[one.id]) for one in (*dated.quotes, *dated.claims) if one.id in kept_as]
    parse, decision = replace(dated, quotes=tuple(found), claims=()), deciding[-1].decision
    changes = documents.redating_changes(session, document_id, parse, decision)
    if changes:
        log.add_changes(session, decision, changes)
        statements.project(session, {change.target for change in changes})


def _published(read: Mapping[str, Any]) -> Published:
    candidates = tuple(DateCandidate(*each) for each in read["published_candidates"])
    precision = cast("Precision | None", read["published_precision"])
    return Published(read["published"], precision, candidates, read["published_confidence"])

"""Redacts words: blanks them in the texts they stand in, at equal length, and wipes every trace of them."""

import hashlib
import zlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, select, update
from sqlalchemy.orm import Session

from quotes.errors import LibraryError
from quotes.statement import Span
from quotes.store import copies
from quotes.store.connections import connection_of
from quotes.store.decisions import log
from quotes.store.forgetting import (
    account,
    blanking,
    redacted_log,
    redacted_names,
    redacted_rows,
    redactions,
    rewriting,
    tombstones,
    traces,
)
from quotes.store.forgetting.account import Account
from quotes.store.forgetting.blanking import Blanking
from quotes.store.identifiers import chunks
from quotes.store.indexes import indexing
from quotes.store.tables import documents, originals, places, statements


@dataclass(frozen=True, slots=True)
class Page:
    """A document in which words are blanked, and the places at which they are, wherever else they stand."""

    id: str
    spans: list[Span]
    words: list[str]


def redact(session: Session, who: str, statement_ids: Collection[str]) -> Account:
    """Blank the words of statements (whole ids), at their places and where copies repeat them.

    What SQLite keeps of them is rewritten once this is committed (`rewriting.finish`).
    """
    rewriting.begin(connection_of(session))
    number = log.append(session, who, "purge", f"{account.many(len(statement_ids), 'statement')} redacted")
    today = datetime.now(UTC).date().isoformat()
    done: dict[str, tuple[int, list[str]]] = {}
    known: set[tuple[str, str]] = set()
    for page in _pages(session, statement_ids):
        text = _text(connection_of(session), page.id)
        blank = blanking.of_text(text, page.spans, page.words)
        if blank.after != text:
            known |= traces.words_in([text])
            done[page.id] = _redact(session, page.id, blank, today, number)
    gone = [each for _, withdrawn in done.values() for each in withdrawn]
    entries = traces.wipe_log(connection_of(session), gone)
    indexing.settle(connection_of(session))
    traces.wipe_vocabulary(connection_of(session), known)
    session.expire_all()
    return Account(
        account.named(connection_of(session), done),
        statements=len(gone),
        characters=sum(characters for characters, _ in done.values()),
        decisions=entries,
        decision=number,
    )


def _pages(session: Session, statement_ids: Collection[str]) -> list[Page]:
    """The documents in which these statements stand, and their copies."""
    connection = connection_of(session)
    spans: dict[str, list[Span]] = {}
    for chunk in chunks(sorted(set(statement_ids))):
        columns = statements.c.document_id, statements.c.start, statements.c.end
        for document, start, end in connection.execute(select(*columns).where(statements.c.id.in_(chunk))):
            spans.setdefault(document, []).append((start, end))
    pages: dict[str, Page] = {}
    for document in sorted(spans):
        if document not in pages:
            group = copies.group_of(session, document)
            words = [
                each for own in sorted(group & spans.keys()) for each in _words(connection, own, spans[own])
            ]
            pages |= {each: Page(each, spans.get(each, []), words) for each in group}
    return [pages[each] for each in sorted(pages)]


def _words(connection: Connection, document_id: str, spans: Iterable[Span]) -> list[str]:
    text = _text(connection, document_id)
    return [text[start:end] for start, end in spans]


def _text(connection: Connection, document_id: str) -> str:
    return connection.execute(select(documents.c.text).where(documents.c.id == document_id)).scalar_one()


def _redact(
    session: Session, document_id: str, blank: Blanking, today: str, decision: int
) -> tuple[int, list[str]]:
    """Let a document have its text blanked; how many characters are, and the statements that are gone."""
    connection = connection_of(session)
    indexing.forget(connection, document_id)
    reason = f"its words were redacted on {today}"
    gone = _redact_statements(connection, document_id, blank, reason)
    characters = len(blanking.changed(blank.before, blank.after))
    _redact_document(connection, document_id, blank, f"{characters:,} characters redacted on {today}")
    redacted_log.redact(connection, document_id, gone, blank)
    redactions.note(connection, document_id, today, characters, len(gone))
    session.expire_all()
    redacted_names.redact(session, document_id, blank, decision)
    copies.compare_again(session, document_id, blank.after)
    return characters, gone


def _redact_statements(connection: Connection, document_id: str, blank: Blanking, reason: str) -> list[str]:
    gone: list[str] = []
    query = select(statements).where(statements.c.document_id == document_id)
    for found in connection.execute(query.order_by(statements.c.number)).mappings().all():
        row = dict(found)
        row |= redacted_rows.of_statement(row, blank)
        if redacted_rows.is_gone(row, blank):
            gone.append(row["id"])
            row |= redacted_rows.withdrawn(row, reason)
        if row["speaker"] is None:
            row["member_id"] = None
        values = {name: value for name, value in row.items() if value != found[name]}
        if values:
            which = statements.c.number == found["number"]
            connection.execute(update(statements).where(which).values(values))
    return gone


def _redact_document(connection: Connection, document_id: str, blank: Blanking, note: str) -> None:
    """Keep the blanked text, and what was told of it at each place, in place of the bytes they came from."""
    kept = blank.after.encode()
    as_kept = {"sha256": hashlib.sha256(kept).hexdigest()}
    row = connection.execute(select(documents).where(documents.c.id == document_id)).mappings().one()
    _keep_away(connection, row["id"], row["sha256"], blank.before)
    _check_alone(connection, document_id, as_kept["sha256"])
    known = {str(name): value for name, value in row.items()}
    told = redacted_rows.told_of_document(known, blank) | redacted_rows.as_text_alone(known, blank, note)
    connection.execute(update(documents).where(documents.c.id == document_id).values(told | as_kept))
    as_bytes = {"size": len(kept), "compressed": zlib.compress(kept)}
    connection.execute(update(originals).where(originals.c.document_id == document_id).values(as_bytes))
    elsewhere = as_kept | {"media_type": "text/plain", "encoding": "utf-8", "size": len(kept)}
    for place in (
        connection.execute(select(places).where(places.c.document_id == document_id)).mappings().all()
    ):
        known = {str(name): value for name, value in place.items()}
        values = redacted_rows.told_of_document(known, blank) | elsewhere | {"compressed": None}
        connection.execute(update(places).where(places.c.number == place["number"]).values(values))


def _keep_away(connection: Connection, document_id: str, sha256: str, text: str) -> None:
    """Let the file that the document came from, and others of its text, not be added again by mistake."""
    query = select(places.c.sha256).where(places.c.document_id == document_id)
    signs = {tombstones.sign_of_bytes(each) for each in (sha256, *connection.scalars(query))}
    tombstones.put(connection, {*signs, *filter(None, [tombstones.sign_of_text(text)])})


def _check_alone(connection: Connection, document_id: str, sha256: str) -> None:
    query = select(documents.c.id).where(documents.c.sha256 == sha256, documents.c.id != document_id)
    other = connection.scalar(query)
    if other is not None:
        raise LibraryError(
            f"{document_id} would become the same text as {other}: purge one of them as a whole"
        )

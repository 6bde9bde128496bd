"""Keeps what searches look things up in in step with the rows: all of it can be made anew at any time.

At the end of a transaction `settle` brings the indexes up to date with what `watching` noted.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select, text, update

from quotes.store.identifiers import chunks
from quotes.store.indexes import entries, said_by, surfaces, watching
from quotes.store.indexes.entries import Statement, Words
from quotes.store.indexes.moments import moment
from quotes.store.tables import documents, statements

_NOW = select(
    statements.c.number,
    statements.c.moment,
    statements.c.document_id,
    statements.c.start,
    statements.c.end,
    statements.c.context_start,
    statements.c.context_end,
    statements.c.mention,
    documents.c.title,
    statements.c.said_on,
    documents.c.published,
    statements.c.withheld,
    statements.c.copy_of,
).join(documents, documents.c.id == statements.c.document_id)
_BEFORE = text(
    "SELECT number, moment, document_id, start, end, context_start, context_end, mention, title "
    "FROM stale_statements WHERE moment IS NOT NULL"
)
_AS_INDEXED = slice(2, 9)
"""The columns of both that decide which words are indexed."""
_PLACED = update(statements).where(statements.c.number == bindparam("at")).values(moment=bindparam("placed"))


def settle(connection: Connection) -> None:
    """Let the indexes be what the rows are by now, as far as this connection changed these."""
    said_by.renew_members(connection, _all(connection, "SELECT id FROM stale_members"))
    _settle_statements(connection)
    _settle_documents(connection)
    surfaces.settle(connection)
    watching.forget_notes(connection)


def forget(connection: Connection, document_id: str) -> None:
    """Take a document and its statements out, before its text changes or its rows go.

    What is left of it is put in again when the transaction ends.
    """
    settle(connection)
    rows = connection.execute(_NOW.where(statements.c.document_id == document_id)).all()
    _take_out(connection, rows)
    noted = text("INSERT OR REPLACE INTO stale_statements (number, document_id) VALUES (:number, :document)")
    for row in rows:
        connection.execute(noted, {"number": row.number, "document": document_id})
    title = connection.scalar(select(documents.c.title).where(documents.c.id == document_id))
    entries.take_out_document(connection, document_id, title)
    connection.execute(text("INSERT OR REPLACE INTO stale_documents (id) VALUES (:id)"), {"id": document_id})


def put_in(connection: Connection, document_ids: Sequence[str], known: Words) -> None:
    """Put in whole documents that are in no index yet; `known` are words that the vocabulary has."""
    _put_in(connection, connection.execute(_NOW.where(statements.c.document_id.in_(document_ids))).all())
    entries.put_in_documents(connection, document_ids, known)


def _settle_statements(connection: Connection) -> None:
    before = {row.number: row for row in connection.execute(_BEFORE)}
    now: dict[int, Statement] = {}
    for chunk in chunks(_all(connection, "SELECT number FROM stale_statements")):
        now |= {row.number: row for row in connection.execute(_NOW.where(statements.c.number.in_(chunk)))}
    stay = {number for number, row in before.items() if _stands(row, now.get(number))}
    _take_out(connection, [row for number, row in before.items() if number not in stay])
    said_by.renew(connection, [before[number].moment for number in stay])
    _put_in(connection, [row for number, row in now.items() if number not in stay])


def _stands(before: Statement, now: Statement | None) -> bool:
    """Whether a statement stands where it stood, in the order of time too, with the same words."""
    if now is None or now.moment is None:
        return False
    return bool(before.moment == _moment(now) and before[_AS_INDEXED] == now[_AS_INDEXED])


def _settle_documents(connection: Connection) -> None:
    stale = connection.execute(text("SELECT id, number, title FROM stale_documents")).all()
    titles: dict[str, str | None] = {}
    for chunk in chunks([row.id for row in stale]):
        known = select(documents.c.id, documents.c.title).where(documents.c.id.in_(chunk))
        titles |= dict(connection.execute(known).all())
    new: list[str] = []
    for identifier, number, title in stale:
        is_in = number is not None
        if identifier not in titles or (is_in and titles[identifier] == title):
            continue
        if is_in:
            entries.take_out_document(connection, identifier, title)
        new.append(identifier)
    entries.put_in_documents(connection, new, set())


def _take_out(connection: Connection, rows: Sequence[Statement]) -> None:
    """Take statements out, with the columns that they were put in with."""
    placed = [(row.moment, row) for row in rows if row.moment is not None]
    said_by.discredit(connection, [at for at, _ in placed])
    for chunk in chunks([row.number for _, row in placed]):
        connection.execute(update(statements).where(statements.c.number.in_(chunk)).values(moment=None))
    entries.take_out_statements(connection, placed)


def _put_in(connection: Connection, rows: Sequence[Statement]) -> None:
    placed = [(_moment(row), row) for row in rows]
    if placed:
        connection.execute(_PLACED, [{"at": row.number, "placed": at} for at, row in placed])
        entries.put_in_statements(connection, placed)
        said_by.credit(connection, [row.number for _, row in placed])


def _moment(row: Statement) -> int:
    listed = row.withheld is None and row.copy_of is None
    return moment(row.said_on or row.published, row.number, listed=listed)


def _all(connection: Connection, query: str) -> list[Any]:
    return list(connection.scalars(text(query)))

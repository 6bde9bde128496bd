"""What of documents and statements stands in the full-text indexes, put in and taken out.

The words of a document teach the vocabulary; its statements have no others.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, Select, select
from sqlalchemy.dialects.sqlite import insert as upsert

from quotes.store.identifiers import chunks
from quotes.store.indexes import fulltext
from quotes.store.tables import documents, vocabulary
from quotes.words.entries import CONTEXT_REACH, entry
from quotes.words.tokens import tokens

Statement = Row[*tuple[Any, ...]]
"""A statement as it is, or was, in the index: its place, the mention, its document and the title of that."""
Words = set[tuple[str, str]]
"""Words of the vocabulary: each a key and a form."""


def put_in_statements(connection: Connection, rows: Sequence[tuple[int, Statement]]) -> None:
    """Let statements be found at their moments."""
    fulltext.put_in(connection, fulltext.STATEMENTS, _of_statements(connection, rows))


def take_out_statements(connection: Connection, rows: Sequence[tuple[int, Statement]]) -> None:
    """Let statements be found no more, by the moments and with the words that they were put in with."""
    fulltext.take_out(connection, fulltext.STATEMENTS, _of_statements(connection, rows))


def put_in_documents(connection: Connection, document_ids: Sequence[str], known: Words) -> None:
    """Let documents be found, and keep the forms of their words but for those that are `known` to be kept."""
    columns = select(documents.c.number, documents.c.title, documents.c.text)
    rows: list[fulltext.Entry] = []
    words: Words = set()
    for number, title, text in _asked(connection, columns, document_ids):
        of_title, of_text = entry(title or ""), entry(text)
        words |= of_title.words | of_text.words
        rows.append({"rowid": number, "title": of_title.tokens, "text": of_text.tokens})
    fulltext.put_in(connection, fulltext.DOCUMENTS, sorted(rows, key=_rowid))
    new = sorted(words - known)
    if new:
        learned = upsert(vocabulary).on_conflict_do_nothing()
        connection.execute(learned, [{"key": key, "form": form} for key, form in new])
        known |= words


def take_out_document(connection: Connection, document_id: str, title: str | None) -> None:
    """Let a document be found no more that was put in with this title."""
    columns = select(documents.c.number, documents.c.text)
    number, text = connection.execute(columns.where(documents.c.id == document_id)).one()
    row = {"rowid": number, "title": _tokens(title or ""), "text": _tokens(text)}
    fulltext.take_out(connection, fulltext.DOCUMENTS, [row])


def _of_statements(connection: Connection, rows: Sequence[tuple[int, Statement]]) -> list[fulltext.Entry]:
    """The entries of statements in the order of their moments, in which the index takes them quickest."""
    texts = dict(
        _asked(
            connection, select(documents.c.id, documents.c.text), sorted({row.document_id for _, row in rows})
        )
    )
    return sorted((_of_statement(moment, row, texts[row.document_id]) for moment, row in rows), key=_rowid)


def _of_statement(moment: int, row: Statement, text: str) -> fulltext.Entry:
    first = max(row.context_start, row.start - CONTEXT_REACH)
    last = min(row.context_end, row.end + CONTEXT_REACH)
    return {
        "rowid": moment,
        "text": _tokens(text[row.start : row.end]),
        "context": _tokens(text[first:last]),
        "mention": _short(row.mention or ""),
        "title": _short(row.title or ""),
    }


def _tokens(text: str) -> str:
    return " ".join(tokens(text))


_short = lru_cache(maxsize=1_000)(_tokens)
"""As `_tokens`, of what statements have in common."""


def _rowid(row: fulltext.Entry) -> int:
    return int(row["rowid"])


def _asked(connection: Connection, query: Select[*tuple[Any, ...]], ids: Sequence[str]) -> Iterator[Any]:
    for chunk in chunks(ids):
        yield from connection.execute(query.where(documents.c.id.in_(chunk)))

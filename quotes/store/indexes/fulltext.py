"""The full-text indexes: which there are, and words put in and taken out.

They keep no copy of the words: to take an entry out, the same words are given again. What is put in are the
tokens of `quotes.words`, so that the index cuts nothing otherwise than searches do.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, text
from sqlalchemy.sql import column, table

STATEMENTS = "statement_words"
"""That of statements, by their moments: their words, the sentence around, the mention, the title."""
DOCUMENTS = "document_words"
"""That of documents, by their numbers."""
NAMES = "surface_grams"
"""That of what speakers are called, in runs of three letters (`quotes.store.indexes.surfaces`)."""
INDEXES = (STATEMENTS, DOCUMENTS, NAMES)
"""What begins with these names is not ours to migrate by comparison."""
VERSION = "1"
"""The rules by which words and names are indexed; a library of others is indexed anew when it is opened."""
FACT = "index"
"""The fact of a library that tells by which rules it is indexed; while it is being indexed, up to where."""
COLUMNS: Mapping[str, tuple[str, ...]] = {
    STATEMENTS: ("text", "context", "mention", "title"),
    DOCUMENTS: ("title", "text"),
}

Entry = Mapping[str, Any]
"""An entry by the names of its index's columns: words, and the `rowid` they are known by."""


def put_in(connection: Connection, index: str, entries: Sequence[Entry]) -> None:
    """Let these be found."""
    if entries:
        names = ("rowid", *COLUMNS[index])
        connection.execute(insert(table(index, *(column(name) for name in names))), entries)


def take_out(connection: Connection, index: str, entries: Sequence[Entry]) -> None:
    """Let these be found no more; they must be just what was put in."""
    if entries:
        names = (index, "rowid", *COLUMNS[index])
        rows = [{index: "delete", **entry} for entry in entries]
        connection.execute(insert(table(index, *(column(name) for name in names))), rows)


def empty(connection: Connection, index: str) -> None:
    """Take everything out."""
    connection.execute(text(f"INSERT INTO {index}({index}) VALUES('delete-all')"))

"""Notes what changes while a connection writes, so that the indexes can follow (`indexing`).

Triggers that only this connection has keep, of each row, what it was when it was last indexed: no writer has
to think of it, whichever way it changes a row.
"""

from sqlalchemy import Connection, text

from quotes.store.indexes import surfaces

_WATCHED = "watched"
_AS_INDEXED = "start, end, context_start, context_end, mention"
"""The columns of a statement whose words are in the index."""

_TABLES = (
    "CREATE TEMP TABLE IF NOT EXISTS stale_statements (number INTEGER PRIMARY KEY, moment INTEGER, "
    "document_id TEXT, start INTEGER, end INTEGER, context_start INTEGER, context_end INTEGER, "
    "mention TEXT, title TEXT)",
    "CREATE TEMP TABLE IF NOT EXISTS stale_documents (id TEXT PRIMARY KEY, number INTEGER, title TEXT)",
    "CREATE TEMP TABLE IF NOT EXISTS stale_members (id TEXT PRIMARY KEY)",
)

_NOTED = (
    "INSERT OR IGNORE INTO stale_statements SELECT OLD.number, OLD.moment, OLD.document_id, OLD.start, "
    "OLD.end, OLD.context_start, OLD.context_end, OLD.mention, title "
    "FROM documents WHERE id = OLD.document_id"
)
_CHANGES = " OR ".join(
    f"OLD.{name} IS NOT NEW.{name}"
    for name in (*_AS_INDEXED.split(", "), "said_on", "withheld", "copy_of", "member_id")
)
_TRIGGERS = {
    "statement_came": "AFTER INSERT ON statements BEGIN "
    "INSERT OR IGNORE INTO stale_statements (number, document_id) VALUES (NEW.number, NEW.document_id)",
    "statement_changed": f"AFTER UPDATE ON statements WHEN {_CHANGES} BEGIN {_NOTED}",
    "document_came": "AFTER INSERT ON documents BEGIN "
    "INSERT OR IGNORE INTO stale_documents (id) VALUES (NEW.id)",
    "document_changed": "AFTER UPDATE OF title, published ON documents "
    "WHEN OLD.title IS NOT NEW.title OR OLD.published IS NOT NEW.published BEGIN "
    "INSERT OR IGNORE INTO stale_statements SELECT number, moment, document_id, start, end, context_start, "
    "context_end, mention, OLD.title FROM statements WHERE document_id = OLD.id; "
    "INSERT OR IGNORE INTO stale_documents VALUES (OLD.id, OLD.number, OLD.title)",
    "member_moved": "AFTER UPDATE OF speaker_id ON speaker_members "
    "WHEN OLD.speaker_id <> NEW.speaker_id BEGIN "
    "INSERT OR IGNORE INTO stale_members VALUES (NEW.id)",
    "part_came": "AFTER INSERT ON joint_parts BEGIN "
    "INSERT OR IGNORE INTO stale_members VALUES (NEW.group_id)",
    "part_went": "AFTER DELETE ON joint_parts BEGIN "
    "INSERT OR IGNORE INTO stale_members VALUES (OLD.group_id)",
}


def watch(connection: Connection) -> None:
    """Note from now on what this connection changes; to be called before a transaction begins."""
    if connection.info.get(_WATCHED):
        return
    for statement in _TABLES:
        connection.exec_driver_sql(statement)
    for name, rest in _TRIGGERS.items():
        connection.exec_driver_sql(f"CREATE TEMP TRIGGER IF NOT EXISTS {name} {rest}; END")
    surfaces.watch(connection)
    connection.info[_WATCHED] = True


def forget_notes(connection: Connection) -> None:
    """The indexes have followed."""
    for name in ("stale_statements", "stale_documents", "stale_members"):
        connection.execute(text(f"DELETE FROM {name}"))  # noqa: S608 (names above)

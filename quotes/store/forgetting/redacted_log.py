"""What the log, and notes, say of a document whose text was blanked, without what was blanked."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, delete, select, update

from quotes.store.decisions.statements import ANCHOR_REACH
from quotes.store.forgetting.blanking import Blanking
from quotes.store.identifiers import chunks
from quotes.store.tables import changes, decisions, notes, statements, tags

_WRITTEN = frozenset({"note", "reason", "name", "alias"})
"""Fields of which the value is what a person wrote."""
_READ = frozenset({"value", "evidence", "name"})
"""Parts of values that come from a text."""


def redact(connection: Connection, document_id: str, gone: Collection[str], blank: Blanking) -> None:
    """Blank it in what is told of the document and what stands in it; what is told of those `gone` goes."""
    for chunk in chunks(sorted(gone)):
        for table in (tags, notes):
            connection.execute(delete(table).where(table.c.target.in_(chunk)))
    of_document = select(statements.c.id).where(statements.c.document_id == document_id)
    about = notes.c.target.in_(of_document) | (notes.c.target == document_id)
    for target, words in connection.execute(select(notes.c.target, notes.c.text).where(about)).all():
        _set(connection, notes, notes.c.target == target, {"text": words}, {"text": blank.written(words)})
    query = select(changes).where((changes.c.document_id == document_id) | (changes.c.target == document_id))
    entries: set[int] = set()
    for row in connection.execute(query).mappings().all():
        entries.add(row["decision"])
        values = {name: _value(row["field"], row[name], blank) for name in ("before", "after")}
        values["anchor"] = None if row["anchor"] is None else _anchor(row["anchor"], blank)
        _set(connection, changes, changes.c.number == row["number"], row, values)
    _redact_summaries(connection, entries, blank)


def _redact_summaries(connection: Connection, entries: Collection[int], blank: Blanking) -> None:
    for chunk in chunks(sorted(entries)):
        which = decisions.c.number.in_(chunk) | decisions.c.undoes.in_(chunk)
        query = select(decisions.c.number, decisions.c.summary).where(which)
        for number, summary in connection.execute(query).all():
            values = {"summary": blank.written(summary)}
            _set(connection, decisions, decisions.c.number == number, {"summary": summary}, values)


def _set(connection: Connection, table: Any, which: Any, before: Any, values: dict[str, Any]) -> None:
    """Write what is another than before."""
    changed = {name: value for name, value in values.items() if value != before[name]}
    if changed:
        connection.execute(update(table).where(which).values(changed))


def _value(field: str, value: Any, blank: Blanking) -> Any:
    """A value of the log: what a person wrote, or what was read and a person put something else for."""
    if isinstance(value, str):
        return blank.written(value) if field in _WRITTEN else value
    if isinstance(value, dict):
        return {
            key: blank.told(part) if key in _READ and isinstance(part, str) else part
            for key, part in value.items()
        }
    return value


def _anchor(anchor: dict[str, Any], blank: Blanking) -> dict[str, Any]:
    """The same place in the blanked text; of a text that was read anew since, the words alone."""
    start, end, text = anchor["start"], anchor["end"], blank.after
    if blank.before[start:end] != anchor["text"]:
        return anchor | {"text": blank.told(anchor["text"]), "before": "", "after": ""}
    around = {"before": text[max(0, start - ANCHOR_REACH) : start], "after": text[end : end + ANCHOR_REACH]}
    return anchor | {"text": text[start:end]} | around

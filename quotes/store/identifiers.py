"""Ids as a person types them, and ids that are free."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlalchemy import BindParameter, Column, ColumnElement, Connection, Select, and_, bindparam, func, select

from quotes.errors import UsageError
from quotes.ids import lengthened
from quotes.store.tables import documents, speaker_members, statements

CHUNK = 500
"""How many values one query asks for at a time, well below what any database takes."""
NAMED_CANDIDATES = 5

T = TypeVar("T")


def listed(values: "Sequence[str] | BindParameter[str]") -> Select[str]:
    """Any number of values, as one parameter of SQL: so it is the same query for any number of them."""
    given = values if isinstance(values, BindParameter) else json.dumps(list(values))
    return select(func.json_each(given).table_valued("value").c.value)


ASKED = listed(bindparam("asked"))
"""The values of `asked`: one query asks for any number of them, and is the same query each time."""

_ID = re.compile(r"[dqs][a-z2-7]*")
_AFTER = "{"
"""Sorts behind every character of an id."""
_COLUMNS = {"d": documents.c.id, "q": statements.c.id, "s": speaker_members.c.id}


def document_id(connection: Connection, typed: str) -> str:
    """The id of the document that `typed` begins. Raises UsageError for none and for several."""
    found = _beginning(connection, typed, documents.c.id, documents.c.id)
    return _only(connection, typed, found, "document", "quotes docs")


def statement_id(connection: Connection, typed: str) -> str:
    """The id of the statement that `typed` begins. Raises UsageError for none and for several."""
    found = _beginning(connection, typed, statements.c.id, statements.c.id)
    return _only(connection, typed, found, "statement", "quotes search")


def statement_ids(connection: Connection, typed: Iterable[str]) -> list[str]:
    """The id of each statement that one of `typed` begins, in order. Raises as `statement_id`."""
    wanted = list(typed)
    whole: set[str] = set()
    for chunk in chunks(wanted):
        whole.update(connection.scalars(select(statements.c.id).where(statements.c.id.in_(chunk))))
    return [each if each in whole else statement_id(connection, each) for each in wanted]


def speaker_id(connection: Connection, typed: str) -> str | None:
    """The speaker whose id, past or present, `typed` begins; None where there is none.

    Raises UsageError for several.
    """
    found = _beginning(connection, typed, speaker_members.c.id, speaker_members.c.speaker_id)
    found = found or _handed_on(connection, typed)
    return _only(connection, typed, found, "speaker", "quotes speakers") if found else None


def any_id(connection: Connection, typed: str) -> str:
    """The id of whatever `typed` begins. Raises UsageError for none and for several."""
    find = {"d": document_id, "q": statement_id, "s": _member_id}.get(typed.strip().lower()[:1])
    if find is None:
        raise UsageError(f"{typed!r} is no id: ids begin with q (statement), d (document) or s (speaker)")
    return find(connection, typed)


def known(connection: Connection, typed: Iterable[str]) -> set[str]:
    """Those of `typed`, in small letters, that are whole ids of documents, statements or speakers."""
    found: set[str] = set()
    wanted = sorted({each.lower() for each in typed})
    for letter, column in _COLUMNS.items():
        for chunk in chunks([each for each in wanted if each.startswith(letter)]):
            found.update(connection.scalars(select(column).where(column.in_(chunk))))
    return found


def begins_any(connection: Connection, typed: str) -> bool:
    """Whether an id begins with `typed`."""
    column = _COLUMNS.get(typed[:1].lower())
    return column is not None and bool(_beginning(connection, typed, column, column))


def _member_id(connection: Connection, typed: str) -> str:
    """The id of a speaker, past or present."""
    found = _beginning(connection, typed, speaker_members.c.id, speaker_members.c.id)
    found = found or _handed_on(connection, typed)
    return _only(connection, typed, found, "speaker", "quotes speakers")


def _handed_on(connection: Connection, typed: str) -> list[str]:
    """The speaker for whom an id answers whose document was taken out, in a list of its own."""
    from quotes.store.forgetting import departures

    found = departures.speaker(connection, typed) if _ID.fullmatch(typed.strip().lower()) else None
    return [] if found is None else [found]


def free(connection: Connection, column: Column[str], wanted: Iterable[tuple[str, str]]) -> list[str]:
    """For each (id, seed) the id, or, where another row or an earlier one has it, the same made longer."""
    wanted = list(wanted)
    ids = [identifier for identifier, _ in wanted]
    clashes = {
        clash
        for chunk in chunks(ids)
        for clash in connection.scalars(select(column).where(column.in_(chunk)))
    }
    taken = {
        longer
        for clash in clashes
        for longer in connection.scalars(select(column).where(_begins(column, clash)))
    }
    given: list[str] = []
    for identifier, seed in wanted:
        given.append(lengthened(identifier, seed, taken))
        taken.add(given[-1])
    return given


def asked(values: Iterable[str | int]) -> dict[str, str]:
    """The parameters of a query for `ASKED` values."""
    return {"asked": json.dumps(list(values))}


def chunks(values: Sequence[T]) -> Iterable[Sequence[T]]:
    """`values` in parts that one query may ask for."""
    return (values[at : at + CHUNK] for at in range(0, len(values), CHUNK))


def _beginning(connection: Connection, typed: str, column: Column[str], target: Column[str]) -> list[str]:
    wanted = typed.strip().lower()
    if not _ID.fullmatch(wanted):
        return []
    whole = _targets(connection, target, column == wanted)
    return whole or _targets(connection, target, _begins(column, wanted))


def _begins(column: Column[str], beginning: str) -> ColumnElement[bool]:
    """Whether an id begins so, asked as an index answers it."""
    return and_(column >= beginning, column < beginning + _AFTER)


def _targets(connection: Connection, target: Column[str], where: ColumnElement[bool]) -> list[str]:
    query = select(target).where(where).distinct().order_by(target).limit(NAMED_CANDIDATES + 1)
    return list(connection.scalars(query))


def _only(connection: Connection, typed: str, found: list[str], what: str, listing: str) -> str:
    if not found:
        from quotes.store.forgetting import departures

        gone = departures.told(connection, typed)
        raise UsageError(
            gone or f"no {what} {typed.strip()!r} in the library; `{listing}` lists what there is"
        )
    if len(found) > 1:
        named = ", ".join(found[:NAMED_CANDIDATES]) + (", ..." if len(found) > NAMED_CANDIDATES else "")
        raise UsageError(f"{typed.strip()!r} begins the id of several {what}s: {named}")
    return found[0]

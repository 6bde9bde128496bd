"""Ids as a person types them, and ids that are free."""

import re
from collections.abc import Iterable

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from quotes.errors import UsageError
from quotes.ids import lengthened
from quotes.store.models import DocumentRow, MemberRow, StatementRow

CHUNK = 500
"""How many values one query asks for at a time, well below what any database takes."""
NAMED_CANDIDATES = 5

_ID = re.compile(r"[dqs][a-z2-7]*")
_COLUMNS = {"d": DocumentRow.id, "q": StatementRow.id, "s": MemberRow.id}


def document_id(session: Session, typed: str) -> str:
    """The id of the document that `typed` begins. Raises UsageError for none and for several."""
    return _only(typed, _beginning(session, typed, DocumentRow.id, DocumentRow.id), "document", "quotes docs")


def statement_id(session: Session, typed: str) -> str:
    """The id of the statement that `typed` begins. Raises UsageError for none and for several."""
    found = _beginning(session, typed, StatementRow.id, StatementRow.id)
    return _only(typed, found, "statement", "quotes search")


def statement_ids(session: Session, typed: Iterable[str]) -> list[str]:
    """The id of each statement that one of `typed` begins, in order. Raises as `statement_id`."""
    wanted = list(typed)
    whole: set[str] = set()
    for chunk in chunks(wanted):
        whole.update(session.scalars(select(StatementRow.id).where(StatementRow.id.in_(chunk))))
    return [each if each in whole else statement_id(session, each) for each in wanted]


def speaker_id(session: Session, typed: str) -> str | None:
    """The speaker whose id, past or present, `typed` begins; None where there is none.

    Raises UsageError for several.
    """
    found = _beginning(session, typed, MemberRow.id, MemberRow.speaker_id)
    return _only(typed, found, "speaker", "quotes speakers") if found else None


def any_id(session: Session, typed: str) -> str:
    """The id of whatever `typed` begins. Raises UsageError for none and for several."""
    find = {"d": document_id, "q": statement_id, "s": _member_id}.get(typed.strip().lower()[:1])
    if find is None:
        raise UsageError(f"{typed!r} is no id: ids begin with q (statement), d (document) or s (speaker)")
    return find(session, typed)


def is_known(session: Session, typed: str) -> bool:
    """Whether `typed` is the whole id of a document, statement or speaker."""
    column = _COLUMNS.get(typed[:1].lower())
    return column is not None and session.scalar(select(column).where(column == typed.lower())) is not None


def begins_any(session: Session, typed: str) -> bool:
    """Whether an id begins with `typed`."""
    column = _COLUMNS.get(typed[:1].lower())
    return column is not None and bool(_beginning(session, typed, column, column))


def _member_id(session: Session, typed: str) -> str:
    """The id of a speaker, past or present."""
    found = _beginning(session, typed, MemberRow.id, MemberRow.id)
    return _only(typed, found, "speaker", "quotes speakers")


def free(
    session: Session, column: InstrumentedAttribute[str], wanted: Iterable[tuple[str, str]]
) -> list[str]:
    """For each (id, seed) the id, or, where another row or an earlier one has it, the same made longer."""
    wanted = list(wanted)
    ids = [identifier for identifier, _ in wanted]
    clashes = {
        clash for chunk in chunks(ids) for clash in session.scalars(select(column).where(column.in_(chunk)))
    }
    taken = {
        longer
        for clash in clashes
        for longer in session.scalars(select(column).where(column.startswith(clash)))
    }
    given: list[str] = []
    for identifier, seed in wanted:
        given.append(lengthened(identifier, seed, taken))
        taken.add(given[-1])
    return given


def chunks(values: list[str]) -> Iterable[list[str]]:
    """`values` in parts that one query may ask for."""
    return (values[at : at + CHUNK] for at in range(0, len(values), CHUNK))


def _beginning(
    session: Session, typed: str, column: InstrumentedAttribute[str], target: InstrumentedAttribute[str]
) -> list[str]:
    wanted = typed.strip().lower()
    if not _ID.fullmatch(wanted):
        return []
    whole = _targets(session, target, column == wanted)
    return whole or _targets(session, target, column.startswith(wanted))


def _targets(session: Session, target: InstrumentedAttribute[str], where: ColumnElement[bool]) -> list[str]:
    query = select(target).where(where).distinct().order_by(target).limit(NAMED_CANDIDATES + 1)
    return list(session.scalars(query))


def _only(typed: str, found: list[str], what: str, listing: str) -> str:
    if not found:
        raise UsageError(f"no {what} {typed.strip()!r} in the library; `{listing}` lists what there is")
    if len(found) > 1:
        named = ", ".join(found[:NAMED_CANDIDATES]) + (", ..." if len(found) > NAMED_CANDIDATES else "")
        raise UsageError(f"{typed.strip()!r} begins the id of several {what}s: {named}")
    return found[0]

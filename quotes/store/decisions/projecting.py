"""Makes what was decided on visible again as the decisions in effect say."""

from collections.abc import Callable, Collection

from sqlalchemy.orm import Session

from quotes.errors import UsageError
from quotes.store.decisions import authorities, documents, labels, log, rulings, statements

_PROJECTORS: tuple[tuple[tuple[str, ...], Callable[[Session, set[str]], None]], ...] = (
    (documents.FIELDS, documents.project),
    (statements.FIELDS, statements.project),
    (rulings.FIELDS, rulings.project),
    (("tag", "note"), labels.project),
    ((authorities.FIELD,), authorities.project),
)


def project(session: Session, changed: Collection[tuple[str, str]]) -> None:
    """Bring what `changed` (which field of what, by its id) in line with the decisions in effect."""
    session.flush()
    for fields, project_targets in _PROJECTORS:
        targets = {target for field, target in changed if field in fields}
        if targets:
            project_targets(session, targets)


def undo(session: Session, who: str, number: int | None) -> int:
    """Take back a decision (the last in effect without a number); returns the number of the undo.

    Raises UsageError where there is none, it is taken back already, or nothing of it is kept.
    """
    number = log.last(session) if number is None else number
    changed = log.changed_by(session, number)
    _check_kept(session, number, changed)
    if by := log.taken_back(session).get(number):
        raise UsageError(f"decision {number} is taken back already, by {by}; quotes undo {by} brings it back")
    (decision,) = log.listed(session, number=number)
    undoing = log.append(session, who, "undo", f"{number}: {decision.summary}", undoes=number)
    project(session, changed)
    return undoing


def _check_kept(session: Session, number: int, changed: Collection[tuple[str, str]]) -> None:
    """Raises UsageError where an entry took something out, or what it was about was."""
    entry = log.one(session, number)
    if entry.action == "remove":
        raise UsageError(f"decision {number} took documents out: quotes add FILE brings them back")
    if entry.action == "purge":
        raise UsageError(f"decision {number} is a purge, of which nothing is kept: it cannot be undone")
    if not changed:
        raise UsageError(f"decision {number} was about something that was purged: nothing of it is kept")

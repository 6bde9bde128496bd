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

    Raises UsageError where there is none, or it is taken back already.
    """
    number = log.last(session) if number is None else number
    changed = log.changed_by(session, number)
    if by := log.taken_back(session).get(number):
        raise UsageError(f"decision {number} is taken back already, by {by}; quotes undo {by} brings it back")
    (decision,) = log.listed(session, number=number)
    undoing = log.append(session, who, "undo", f"{number}: {decision.summary}", undoes=number)
    project(session, changed)
    return undoing

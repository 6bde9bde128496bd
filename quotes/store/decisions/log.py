"""The log of decisions: rows are only ever added."""

from collections.abc import Collection, Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Text, func, insert, select, type_coerce
from sqlalchemy.orm import Session

from quotes.errors import UsageError
from quotes.people.decisions import Action, Anchor, Change, Decision, Field, undone
from quotes.store import identifiers
from quotes.store.models import ChangeRow, DecisionRow


def append(session: Session, who: str, action: Action, summary: str, *, undoes: int | None = None) -> int:
    """Write down a decision; returns its number."""
    row = DecisionRow(
        decided=datetime.now(UTC).isoformat(timespec="seconds"),
        who=who,
        action=action,
        summary=summary,
        undoes=undoes,
    )
    session.add(row)
    session.flush()
    return row.number


def add_changes(session: Session, decision: int, changes: Iterable[Change]) -> None:
    """Write down what a decision changed."""
    rows = [
        {
            "decision": decision,
            "target": change.target,
            "document_id": change.document,
            "field": change.field,
            "before": change.before,
            "after": change.after,
            "anchor": None if change.anchor is None else asdict(change.anchor),
        }
        for change in changes
    ]
    if rows:
        session.execute(insert(ChangeRow), rows)


def in_effect(
    session: Session, targets: Collection[str], fields: Collection[str]
) -> dict[str, list[ChangeRow]]:
    """The changes in effect of some fields of each target, in the order of the log."""
    gone = taken_back(session)
    found: dict[str, list[ChangeRow]] = {target: [] for target in targets}
    for chunk in identifiers.chunks(sorted(targets)):
        query = select(ChangeRow).where(ChangeRow.target.in_(chunk), ChangeRow.field.in_(fields))
        for row in session.scalars(query.order_by(ChangeRow.number)):
            if row.decision not in gone:
                found[row.target].append(row)
    return found


def names_after(ids: Collection[str]) -> ColumnElement[bool]:
    """Whether what a change made so is one of these ids: as JSON keeps them, within quotation marks."""
    return type_coerce(ChangeRow.after, Text).in_([f'"{each}"' for each in ids])


def taken_back(session: Session) -> dict[int, int]:
    """The decisions that are not in effect, each with the undo that took it back."""
    undos = select(DecisionRow.number, DecisionRow.undoes).where(DecisionRow.undoes.is_not(None))
    return undone((number, int(target or 0)) for number, target in session.execute(undos))


def last(session: Session) -> int:
    """The last decision that is in effect and no undo. Raises UsageError where there is none."""
    gone = taken_back(session)
    query = select(DecisionRow.number).where(DecisionRow.undoes.is_(None)).order_by(DecisionRow.number.desc())
    found = next((number for number in session.scalars(query) if number not in gone), None)
    if found is None:
        raise UsageError("there is nothing to undo: no decision is in effect")
    return found


def changed_by(session: Session, decision: int) -> list[tuple[str, str]]:
    """Which field of what (its id) a decision changed; of an undo, the decision that it takes back."""
    row = session.get(DecisionRow, decision)
    if row is None:
        raise UsageError(f"there is no decision {decision}: quotes log lists them")
    if row.undoes is not None:
        return changed_by(session, row.undoes)
    query = select(ChangeRow.field, ChangeRow.target).where(ChangeRow.decision == decision)
    return [(field, target) for field, target in session.execute(query.distinct())]


def one(session: Session, number: int) -> Decision:
    """The entry with this number. Raises UsageError where there is none."""
    found = listed(session, number=number)
    if not found:
        raise UsageError(f"there is no decision {number}: quotes log lists them")
    return found[0]


def count(session: Session, target: str | None) -> int:
    """How many entries there are (about `target`)."""
    query = select(func.count()).select_from(DecisionRow)
    return session.scalar(query if target is None else query.where(_about(target))) or 0


def listed(
    session: Session,
    *,
    target: str | None = None,
    limit: int | None = None,
    number: int | None = None,
    before: int | None = None,
) -> list[Decision]:
    """The entries of the log, the newest first.

    Only those that changed `target`, those before another (its number), or the one of a number.
    """
    query = select(DecisionRow).order_by(DecisionRow.number.desc()).limit(limit)
    if before is not None:
        query = query.where(DecisionRow.number < before)
    if number is not None:
        query = query.where(DecisionRow.number == number)
    if target is not None:
        query = query.where(_about(target))
    rows = list(session.scalars(query))
    gone, changes = taken_back(session), _changes(session, [row.number for row in rows])
    return [
        Decision(
            row.number,
            row.decided,
            row.who,
            cast("Action", row.action),
            row.summary,
            row.undoes,
            gone.get(row.number),
            tuple(changes.get(row.number, ())),
        )
        for row in rows
    ]


def _about(target: str) -> ColumnElement[bool]:
    """The condition on entries that they changed this, or something in it, or take such a change back."""
    changed = (ChangeRow.target == target) | (ChangeRow.document_id == target)
    numbers = select(ChangeRow.decision).where(changed)
    return DecisionRow.number.in_(numbers) | DecisionRow.undoes.in_(numbers)


def _changes(session: Session, numbers: list[int]) -> dict[int, list[Change]]:
    found: dict[int, list[Change]] = {}
    for at in range(0, len(numbers), identifiers.CHUNK):
        chunk = numbers[at : at + identifiers.CHUNK]
        query = select(ChangeRow).where(ChangeRow.decision.in_(chunk)).order_by(ChangeRow.number)
        for row in session.scalars(query):
            found.setdefault(row.decision, []).append(_change(row))
    return found


def _change(row: ChangeRow) -> Change:
    anchor: dict[str, Any] | None = row.anchor
    return Change(
        row.target,
        cast("Field", row.field),
        row.before,
        row.after,
        row.document_id,
        None if anchor is None else Anchor(**anchor),
    )

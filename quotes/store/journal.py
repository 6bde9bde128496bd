"""The journal: what each run of adding was asked to do, and what became of every document."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal, cast

from sqlalchemy import Select, func, insert, select, update
from sqlalchemy.orm import Session

from quotes.errors import UsageError
from quotes.store.models import RunItemRow, RunRow

Outcome = Literal["added", "place", "unchanged", "failed", "skipped"]
State = Literal["done", "stopped"]


@dataclass(frozen=True, slots=True)
class RunItem:
    """What became of one document, or of a source in which none could be found.

    `place` is the path or address as the user gave it (None of standard input), `record` counts the documents
    of a file that holds many, from 1; `attempts` counts the processes it was given to.
    """

    name: str
    outcome: Outcome
    place: str | None = None
    record: int = 0
    sha256: str | None = None
    document: str | None = None
    error: str | None = None
    seconds: float | None = None
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """A run of adding. `started` and `ended` are ISO 8601 moments.

    `state` is None while it goes on, and of one that was cut off without a chance to say so; `process` tells
    the one from the other. `sources` are the names that the user gave, `total` how many files they were;
    `options` what was said about all of them. `counts` are its items by outcome.
    """

    id: int
    started: str
    ended: str | None
    state: State | None
    process: str
    sources: tuple[str, ...]
    options: Mapping[str, Any]
    total: int
    counts: Mapping[Outcome, int] = field(default_factory=dict)


def begin(
    session: Session, sources: Iterable[str], options: Mapping[str, Any], total: int, process: str
) -> int:
    """Write down that a run begins; returns its number."""
    values = {"sources": list(sources), "options": dict(options), "total": total, "process": process}
    return session.scalars(insert(RunRow).returning(RunRow.id), {"started": _now(), **values}).one()


def end(session: Session, run: int, state: State) -> None:
    """Write down how a run ended."""
    session.execute(update(RunRow).where(RunRow.id == run).values(ended=_now(), state=state))


def record(session: Session, run: int, item: RunItem) -> None:
    """Write down what became of one document, after those before it."""
    values = {name: getattr(item, name) for name in RunItem.__slots__ if name != "document"}
    session.execute(insert(RunItemRow).values(run_id=run, document_id=item.document, **values))


def listed(session: Session, *, limit: int | None = None) -> list[Run]:
    """The runs, the newest first."""
    return _runs(session, select(RunRow).order_by(RunRow.id.desc()).limit(limit))


def count(session: Session) -> int:
    """How many runs there were."""
    return session.scalar(select(func.count()).select_from(RunRow)) or 0


def found(session: Session, run: int | None) -> Run:
    """The run with this number, or the last. Raises UsageError where there is none."""
    query = select(RunRow).order_by(RunRow.id.desc()).limit(1)
    runs = _runs(session, query if run is None else query.where(RunRow.id == run))
    if not runs:
        raise UsageError("nothing was added yet" if run is None else f"no run {run}: quotes runs lists them")
    return runs[0]


def items(session: Session, run: int) -> list[RunItem]:
    """What became of the documents of a run, in order."""
    rows = session.scalars(select(RunItemRow).where(RunItemRow.run_id == run).order_by(RunItemRow.number))
    return [_item(row) for row in rows]


def _runs(session: Session, query: Select[RunRow]) -> list[Run]:
    """The runs that a query finds, with what became of their documents."""
    of_these = RunItemRow.run_id.in_(query.with_only_columns(RunRow.id))
    outcomes = select(RunItemRow.run_id, RunItemRow.outcome, func.count()).where(of_these)
    counts: dict[int, Counter[str]] = {}
    for run, outcome, number in session.execute(outcomes.group_by(RunItemRow.run_id, RunItemRow.outcome)):
        counts.setdefault(run, Counter())[outcome] = number
    return [_run(row, counts.get(row.id, Counter())) for row in session.scalars(query)]


def _run(row: RunRow, counts: Mapping[str, int]) -> Run:
    return Run(
        id=row.id,
        started=row.started,
        ended=row.ended,
        state=cast("State | None", row.state),
        process=row.process,
        sources=tuple(row.sources),
        options=row.options,
        total=row.total,
        counts=cast("Mapping[Outcome, int]", counts),
    )


def _item(row: RunItemRow) -> RunItem:
    return RunItem(
        name=row.name,
        outcome=cast("Outcome", row.outcome),
        place=row.place,
        record=row.record,
        sha256=row.sha256,
        document=row.document_id,
        error=row.error,
        seconds=row.seconds,
        attempts=row.attempts,
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

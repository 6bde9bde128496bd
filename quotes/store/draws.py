"""Random draws: what was drawn, what the parser had given of it, and what became of it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, cast

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session, undefer

from quotes.errors import UsageError
from quotes.people.names import normalised
from quotes.people.review_draws import (
    Draw,
    DrawItem,
    Drawn,
    JudgedDocument,
    JudgedDraw,
    JudgedStatement,
    Reading,
    counted_by_kind,
)
from quotes.statement import Kind, SpeakerType
from quotes.store import identifiers
from quotes.store.models import DrawItemRow, DrawRow, MemberRow, StatementRow
from quotes.store.visible import VISIBLE

_GIVEN = ("kind", "start", "end", "speaker", "speaker_type", "said_on", "withheld")
"""What is kept of a statement as the parser gave it."""


def draw(
    session: Session, kind: Drawn, targets: Sequence[str], seed: int, query: str, population: int
) -> int:
    """Write down a draw, in its order; returns its number. Raises UsageError where it is empty."""
    if not targets:
        raise UsageError(f"there are no {kind} to draw from: the query finds none")
    row = DrawRow(drawn=_moment(), kind=kind, seed=seed, query=query, population=population)
    session.add(row)
    session.flush()
    items = [
        {"draw": row.number, "position": position, "target": target}
        for position, target in enumerate(targets)
    ]
    session.execute(insert(DrawItemRow), items)
    return row.number


def judge(session: Session, number: int, position: int, *, judged: bool) -> None:
    """Note that a person has judged one of a draw, with what the parser had given; or that nobody has."""
    where = (DrawItemRow.draw == number, DrawItemRow.position == position)
    target = session.scalars(select(DrawItemRow.target).where(*where)).one()
    session.flush()
    found = (
        (_found(session, target) if target.startswith("q") else _counts(session, target)) if judged else None
    )
    values = {"found": found, "judged": _moment() if judged else None}
    session.execute(update(DrawItemRow).where(*where).values(values))


def listed(session: Session, number: int | None = None) -> list[Draw]:
    """All draws, the newest first, or the one with this number."""
    query = select(DrawRow).order_by(DrawRow.number.desc())
    if number is not None:
        query = query.where(DrawRow.number == number)
    rows = list(session.scalars(query))
    items: dict[int, list[DrawItem]] = {row.number: [] for row in rows}
    known = select(DrawItemRow.draw, DrawItemRow.position, DrawItemRow.target, DrawItemRow.judged)
    for chunk in _chunks(list(items)):
        in_order = known.where(DrawItemRow.draw.in_(chunk)).order_by(DrawItemRow.draw, DrawItemRow.position)
        for of, position, target, judged in session.execute(in_order):
            items[of].append(DrawItem(position, target, judged))
    return [_draw(row, items[row.number]) for row in rows]


def judged_draws(session: Session) -> list[JudgedDraw]:
    """All draws, the newest first, with what was judged of them so far."""
    return [_judged(session, one) for one in listed(session)]


def _judged(session: Session, of: Draw) -> JudgedDraw:
    query = select(DrawItemRow.target, DrawItemRow.found).where(
        DrawItemRow.draw == of.number, DrawItemRow.judged.is_not(None)
    )
    found = {target: given or {} for target, given in session.execute(query.order_by(DrawItemRow.position))}
    if of.kind == "documents":
        missed, rejected = _missed(session, list(found)), _rejected(session, list(found))
        documents = (
            JudgedDocument(id_, counted_by_kind(given), missed[id_], rejected.get(id_, 0))
            for id_, given in found.items()
        )
        return JudgedDraw(of, documents=tuple(documents))
    rows = _counted(session, list(found))
    named = {given["member"] for given in found.values()} | {row.member_id for row in rows.values()}
    speakers = _speakers(session, [member for member in named if member])
    return JudgedDraw(
        of,
        statements=tuple(
            _judged_statement(rows[id_], given, speakers) for id_, given in found.items() if id_ in rows
        ),
    )


def _judged_statement(row: StatementRow, given: dict[str, Any], speakers: dict[str, str]) -> JudgedStatement:
    verdict: Any = "rejected" if row.withheld == "rejected" else row.checked
    now = {name: getattr(row, name) for name in _GIVEN}
    return JudgedStatement(
        row.id,
        row.document_id,
        _reading(given, speakers.get(given["member"] or "")),
        given["confidence"],
        verdict if verdict in ("accepted", "corrected", "rejected") else None,
        _reading(now, speakers.get(row.member_id or "")),
    )


def _reading(values: dict[str, Any], speaker_id: str | None) -> Reading:
    return Reading(
        values["kind"],
        (values["start"], values["end"]),
        values["speaker"],
        speaker_id if values["speaker"] else None,
        values["speaker_type"],
        values["said_on"],
        values["withheld"] is None,
    )


def _found(session: Session, statement_id: str) -> dict[str, Any]:
    """What the parser gave of a statement, whatever people decided on it since."""
    row = _counted(session, [statement_id])[statement_id]
    given = row.parsed or {name: getattr(row, name) for name in _GIVEN}
    values = {name: given[name] for name in _GIVEN}
    member = _member(session, row, values["speaker"], values["speaker_type"])
    return values | {"confidence": row.confidence, "member": member}


def _counted(session: Session, statement_ids: list[str]) -> dict[str, StatementRow]:
    """Statements by id; one that has become a copy is the one it is counted under, on which is decided."""
    found: dict[str, StatementRow] = {}
    for chunk in identifiers.chunks(statement_ids):
        standing = select(StatementRow.id, func.coalesce(StatementRow.copy_of, StatementRow.id))
        counted = dict(session.execute(standing.where(StatementRow.id.in_(chunk))).all())
        rows = select(StatementRow).where(StatementRow.id.in_(set(counted.values())))
        by_id = {row.id: row for row in session.scalars(rows.options(undefer(StatementRow.parsed)))}
        found |= {identifier: by_id[stands] for identifier, stands in counted.items()}
    return found


def _member(
    session: Session, row: StatementRow, name: str | None, speaker_type: SpeakerType | None
) -> str | None:
    """The id of the member that the parser's name for a speaker is in its document."""
    if name is None or name == row.speaker:
        return row.member_id if name else None
    query = select(MemberRow.id).where(MemberRow.document_id == row.document_id)
    return session.scalar(query.where(MemberRow.name == normalised(name, speaker_type)))


def _counts(session: Session, document_id: str) -> dict[str, Any]:
    """How many statements the parser gave in a document, by kind; those that a copy has count there too."""
    query = select(StatementRow.kind, func.count()).where(
        StatementRow.document_id == document_id, StatementRow.marked.is_(False)
    )
    shown = query.where(VISIBLE | (StatementRow.withheld == "rejected"))
    return {str(kind): count for kind, count in session.execute(shown.group_by(StatementRow.kind))}


def _missed(session: Session, documents: list[str]) -> dict[str, tuple[tuple[str, Kind], ...]]:
    """The statements that people marked in documents, in the order of the text."""
    found: dict[str, tuple[tuple[str, Kind], ...]] = dict.fromkeys(documents, ())
    for chunk in identifiers.chunks(documents):
        query = select(StatementRow.document_id, StatementRow.id, StatementRow.kind)
        marked = query.where(StatementRow.document_id.in_(chunk), StatementRow.marked.is_(True), VISIBLE)
        for document, identifier, kind in session.execute(marked.order_by(StatementRow.start)):
            found[document] = (*found[document], (identifier, cast("Kind", kind)))
    return found


def _rejected(session: Session, documents: list[str]) -> dict[str, int]:
    """How many statements that the parser gave in documents people rejected."""
    found: dict[str, int] = {}
    for chunk in identifiers.chunks(documents):
        query = select(StatementRow.document_id, func.count()).where(
            StatementRow.document_id.in_(chunk),
            StatementRow.marked.is_(False),
            StatementRow.withheld == "rejected",
        )
        found |= dict(session.execute(query.group_by(StatementRow.document_id)).all())
    return found


def _speakers(session: Session, members: list[str]) -> dict[str, str]:
    """The speakers to whom members belong now."""
    found: dict[str, str] = {}
    for chunk in identifiers.chunks(sorted(set(members))):
        query = select(MemberRow.id, MemberRow.speaker_id).where(MemberRow.id.in_(chunk))
        found |= dict(session.execute(query).all())
    return found


def _draw(row: DrawRow, items: Sequence[DrawItem]) -> Draw:
    return Draw(
        row.number, row.drawn, cast("Drawn", row.kind), row.seed, row.query, row.population, tuple(items)
    )


def _chunks(numbers: list[int]) -> list[list[int]]:
    step = identifiers.CHUNK
    return [numbers[at : at + step] for at in range(0, len(numbers), step)]


def _moment() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

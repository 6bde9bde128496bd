"""Decisions on documents: they win over whatever a document says of itself."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, get_args

from sqlalchemy import select, update
from sqlalchemy.orm import Session, undefer

from quotes.document import DateCandidate, Evidenced
from quotes.overrides import FLAG, Overrides, iso_precision
from quotes.people.decisions import Change, DocumentField
from quotes.statement import Parse
from quotes.store import copies, identifiers
from quotes.store.decisions import log
from quotes.store.models import ChangeRow, DocumentRow, PlaceRow, StatementRow
from quotes.store.rows import PLACE_COLUMNS, as_rows

FIELDS: tuple[DocumentField, ...] = get_args(DocumentField)
_PUBLISHED = (
    "published",
    "published_precision",
    "published_evidence",
    "published_confidence",
    "published_candidates",
)
DECIDED = (
    *_PUBLISHED,
    *(f"{field}{part}" for field in FIELDS if field != "published" for part in ("", "_evidence")),
)
"""The columns that decisions may change; as they were read, they are kept in `read`."""


def changes_by(
    session: Session,
    document_ids: Iterable[str],
    told: Overrides,
    evidence: str,
    cleared: Collection[DocumentField] = (),
) -> list[Change]:
    """What `told` changes of documents; `evidence` ("flag --{field}") tells where a value comes from.

    The fields `cleared` lose theirs. What a person said already is not changed by who says it again.
    """
    found: list[Change] = []
    rows = _rows(session, document_ids)
    decided = log.in_effect(session, [row.id for row in rows], FIELDS)
    for row in rows:
        told_before = {change.field for change in decided[row.id]}
        for field in FIELDS:
            value = told.evidenced(field, Evidenced()).value
            now = {"value": getattr(row, field), "evidence": getattr(row, f"{field}_evidence")}
            after = {"value": value, "evidence": evidence.replace("{field}", field)}
            differs = now["value"] != value or (field not in told_before and now != after)
            changed = now["value"] is not None if field in cleared else value is not None and differs
            if changed:
                found.append(Change(row.id, field, now, after, row.id))
    return found


def redating_changes(
    session: Session, document_id: str, parse: Parse, deciding: int | None = None
) -> list[Change]:
    """What the said-dates of a new parse of the same text, under another date of publication, change.

    A date that another decision than the `deciding` one gave is written down where it stays the same too:
    that one may be undone.
    """
    query = select(StatementRow).where(StatementRow.document_id == document_id)
    rows = list(session.scalars(query.options(undefer(StatementRow.parsed)).order_by(StatementRow.start)))
    dated = log.in_effect(session, [row.id for row in rows], ("dated",))
    new = {
        statement.id: {"on": statement.said_on, "evidence": statement.said_evidence}
        for statement in (*parse.quotes, *parse.claims)
    }
    known = {row.id: _by_the_text(row, dated[row.id]) for row in rows if row.id in new}
    return [
        Change(identifier, "dated", before, new[identifier], document_id)
        for identifier, before in known.items()
        if before != new[identifier] or any(row.decision != deciding for row in dated[identifier][-1:])
    ]


def project(session: Session, document_ids: Collection[str]) -> None:
    """Make documents what was read of them, changed by the decisions in effect."""
    changes = log.in_effect(session, document_ids, FIELDS)
    dated: list[str] = []
    for row in _rows(session, document_ids):
        before = {name: getattr(row, name) for name in DECIDED}
        read = row.read or before
        values = _effective(read, changes[row.id])
        for name, value in values.items():
            setattr(row, name, value)
        row.read = read if changes[row.id] else None
        session.flush()
        if any(before[name] != values[name] for name in _PUBLISHED):
            _tell_places(session, row, values)
            dated.append(row.id)
    copies.regroup(session, dated)
    session.expire_all()


def _effective(read: Mapping[str, Any], changes: Sequence[ChangeRow]) -> dict[str, Any]:
    values = dict(read)
    for field, change in {change.field: change for change in changes}.items():
        value, evidence = change.after["value"], change.after["evidence"]
        values |= {field: value, f"{field}_evidence": evidence}
        if field == "published":
            values |= _dated(read, value, evidence)
    return values


def _dated(read: Mapping[str, Any], value: str | None, evidence: str) -> dict[str, Any]:
    """What follows from a date of publication that a person states; None where nobody knows it."""
    found = [candidate for candidate in read["published_candidates"] if candidate[2] != evidence]
    told = None if value is None else DateCandidate(value, iso_precision(value), evidence, FLAG)
    return {
        "published_precision": told and told.precision,
        "published_confidence": told and told.confidence,
        "published_candidates": [*as_rows([told] if told else []), *found],
    }


def _by_the_text(row: StatementRow, dated: Sequence[ChangeRow]) -> dict[str, Any]:
    """The said-date of a statement as the text gives it, whatever a person said of it."""
    if dated:
        return dict(dated[-1].after)
    parsed = row.parsed or {"said_on": row.said_on, "said_evidence": row.said_evidence}
    return {"on": parsed["said_on"], "evidence": parsed["said_evidence"]}


def _tell_places(session: Session, row: DocumentRow, values: Mapping[str, Any]) -> None:
    """Let the same bytes at other places have the same date of publication; an address is a place's own."""
    dated = {name: values[name] for name in _PUBLISHED if name in PLACE_COLUMNS}
    same = (PlaceRow.document_id == row.id) & (PlaceRow.sha256 == row.sha256)
    session.execute(update(PlaceRow).where(same).values(dated))


def _rows(session: Session, document_ids: Iterable[str]) -> list[DocumentRow]:
    found: list[DocumentRow] = []
    for chunk in identifiers.chunks(sorted(set(document_ids))):
        query = select(DocumentRow).where(DocumentRow.id.in_(chunk)).options(undefer(DocumentRow.read))
        found += session.scalars(query.order_by(DocumentRow.id))
    return found

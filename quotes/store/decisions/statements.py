"""Decisions on statements: what an edit changes, and the statements as the decisions in effect make them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, get_args

from sqlalchemy import func, select
from sqlalchemy.orm import Session, undefer

from quotes.errors import UsageError
from quotes.people.decisions import Anchor, Change, StatementField
from quotes.people.edits import StatementEdit
from quotes.statement import Span
from quotes.store import copies, identifiers
from quotes.store.decisions import log
from quotes.store.decisions.crediting import credit
from quotes.store.decisions.effects import DECIDED, Ground, effective, reason_of
from quotes.store.models import DocumentRow, StatementRow
from quotes.store.rows import offset_map

ANCHOR_REACH = 60
"""Characters before and after a statement by which it is found again in a text that changed."""
FIELDS: tuple[StatementField, ...] = get_args(StatementField)
_CREDITED = ("speaker", "speaker_type", "joint", "role", "withheld", "start", "end")
"""What decides who speaks in a document, and how often."""


def counted_ids(session: Session, statement_ids: Iterable[str]) -> list[str]:
    """The statements under which these are counted, each once: deciding on a copy is deciding on all."""
    found: dict[str, str] = {}
    wanted = list(dict.fromkeys(statement_ids))
    for chunk in identifiers.chunks(wanted):
        query = select(StatementRow.id, func.coalesce(StatementRow.copy_of, StatementRow.id))
        found |= dict(session.execute(query.where(StatementRow.id.in_(chunk))).all())
    return list(dict.fromkeys(found[identifier] for identifier in wanted if identifier in found))


def changes_by(session: Session, statement_ids: Sequence[str], edit: StatementEdit) -> list[Change]:
    """What `edit` changes of these statements. Raises UsageError for a span that is none."""
    asked = edit.asked()
    found: list[Change] = []
    if edit.span is not None and len(statement_ids) > 1:
        raise UsageError("a span is that of one statement: name its id")
    for document, rows in _by_document(session, statement_ids):
        text = session.scalars(select(DocumentRow.text).where(DocumentRow.id == document)).one()
        if edit.span is not None:
            check_place(text, edit.span)
        for row in rows:
            now = values_now(row)
            anchor = anchor_of(text, *(edit.span or (row.start, row.end)), claim=_is_claim(row))
            changed = {field for field, value in asked.items() if now[field] != value}
            if "reason" in changed:
                changed.add("verdict")  # also where it is so already: who gave another reason may be undone
            found += [
                Change(row.id, field, now[field], value, document, anchor)
                for field, value in asked.items()
                if field in changed
            ]
    return found


def anchors(session: Session, statement_ids: Iterable[str]) -> dict[str, Anchor]:
    """Where these statements stand, each by its id."""
    found: dict[str, Anchor] = {}
    for document, rows in _by_document(session, statement_ids):
        text = session.scalars(select(DocumentRow.text).where(DocumentRow.id == document)).one()
        found |= {row.id: anchor_of(text, row.start, row.end, claim=_is_claim(row)) for row in rows}
    return found


def anchor_of(text: str, start: int, end: int, *, claim: bool) -> Anchor:
    """What the words at this place of a text are found again by, should it change."""
    before, after = text[max(0, start - ANCHOR_REACH) : start], text[end : end + ANCHOR_REACH]
    return Anchor(start, end, text[start:end], before, after, claim)


def project(session: Session, statement_ids: Collection[str]) -> None:
    """Make statements what they were parsed as, changed by the decisions in effect."""
    documents: list[str] = []
    for document, rows in _by_document(session, statement_ids):
        before = [values_of(row, _CREDITED) for row in rows]
        project_rows(session, rows, ground_of(session, document))
        if before != [values_of(row, _CREDITED) for row in rows]:
            credit(session, document)
        session.flush()
        documents.append(document)
    copies.regroup(session, documents)
    session.expire_all()


def project_rows(session: Session, rows: Sequence[StatementRow], ground: Ground) -> None:
    """As `project`, of statements of one document; who speaks in it, and its copies, are left as they are."""
    changes = log.in_effect(session, [row.id for row in rows], FIELDS)
    for row in rows:
        parsed = parsed_of(row)
        become(row, effective(parsed, changes[row.id], ground))
        row.parsed = parsed if changes[row.id] else None


def parsed_of(row: StatementRow) -> dict[str, Any]:
    """What the parser gave of a statement in the columns that decisions may change."""
    return row.parsed or values_of(row, DECIDED)


def ground_of(session: Session, document_id: str) -> Ground:
    """The text of a document, with its map."""
    known = select(DocumentRow.text, DocumentRow.offsets).where(DocumentRow.id == document_id)
    text, segments = session.execute(known).one()
    return Ground(text, offset_map(segments))


def become(row: StatementRow, values: dict[str, Any]) -> None:
    """Give a statement these columns."""
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def values_now(row: StatementRow) -> dict[StatementField, Any]:
    """What a statement is, by the field of the log. What was corrected is accepted too."""
    verdict = "rejected" if row.withheld == "rejected" else "accepted" if row.checked else None
    return {
        "speaker": {"name": row.speaker, "type": row.speaker_type},
        "kind": row.kind,
        "span": [row.start, row.end],
        "said": {"on": row.said_on},
        "dated": {"on": row.said_on, "evidence": row.said_evidence},
        "verdict": verdict,
        "reason": reason_of(row.withheld_reason),
    }


def check_place(text: str, span: Span) -> None:
    """Raises UsageError where a place of a text has no words."""
    start, end = span
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise UsageError(f"there are no words at {start}-{end}: the text has {len(text):,} characters")


def _by_document(session: Session, statement_ids: Iterable[str]) -> Iterator[tuple[str, list[StatementRow]]]:
    """The rows of statements, a document at a time: a session that holds very many rows is slow."""
    documents: dict[str, list[str]] = {}
    for chunk in identifiers.chunks(sorted(set(statement_ids))):
        places = select(StatementRow.document_id, StatementRow.id).where(StatementRow.id.in_(chunk))
        for document, identifier in session.execute(places):
            documents.setdefault(document, []).append(identifier)
    for document in sorted(documents):
        rows: list[StatementRow] = []
        for chunk in identifiers.chunks(documents[document]):
            query = select(StatementRow).where(StatementRow.id.in_(chunk))
            rows += session.scalars(query.options(undefer(StatementRow.parsed)))
        yield document, sorted(rows, key=lambda row: row.start)


def values_of(row: StatementRow, names: Iterable[str]) -> dict[str, Any]:
    """Some columns of a statement."""
    return {name: getattr(row, name) for name in names}


def _is_claim(row: StatementRow) -> bool:
    return bool(parsed_of(row)["kind"] == "indirect")

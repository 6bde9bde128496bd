"""Puts the statements of a new parse in place of those before, but for what a person decided on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from quotes.statement import Parse, Span, Statement
from quotes.store import copies, identifiers, ingest, tables
from quotes.store.connections import connection_of
from quotes.store.decisions.crediting import credit
from quotes.store.decisions.effects import DECIDED, Ground
from quotes.store.decisions.statements import ground_of, project_rows, values_of
from quotes.store.models import InsideRow, StatementRow
from quotes.store.rows import statement_values
from quotes.store.standing import Standing, paired, standing

_UNDECIDED: dict[str, Any] = {
    "checked": None,
    "withheld": None,
    "withheld_reason": None,
    "marked": False,
}
GONE = "its words are not in the text as it was last read: {}"
WORDS_KEPT = 500
"""Characters of such words that are kept in the reason."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A statement with decisions to which the new parse has nothing: its words, and what became of it."""

    id: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Renewed:
    """What a new parse of a document did: statements `changed`, `added`, `withdrawn` (which it does not find
    any more), those that `kept` what people decided, and which of these it does not find."""

    document: str
    changed: int
    added: int
    withdrawn: int
    kept: int
    unplaced: tuple[Unplaced, ...] = ()


def renew(
    session: Session,
    document_id: str,
    parse: Parse,
    moved: Mapping[str, Span] | None = None,
    former: str = "",
) -> tuple[Renewed, dict[str, str]]:
    """Make the statements of a document those of `parse`, which is of its text; what became of them, and
    the id under which each statement of the parse is kept now.

    What no person touched is replaced; ids stay, and what is not found any more is withdrawn. `moved` are
    the places, by id, of what stood there before the `former` text was read anew (None where it was not).
    Raises SourceError where the parse contradicts the text.
    """
    found = [*parse.quotes, *parse.claims]
    ingest.check(parse.document, found)
    ground = ground_of(session, document_id)
    known = standing(session, document_id, ground, moved)
    pairs = paired(known, found, moved=moved is not None)
    new = [one for one in found if one.id not in pairs.same and one.id not in pairs.covered]
    kept_as = pairs.covered | pairs.same | _free_ids(session, document_id, new)
    by_id = {one.row.id: one for one in known}
    before = {one.row.id: _visible(one.row) for one in known}
    same = {pairs.same[one.id]: _under(one, kept_as) for one in found if one.id in pairs.same}
    for identifier, statement in same.items():
        _take_over(by_id[identifier].row, statement)
    lost = [one for one in known if one.row.id not in same]
    for one in lost:
        _lose(one, parse, ground, moved, former)
    project_rows(session, [one.row for one in known], ground)
    session.flush()
    _add(session, document_id, [_under(one, kept_as) for one in new])
    _set_inside(session, [*same.values(), *(_under(one, kept_as) for one in new)])
    credit(session, document_id)
    copies.regroup(session, [document_id])
    outcome = _outcome(document_id, known, before, lost, len(new), ground.text)
    session.expire_all()
    return outcome, kept_as


def _take_over(row: StatementRow, statement: Statement) -> None:
    """Let a row have been parsed as `statement`; it keeps its id, and its decisions are projected later."""
    values = statement_values(statement) | _UNDECIDED
    for name, value in values.items():
        if name not in DECIDED and name != "id":
            setattr(row, name, value)
    row.parsed = {name: values[name] for name in DECIDED}


def _lose(one: Standing, parse: Parse, ground: Ground, moved: Mapping[str, Span] | None, former: str) -> None:
    """Let a row be what the new parse does not find; a tag or a note alone keeps it as it is."""
    parsed = dict(one.parsed)
    if moved is not None:
        parsed |= _moved(one, moved.get(one.row.id), ground)
    if one.is_found and (not one.touched or one.row.checked is not None):
        today = datetime.now(UTC).date().isoformat()
        by = f" by {parse.parsed_by}" if parse.parsed_by else ""
        parsed |= {"withheld": "withdrawn", "withheld_reason": f"the parse of {today}{by} no longer finds it"}
    if one.has_words and parsed["start"] == parsed["end"]:
        words = former[one.parsed["start"] : one.parsed["end"]]
        parsed |= {"withheld": "withdrawn", "withheld_reason": GONE.format(words[:WORDS_KEPT])}
    one.row.parsed = parsed


def _moved(one: Standing, span: Span | None, ground: Ground) -> dict[str, Any]:
    """The place of a statement in a text that was read anew; of its parts none is known there."""
    row = one.row
    for name in ("mention", "mention_source", "cue", "rests", "translated", "translated_source"):
        setattr(row, f"{name}_start", None)
        setattr(row, f"{name}_end", None)
    start, end = span or (0, 0)
    source = ground.offsets.source_span(start, end) if ground.offsets is not None else None
    source_start, source_end = source or (None, None)
    return {
        "start": start,
        "end": end,
        "context_start": start,
        "context_end": end,
        "source_start": source_start,
        "source_end": source_end,
        "alterations": [],
        "role_start": None,
        "role_end": None,
    }


def _add(session: Session, document_id: str, new: Sequence[Statement]) -> None:
    if not new:
        return
    in_order = sorted(new, key=lambda one: (one.start, -one.end, one.id))
    rows = [statement_values(one) | {"document_id": document_id, "member_id": None} for one in in_order]
    session.execute(insert(StatementRow), rows)


def _set_inside(session: Session, statements: Sequence[Statement]) -> None:
    """Write down anew which quotations stand in which of these claims."""
    for chunk in identifiers.chunks([one.id for one in statements]):
        session.execute(delete(InsideRow).where(InsideRow.claim_id.in_(chunk)))
    rows = [
        {"claim_id": one.id, "position": position, "quote_id": quote}
        for one in statements
        for position, quote in enumerate(one.quotes_inside)
    ]
    if rows:
        session.execute(insert(InsideRow), rows)


def _free_ids(session: Session, document_id: str, new: Sequence[Statement]) -> dict[str, str]:
    wanted = [(one.id, f"{document_id}:{one.start}:{one.end}:{one.kind}") for one in new]
    given = identifiers.free(connection_of(session), tables.statements.c.id, wanted)
    return {one.id: identifier for one, identifier in zip(new, given, strict=True)}


def _under(statement: Statement, kept_as: Mapping[str, str]) -> Statement:
    """The statement with the ids under which it, and what it refers to, are kept."""
    own = kept_as[statement.id]
    referred = {
        name: kept_as[theirs]
        for name in ("utterance", "nested_in", "claim")
        if (theirs := getattr(statement, name)) is not None
        and (kept_as[theirs] != own or theirs == statement.id)
    }
    alone: dict[str, Any] = dict.fromkeys(("utterance", "nested_in", "claim"))
    inside = dict.fromkeys(kept_as[quote] for quote in statement.quotes_inside)
    return replace(statement, id=own, quotes_inside=tuple(inside), **(alone | referred))


def _visible(row: StatementRow) -> dict[str, Any] | None:
    """What is shown of a statement; None where it is withheld."""
    hidden = ("number", "moment", "member_id", "parsed", "copy_of")
    names = [column.key for column in StatementRow.__table__.columns if column.key not in hidden]
    return None if row.withheld is not None else values_of(row, names)


def _outcome(
    document_id: str,
    known: Iterable[Standing],
    before: Mapping[str, dict[str, Any] | None],
    lost: Iterable[Standing],
    added: int,
    text: str,
) -> Renewed:
    changed, withdrawn, kept = 0, 0, 0
    for one in known:
        was, now = before[one.row.id], _visible(one.row)
        kept += one.touched
        withdrawn += was is not None and now is None
        added += was is None and now is not None
        changed += was is not None and now is not None and was != now
    decided = [one for one in lost if one.touched and not one.rejected]
    unplaced = [one for one in decided if one.is_found or (one.has_words and not one.spans)]
    told = tuple(_unplaced(one.row, text) for one in unplaced)
    return Renewed(document_id, changed, added, withdrawn, kept, told)


def _unplaced(row: StatementRow, text: str) -> Unplaced:
    if row.withheld is None:
        return Unplaced(row.id, text[row.start : row.end], "stays: the new parse finds nothing at its place")
    return Unplaced(row.id, "", f"is shown no more: {row.withheld_reason}")

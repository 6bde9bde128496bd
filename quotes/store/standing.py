"""The statements that a document has, as far as a new parse of it is set beside them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from quotes.ids import ID_LETTERS
from quotes.people.aligning import Stand, aligned, covered
from quotes.statement import Span, Statement
from quotes.store.decisions import log
from quotes.store.decisions.effects import Ground, span_of
from quotes.store.decisions.statements import parsed_of
from quotes.store.models import ChangeRow, StatementRow

TOUCHING = ("speaker", "kind", "span", "said", "verdict", "mark", "tag", "note")
"""What a person decides on a statement itself; "dated" follows from a decision on its document."""
_BY_CONTENT = 1 + ID_LETTERS
"""Letters of an id that its place gives; what comes behind tells it from another that had them before."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A statement of the library: its row, and what the parser gave (`parsed`).

    `spans` are where it stands in the text of today: as it was parsed, and where a person put it; none where
    its words are not in there any more. `touched` where decisions in effect are about it.
    """

    row: StatementRow
    parsed: Mapping[str, Any]
    spans: tuple[Span, ...]
    touched: bool
    rejected: bool

    @property
    def is_found(self) -> bool:
        """Whether the last parse found it."""
        return self.parsed["withheld"] is None

    @property
    def has_words(self) -> bool:
        """Whether its words stood in the text so far."""
        return bool(self.parsed["start"] < self.parsed["end"])

    @property
    def stand(self) -> Stand:
        """It by its place."""
        return Stand(
            self.row.id, self.spans, self.parsed["kind"] == "indirect", self.row.depth, self.rejected
        )


@dataclass(frozen=True, slots=True)
class Pairs:
    """By the id that the new parse gives: the id of the statement that it is (`same`), and that whose words
    it only repeats (`covered`)."""

    same: dict[str, str]
    covered: dict[str, str]


def standing(
    session: Session, document_id: str, ground: Ground, moved: Mapping[str, Span] | None
) -> list[Standing]:
    """All statements of a document; `moved` are their places in a text that was read anew, by id."""
    query = select(StatementRow).where(StatementRow.document_id == document_id)
    rows = list(session.scalars(query.options(undefer(StatementRow.parsed)).order_by(StatementRow.number)))
    changes = log.in_effect(session, [row.id for row in rows], TOUCHING)
    return [_standing(row, changes[row.id], ground, moved) for row in rows]


def paired(known: Sequence[Standing], new: Sequence[Statement], *, moved: bool) -> Pairs:
    """Which of the `new` statements are `known` ones.

    What is found again has the same id. Else the place tells: of what a person touched, and of all where
    they `moved` to a text that was read anew.
    """
    same: dict[str, str] = {}
    _by_id([one for one in known if one.touched or one.is_found], new, same)
    kept = [one for one in known if one.touched or (moved and one.is_found)]
    left = _left(kept, same)
    alignment = aligned([one.stand for one in left if one.spans], _stands(new, same))
    same |= alignment.same
    decided = [one.stand for one in known if one.touched and one.spans]
    repeated = covered(decided, _stands(new, same))
    _by_id([one for one in known if not one.touched and not one.is_found], new, same, repeated)
    return Pairs(same, {new_id: old for new_id, old in repeated.items() if new_id not in same})


def _standing(
    row: StatementRow, changes: Sequence[ChangeRow], ground: Ground, moved: Mapping[str, Span] | None
) -> Standing:
    parsed = parsed_of(row)
    last = {change.field: change for change in changes}
    place = (parsed["start"], parsed["end"]) if moved is None else moved.get(row.id)
    decided = span_of(last["span"], ground.text) if "span" in last else None
    spans = tuple(dict.fromkeys(span for span in (place, decided) if span and span[0] < span[1]))
    rejected = "verdict" in last and last["verdict"].after == "rejected"
    return Standing(row, parsed, spans, touched=bool(changes), rejected=rejected)


def _by_id(
    known: Iterable[Standing],
    new: Iterable[Statement],
    same: dict[str, str],
    covered_by: Collection[str] = (),
) -> None:
    """Pair what has the same id, and stands at the same place."""
    free: dict[str, list[Standing]] = {}
    taken = set(same.values())
    for one in known:
        if one.row.id not in taken:
            free.setdefault(one.row.id[:_BY_CONTENT], []).append(one)
    for statement in new:
        if statement.id in same or statement.id in covered_by:
            continue
        fitting = [one for one in free.get(statement.id[:_BY_CONTENT], ()) if _meet(one, statement)]
        if fitting:
            span = statement.start, statement.end
            best = min(fitting, key=lambda one: (one.row.id != statement.id, span not in one.spans))
            same[statement.id] = best.row.id
            free[statement.id[:_BY_CONTENT]].remove(best)


def _meet(one: Standing, statement: Statement) -> bool:
    return any(start < statement.end and statement.start < end for start, end in one.spans)


def _left(known: Iterable[Standing], same: Mapping[str, str]) -> list[Standing]:
    taken = set(same.values())
    return [one for one in known if one.row.id not in taken]


def _stands(new: Iterable[Statement], same: Mapping[str, str]) -> list[Stand]:
    """The new statements that are no known one yet."""
    return [
        Stand(one.id, ((one.start, one.end),), one.kind == "indirect", one.depth)
        for one in new
        if one.id not in same
    ]

"""From an expression to a condition: what its parts mean is told by a `Meaning`."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, func, not_, or_, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from quotes.people.folding import folded
from quotes.query.plan import And, Dates, Expression, Not, Numbers, Or, Term

Text = TypeVar("Text", str, "str | None")

_AFTER = "~"
"""Sorts behind every digit and dash: "2021" and this is behind all days of 2021."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a search is over, and whether `copies` are found beside what they are counted under."""

    session: Session
    copies: bool


FieldMeaning = Callable[[Scope, Term], ColumnElement[bool]]
"""The condition of one term. NULL only for a date that is not known: so `Not` finds the rest."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the fields mean of one kind of row; `indexed` fields that stand together are looked up at once."""

    fields: Mapping[str, FieldMeaning]
    indexed: Collection[str]
    matching: Callable[[Sequence[Term]], ColumnElement[bool]]


def condition(scope: Scope, expression: Expression, meaning: Meaning) -> ColumnElement[bool]:
    """The condition under which a row fulfils `expression`."""
    match expression:
        case Term():
            return _all(scope, (expression,), meaning)
        case And(parts):
            return _all(scope, parts, meaning)
        case Or(parts):
            return or_(*(condition(scope, part, meaning) for part in parts))
        case Not(part):
            return not_(condition(scope, part, meaning))


def _all(scope: Scope, parts: Sequence[Expression], meaning: Meaning) -> ColumnElement[bool]:
    found: list[ColumnElement[bool]] = []
    indexed: list[Term] = []
    for part in parts:
        if not isinstance(part, Term):
            found.append(condition(scope, part, meaning))
        elif part.field in meaning.indexed and part.value is not None:
            indexed.append(part)
        else:
            found.append(meaning.fields[part.field](scope, part))
    if indexed:
        found.append(meaning.matching(indexed))
    return and_(true(), *found)


def within(column: SQLColumnExpression[Any], value: object) -> ColumnElement[bool]:
    """Whether a date may lie in a range, as far as it is known, else NULL; None asks for the unknown."""
    if not isinstance(value, Dates):
        return column.is_(None)
    bounds: list[ColumnElement[bool]] = []
    if value.earliest is not None:
        bounds.append(column + _AFTER >= value.earliest)
    if value.latest is not None:
        bounds.append(column <= value.latest + _AFTER)
    return and_(*bounds)


def between(column: InstrumentedAttribute[float | None], value: object) -> ColumnElement[bool]:
    """Whether a number is known and lies in a range; None asks for where it is not known."""
    if not isinstance(value, Numbers):
        return column.is_(None)
    bounds: list[ColumnElement[bool]] = [column.is_not(None)]
    if value.low is not None:
        bounds.append(column >= value.low)
    if value.high is not None:
        bounds.append(column <= value.high)
    return and_(*bounds)


def holds(column: InstrumentedAttribute[Text], value: object) -> ColumnElement[bool]:
    """Whether `value` stands in a column, capitals and accents aside; None asks for where nothing stands."""
    if not isinstance(value, str):
        return column.is_(None)
    return func.instr(func.folded(func.coalesce(column, "")), folded(value).strip()) > 0

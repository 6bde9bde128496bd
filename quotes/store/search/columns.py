"""Conditions on single columns, as the values of queries mean them."""

from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, SQLColumnExpression, UnaryExpression, and_, case, func
from sqlalchemy.sql.operators import custom_op

from quotes.query.plan import Dates, Numbers
from quotes.words.folding import folded

T = TypeVar("T")

_AS_IT_IS: custom_op[Any] = custom_op("+")
_BEYOND_ASCII = "*[^ -~]*"
"""What SQLite's lower() is not enough for: letters beyond ASCII, and invisible characters."""
_AFTER = "~"
"""Sorts behind every digit and dash: "2021" and this is behind all days of 2021."""


def unindexed(column: ColumnElement[T]) -> ColumnElement[T]:
    """The same column, by which SQLite then looks no rows up."""
    return UnaryExpression(column, operator=_AS_IT_IS, type_=column.type)


def within(column: ColumnElement[str] | ColumnElement[str | None], value: object) -> ColumnElement[bool]:
    """Whether a date may lie in a range, as far as it is known, else NULL; None asks for the unknown."""
    if not isinstance(value, Dates):
        return column.is_(None)
    bounds: list[ColumnElement[bool]] = []
    if value.earliest is not None:
        bounds.append(column + _AFTER >= value.earliest)
    if value.latest is not None:
        bounds.append(column <= value.latest + _AFTER)
    return and_(*bounds)


def between(column: Column[float | None], value: object) -> ColumnElement[bool]:
    """Whether a number is known and lies in a range; None asks for where it is not known."""
    if not isinstance(value, Numbers):
        return column.is_(None)
    bounds: list[ColumnElement[bool]] = [column.is_not(None)]
    if value.low is not None:
        bounds.append(column >= value.low)
    if value.high is not None:
        bounds.append(column <= value.high)
    return and_(*bounds)


def holds(column: SQLColumnExpression[Any], value: object) -> ColumnElement[bool]:
    """Whether `value` stands in a column, capitals and accents aside; None asks for where nothing stands."""
    if not isinstance(value, str):
        return column.is_(None)
    return and_(column.is_not(None), func.instr(folding(column), folded(value).strip()) > 0)


def folding(column: SQLColumnExpression[Any]) -> ColumnElement[str]:
    """A column as `folded` has it; what is plain ASCII is folded by SQLite itself, many times as fast."""
    return case((column.op("GLOB")(_BEYOND_ASCII), func.folded(column)), else_=func.lower(column))

"""From an expression to a condition: what its parts mean is told by a `Meaning`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    not_,
    or_,
    true,
)

from quotes.query.plan import And, Expression, Not, Or, Term
from quotes.store.indexes.moments import Range
from quotes.store.search import words
from quotes.store.search.words import Forms

Speakers = Mapping[Term, Sequence[str]]
"""The ids of the speakers that terms ask for."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a search is over.

    `copies` are found beside what they are counted under; `forms` are those of the words, `speakers` the ids
    of the speakers that terms ask for. `moment` is where the moment of a statement stands: in its row, or in
    the index that finds it; all that are looked at are in `reach`, and they are `few` or not.
    """

    connection: Connection
    copies: bool
    forms: Forms
    speakers: Speakers
    moment: ColumnElement[int]
    reach: Range
    few: bool = False


FieldMeaning = Callable[[Scope, Term], ColumnElement[bool]]
"""The condition of one term. NULL only for a date that is not known: so `Not` finds the rest."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the fields mean of one kind of row.

    `indexed` fields look for words in a column of its full-text index, None for any; what stands together is
    looked up at once by `matching`, in the language of the index.
    """

    fields: Mapping[str, FieldMeaning]
    indexed: Mapping[str, str | None]
    matching: Callable[[Scope, str], ColumnElement[bool]]


def condition(scope: Scope, expression: Expression, meaning: Meaning) -> ColumnElement[bool]:
    """The condition under which a row fulfils `expression`."""
    match expression:
        case Or(parts):
            return _any(scope, parts, meaning)
        case And(parts):
            return all_of(scope, parts, meaning)
        case _:
            return all_of(scope, (expression,), meaning)


def all_of(scope: Scope, parts: Sequence[Expression], meaning: Meaning) -> ColumnElement[bool]:
    """The condition under which a row fulfils all `parts`."""
    match, others = indexed(scope, parts, meaning)
    found = [_single(scope, part, meaning) for part in others]
    return and_(true(), *found, *([meaning.matching(scope, match)] if match else []))


def indexed(scope: Scope, parts: Sequence[Expression], meaning: Meaning) -> tuple[str, list[Expression]]:
    """What the full-text index can tell of all `parts` at once, empty where nothing; and the other parts."""
    asked, denied = words.parted([part for part in parts if _is_indexed(part, meaning)])
    if not asked:
        return "", list(parts)
    write = words.writer(meaning.indexed, scope.forms)
    return words.matched(asked, denied, write), [part for part in parts if not _is_indexed(part, meaning)]


def _is_indexed(part: Expression, meaning: Meaning) -> bool:
    return words.in_index(part.part if isinstance(part, Not) else part, meaning.indexed)


def _any(scope: Scope, parts: Sequence[Expression], meaning: Meaning) -> ColumnElement[bool]:
    write = words.writer(meaning.indexed, scope.forms)
    together = [part for part in parts if words.in_index(part, meaning.indexed)]
    found = [condition(scope, part, meaning) for part in parts if part not in together]
    if together:
        found.append(meaning.matching(scope, f"({' OR '.join(map(write, together))})"))
    return or_(*found)


def _single(scope: Scope, part: Expression, meaning: Meaning) -> ColumnElement[bool]:
    match part:
        case Not(inner):
            return not_(condition(scope, inner, meaning))
        case Term() if words.in_index(part, meaning.indexed):
            return meaning.matching(scope, words.writer(meaning.indexed, scope.forms)(part))
        case Term():
            return meaning.fields[part.field](scope, part)
        case _:
            return condition(scope, part, meaning)

"""What a user typed, as a plan. Anything typed gives a plan or a UsageError."""

import re
from collections.abc import Sequence
from typing import TypeGuard

from quotes.errors import UsageError
from quotes.query import fields, values
from quotes.query.parsing import parsed
from quotes.query.plan import And, Expression, Plan, Term, all_of
from quotes.query.values import Written

_STATEMENT_ID = re.compile("q[a-z2-7]+")


def plan_of(
    arguments: Sequence[str],
    *,
    speaker: str | None = None,
    speaks_for: str | None = None,
    publisher: str | None = None,
    earliest: str | None = None,
    latest: str | None = None,
    kind: str | None = None,
    tag: str | None = None,
    limit: int | None = None,
    copies: bool = False,
    after: str | None = None,
) -> Plan:
    """The plan for what was typed, in the language of `quotes.query.fields`; the options must hold besides.

    An argument with a blank in it is a phrase, or the value of the field it begins with: the shell took its
    marks off. Raises UsageError for what cannot be read; of the arguments it knows the place (QueryError).
    """
    where, order = parsed(arguments)
    options = {
        "speaker": _option("speaker", "--speaker", speaker),
        "for": _option("for", "--for", speaks_for),
        "publisher": _option("publisher", "--publisher", publisher),
        "kind": _option("kind", "--kind", kind),
        "tag": _option("tag", "--tag", tag),
        "date": _range(earliest, latest),
    }
    parts = [*_parts(where), *(term for term in options.values() if term is not None)]
    return Plan(all_of(parts), order, _limit(limit), copies, _after(after))


def _parts(where: Expression) -> tuple[Expression, ...]:
    return where.parts if isinstance(where, And) else (where,)


def _option(field: str, option: str, text: str | None) -> Term | None:
    """The condition that an option stands for; ":none" is for the field alone."""
    if not _given(text, option):
        return None
    try:
        return Term(field, fields.FIELDS[field].read(Written(values.readable(text).strip())))
    except UsageError as error:
        raise UsageError(f"{option}: {error}") from None


def _given(text: str | None, option: str) -> TypeGuard[str]:
    """Whether an option was given; an empty one (an unset shell variable) must not drop the condition."""
    if text is not None and not text.strip():
        raise UsageError(f"{option} is empty: give a value, or leave the option out")
    return text is not None


def _range(earliest: str | None, latest: str | None) -> Term | None:
    given = (
        values.readable(earliest).strip() if _given(earliest, "--from") else None,
        values.readable(latest).strip() if _given(latest, "--to") else None,
    )
    return None if given == (None, None) else Term("date", values.dates(*given))


def _after(text: str | None) -> str | None:
    """The id of a statement, or its beginning."""
    if not _given(text, "--after"):
        return None
    identifier = values.readable(text).strip().lower()
    if not _STATEMENT_ID.fullmatch(identifier):
        raise UsageError(f"--after {text}: name the statement that was shown last, by its id (q...)")
    return identifier


def _limit(number: int | None) -> int | None:
    if number is not None and number < 1:
        raise UsageError(f"--limit {number}: give at least 1")
    return number

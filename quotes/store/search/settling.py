"""Settles what only the library can tell: which words are ids, and of what."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy.orm import Session

from quotes.errors import UsageError
from quotes.ids import ID_LETTERS
from quotes.query.plan import NAMED, WORDS, And, Expression, Ids, Not, Or, Term, Words, all_of, any_of, terms
from quotes.store import identifiers

MAX_CONDITIONS = 400
"""What is asked in one statement of SQL: SQLite takes an expression 1,000 deep."""


def settled(session: Session, expression: Expression) -> Expression:
    """`expression` with ids in place of words that are ids; ids of one kind side by side mean any of them.

    Raises UsageError for the beginning of several ids, what looks like an id and is none, and too much.
    """
    found = _settled(session, expression)
    if sum(1 for _ in terms(found)) > MAX_CONDITIONS:
        raise UsageError(f"more than {MAX_CONDITIONS} things to look for at once")
    return found


def _settled(session: Session, expression: Expression) -> Expression:
    match expression:
        case Term():
            return _term(session, expression)
        case Not(part):
            return Not(_settled(session, part))
        case Or(parts):
            return any_of(_joined(_settled(session, part) for part in parts))
        case And(parts):
            return all_of(_joined(_settled(session, part) for part in parts))


def _joined(parts: Iterable[Expression]) -> list[Expression]:
    """The parts, those that are ids of one kind as one; not to be any of several is not to be one of them."""
    found: dict[object, Expression] = {}
    for position, part in enumerate(parts):
        inner = part.part if isinstance(part, Not) else part
        if not isinstance(inner, Term) or not isinstance(inner.value, Ids):
            found[position] = part
            continue
        key = isinstance(part, Not), inner.value.ids[0][0]
        known = found.get(key)
        known = known.part if isinstance(known, Not) else known
        before = known.value.ids if isinstance(known, Term) and isinstance(known.value, Ids) else ()
        joint = replace(inner, value=Ids((*before, *inner.value.ids)))
        found[key] = Not(joint) if isinstance(part, Not) else joint
    return list(found.values())


def _term(session: Session, term: Term) -> Term:
    value = term.value
    if term.field == NAMED and isinstance(value, Words):
        identifier = _meant(session, value.text)
        if identifier is None:
            return replace(term, field=WORDS)
        return replace(term, field="id", value=Ids((identifier,)))
    if term.field == "id" and isinstance(value, str):
        return replace(term, value=Ids((_begun(session, value),)))
    if term.field == "doc" and isinstance(value, str) and value[:1].lower() == "d":
        identifier = _meant(session, value)
        return term if identifier is None else replace(term, field="id", value=Ids((identifier,)))
    return term


def _meant(session: Session, typed: str) -> str | None:
    """The id that a word is; the beginning of one has a digit in it, as few words have. None for a word."""
    if identifiers.is_known(session, typed):
        return typed.lower()
    if not any(character.isdigit() for character in typed):
        return None
    if len(typed) <= ID_LETTERS and not identifiers.begins_any(session, typed):
        return None
    return _begun(session, typed)


def _begun(session: Session, typed: str) -> str:
    """The id that `typed` begins. Raises UsageError where that is none or several."""
    speaker = identifiers.speaker_id(session, typed) if typed[:1].lower() == "s" else None
    return speaker or identifiers.any_id(session, typed)

"""Settles what only the library can tell: which words are ids, and of what."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection

from quotes.errors import UsageError
from quotes.ids import ID_LETTERS
from quotes.query.plan import NAMED, WORDS, And, Expression, Ids, Not, Or, Term, Words, all_of, any_of, terms
from quotes.store import identifiers

MAX_CONDITIONS = 400
"""What is asked in one statement of SQL: SQLite takes an expression 1,000 deep."""
_LONGEST_ID = 2 * ID_LETTERS


def settled(connection: Connection, expression: Expression) -> Expression:
    """`expression` with ids in place of words that are ids; ids of one kind side by side mean any of them.

    Raises UsageError for the beginning of several ids, what looks like an id and is none, and too much.
    """
    found = _Settling(connection, expression).settled(expression)
    if sum(1 for _ in terms(found)) > MAX_CONDITIONS:
        raise UsageError(f"more than {MAX_CONDITIONS} things to look for at once")
    return found


class _Settling:
    """Settles an expression; whole ids, of which there may be thousands, are looked up at once."""

    def __init__(self, connection: Connection, expression: Expression) -> None:
        self._connection = connection
        typed = (_typed(term) for term in terms(expression))
        self._known = identifiers.known(connection, [each for each in typed if each])

    def settled(self, expression: Expression) -> Expression:
        match expression:
            case Term():
                return self._term(expression)
            case Not(part):
                return Not(self.settled(part))
            case Or(parts):
                return any_of(_joined(map(self.settled, parts)))
            case And(parts):
                return all_of(_joined(map(self.settled, parts)))

    def _term(self, term: Term) -> Term:
        typed = _typed(term)
        if typed is None:
            return term
        identifier = self._begun(typed) if term.field == "id" else self._meant(typed)
        if identifier is not None:
            return replace(term, field="id", value=Ids((identifier,)))
        return replace(term, field=WORDS) if term.field == NAMED else term

    def _meant(self, typed: str) -> str | None:
        """The id that a word is; the beginning of one has a digit, as few words have. None for a word."""
        if typed.lower() in self._known:
            return typed.lower()
        if len(typed) > _LONGEST_ID or not any(character.isdigit() for character in typed):
            return None
        if len(typed) <= ID_LETTERS and not identifiers.begins_any(self._connection, typed):
            return None
        return self._begun(typed)

    def _begun(self, typed: str) -> str:
        """The id that `typed` begins. Raises UsageError where that is none or several."""
        if typed.lower() in self._known:
            return typed.lower()
        speaker = identifiers.speaker_id(self._connection, typed) if typed[:1].lower() == "s" else None
        return speaker or identifiers.any_id(self._connection, typed)


def _typed(term: Term) -> str | None:
    """What may be an id; None where nothing may."""
    value = term.value
    if term.field == NAMED and isinstance(value, Words):
        return value.text
    if isinstance(value, str) and (term.field == "id" or (term.field == "doc" and value[:1].lower() == "d")):
        return value
    return None


def _joined(parts: Iterable[Expression]) -> list[Expression]:
    """The parts, those that are ids of one kind as one; not to be any of several is not to be one of them."""
    found: dict[object, Expression] = {}
    ids: dict[tuple[bool, str], list[str]] = {}
    for position, part in enumerate(parts):
        inner = part.part if isinstance(part, Not) else part
        if not isinstance(inner, Term) or not isinstance(inner.value, Ids):
            found[position] = part
            continue
        key = isinstance(part, Not), inner.value.ids[0][0]
        ids.setdefault(key, []).extend(inner.value.ids)
        joint = replace(inner, value=Ids(tuple(ids[key])))
        found[key] = Not(joint) if isinstance(part, Not) else joint
    return list(found.values())

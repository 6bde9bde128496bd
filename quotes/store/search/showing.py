"""Which statements a plan shows besides those of plain listings: what is named, and copies if asked for."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_

from quotes.query.fields import WITHHELD
from quotes.query.plan import And, Expression, Ids, Term, positive
from quotes.store.identifiers import listed
from quotes.store.search.statements import state
from quotes.store.tables import statements
from quotes.store.visible import VISIBLE


@dataclass(frozen=True, slots=True)
class Shown:
    """Which `unlisted` statements are shown, None for none; whether only `withheld` ones are asked for."""

    unlisted: ColumnElement[bool] | None
    withheld: bool = False


def shown(expression: Expression, *, copies: bool) -> Shown:
    """What of that an expression shows, and a plan with `copies`.

    What is withheld has to be named by its id, or as `is:` calls it; a copy by its id or its document's.
    """
    ids, inside = named(expression, "q"), named(expression, "d")
    states = [state(str(term.value)) for term in positive(expression) if _is_withheld(term)]
    if not (ids or inside or states or copies):
        return Shown(None)
    by_id = statements.c.id.in_(listed(ids))
    visible = or_(VISIBLE, by_id, *states)
    parts = expression.parts if isinstance(expression, And) else (expression,)
    withheld = any(isinstance(part, Term) and _is_withheld(part) for part in parts)
    if copies:
        return Shown(visible, withheld)
    by_document = statements.c.document_id.in_(listed(inside))
    return Shown(and_(visible, or_(statements.c.copy_of.is_(None), by_id, by_document)), withheld)


def named(expression: Expression, letter: str) -> list[str]:
    """The ids of one kind that are asked for."""
    values = [term.value for term in positive(expression) if isinstance(term.value, Ids)]
    return [identifier for value in values for identifier in value.ids if identifier.startswith(letter)]


def _is_withheld(term: Term) -> bool:
    return term.field == "is" and term.value in WITHHELD

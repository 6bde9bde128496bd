"""What to try where a search found nothing."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quotes.cli.lines import counted
from quotes.cli.querying import unknown_speaker
from quotes.query.plan import WORDS, And, Expression, Or, Plan, Term, Words, all_of, any_of

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.store import Library


def advise(consoles: "Consoles", library: "Library", plan: Plan) -> None:
    """Tell why nothing may have been found."""
    if unknown := unknown_speaker(library, plan):
        consoles.say(unknown)
    elif plan.phrases:
        found = library.count(replace(plan, where=_parted(plan.where)))
        one_by_one = f" {counted(found, 'statement')} would match." if found else ""
        consoles.say(f"A phrase is found as it stands only: try its words one by one.{one_by_one}")
    elif isinstance(plan.where, Term) and plan.where.field in (WORDS, "text"):
        consoles.say("No statement has this word; quotes docs looks for it in whole texts.")
    elif absent := _absent(library, plan):
        consoles.say(f"Nothing has the word {absent!r}, and all must hold for one statement: try without it.")
    else:
        consoles.say("All words and options must hold for one statement: try fewer.")


def _parted(expression: Expression) -> Expression:
    """`expression` with the words of each phrase that is sought, wherever they stand, in its place."""
    match expression:
        case Term(_, Words(text, phrase=True)):
            return all_of([replace(expression, value=Words(word)) for word in text.split()])
        case And(parts):
            return all_of([_parted(part) for part in parts])
        case Or(parts):
            return any_of([_parted(part) for part in parts])
    return expression


def _absent(library: "Library", plan: Plan) -> str | None:
    """A word of several things that must hold which nothing has."""
    if not isinstance(plan.where, And):
        return None
    for term in plan.where.parts:
        if not isinstance(term, Term) or term.field != WORDS or not isinstance(term.value, Words):
            continue
        if not library.count(Plan(term, copies=True)):
            return term.value.text
    return None

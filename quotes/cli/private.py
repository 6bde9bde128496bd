"""What is tagged private is held back from what leaves the library, and the number is said."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from typer import Option

from quotes.cli.lines import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quotes.cli.consoles import Consoles
    from quotes.query.plan import Plan
    from quotes.store import Library
    from quotes.store.views import StoredStatement

TAG = "private"
"""The tag of what was said off the record, or is not to be out yet."""
NAMED = 3
"""How many of several ids are named."""
Private = Annotated[bool, Option("--private", help=f"Also what is tagged {TAG} (off the record, embargoed).")]


def without_private(consoles: "Consoles", library: "Library", plan: "Plan", *, private: bool) -> "Plan":
    """The plan without what is private, whose number is told; the plan itself where `private` may be out."""
    if private:
        return plan
    from quotes.query.plan import And, Not, Term, Words

    term = Term("tag", Words(TAG))
    _say_held(consoles, library.count(replace(plan, where=And((plan.where, term)), limit=None)))
    return replace(plan, where=And((plan.where, Not(term))))


def public_of(
    consoles: "Consoles", statements: "Sequence[StoredStatement]", *, private: bool
) -> "list[StoredStatement]":
    """Of statements that were named by their ids those that may be out; the number of the others is told."""
    held = [s for s in statements if not private and TAG in (*s.tags, *s.document.tags)]
    _say_held(consoles, len(held))
    return [stored for stored in statements if stored not in held]


def say_shown(
    consoles: "Consoles", library: "Library", statements: "Iterable[StoredStatement]", *, private: bool
) -> None:
    """Warn of statements that are given out and show words of private ones beside them."""
    showing = set() if private else library.showing(TAG)
    shown = [stored.statement.id for stored in statements if stored.statement.id in showing]
    if shown:
        named = ", ".join(shown[:NAMED]) + (", ..." if len(shown) > NAMED else "")
        shows = "shows" if len(shown) == 1 else "show"
        consoles.warn(
            f"{counted(len(shown), 'statement')} given out here {shows} words of a private one in sentence "
            f"or context: {named}; quotes tag ID +{TAG} holds one back too"
        )


def _say_held(consoles: "Consoles", number: int) -> None:
    if number:
        are = "is" if number == 1 else "are"
        consoles.warn(f"{counted(number, 'private statement')} {are} held back: --private gives all out")

"""`quotes cite`: citations of statements, numbered, with a bibliography."""

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Context, Option

from quotes.cli import options
from quotes.cli.session import session_of
from quotes.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotes.cli.consoles import Consoles
    from quotes.query.plan import Plan
    from quotes.reports.citations import Citations
    from quotes.store import Library
    from quotes.store.views import StoredStatement

EXAMPLES = (
    "quotes cite q4tz2kd6vwa",
    "quotes cite --speaker venn --style apa",
    "quotes cite ferries --style bibtex > ferries.bib",
)

_ID = re.compile(r"q[a-z2-7]{2,}", re.IGNORECASE)


class Style(StrEnum):
    """The citation styles."""

    CHICAGO = "chicago"
    APA = "apa"
    MLA = "mla"
    BIBTEX = "bibtex"


def cite(
    context: Context,
    ids: Annotated[
        list[str] | None,
        Argument(metavar="ID|WORDS", help="Ids of statements, or words to search for."),
    ] = None,
    style: Annotated[Style, Option("--style", help="How to write them.")] = Style.CHICAGO,
    speaker: options.Speaker = None,
    publisher: options.Publisher = None,
    earliest: options.Earliest = None,
    latest: options.Latest = None,
    kind: options.OfKind = None,
    limit: options.Limit = None,
    copies: options.Copies = False,
    database: options.Database = None,
) -> None:
    """Cite statements, named by id or found by a query, in a style; what a citation lacks is said."""
    session = session_of(context)
    asked = (speaker, publisher, earliest, latest, kind, limit)
    if not ids and all(option is None for option in asked):
        raise UsageError("nothing to cite: name statements by id, or search for them (quotes cite --help)")
    plan = options.plan(ids, *asked, copies=copies)
    with session.library(database) as library:
        only_ids = ids if all(option is None for option in asked) else None
        statements = _statements(library, only_ids or (), plan)

    from quotes.reports.citations import cite as citations_of

    if not statements:
        session.consoles.say("0 of 0: no statement matches, nothing to cite")
        return
    _show(session.consoles, citations_of(statements, style.value))


def _statements(library: "Library", ids: "Sequence[str]", plan: "Plan") -> "Sequence[StoredStatement]":
    """The statements with these ids; where the arguments are words, those that the plan finds.

    An English word may look like an id ("quite"): words are ids if all of them look so and name statements.
    """
    if not ids or not all(_ID.fullmatch(identifier) for identifier in ids):
        return library.search(plan).statements
    try:
        return [library.statement(identifier.lower()) for identifier in ids]
    except UsageError:
        if any(letter.isdigit() for identifier in ids for letter in identifier):
            raise
        return library.search(plan).statements


def _show(consoles: "Consoles", citations: "Citations") -> None:
    for note in citations.notes:
        consoles.show_to_copy(note)
    if citations.notes and citations.bibliography:
        consoles.show_to_copy("")
    for entry in citations.bibliography:
        consoles.show_to_copy(entry)
    for missing in citations.missing:
        *others, last = missing.fields
        lacks = f"{', '.join(others)} or {last}" if others else last
        consoles.warn(
            f"{missing.document_id} has no {lacks}; "
            f"to fill that in: {missing.command} (FILE is {missing.name})"
        )

"""`quotes cite`: citations of statements, numbered, with a bibliography."""

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Context, Option

from quotes.cli import options
from quotes.cli.private import Private, public_of, say_shown, without_private
from quotes.cli.querying import say_of, say_undated, unknown_speaker
from quotes.cli.session import session_of
from quotes.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotes.cli.consoles import Consoles
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
        Argument(metavar="ID|QUERY", help="Ids of statements, or a query as for search."),
    ] = None,
    style: Annotated[Style, Option("--style", help="How to write them.")] = Style.CHICAGO,
    speaker: options.Speaker = None,
    speaks_for: options.SpeaksFor = None,
    publisher: options.Publisher = None,
    earliest: options.Earliest = None,
    latest: options.Latest = None,
    kind: options.OfKind = None,
    tag: options.Tagged = None,
    limit: options.Limit = None,
    after: options.After = None,
    copies: options.Copies = False,
    private: Private = False,
    database: options.Database = None,
) -> None:
    """Cite statements, named by id or found by a query, in a style; what a citation lacks is said."""
    session = session_of(context)
    asked = (speaker, publisher, earliest, latest, kind, limit)
    unasked = all(option is None for option in (*asked, speaks_for, tag, after))
    if not ids and unasked:
        raise UsageError("nothing to cite: name statements by id, or search for them (quotes cite --help)")
    plan = options.plan(ids, *asked, speaks_for=speaks_for, tag=tag, copies=copies, after=after)
    unknown = None
    with session.library(database) as library:
        found = _by_ids(library, ids or ()) if unasked else None
        if found is not None:
            result, statements = None, public_of(session.consoles, found, private=private)
        else:
            result = library.search(without_private(session.consoles, library, plan, private=private))
            statements = list(result.statements)
            unknown = None if statements else unknown_speaker(library, plan)
        say_shown(session.consoles, library, statements, private=private)

    from quotes.reports.citations import cite as citations_of

    if result is not None:
        say_undated(session.consoles, result)
    if unknown:
        session.consoles.say(unknown)
    if not statements:
        session.consoles.say("0 of 0: no statement matches, nothing to cite")
        return
    _show(session.consoles, citations_of(statements, style.value))
    if result is not None and len(statements) < result.total:
        say_of(session.consoles, len(statements), result.total, "statement")


def _by_ids(library: "Library", ids: "Sequence[str]") -> "Sequence[StoredStatement] | None":
    """The statements with these ids, in their order; None where they are not all ids of statements.

    An English word may look like an id ("quite"): words are ids if all of them look so and name statements.
    """
    if not all(_ID.fullmatch(identifier) for identifier in ids):
        return None
    try:
        found = [library.statement(identifier.lower()) for identifier in ids]
    except UsageError:
        if any(letter.isdigit() for identifier in ids for letter in identifier):
            raise
        return None
    for stored in found:
        if stored.withheld:
            raise UsageError(f"{stored.statement.id} is not to be cited: {stored.withheld_reason}")
    return found


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

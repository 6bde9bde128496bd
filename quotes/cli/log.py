"""`quotes log`: what was decided, by whom and when, and what each decision changed."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

from rich.text import Text
from typer import Argument, Context, Option

from quotes.cli import options
from quotes.cli.consoles import write_line
from quotes.cli.lines import GAP, ID, MISSING, NAME, QUIET
from quotes.cli.moments import local_minute
from quotes.cli.querying import say_of
from quotes.cli.session import session_of
from quotes.display import one_line

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.people.decisions import Change, Decision

LIMIT = 20
"""Decisions shown unless asked otherwise."""
EXAMPLES = ("quotes log", "quotes log 17", "quotes log q4tz2kd6vwa", "quotes log --limit 0 --format ndjson")


class Format(StrEnum):
    """What the log can be written as."""

    TEXT = "text"
    NDJSON = "ndjson"


def log(
    context: Context,
    about: Annotated[
        str | None,
        Argument(metavar="[NUMBER|ID]", help="One decision with all it changed, or those about one thing."),
    ] = None,
    limit: options.ListLimit = LIMIT,
    after: Annotated[
        int | None, Option("--after", metavar="NUMBER", help="What follows this entry: older ones.")
    ] = None,
    format: Annotated[Format, Option("--format", help="Lines for people, or records.")] = Format.TEXT,
    database: options.Database = None,
) -> None:
    """Show the log of decisions, the newest first."""
    session = session_of(context)
    consoles = session.consoles
    one = int(about) if about is not None and about.strip().isdecimal() else None
    with session.library(database) as library:
        if one is not None:
            _show_one(consoles, library.decision(one), format)
            return
        found = library.decisions(about, limit=limit or None, before=after)
        total = library.count_decisions(about)
    for decision in found:
        if format is Format.NDJSON:
            write_record(decision)
        else:
            consoles.show(what(decision), head=_head(decision))
    say_of(consoles, len(found), total, "decision")


def what(decision: "Decision") -> Text:
    """What was decided, of how many things, and whether it was taken back."""
    things = {change.target for change in decision.changes if change.field != "dated"}
    many = f"{GAP}({len(things):,} changed)" if len(things) > 1 else ""
    only = f"{GAP}{one_line(next(iter(things)))}" if len(things) == 1 else ""
    gone = f"{GAP}undone by {decision.undone_by}" if decision.undone_by else ""
    return Text.assemble(
        (decision.action, NAME), GAP, one_line(decision.summary), (only, ID), (many, QUIET), (gone, MISSING)
    )


def log_line(decision: "Decision") -> Text:
    """An entry of the log on a line: its number, when, who and what."""
    return Text.assemble(_head(decision), what(decision))


def write_record(decision: "Decision") -> None:
    """Write a decision as a line of JSON."""
    from quotes.reports.log_records import decision_record
    from quotes.reports.records import to_line

    write_line(to_line(decision_record(decision)))


def _head(decision: "Decision") -> Text:
    minute = local_minute(decision.decided)
    return Text.assemble((f"{decision.number:>5}", ID), GAP, minute, GAP, one_line(decision.who), GAP)


def _show_one(consoles: "Consoles", decision: "Decision", format: Format) -> None:
    if format is Format.NDJSON:
        write_record(decision)
        return
    consoles.show(what(decision), head=_head(decision))
    for change in decision.changes:
        consoles.show(changed(change), head=Text.assemble("  ", (one_line(change.target), ID), GAP))


def changed(change: "Change") -> Text:
    """What a decision changed of one thing, and of which words."""
    words = f"{GAP}“{one_line(change.anchor.text)}”" if change.anchor else ""
    values = f"{change.field}: {_value(change.before)} → {_value(change.after)}"
    return Text.assemble(one_line(values), (words, QUIET))


def _value(value: Any) -> str:
    """A value of the log as a person reads it."""
    if value is None:
        return "none"
    if isinstance(value, dict):
        shown = [str(part) for part in value.values() if part is not None and not isinstance(part, bool)]
        on = value.get("on")
        return ("" if on is not False else "not ") + (", ".join(shown) or "none")
    if isinstance(value, list):
        return "-".join(map(str, value))
    return str(value)

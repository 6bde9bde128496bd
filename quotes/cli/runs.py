"""`quotes runs`: what earlier runs of `quotes add` did, what failed in them and why."""

import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from rich.text import Text
from typer import Argument, Context

from quotes.cli import options
from quotes.cli.failures import grouped
from quotes.cli.lines import GAP, ID, MISSING, NAME, QUIET, counted
from quotes.cli.moments import local_minute
from quotes.cli.querying import say_of
from quotes.cli.session import session_of
from quotes.display import one_line

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.store.journal import Outcome, Run, RunItem

LIMIT = 20
"""Runs shown unless asked otherwise."""
EXAMPLES = ("quotes runs", "quotes runs 12", "quotes add --retry-failed --run 12")
_DONE: "tuple[tuple[Outcome, str], ...]" = (
    ("added", "added"),
    ("place", "known from another place"),
    ("unchanged", "known"),
)


def runs(
    context: Context,
    run: Annotated[int | None, Argument(metavar="[RUN]", help="List what failed in this one.")] = None,
    limit: options.ListLimit = LIMIT,
    database: options.Database = None,
) -> None:
    """List the runs of quotes add: what was done, what failed, and what was broken off."""
    session = session_of(context)
    with session.library(database) as library:
        if run is None:
            _show_all(session.consoles, library.runs(limit or None), library.count_runs())
            return
        found, items = library.run(run)
    _show_failures(session.consoles, found, items)


def _show_all(consoles: "Consoles", known: "Sequence[Run]", total: int) -> None:
    for one in known:
        consoles.show(_what(one), head=_head(one))
    if not total:
        consoles.say("Nothing was added yet: quotes add FILE puts documents in.")
    if len(known) < total:
        consoles.say("--limit 0 shows all of them.", style=QUIET)
    say_of(consoles, len(known), total, "run")


def _show_failures(consoles: "Consoles", run: "Run", items: "Sequence[RunItem]") -> None:
    failed = [item for item in items if item.outcome == "failed"]
    for kind, names in grouped((item.error or "", item.name, _place(item)) for item in failed):
        consoles.show(Text(f"{counted(len(names), 'file')}: {one_line(kind)}", NAME))
        for name in names:
            consoles.show(Text(one_line(name)), head=Text(GAP))
    consoles.say(f"{one_line(_state(run))}: {_counts(run)}")
    if any(item.place for item in failed):
        consoles.say(f"quotes add --retry-failed --run {run.id} tries again what failed")
    if run.state != "done" and not _is_going_on(run):
        consoles.say(f"The same command goes on from there: {one_line(_command(run))}")


def _command(run: "Run") -> str:
    """The command that began a run, as far as it is known what was said."""
    said = [
        (f"--{name}", value) for name, value in run.options.get("overrides", {}).items() if value is not None
    ]
    said += [("--map", f"{part}={column}") for part, column in run.options.get("columns", {}).items()]
    return shlex.join(("quotes", "add", *run.sources, *(word for pair in said for word in pair)))


def _place(item: "RunItem") -> str:
    place = item.place or item.name or item.error or ""
    return f"{place}, document {item.record}" if item.record else place


def _head(run: "Run") -> Text:
    return Text.assemble((f"{run.id:>4}", ID), GAP, local_minute(run.started), GAP)


def _what(run: "Run") -> Text:
    state = _state(run)
    named = one_line(" ".join(run.sources))
    parts = ((state, "" if state == "done" else MISSING), GAP, _counts(run), GAP, (named, QUIET))
    return Text.assemble(*parts)


def _state(run: "Run") -> str:
    if run.state == "done":
        return "done"
    return "going on" if _is_going_on(run) else "broken off"


def _is_going_on(run: "Run") -> bool:
    from quotes.bulk.recording import is_going_on

    return run.state is None and is_going_on(run.process)


def _counts(run: "Run") -> str:
    parts = [f"{run.counts[outcome]:,} {words}" for outcome, words in _DONE if run.counts.get(outcome)]
    parts = parts or ["none added"]
    if run.counts.get("failed"):
        parts.append(f"{run.counts['failed']:,} failed")
    return f"{', '.join(parts)}, of {counted(run.total, 'file')}"

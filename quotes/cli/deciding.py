"""Decisions on statements from the command line: what a query finds, the question, and what became of it."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from rich.text import Text
from typer import Exit, Option

from quotes.cli.asking import confirmed
from quotes.cli.lines import GAP, ID, QUIET, counted, statement_head, statement_words
from quotes.cli.log import changed
from quotes.cli.querying import no_match
from quotes.display import one_line
from quotes.errors import ExitCode, UsageError
from quotes.settings import user

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.people.decisions import Change, Decision
    from quotes.people.edits import StatementEdit
    from quotes.query.plan import Plan
    from quotes.store import Library

_BEGINNING = re.compile(r"[dqs](?:(?=[a-z]*[2-7])[a-z2-7]+|[a-z]{5,})")
Yes = Annotated[bool, Option("--yes", "-y", help="Do not ask, however many there are.")]
DryRun = Annotated[bool, Option("--dry-run", help="Tell what would be changed, and change nothing.")]


def with_whole_ids(library: "Library", words: Sequence[str] | None) -> list[str]:
    """The words of a query, with the whole id for each beginning of one.

    That has a digit or six letters, as few words have that begin an id by chance.
    """
    return [_whole_id(library, word) if _BEGINNING.fullmatch(word) else word for word in words or ()]


def _whole_id(library: "Library", word: str) -> str:
    try:
        return library.whole_id(word)
    except UsageError:
        return word  # a word; what begins several ids is told of with the query


def statements_of(library: "Library", plan: "Plan") -> list[str]:
    """The ids of the statements that a query finds. Raises UsageError where it finds none."""
    found = library.ids(plan)
    if not found:
        raise no_match(library, plan, "nothing is changed")
    return found


def decide(
    consoles: "Consoles",
    library: "Library",
    statement_ids: Sequence[str],
    edit: "StatementEdit",
    *,
    doing: str,
    yes: bool,
    dry_run: bool,
) -> "Decision | None":
    """Change statements in one decision; more than one only after a question. None where nothing changes.

    `doing` completes "2 statements: ...". Raises UsageError where nobody can be asked, Exit for a no.
    """
    changes = library.desk(user()).would_set(statement_ids, edit)
    things = list(dict.fromkeys(change.target for change in changes))
    if not things:
        so = "it is so already" if len(statement_ids) == 1 else f"all {len(statement_ids):,} are so already"
        consoles.say(f"Nothing to change: {so}.")
        return None
    if dry_run:
        show_changes(consoles, changes)
        consoles.say(f"{counted(len(things), 'statement')} would be changed: {doing}")
        return None
    ask(consoles, f"{counted(len(things), 'statement')}: {doing}?", len(things), yes=yes)
    decision = library.desk(user()).set_statements(things, edit)
    if len(things) == 1:
        show_statement(consoles, library, things[0])
    if decision is not None:
        say_decided(consoles, counted(len(things), "statement"), decision)
    return decision


def ask(consoles: "Consoles", question: str, number: int, *, yes: bool) -> None:
    """Go on with one thing, and with more after a yes. Raises UsageError where nobody is there, Exit."""
    if number > 1 and not confirmed(consoles, question, yes=yes):
        consoles.say("Nothing is changed.")
        raise Exit(ExitCode.FAILED)


def say_decided(consoles: "Consoles", things: str, decision: "Decision") -> None:
    """Tell what was changed, and how to take it back."""
    consoles.say(f"{things} changed: {one_line(decision.summary)}")
    consoles.say(f"quotes undo {decision.number} takes it back", style=QUIET)


def show_changes(consoles: "Consoles", changes: "Sequence[Change]") -> None:
    """Print what would be changed of what, a line each."""
    for change in changes:
        consoles.show(changed(change), head=Text.assemble((one_line(change.target), ID), GAP))


def show_statement(consoles: "Consoles", library: "Library", statement_id: str) -> None:
    """Print a statement as it is now."""
    stored = library.statement(statement_id)
    consoles.show(statement_head(stored))
    consoles.show(statement_words(stored), head=Text("  "))
    if stored.withheld_reason:
        consoles.show(Text(one_line(stored.withheld_reason), QUIET), head=Text("  "))

"""`quotes speakers suggest`: which names may be one speaker, with what speaks for it and against it."""

from typing import TYPE_CHECKING, Annotated

from rich.text import Text
from typer import Context, Option

from quotes.cli import options
from quotes.cli.asking import can_ask, ended_in_order, key_of
from quotes.cli.lines import GAP, ID, MISSING, NAME, QUIET, counted
from quotes.cli.querying import say_of
from quotes.cli.session import session_of
from quotes.cli.speakers.naming import told_apart
from quotes.display import one_line
from quotes.settings import user

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotes.cli.consoles import Consoles
    from quotes.store import Library
    from quotes.store.people.views import Suggestion

LIMIT = 20
"""Pairs shown unless asked otherwise."""
EXAMPLES = ("quotes speakers suggest", "quotes speakers suggest --list --limit 0")
_KEYS = "y one speaker, n two, space later, q quit"


def suggest(
    context: Context,
    only_list: Annotated[bool, Option("--list", help="Ask nothing: list the pairs.")] = False,
    limit: options.ListLimit = LIMIT,
    database: options.Database = None,
) -> None:
    """Go through the pairs of speakers that may be one, the likeliest first: yes or no.

    Each answer is a decision: quotes undo takes it back. Without a terminal, or with --list, they are listed.
    """
    session = session_of(context)
    with session.library(database) as library:
        every = library.suggestions()
        found = every[: limit or None]
        if found and not only_list and can_ask():
            with ended_in_order():
                _ask(session.consoles, library, found)
        else:
            _show_all(session.consoles, found, len(every))


def _show_all(consoles: "Consoles", found: "Sequence[Suggestion]", total: int) -> None:
    for suggestion in found:
        show(consoles, suggestion)
    if found:
        consoles.say(f"{counted(len(found), 'pair')}: quotes speakers merge A B makes two one")
    else:
        consoles.say("Nothing is unsure: no two names look like one speaker without being it.")
    say_of(consoles, len(found), total, "pair")


def show(consoles: "Consoles", suggestion: "Suggestion") -> None:
    """Print two speakers and the evidence."""
    for speaker, head in ((suggestion.first, ""), (suggestion.second, "= ")):
        ids = Text.assemble((f"{head:>2}", QUIET), (one_line(speaker.id), ID), GAP)
        names = ", ".join(one_line(alias) for alias in speaker.aliases)
        also = f"{GAP}also: {names}" if names else ""
        consoles.show(Text.assemble((one_line(speaker.name), NAME), (also, QUIET)), head=ids)
    for reasons, sign, style in (
        (suggestion.evidence_for, "for", ""),
        (suggestion.evidence_against, "against", MISSING),
    ):
        for reason in reasons:
            consoles.show(Text(one_line(reason), style), head=Text(f"     {sign}: ", QUIET))


def _ask(consoles: "Consoles", library: "Library", suggestions: "Sequence[Suggestion]") -> None:
    desk, answered = library.desk(user()), 0
    for number, suggestion in enumerate(suggestions, start=1):
        show(consoles, suggestion)
        consoles.say(f"{number} of {len(suggestions)}: {_KEYS}", style=QUIET)
        key = key_of("yn q")
        if key == "q":
            break
        if key == "y":
            desk.merge([suggestion.first_member, suggestion.second_member])
            consoles.say(f"one now: {told_apart(library.speakers(suggestion.first_member)[0])}")
        elif key == "n":
            desk.distinguish(suggestion.first_member, suggestion.second_member)
        answered += key in "yn"
    consoles.say(f"{counted(answered, 'answer')}; quotes log lists them, quotes undo takes one back")

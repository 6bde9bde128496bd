"""What goes, or would go, out of the library, as it is told before anything is done."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from quotes.cli.lines import GAP, ID, NAME, QUIET, counted
from quotes.display import one_line

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.store.forgetting.account import Account, Named

SHOWN = 20
"""Documents, or speakers, that are named."""


def show_documents(consoles: "Consoles", account: "Account", *, every: bool) -> None:
    """Print the documents, a line each; `every` one of them, or as many as can be read at once."""
    shown = account.documents if every else account.documents[:SHOWN]
    for each in shown:
        consoles.show(_place(each), head=Text.assemble((one_line(each.id), ID), GAP))
    if len(shown) < len(account.documents):
        consoles.say(f"... and {len(account.documents) - len(shown):,} more")


def say_account(consoles: "Consoles", account: "Account") -> None:
    """Say how much goes with the documents, and what of the same words stays."""
    consoles.say(f"With them: {', '.join(_parts(account))}")
    if account.speakers:
        consoles.say(f"Said nothing else: {_listed(account.speakers)}")
    if account.copies:
        named = _listed([f"{each.id} ({each.name})" for each in account.copies])
        have = "has" if len(account.copies) == 1 else "have"
        consoles.say(f"Not among them, and {have} (nearly) the same words: {named}", style="yellow")


def _place(document: "Named") -> Text:
    place = f"{GAP}{one_line(document.place)}" if document.place not in (None, document.name) else ""
    return Text.assemble((one_line(document.name), NAME), (place, QUIET))


def _parts(account: "Account") -> list[str]:
    """What is counted, as far as there is any."""
    figures = (
        (account.statements, "statement", None),
        (account.places, "further place", None),
        (account.labels, "tag or note", "tags and notes"),
        (account.decisions, "decision about them", "decisions about them"),
        (account.journal, "line of the runs", "lines of the runs"),
    )
    found = [counted(number, one, many) for number, one, many in figures if number]
    return [*found, f"{account.size:,} bytes of original files"]


def _listed(names: "Sequence[str]") -> str:
    shown = ", ".join(one_line(name) for name in names[:SHOWN])
    return shown + (f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else "")

"""Finds the speaker that a person names."""

from typing import TYPE_CHECKING

from quotes.cli.lines import counted
from quotes.display import one_line
from quotes.errors import UsageError
from quotes.settings import user

if TYPE_CHECKING:
    from collections.abc import Callable

    from quotes.cli.session import Session
    from quotes.people.decisions import Decision
    from quotes.store import Library
    from quotes.store.desk import Desk
    from quotes.store.people.views import StoredSpeaker

NAMED = 5
"""How many of several are named."""


def speaker_called(library: "Library", asked: str) -> "StoredSpeaker":
    """The one speaker with this id or name. Raises UsageError where there is none, or are several.

    A whole name wins over a part of one: "Venn" is she who is called just that, if there is one.
    """
    found = library.speakers(asked)
    exact = [speaker for speaker in found if asked.strip().casefold() == speaker.name.casefold()]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if not found:
        raise UsageError(f"no speaker is called {asked!r}: quotes speakers lists them")
    known = "; ".join(told_apart(speaker) for speaker in (exact or found)[:NAMED])
    more = f"; and {len(exact or found) - NAMED} more" if len(exact or found) > NAMED else ""
    raise UsageError(f"several speakers are called {asked!r}, give an id: {known}{more}")


def give_name(
    session: "Session",
    database: str | None,
    asked: str,
    name: str,
    giving: "Callable[[Desk, str, str], Decision]",
) -> "tuple[StoredSpeaker, Decision]":
    """Give the speaker that is `asked` for a name, in a decision, and show it; returns what it was before."""
    with session.library(database) as library:
        found = speaker_called(library, asked)
        decision = giving(library.desk(user()), found.id, name.strip())
        named = library.speakers(found.id)[0]
    session.consoles.say(told_apart(named))
    return found, decision


def told_apart(speaker: "StoredSpeaker") -> str:
    """What tells a speaker from namesakes, in a line."""
    said = f"{counted(speaker.quotes, 'quote')}, {counted(speaker.claims, 'claim')}"
    return f"{speaker.id} {one_line(speaker.name)} ({said} in {counted(speaker.documents, 'document')})"

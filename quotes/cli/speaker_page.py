"""The page of one speaker: names, counts, and how to see what was said."""

from typing import TYPE_CHECKING

from rich.text import Text

from quotes.cli.lines import GAP, ID, QUIET, speaker_line
from quotes.display import one_line
from quotes.errors import UsageError

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.store import Library


def show(consoles: "Consoles", library: "Library", identifier: str) -> None:
    """Print the page. Raises UsageError for an id that is unknown or ambiguous."""
    found = [speaker for speaker in library.speakers(identifier) if speaker.id.startswith(identifier)]
    if not found:
        raise UsageError(f"no speaker has an id that begins with {identifier!r}: quotes speakers lists them")
    if len(found) > 1:
        raise UsageError(f"{identifier!r} begins the ids of {len(found)} speakers: give more of it")
    speaker = found[0]
    consoles.show(speaker_line(speaker), head=Text(one_line(speaker.id) + GAP, ID))
    consoles.say(f"What was said: quotes search --speaker {speaker.id}", style=QUIET)

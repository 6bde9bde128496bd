"""`quotes speakers`: who is quoted, under which names, how often."""

from typing import Annotated

from rich.text import Text
from typer import Argument, Context

from quotes.cli import options
from quotes.cli.lines import GAP, ID, speaker_line
from quotes.cli.querying import say_of
from quotes.cli.session import session_of
from quotes.cli.tables import SPEAKERS_WIDTH, speakers_table
from quotes.display import one_line

EXAMPLES = ("quotes speakers", "quotes speakers venn")


def speakers(
    context: Context,
    name: Annotated[str | None, Argument(help="Part of a name, or an id.")] = None,
    limit: options.ListLimit = 0,
    database: options.Database = None,
) -> None:
    """List the speakers with their other names and how much they said."""
    session = session_of(context)
    consoles = session.consoles
    with session.library(database) as library:
        found = library.speakers(name, limit=limit or None)
        total = library.count_speakers(name) if limit else len(found)
        likely = library.similar_names(name) if name and not found else []
    if found and consoles.has_room(SPEAKERS_WIDTH):
        consoles.show_table(speakers_table(found))
    else:
        for speaker in found:
            consoles.show(speaker_line(speaker), head=Text(one_line(speaker.id) + GAP, ID))
    if likely:
        consoles.say(f"No speaker is called {name!r}. Did you mean {' or '.join(likely)}?")
    say_of(consoles, len(found), total, "speaker")

"""`quotes speakers rename`: says what a speaker is called."""

from typing import Annotated

from typer import Argument, Context

from quotes.cli import options
from quotes.cli.session import session_of
from quotes.cli.speakers.naming import speaker_called, told_apart
from quotes.errors import UsageError
from quotes.settings import user

EXAMPLES = ('quotes speakers rename "M. Venn" "Mara Venn"',)


def rename(
    context: Context,
    speaker: Annotated[str, Argument(metavar="SPEAKER", help="A name or an id.")],
    name: Annotated[str, Argument(metavar="NAME", help="What to call it from now on.")],
    database: options.Database = None,
) -> None:
    """Let a speaker be shown by another name; the names in the documents still find it."""
    if not name.strip():
        raise UsageError("the name is empty")
    session = session_of(context)
    with session.library(database) as library:
        found = speaker_called(library, speaker)
        decision = library.desk(user()).rename(found.id, name.strip())
        renamed = library.speakers(found.id)[0]
    session.consoles.say(told_apart(renamed))
    if decision is not None:
        session.consoles.say(f"quotes undo {decision.number} calls it {found.name} again", style="dim")

"""`quotes speakers alias`: gives a speaker a further name."""

from typing import Annotated

from typer import Argument, Context

from quotes.cli import options
from quotes.cli.session import session_of
from quotes.cli.speakers.naming import speaker_called, told_apart
from quotes.errors import UsageError
from quotes.settings import user

EXAMPLES = ('quotes speakers alias "Mara Venn" "the Ferry Queen"',)


def alias(
    context: Context,
    speaker: Annotated[str, Argument(metavar="SPEAKER", help="A name or an id.")],
    name: Annotated[str, Argument(metavar="ALIAS", help="A further name.")],
    database: options.Database = None,
) -> None:
    """Let a speaker be found by a further name; whoever is called just that in a document is this speaker."""
    if not name.strip():
        raise UsageError("the alias is empty")
    session = session_of(context)
    with session.library(database) as library:
        found = speaker_called(library, speaker)
        decision = library.desk(user()).alias(found.id, name.strip())
        known = library.speakers(found.id)[0]
    session.consoles.say(told_apart(known))
    if decision is not None:
        session.consoles.say(f"quotes undo {decision.number} takes the alias away", style="dim")

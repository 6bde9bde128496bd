"""`quotes speakers rename`: says what a speaker is called."""

from typing import Annotated

from typer import Argument, Context

from quotes.cli import options
from quotes.cli.session import session_of
from quotes.cli.speakers.naming import give_name
from quotes.errors import UsageError

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
    former, decision = give_name(session, database, speaker, name, lambda desk, *named: desk.rename(*named))
    session.consoles.say(f"quotes undo {decision.number} calls it {former.name} again", style="dim")

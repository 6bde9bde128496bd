"""`quotes speakers alias`: gives a speaker a further name."""

from typing import Annotated

from typer import Argument, Context

from quotes.cli import options
from quotes.cli.session import session_of
from quotes.cli.speakers.naming import give_name
from quotes.errors import UsageError

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
    _, decision = give_name(session, database, speaker, name, lambda desk, *named: desk.alias(*named))
    session.consoles.say(f"quotes undo {decision.number} takes the alias away", style="dim")

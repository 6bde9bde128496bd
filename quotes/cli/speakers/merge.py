"""`quotes speakers merge`: says that several names are one speaker."""

from typing import Annotated

from typer import Argument, Context

from quotes.cli import options
from quotes.cli.lines import counted
from quotes.cli.session import session_of
from quotes.cli.speakers.naming import speaker_called, told_apart
from quotes.settings import user

EXAMPLES = ('quotes speakers merge "Mara Venn" "M. Venn"', "quotes speakers merge s3fq s7ab s7ac")


def merge(
    context: Context,
    speakers: Annotated[list[str], Argument(metavar="SPEAKER...", help="Two or more: names or ids.")],
    database: options.Database = None,
) -> None:
    """Make speakers one. Each id goes on answering; quotes undo parts them again."""
    session = session_of(context)
    with session.library(database) as library:
        found = [speaker_called(library, asked) for asked in speakers]
        for speaker in found:
            session.consoles.say(told_apart(speaker))
        decision = library.desk(user()).merge([speaker.id for speaker in found])
        one = library.speakers(found[0].id)[0]
    if decision is None:
        session.consoles.say("They are one already.")
        return
    said = f"{counted(one.quotes, 'quote')}, {counted(one.claims, 'claim')}"
    session.consoles.say(f"are one now: {one.id} {one.name}, {said} in {counted(one.documents, 'document')}.")
    session.consoles.say(f"quotes undo {decision.number} parts them", style="dim")

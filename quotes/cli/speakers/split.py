"""`quotes speakers split`: says that a speaker is two, and in which documents it is the other one."""

from typing import Annotated

from typer import Argument, Context, Option

from quotes.cli import options
from quotes.cli.session import session_of
from quotes.cli.speakers.naming import speaker_called, told_apart
from quotes.errors import UsageError
from quotes.settings import user

EXAMPLES = ("quotes speakers split s3fq d7ab d7ac", 'quotes speakers split "John Smith" publisher:harbour')


def split(
    context: Context,
    speaker: Annotated[str, Argument(metavar="SPEAKER", help="A name or an id.")],
    words: Annotated[
        list[str],
        Argument(metavar="QUERY...", help="The documents in which it is somebody else: ids, or a query."),
    ],
    name: Annotated[str | None, Option("--name", help="What to call the other one.")] = None,
    database: options.Database = None,
) -> None:
    """Part a speaker in two: the names in the documents that a query finds are another's.

    Single statements of a document are given to another by quotes set --speaker.
    """
    session = session_of(context)
    plan = options.plan(words, None, None, None, None, None, None)
    with session.library(database) as library:
        found = speaker_called(library, speaker)
        away = library.members_in(found.id, library.document_ids(plan, copies=True))
        if not away:
            raise UsageError(f"{found.name} says nothing in the documents that the query finds")
        decision = library.desk(user()).split(found.id, away, name)
        apart = next(change for change in decision.changes if change.field == "different")
        parts = [library.speakers(identifier)[0] for identifier in (apart.target, str(apart.after))]
    for part in parts:
        session.consoles.say(told_apart(part))
    session.consoles.say(f"are two now; quotes undo {decision.number} joins them")

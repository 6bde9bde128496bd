"""`quotes mark`: records a statement that was missed."""

from typing import TYPE_CHECKING, Annotated, cast, get_args

from typer import Argument, Context, Option

from quotes.cli import options
from quotes.cli.choosing import chosen_speaker
from quotes.cli.deciding import show_statement
from quotes.cli.lines import QUIET
from quotes.cli.own_words import not_set_off
from quotes.cli.passage import passage_of
from quotes.cli.session import session_of
from quotes.errors import UsageError
from quotes.settings import user
from quotes.statement import Kind, SpeakerType

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.statement import Span
    from quotes.store import Library

EXAMPLES = (
    'quotes mark d3 "we will not sign it" --speaker "Mara Venn"',
    'quotes mark d3 "the ferries would stop" --speaker venn --said 2024-03-05 --at 2',
)


def mark(
    context: Context,
    identifier: Annotated[str, Argument(metavar="DOC", help="The document's id, or its beginning.")],
    words: Annotated[str, Argument(metavar="WORDS", help="The words as they stand in it.")],
    speaker: Annotated[
        str | None, Option("--speaker", metavar="NAME|ID", help="Who said it (left out: not known).")
    ] = None,
    speaker_type: Annotated[
        str | None, Option("--type", metavar="person|organization|country|group|unnamed")
    ] = None,
    kind: Annotated[
        str | None,
        Option("--kind", metavar="direct|partial|indirect", help="Default: by the quotation marks there."),
    ] = None,
    said: Annotated[str | None, Option("--said", metavar=f"{options.DATE}|none")] = None,
    at: Annotated[
        int | None, Option("--at", metavar="N", min=1, help="Which of several places is meant.")
    ] = None,
    database: options.Database = None,
) -> None:
    """Record a statement that the parser missed. The words must stand in the document's text.

    Typography and line breaks do not matter. Words in quotation marks (a block quotation, a labelled turn)
    make a direct statement where they are a whole clause, else a partial one; other words are a claim.
    """
    for option, value, known in (("kind", kind, Kind), ("type", speaker_type, SpeakerType)):
        if value is not None and value not in get_args(known):
            raise UsageError(f"--{option} {value!r}: it is one of {', '.join(get_args(known))}")
    if speaker_type is not None and speaker is None:
        raise UsageError("--type goes with --speaker")
    from quotes.people.edits import StatementEdit

    session = session_of(context)
    with session.library(database) as library:
        document_id = library.document(identifier).id
        choice = None
        if speaker is not None:
            choice, name = chosen_speaker(library, speaker, cast("SpeakerType | None", speaker_type))
        span = passage_of(session.consoles, library.text(document_id), words, at, "--at N")
        chosen = _kind(library, document_id, span, cast("Kind | None", kind))
        edit = StatementEdit(choice, said_on=None if said is None else said.strip().lower())
        decision = library.desk(user()).mark(document_id, span, chosen, edit)
        made = decision.changes[0].target
        show_statement(session.consoles, library, made)
        if choice is not None:
            session.consoles.say(f"Speaker: {name}")
        _say_around(session.consoles, library, document_id, made, span)
    session.consoles.say(f"quotes undo {decision.number} takes it back", style=QUIET)


def _kind(library: "Library", document_id: str, span: "Span", asked: "Kind | None") -> "Kind":
    """The kind of these words: as asked, if the document presents them so. Raises UsageError if not."""
    from quotes.parsing.set_off import presented

    found = presented(library.as_read(document_id), span)
    if found is None and asked not in (None, "indirect"):
        raise UsageError(not_set_off(asked))
    return asked or (found.kind if found else "indirect")


def _say_around(consoles: "Consoles", library: "Library", document_id: str, made: str, span: "Span") -> None:
    """Tell of a statement that holds these words already: perhaps it is its place that is wrong."""
    for stored in library.statements(document_id):
        statement = stored.statement
        if statement.id != made and statement.start < span[1] and span[0] < statement.end:
            consoles.say(
                f"They share words with {statement.id}: quotes set {statement.id} --words corrects its place"
            )

"""Only what the source presents as somebody's words may be kept as such."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quotes.cli.lines import counted
from quotes.errors import UsageError

if TYPE_CHECKING:
    from quotes.document import Document
    from quotes.people.edits import StatementEdit
    from quotes.statement import Kind, Span
    from quotes.store import Library

NAMED = 5


def check_words(library: "Library", statement_ids: Iterable[str], edit: "StatementEdit") -> None:
    """Whether statements may become what `edit` makes of them.

    Raises UsageError where the words of a direct or partial statement would be the writer's: in no
    quotation marks, no block quotation and no labelled turn.
    """
    if edit.span is None and edit.kind in (None, "indirect"):
        return
    documents: dict[str, Document] = {}
    refused: list[str] = []
    for identifier in statement_ids:
        stored = library.statement(identifier)
        statement = stored.statement
        kind = edit.kind or statement.kind
        if kind == "indirect" or (edit.span is None and statement.kind != "indirect"):
            continue
        if stored.document.id not in documents:
            documents[stored.document.id] = library.as_read(stored.document.id)
        if not is_set_off(documents[stored.document.id], edit.span or (statement.start, statement.end)):
            refused.append(identifier)
    if refused:
        named = ", ".join(refused[:NAMED]) + (", ..." if len(refused) > NAMED else "")
        raise UsageError(
            f"{not_set_off(edit.kind or 'direct')} ({counted(len(refused), 'statement')}: {named})"
        )


def is_set_off(document: "Document", span: "Span") -> bool:
    """Whether the document presents all these words as somebody's."""
    from quotes.parsing.set_off import presented

    return presented(document, span) is not None


def not_set_off(kind: "Kind") -> str:
    """Why words are not to be kept as this kind."""
    return (
        f"not {kind}: not all of these words stand in one pair of quotation marks, a block quotation or a "
        "labelled turn, so the source does not present them as the speaker's own; indirect is what they are"
    )

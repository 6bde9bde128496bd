"""All that a library shows, to be compared."""

from dataclasses import asdict
from typing import Any

from quotes.query.plan import Plan
from quotes.store import Library


def everything(library: Library) -> dict[str, Any]:
    """Every statement, speaker and document as they are listed, with tags and notes, copies among them.

    Which statements are counted is told by their ids: of one day they are listed as they were put in.
    """
    statements = {view.statement.id: asdict(view) for view in library.search(Plan(copies=True)).statements}
    speakers = {speaker.id: asdict(speaker) for speaker in library.speakers()}
    documents = {document.id: asdict(document) for document in library.documents(copies=True)}
    alone = sorted(view.statement.id for view in library.search(Plan()).statements)
    return {"statements": statements, "speakers": speakers, "documents": documents, "counted": alone}

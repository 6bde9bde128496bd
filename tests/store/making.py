"""Invented documents, and parses of them made by hand."""

from typing import Any

from quotes import ids
from quotes.document import Document
from quotes.overrides import Overrides
from quotes.statement import Kind, Parse, SpeakerType, Statement
from quotes.store import Library
from quotes.store.views import WholeDocument

HARBOUR = (
    "Harbour dues to rise, minister says\n"
    "PORT ELLEN - Ostrava has a \u201cno-limits\u201d friendship with the isles, Mara Venn told reporters.\n"
    "\u201cWe don\u2019t pay twice,\u201d she said, \u201cand the caf\u00e9s won\u2019t either.\u201d\n"
    "The Foreign Ministry denied it."
)


def statement(
    document: Document,
    words: str,
    speaker: str | None = None,
    speaker_type: SpeakerType | None = "person",
    kind: Kind = "direct",
    **more: Any,
) -> Statement:
    """The statement of `words`, which stand in the document; its context is their paragraph."""
    start = document.text.index(words)
    end = start + len(words)
    paragraph = (
        document.text.rfind("\n", 0, start) + 1,
        document.text.find("\n", end) % (len(document.text) + 1),
    )
    fields: dict[str, Any] = {
        "id": ids.statement_id(ids.document_id(document.sha256), start, 0, claim=kind == "indirect"),
        "context_span": paragraph,
        "source_span": document.source_span(start, end),
        "speaker": speaker,
        "speaker_type": speaker_type if speaker else None,
        "unknown": None if speaker else "the text names nobody",
    }
    return Statement(kind=kind, start=start, end=end, text=words, **fields | more)


def parse(document: Document, *statements: Statement) -> Parse:
    """The parse of the document that found `statements`."""
    return Parse(
        document,
        quotes=tuple(s for s in statements if s.kind != "indirect"),
        claims=tuple(s for s in statements if s.kind == "indirect"),
    )


def harbour() -> Parse:
    """A claim with a partial quote inside it, and one utterance of two parts."""
    document = Document.of_text(HARBOUR, "harbour.txt")
    partial = statement(document, "no-limits", "Mara Venn", kind="partial", mention="Mara Venn")
    claim = statement(
        document,
        "Ostrava has a \u201cno-limits\u201d friendship with the isles",
        "Mara Venn",
        kind="indirect",
        quotes_inside=(partial.id,),
    )
    first = statement(document, "We don\u2019t pay twice,", "Mara Venn", mention="she", said_on="2023-03-14")
    second = statement(
        document,
        "and the caf\u00e9s won\u2019t either.",
        "Mara Venn",
        utterance=first.id,
        said_on="2023-03-14",
    )
    denial = statement(document, "denied it", "Foreign Ministry", "organization", kind="indirect")
    return parse(document, partial, first, second, claim, denial)


def saying(speaker: str, speaker_type: SpeakerType | None = "person", *, name: str, **more: Any) -> Parse:
    """A document of one statement, by `speaker`."""
    document = Document.of_text(f"{name}: \u201cThe tide is with us,\u201d {speaker} said.", name)
    return parse(document, statement(document, "The tide is with us,", speaker, speaker_type, **more))


def with_flags(library: Library, document_id: str, overrides: Overrides) -> WholeDocument:
    """The document after flags told this of it."""
    library.desk("Ada").set_documents([document_id], overrides, by_flags=True)
    return library.document(document_id)

"""Invented documents and statements for the tests of this room."""

from dataclasses import replace
from typing import Any

from quotes.statement import Kind, SpeakerType, Statement
from quotes.store.views import StoredDocument, StoredStatement

DUES = StoredDocument(
    id="daaaaaaaaaa",
    sha256="0" * 64,
    name="dues.txt",
    lang="en",
    title="Harbour Dues Rise Again",
    title_evidence="first line",
    author="Mara Venn",
    author_evidence="byline",
    publisher="The Harbour Post",
    publisher_evidence="flag --publisher",
    agency=None,
    agency_evidence=None,
    dateline="PORT ELLEN",
    url="https://harbourpost.example/dues",
    url_evidence="first line",
    published="2023-03-14",
    published_precision="day",
    published_evidence="14 March 2023",
    published_candidates=(),
    published_confidence=0.9,
    retrieved=None,
    retrieved_evidence=None,
    place="dues.txt",
    media_type="text/plain",
    encoding="utf-8",
    encoding_evidence=None,
    pages=(),
    processing=(),
    warnings=(),
)


def document(**changes: Any) -> StoredDocument:
    """The document about harbour dues, with `changes`."""
    return replace(DUES, **changes)


def statement(
    text: str = "We will not pay twice,",
    kind: Kind = "direct",
    *,
    id: str = "qaaaaaaaaaa",
    start: int = 10,
    speaker: str | None = "Orsolya Brandt",
    speaker_type: SpeakerType | None = "person",
    document: StoredDocument = DUES,
    context: str | None = None,
    page: str | None = None,
    **more: Any,
) -> StoredStatement:
    """A statement of Orsolya Brandt in the document about harbour dues."""
    end = start + len(text)
    around = f"“{text}” she said." if context is None else context
    return StoredStatement(
        statement=Statement(
            id=id,
            kind=kind,
            start=start,
            end=end,
            text=text,
            context_span=(start - 1, start - 1 + len(around)),
            speaker=speaker,
            speaker_type=speaker_type,
            **more,
        ),
        document=document,
        speaker_id="saaaaaaaaaa" if speaker else None,
        speaker=speaker,
        context=around,
        context_start=start - 1,
        context_end=start - 1 + len(around),
        page=page,
    )

"""Real libraries with statements made by hand, so that what is shown can be told letter by letter."""

from dataclasses import replace
from typing import Any

from quotes.document import DateCandidate, Document, Evidenced, Published
from quotes.ids import document_id, statement_id
from quotes.statement import Kind, Parse, Statement
from quotes.store import open_library

FERRIES = (
    "Ferries to stop at night\n\n"
    "OSTRAVA HARBOUR - “We will not sign a paper that nobody has read,” Mara Venn said on Tuesday. "
    "“Not this year.” She told the Harbour Board that the ferries would stop at night.\n\n"
    "Tomas Reyk called the plan a “floating bottleneck” in a letter."
)


def document(
    text: str = FERRIES, name: str = "ferries.txt", published: str | None = "2024-03-05", **known: str
) -> Document:
    """A document with the metadata `known`, each found in the text's first line."""
    found = Published()
    if published:
        candidate = DateCandidate(published, "day", "dateline “March 5”")
        found = Published(published, "day", (candidate,))
    evidenced: dict[str, Any] = {key: Evidenced(value, "the first line") for key, value in known.items()}
    return replace(Document.of_text(text, name), published=found, **evidenced)


def statement(document: Document, words: str, kind: Kind, speaker: str | None, **more: Any) -> Statement:
    """A statement whose words are found in the document."""
    start = document.text.index(words)
    end = start + len(words)
    sentence_end = document.text.find("\n", end)
    identifier = statement_id(document_id(document.sha256), start, 0, claim=kind == "indirect")
    return Statement(
        id=identifier,
        kind=kind,
        start=start,
        end=end,
        text=words,
        context_span=(max(0, start - 1), sentence_end if sentence_end > 0 else len(document.text)),
        source_span=(start, end),
        speaker=speaker,
        speaker_type="person" if speaker else None,
        unknown=None if speaker else "no source named",
        confidence=0.9,
        **more,
    )


def ferries(**known: str) -> Parse:
    """Four statements of two speakers: two quotations of one utterance, a claim, a quoted phrase."""
    page = document(**({"title": "Ferries to stop at night", "publisher": "The Harbour Post"} | known))
    first = statement(
        page,
        "We will not sign a paper that nobody has read,",
        "direct",
        "Mara Venn",
        mention="Mara Venn",
        cue="said",
        said_on="2024-03-05",
        said_evidence="on Tuesday",
    )
    first = replace(first, utterance=first.id)
    second = statement(page, "Not this year.", "direct", "Mara Venn", utterance=first.id)
    claim = statement(
        page,
        "the ferries would stop at night",
        "indirect",
        "Mara Venn",
        mention="She",
        addressee="the Harbour Board",
    )
    phrase = statement(page, "floating bottleneck", "partial", "Tomas Reyk", via="a letter")
    return Parse(page, quotes=(first, second, phrase), claims=(claim,))


def fill(url: str, *parses: Parse) -> list[str]:
    """Put parses into the library at `url`; returns the ids of their documents."""
    with open_library(url) as library:
        return [library.add(parse.document, parse).document.id for parse in parses]

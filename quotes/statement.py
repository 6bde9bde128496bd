"""What a document attributes to a source: the records that parsing gives and everything else uses."""

from dataclasses import dataclass
from typing import Literal

from quotes.document import Document

Kind = Literal["direct", "partial", "indirect"]
SpeakerType = Literal["person", "organization", "country", "group", "unnamed"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement; `Document.text[start:end]` is its text.

    `kind` is "direct" or "partial" for words in marks, "indirect" for a claim. `speaker` is the
    name as fully as the document gives it, None with the reason in `unknown`. `mention` are the
    words that name the source at that place. `said_on` is ISO in the precision known. `utterance`
    is the id of the first statement of the same utterance, None where it stands alone;
    `nested_in` the id of the quotation around this one; `quotes_inside` the ids of the quotations
    in a claim. `depth` counts the quotations around it. `context_span` holds the sentence or
    sentences of the statement and its cue. `confidence` is 0 to 1.
    """

    id: str
    kind: Kind
    start: int
    end: int
    text: str
    context_span: Span
    source_span: Span | None = None
    speaker: str | None = None
    speaker_type: SpeakerType | None = None
    unknown: str | None = None
    mention: str | None = None
    mention_span: Span | None = None
    mention_source_span: Span | None = None
    cue: str | None = None
    cue_span: Span | None = None
    said_on: str | None = None
    said_evidence: str | None = None
    addressee: str | None = None
    via: str | None = None
    implicit: bool = False
    utterance: str | None = None
    nested_in: str | None = None
    depth: int = 0
    quotes_inside: tuple[str, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class AttributionSpans:
    """Source, cue and content of one attribution, in offsets of the decoded file."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Parse:
    """Everything found in one document, in the order of the text."""

    document: Document
    quotes: tuple[Statement, ...] = ()
    claims: tuple[Statement, ...] = ()
    attributions: tuple[AttributionSpans, ...] = ()
    warnings: tuple[str, ...] = ()

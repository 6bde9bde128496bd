"""What the library answers with: plain records, safe to keep after the session is closed."""

from dataclasses import dataclass

from quotes.document import Block, DateCandidate, Page, Repair
from quotes.statement import Statement


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document in the library, without its text. `*_evidence` says where a value comes from."""

    id: str
    sha256: str
    name: str
    lang: str | None
    title: str | None
    title_evidence: str | None
    author: str | None
    author_evidence: str | None
    publisher: str | None
    publisher_evidence: str | None
    agency: str | None
    agency_evidence: str | None
    dateline: str | None
    url: str | None
    url_evidence: str | None
    published: str | None
    published_precision: str | None
    published_evidence: str | None
    published_candidates: tuple[DateCandidate, ...]
    published_confidence: float | None
    retrieved: str | None
    retrieved_evidence: str | None
    place: str | None
    media_type: str
    encoding: str
    encoding_evidence: str | None
    pages: tuple[Page, ...]
    processing: tuple[str, ...]
    repairs: tuple[Repair, ...]
    blocks: tuple[Block, ...]
    quotes: int
    claims: int


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement with its speaker across documents, its document and the sentence(s) around it.

    `context` is `Document.text[context_start:context_end]`: the sentence or sentences that hold
    the statement and its cue, without line breaks at its edges.
    """

    statement: Statement
    document: StoredDocument
    speaker_id: str | None
    speaker: str | None
    context: str
    context_start: int
    context_end: int


@dataclass(frozen=True, slots=True)
class StoredSpeaker:
    """A speaker across documents, with every form of the name and how much is attributed to it."""

    id: str
    name: str
    type: str | None
    aliases: tuple[str, ...]
    documents: int
    quotes: int
    claims: int


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The statements asked for (at most the plan's limit) and how many there are in all."""

    statements: tuple[StoredStatement, ...]
    total: int

"""A document as it was read: its text, where every part of it came from, and what is known about it."""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from quotes.offsets import OffsetMap
from quotes.paragraphs import paragraph_spans

BLOCK_QUOTATION = "block quotation"
"""The reason of a body block that the page sets off as somebody's words."""
BlockKind = Literal["title", "body", "caption", "furniture"]
Precision = Literal["day", "month", "year"]
FILE_TIME = "the file's own time"
"""The evidence of a moment of retrieval that only the file system states: nothing to cite."""
SURE_ENOUGH = 0.5
"""The confidence of one candidate from which it can be a date of publication, or speak against one."""


@dataclass(frozen=True, slots=True)
class Evidenced:
    """A value found in or given for a document, and the words, tag or flag that state it."""

    value: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """One date that the document may have been published on, ISO in its precision ("2021-08").

    `confidence`, 0 to 1, is how far its evidence can be trusted by itself; None where nobody said.
    """

    value: str
    precision: Precision
    evidence: str
    confidence: float | None = None

    @property
    def is_trusted(self) -> bool:
        """Whether it can be a date of publication, or speak against one."""
        return self.confidence is not None and self.confidence >= SURE_ENOUGH

    def agrees(self, other: "DateCandidate") -> bool:
        """Whether both may be one date: as far as both are precise; a day apart are two time zones."""
        shortest = min(len(self.value), len(other.value))
        if self.value[:shortest] == other.value[:shortest]:
            return True
        if self.precision != "day" or other.precision != "day":
            return False
        return abs(date.fromisoformat(self.value) - date.fromisoformat(other.value)) <= timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Published:
    """The publication date, None unless it is sure, and every candidate for it with its evidence.

    `confidence`, 0 to 1, is that of the date most candidates speak for, less what contradicts it.
    """

    value: str | None = None
    precision: Precision | None = None
    candidates: tuple[DateCandidate, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Fetch:
    """How a page was had from the web: the address asked for and that it was found at, without fragments.

    `etag` and `last_modified` are what its server knows this version by (RFC 9110, 8.8).
    """

    url: str
    address: str
    etag: str | None = None
    last_modified: str | None = None


def contradictory(candidates: Sequence[DateCandidate]) -> bool:
    """Whether trusted dates of publication disagree."""
    trusted = [candidate for candidate in candidates if candidate.is_trusted]
    return any(not one.agrees(other) for one in trusted for other in trusted)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a paged document: what is printed on it as its number, and where in the text it begins."""

    label: str
    start: int


def page_of(pages: Sequence[Page], start: int, end: int) -> str | None:
    """The page on which `text[start:end]` stands ("4"), or those it runs over ("4–5"); None without `pages`.

    `pages` are in the order of the text, which has the footnotes of a page behind what runs on to the next.
    """
    if not pages:
        return None
    first = max(bisect_right(pages, start, key=lambda page: page.start) - 1, 0)
    last = max(bisect_left(pages, end, key=lambda page: page.start) - 1, first)
    begun = {page.label: None for page in pages[first : last + 1]}
    if len(begun) < 2:
        return pages[first].label
    over = [label for label in dict.fromkeys(page.label for page in pages) if label in begun]
    return f"{over[0]}–{over[-1]}"


def page_words(page: str) -> str:
    """A page, or pages, as `page_of` gives them, with the usual abbreviation: "p. 4", "pp. 4–5"."""
    return f"{'pp' if '–' in page else 'p'}. {page}"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the decoded file.

    `start`, `end` are offsets of `Document.text` (None for furniture, which is not in it);
    `source_start`, `source_end` are offsets of the decoded file (None where there is no map).
    `lang` is its language where that is not English (ISO 639-1). `words` are those of a dropped block that
    has no place in the decoded file, None otherwise.
    """

    kind: BlockKind
    start: int | None
    end: int | None
    source_start: int | None
    source_end: int | None
    reason: str | None = None
    lang: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """Damaged characters of the decoded file and what they were read as.

    `guessed` is true where the damage lost the byte that tells which mark stood there.
    """

    source_start: int
    source_end: int
    damaged: str
    repaired: str
    guessed: bool


@dataclass(frozen=True, slots=True)
class Document:
    """One article, page, report or transcript as ingested. Every offset refers to `text`.

    `text` holds the title, body and caption blocks in file order, repaired, with "\\n" line ends;
    `original` the bytes it came from, `encoding` the name Python decodes them by (with
    errors="replace" they give the decoded file); `offsets` is None where the text cannot be
    mapped back to the decoded file (HTML). `encoding_evidence` tells how the encoding is known;
    `place` is the path or address it was read from, `fetched` how where that was the web; `retrieved` an
    ISO 8601 moment. `lang` is the language
    of most of the text (ISO 639-1). `processing` says what the reader did beside decoding and repairing
    ("12 words joined that were split at line ends").
    """

    name: str
    text: str
    original: bytes
    encoding: str
    blocks: tuple[Block, ...]
    offsets: OffsetMap | None
    media_type: str = "text/plain"
    lang: str | None = None
    title: Evidenced = Evidenced()
    author: Evidenced = Evidenced()
    publisher: Evidenced = Evidenced()
    agency: Evidenced = Evidenced()
    dateline: Evidenced = Evidenced()
    url: Evidenced = Evidenced()
    published: Published = Published()
    retrieved: Evidenced = Evidenced()
    place: str | None = None
    fetched: Fetch | None = None
    encoding_evidence: str | None = None
    pages: tuple[Page, ...] = ()
    repairs: tuple[Repair, ...] = ()
    processing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", hashlib.sha256(self.original).hexdigest())

    @classmethod
    def of_text(cls, text: str, name: str = "text") -> "Document":
        """A document of clean text given as a string: all body, with the string's own offsets."""
        spans = paragraph_spans(text)
        return cls(
            name=name,
            text=text,
            original=text.encode("utf-8", errors="surrogatepass"),
            encoding="utf-8",
            blocks=tuple(Block("body", start, end, start, end) for start, end in spans),
            offsets=OffsetMap.identity(len(text)),
        )

    def source_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where `text[start:end]` stands in the decoded file; None where it has no place there."""
        return None if self.offsets is None else self.offsets.source_span(start, end)

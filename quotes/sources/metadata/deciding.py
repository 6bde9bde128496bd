"""Who published a plain text, who wrote it, when and where: each with the words that say so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from quotes.document import DateCandidate, Document, Evidenced, Published
from quotes.overrides import Overrides
from quotes.sources.furniture.front import author_of, credited
from quotes.sources.furniture.pieces import EVIDENCE_MAX, Piece, is_headline, quoted
from quotes.sources.metadata.dated_lines import doubted_dates, only_mentioned, stated_dates
from quotes.sources.metadata.datelines import AGENCY, Dateline, agency_name, dateline_of, host
from quotes.sources.metadata.dates import url_date
from quotes.sources.metadata.issuers import is_issuer
from quotes.sources.metadata.publication import (
    TAG,
    published,
)
from quotes.sources.metadata.publishers import publisher_of

_UNKNOWN = Evidenced()
_UNDATED = Published()

TURNS_MIN = 3
"""A text of so many labelled turns is a transcript."""
DATELINE_DEPTH = 4
"""The dateline stands in one of so many first paragraphs."""

_TOLD = re.compile(rf"\btold\s(?P<agency>{AGENCY})\b")
_SIGNED = re.compile(rf"(?:\(|(?:—|–|-|--|Source:)\s*)?(?P<agency>{AGENCY})\)?\.?")
_CREDIT_LINE = re.compile(
    rf"(?:With files from|Source:|©|\(c\)|Copyright(?: \d{{4}})?)\s(?P<agency>{AGENCY})\b"
)
_TURN = re.compile(r"[A-Z][A-Z.’' -]{1,40}:\s")
_ABOUT_AUTHOR = re.compile(
    r"(?i:About the Author):?\s+(?P<name>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]*){1,3})"
    r"\s(?:is|was|has|holds|teaches|writes|works)\b"
)
_CREDITING = frozenset({"credit line", "signature"})
"""What a line is that may credit an agency."""


@dataclass(frozen=True, slots=True)
class _Named:
    """What is stated about a document, by the names of the fields of Document."""

    title: Evidenced = _UNKNOWN
    author: Evidenced = _UNKNOWN
    publisher: Evidenced = _UNKNOWN
    agency: Evidenced = _UNKNOWN
    dateline: Evidenced = _UNKNOWN
    url: Evidenced = _UNKNOWN


@dataclass(frozen=True, slots=True)
class Metadata(_Named):
    """What is known about a document; every field is one of Document."""

    published: Published = _UNDATED

    def attached_to(self, document: Document) -> Document:
        """The document with this metadata."""
        known: dict[str, Any] = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(document, **known)


@dataclass(frozen=True, slots=True)
class Findings(_Named):
    """What a document says about itself; dates of `tags` and `lines` are trusted, `doubtful` ones listed."""

    tags: tuple[DateCandidate, ...] = ()
    lines: tuple[DateCandidate, ...] = ()
    doubtful: tuple[DateCandidate, ...] = ()


def text_findings(text: str, pieces: Sequence[Piece], url: str | None) -> Findings:
    """What the pieces of a text say about it; `url` is its address where another source gives one."""
    page = [(piece, text[piece.start : piece.end]) for piece in pieces]
    address = _url(page)
    turns = _is_transcript(page)
    dateline = None if turns else _dateline(page, url or address.value or "")
    stated = tuple(stated_dates(page, dateline))
    return Findings(
        title=_title(page),
        author=_author(page),
        publisher=publisher_of(page, dateline, url or address.value or "", turns),
        agency=_agency(page, dateline),
        dateline=dateline.evidenced if dateline else Evidenced(),
        url=address,
        # The date at the head of a transcript is the day of the session.
        lines=() if turns else stated,
        doubtful=(*(only_mentioned(stated) if turns else ()), *doubted_dates(page)),
    )


def decided(found: Findings, overrides: Overrides) -> Metadata:
    """The metadata of a document: flags first, then what was found, then what the address tells."""
    url = overrides.evidenced("url", found.url)
    publisher = found.publisher if found.publisher.value else host(url.value or "")
    dated = url_date(url.value) if url.value else None
    tags = (tag if tag.confidence is not None else replace(tag, confidence=TAG) for tag in found.tags)
    sure = (*tags, *([dated] if dated else []), *found.lines)
    return Metadata(
        title=overrides.evidenced("title", found.title),
        author=overrides.evidenced("author", found.author),
        publisher=overrides.evidenced("publisher", publisher),
        agency=overrides.evidenced("agency", found.agency),
        dateline=found.dateline,
        url=url,
        published=published(sure, found.doubtful, flag=overrides.published_candidate()),
    )


def preferring(first: Findings, second: Findings) -> Findings:
    """The findings of both; where both state a value, that of `first`."""
    named = {
        field.name: getattr(first if getattr(first, field.name).value else second, field.name)
        for field in fields(_Named)
    }
    return Findings(
        **named,
        tags=first.tags + second.tags,
        lines=first.lines + second.lines,
        doubtful=first.doubtful + second.doubtful,
    )


_Page = list[tuple[Piece, str]]


def _is_transcript(page: _Page) -> bool:
    """Whether the text is made of labelled turns ("JUDGE VENN: ...")."""
    turns = (piece for piece, words in page if piece.kind == "body" and _TURN.match(words))
    return sum(1 for _ in turns) >= TURNS_MIN


def _dateline(page: _Page, url: str) -> Dateline | None:
    """The dateline of the first paragraph; lines without a sentence may stand above it."""
    bodies = [words for piece, words in page if piece.kind == "body"][:DATELINE_DEPTH]
    for words in bodies:
        found = dateline_of(words, url)
        if found or not is_headline(words):
            return found
    return None


def _url(page: _Page) -> Evidenced:
    for piece, words in page:
        if piece.reason == "address":
            return Evidenced(words if "//" in words else "http://" + words, "first line")
    return Evidenced()


def _title(page: _Page) -> Evidenced:
    return next(
        (Evidenced(words, "line above the text") for piece, words in page if piece.kind == "title"),
        Evidenced(),
    )


def _author(page: _Page) -> Evidenced:
    for piece, words in page:
        if piece.reason == "byline":
            name = author_of(words) or credited(words)
            return Evidenced(name.title() if name.isupper() else name, f"line “{quoted(words)}”")
    joined = "\n".join(words for _, words in page)
    about = _ABOUT_AUTHOR.finditer(joined)
    return next(
        (Evidenced(match["name"], f"“{quoted(' '.join(match.group().split()))}”") for match in about),
        Evidenced(),
    )


def _agency(page: _Page, dateline: Dateline | None) -> Evidenced:
    """The agency that the text credits: in its dateline, in a line of its own, or as the one told."""
    if dateline and dateline.agency:
        own = dateline.agency if dateline.agency.isupper() or is_issuer(dateline.agency) else None
        name = agency_name(dateline.agency) or own
        if name:
            return Evidenced(name, f"dateline “{dateline.words}”")
    bodies = [words for piece, words in page if piece.kind == "body"]
    credits = [words for piece, words in page if piece.reason in _CREDITING]
    for words in (*bodies, *credits):
        match = _SIGNED.fullmatch(words) or (_CREDIT_LINE.match(words) if len(words) < EVIDENCE_MAX else None)
        if match:
            return Evidenced(agency_name(match.group("agency")), f"line “{quoted(words)}”")
    told = {
        agency_name(match.group("agency")): match.group()
        for words in bodies
        for match in _TOLD.finditer(words)
    }
    if len(told) == 1:
        name, words = next(iter(told.items()))
        return Evidenced(name, f"“{words}”")
    return Evidenced()

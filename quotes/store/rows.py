"""Records to rows and back, letter for letter."""

from collections.abc import Callable, Iterable
from dataclasses import astuple, fields, replace
from typing import Any, TypeVar, cast

from sqlalchemy import Row

from quotes.document import Block, DateCandidate, Document, Evidenced, Page, Precision, Published, Repair
from quotes.offsets import OffsetMap
from quotes.statement import (
    Alteration,
    AlterationKind,
    Kind,
    Span,
    SpeakerType,
    Stance,
    Statement,
    Translation,
)
from quotes.store.tables.base import Rows
from quotes.store.views import ListedDocument, Place, StoredDocument, WholeDocument

T = TypeVar("T")
AnyRow = Row[*tuple[Any, ...]]
"""A row with the columns of its table as attributes."""
Words = Callable[[int, int], str]
"""The words of a document's text from a start to an end."""

PLACE_COLUMNS = tuple(
    "sha256 name place media_type encoding title title_evidence author author_evidence publisher "
    "publisher_evidence url url_evidence published published_evidence published_candidates retrieved "
    "retrieved_evidence".split()
)
"""What `documents` and `places` both tell of one printing of a text."""


def document_values(identifier: str, document: Document, warnings: Iterable[str]) -> dict[str, Any]:
    """The columns of `documents` for `document`; `warnings` come from its parse."""
    published = document.published
    values = place_values(document) | {
        "id": identifier,
        "published_precision": published.precision,
        "published_confidence": published.confidence,
        "pages": as_rows(document.pages),
        "processing": list(document.processing),
        "repairs": as_rows(document.repairs),
        "blocks": as_rows(document.blocks),
        "warnings": list(dict.fromkeys([*document.warnings, *warnings])),
        "offsets": None
        if document.offsets is None
        else [list(segment) for segment in document.offsets.segments],
    }
    for name in ("agency", "dateline"):
        found = getattr(document, name)
        values |= {name: found.value, f"{name}_evidence": found.evidence}
    for name in ("encoding_evidence", "lang", "text"):
        values[name] = getattr(document, name)
    return values


def place_values(document: Document) -> dict[str, Any]:
    """The columns of `places` for `document` but for its owner and its bytes."""
    published = document.published
    values: dict[str, Any] = {
        "published": published.value,
        "published_evidence": _published_evidence(published),
        "published_candidates": as_rows(published.candidates),
    }
    for name in ("title", "author", "publisher", "url", "retrieved"):
        found = getattr(document, name)
        values |= {name: found.value, f"{name}_evidence": found.evidence}
    return {name: getattr(document, name) for name in PLACE_COLUMNS if name not in values} | values


def document(row: AnyRow, original: bytes) -> Document:
    """The document of a row, with what is in effect of it; `original` are its bytes.

    How it was fetched is not told; its warnings are those of its parse too.
    """
    evidenced: dict[str, Any] = {
        name: Evidenced(getattr(row, name), getattr(row, f"{name}_evidence"))
        for name in ("title", "author", "publisher", "agency", "dateline", "url", "retrieved")
    }
    return Document(
        name=row.name,
        text=row.text,
        original=original,
        encoding=row.encoding,
        blocks=_records(Block, row.blocks),
        offsets=offset_map(row.offsets),
        media_type=row.media_type,
        lang=row.lang,
        published=Published(
            row.published,
            cast("Precision | None", row.published_precision),
            _records(DateCandidate, row.published_candidates),
            row.published_confidence,
        ),
        place=row.place,
        encoding_evidence=row.encoding_evidence,
        pages=_records(Page, row.pages),
        repairs=_records(Repair, row.repairs),
        processing=tuple(row.processing),
        warnings=tuple(row.warnings or ()),
        **evidenced,
    )


def offset_map(segments: Rows | None) -> OffsetMap | None:
    """The map of a row back to the decoded file, None where it has none."""
    return None if segments is None else OffsetMap(tuple((a, b, c, d) for a, b, c, d in segments))


def place(row: AnyRow, number: int, *, is_copy: bool) -> Place:
    """The view of a place's row."""
    values = {name: getattr(row, name) for name in PLACE_COLUMNS}
    values["published_candidates"] = _records(DateCandidate, row.published_candidates)
    return Place(number=number, is_copy=is_copy, **values)


def stored_document(
    row: AnyRow, places: tuple[Place, ...], tags: tuple[str, ...], note: str | None
) -> StoredDocument:
    """The view of a document's row, with where else its text was found."""
    return StoredDocument(
        id=row.id,
        sha256=row.sha256,
        name=row.name,
        lang=row.lang,
        title=row.title,
        title_evidence=row.title_evidence,
        author=row.author,
        author_evidence=row.author_evidence,
        publisher=row.publisher,
        publisher_evidence=row.publisher_evidence,
        agency=row.agency,
        agency_evidence=row.agency_evidence,
        dateline=row.dateline,
        url=row.url,
        url_evidence=row.url_evidence,
        published=row.published,
        published_precision=row.published_precision,
        published_evidence=row.published_evidence,
        published_candidates=_records(DateCandidate, row.published_candidates),
        published_confidence=row.published_confidence,
        retrieved=row.retrieved,
        retrieved_evidence=row.retrieved_evidence,
        place=row.place,
        media_type=row.media_type,
        encoding=row.encoding,
        encoding_evidence=row.encoding_evidence,
        pages=_records(Page, row.pages),
        processing=tuple(row.processing),
        warnings=tuple(row.warnings or ()),
        copy_of=row.copy_of,
        similarity=row.similarity,
        version_of=row.version_of,
        places=places,
        parsed_by=row.parsed_by,
        tags=tags,
        note=note,
    )


def listed_document(stored: StoredDocument, **more: Any) -> ListedDocument:
    """The document with the further fields of one that is listed."""
    return ListedDocument(**_fields(stored), **more)


def whole_document(listed: ListedDocument, blocks: Rows, repairs: Rows) -> WholeDocument:
    """The document with what each part of its file is, and what was repaired in it."""
    told = _fields(listed)
    return WholeDocument(**told, blocks=_records(Block, blocks), repairs=_records(Repair, repairs))


def as_rows(records: Iterable[Any]) -> Rows:
    """Records of one kind as the column of a table keeps them."""
    return [list(astuple(record)) for record in records]


def statement_values(statement: Statement) -> dict[str, Any]:
    """The columns of `statements` that a statement alone determines."""
    plain = (
        "id kind start end speaker speaker_type unknown mention cue said_on said_evidence addressee via "
        "implicit utterance nested_in depth confidence claim stance stance_evidence role"
    )
    values: dict[str, Any] = {name: getattr(statement, name) for name in plain.split()}
    for name in ("context", "source", "mention", "mention_source", "cue", "role"):
        start, end = getattr(statement, f"{name}_span") or (None, None)
        values |= {f"{name}_start": start, f"{name}_end": end}
    values["rests_start"], values["rests_end"] = statement.rests_on or (None, None)
    values["joint"] = list(statement.joint) or None
    values["alterations"] = [
        [a.kind, a.start, a.end, *(a.source_span or (None, None))] for a in statement.alterations
    ]
    return values | _translation_values(statement.translated)


def _translation_values(translated: Translation | None) -> dict[str, Any]:
    place = (translated.start, translated.end) if translated else (None, None)
    source = (translated.source_span if translated else None) or (None, None)
    names = ("translated_start", "translated_end", "translated_source_start", "translated_source_end")
    return dict(zip(names, (*place, *source), strict=True))


def statement(row: AnyRow, words: Words, quotes_inside: Iterable[str] = ()) -> Statement:
    """The statement of a row, with the quotations in it; `words` gives those of its document's text."""
    return Statement(
        id=row.id,
        kind=cast("Kind", row.kind),
        start=row.start,
        end=row.end,
        text=words(row.start, row.end),
        context_span=(row.context_start, row.context_end),
        source_span=_span(row.source_start, row.source_end),
        speaker=row.speaker,
        speaker_type=cast("SpeakerType | None", row.speaker_type),
        unknown=row.unknown,
        mention=row.mention,
        mention_span=_span(row.mention_start, row.mention_end),
        mention_source_span=_span(row.mention_source_start, row.mention_source_end),
        cue=row.cue,
        cue_span=_span(row.cue_start, row.cue_end),
        said_on=row.said_on,
        said_evidence=row.said_evidence,
        addressee=row.addressee,
        via=row.via,
        implicit=row.implicit,
        utterance=row.utterance,
        nested_in=row.nested_in,
        depth=row.depth,
        quotes_inside=tuple(quotes_inside),
        claim=row.claim,
        stance=cast("Stance | None", row.stance),
        stance_evidence=row.stance_evidence,
        alterations=tuple(_alteration(words, *fields) for fields in row.alterations or ()),
        translated=_translation(row, words),
        role=row.role,
        role_span=_span(row.role_start, row.role_end),
        rests_on=_span(row.rests_start, row.rests_end),
        joint=tuple(row.joint or ()),
        confidence=row.confidence,
    )


def statement_as_parsed(row: AnyRow, words: Words, quotes_inside: Iterable[str] = ()) -> Statement:
    """The statement of a row as the parser gave it, whatever was decided on it since."""
    parsed = row.parsed
    if parsed is None:
        return statement(row, words, quotes_inside)
    start, end = parsed["start"], parsed["end"]
    names = ("kind", "start", "end", "speaker", "speaker_type", "unknown", "role", "said_on", "said_evidence")
    return replace(
        statement(row, words, quotes_inside),
        **{name: parsed[name] for name in names},
        text=words(start, end),
        context_span=(parsed["context_start"], parsed["context_end"]),
        source_span=_span(parsed["source_start"], parsed["source_end"]),
        role_span=_span(parsed["role_start"], parsed["role_end"]),
        joint=tuple(parsed["joint"] or ()),
        alterations=tuple(_alteration(words, *fields) for fields in parsed["alterations"] or ()),
    )


def _alteration(
    words: Words,
    kind: AlterationKind,
    start: int,
    end: int,
    source_start: int | None,
    source_end: int | None,
) -> Alteration:
    return Alteration(kind, start, end, words(start, end), _span(source_start, source_end))


def _translation(row: AnyRow, words: Words) -> Translation | None:
    span = _span(row.translated_start, row.translated_end)
    if span is None:
        return None
    source = _span(row.translated_source_start, row.translated_source_end)
    return Translation(words(*span), *span, source)


def _fields(record: StoredDocument) -> dict[str, Any]:
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _published_evidence(published: Published) -> str | None:
    return next((c.evidence for c in published.candidates if c.value == published.value), None)


def _records(record: Callable[..., T], rows: Rows) -> tuple[T, ...]:
    return tuple(record(*row) for row in rows)


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else (start, end)

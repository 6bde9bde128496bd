"""The records of `--format ndjson`: every key always there, null or empty where nothing is known."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from quotes.document import Document, Evidenced, page_of
from quotes.statement import Alteration, Parse, Span, Statement, Translation

if TYPE_CHECKING:
    from quotes.store.views import StoredStatement

FORMAT_VERSION = 1
"""Goes up when a key changes its meaning; later versions of the program may add keys without that."""
CONFIDENCE_DIGITS = 4
"""More digits differ between processors that run the same model."""

Record = dict[str, Any]

_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def parse_record(parse: Parse, name: str) -> Record:
    """One document as it was read and parsed; `name` is its id in the run (the file's stem)."""
    document = parse.document
    return {
        "format_version": FORMAT_VERSION,
        "id": name,
        "sha256": document.sha256,
        "encoding": document.encoding,
        "encoding_evidence": document.encoding_evidence,
        "media_type": document.media_type,
        "lang": document.lang,
        "pages": [{"label": page.label, "start": page.start} for page in document.pages],
        "processing": list(document.processing),
        "metadata": _metadata(document),
        "blocks": block_records(document),
        "repairs": _repairs(document),
        "quotes": [_paged(quote, document) for quote in parse.quotes],
        "claims": [_paged(claim, document) for claim in parse.claims],
        "attributions": [
            {"source": _spans(spans.source), "cue": _spans(spans.cue), "content": _spans(spans.content)}
            for spans in parse.attributions
        ],
        "warnings": list(dict.fromkeys((*document.warnings, *parse.warnings))),
    }


def export_record(stored: StoredStatement, link: str | None = None) -> Record:
    """One statement of the library; `speaker` is the name that the speaker has across documents, `link`
    opens the page at the words."""
    document = stored.document
    return {
        **_statement(stored.statement, stored.page),
        "speaker": stored.speaker,
        "document": document.id,
        "speaker_id": stored.speaker_id,
        "publisher": document.publisher,
        "published": document.published,
        "title": document.title,
        "author": document.author,
        "url": document.url,
        "copies": len(stored.copies),
        "copy_of": stored.copy_of,
        "checked": stored.checked,
        "tags": list(stored.tags),
        "note": stored.note,
        "document_tags": list(document.tags),
        "document_note": document.note,
        "authority": None if stored.authority is None else stored.authority.told.values(),
        "link": link,
    }


def to_line(record: Record) -> str:
    """`record` as one line of JSON, without its line end, that any reader takes and no terminal obeys.

    Characters that end a line or command a terminal are written as JSON escapes, which lose nothing.
    A lone surrogate is no character and strict readers refuse its escape: it becomes U+FFFD.
    """
    line = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", json.dumps(record, ensure_ascii=False))
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", line)


def _metadata(document: Document) -> Record:
    return {
        "title": _evidenced(document.title),
        "author": _evidenced(document.author),
        "publisher": _evidenced(document.publisher),
        "agency": _evidenced(document.agency),
        "dateline": _evidenced(document.dateline),
        "url": _evidenced(document.url),
        "published": {
            "value": document.published.value,
            "precision": document.published.precision,
            "confidence": document.published.confidence,
            "candidates": [
                {
                    "value": candidate.value,
                    "precision": candidate.precision,
                    "evidence": candidate.evidence,
                    "confidence": candidate.confidence,
                }
                for candidate in document.published.candidates
            ],
        },
        "retrieved": _evidenced(document.retrieved),
    }


def _evidenced(item: Evidenced) -> Record:
    return {"value": item.value, "evidence": item.evidence}


def block_records(document: Document) -> list[Record]:
    """What each part of the decoded file is, in order."""
    return [
        {
            "kind": block.kind,
            "source_start": block.source_start,
            "source_end": block.source_end,
            "reason": block.reason,
            "lang": block.lang,
            "words": block.words,
        }
        for block in document.blocks
    ]


def _repairs(document: Document) -> list[Record]:
    return [
        {
            "source_start": repair.source_start,
            "source_end": repair.source_end,
            "from": repair.damaged,
            "to": repair.repaired,
            "guessed": repair.guessed,
        }
        for repair in document.repairs
    ]


def _paged(statement: Statement, document: Document) -> Record:
    return _statement(statement, page_of(document.pages, statement.start, statement.end))


def _statement(statement: Statement, page: str | None) -> Record:
    source_start, source_end = statement.source_span or (None, None)
    mention_start, mention_end = statement.mention_span or (None, None)
    mention_source_start, mention_source_end = statement.mention_source_span or (None, None)
    role_start, role_end = statement.role_span or (None, None)
    rests_on_start, rests_on_end = statement.rests_on or (None, None)
    confidence = statement.confidence
    return {
        "id": statement.id,
        "text": statement.text,
        "kind": statement.kind,
        "start": statement.start,
        "end": statement.end,
        "source_start": source_start,
        "source_end": source_end,
        "speaker": statement.speaker,
        "speaker_type": statement.speaker_type,
        "unknown": statement.unknown,
        "mention": statement.mention,
        "mention_start": mention_start,
        "mention_end": mention_end,
        "mention_source_start": mention_source_start,
        "mention_source_end": mention_source_end,
        "cue": statement.cue,
        "said_on": statement.said_on,
        "said_evidence": statement.said_evidence,
        "addressee": statement.addressee,
        "via": statement.via,
        "implicit": statement.implicit,
        "utterance": statement.utterance,
        "nested_in": statement.nested_in,
        "quotes_inside": list(statement.quotes_inside),
        "confidence": None if confidence is None else round(confidence, CONFIDENCE_DIGITS),
        "claim": statement.claim,
        "stance": statement.stance,
        "stance_evidence": statement.stance_evidence,
        "alterations": [
            {"kind": altered.kind, **_place(altered), "text": altered.text}
            for altered in statement.alterations
        ],
        "translated": None
        if statement.translated is None
        else {"evidence": statement.translated.evidence, **_place(statement.translated)},
        "page": page,
        "role": statement.role,
        "role_start": role_start,
        "role_end": role_end,
        "rests_on_start": rests_on_start,
        "rests_on_end": rests_on_end,
        "joint": list(statement.joint),
    }


def _place(part: Alteration | Translation) -> Record:
    source_start, source_end = part.source_span or (None, None)
    return {
        "start": part.start,
        "end": part.end,
        "source_start": source_start,
        "source_end": source_end,
    }


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in spans]

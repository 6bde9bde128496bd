"""Predictions: what was found in a document, read from the records of `quotes parse --format ndjson`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotes.errors import UsageError
from quotes.statement import Span

Record = Mapping[str, Any]
ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement that was found."""

    span: Span
    text: str | None = None
    kind: str | None = None
    speaker: str | None = None
    mention: Span | None = None
    implicit: bool = False
    said_on: str | None = None
    confidence: float | None = None

    @property
    def names_somebody(self) -> bool:
        """Whether it answers who said it, by a name or by a place in the text."""
        return bool((self.speaker or "").strip()) or self.mention is not None


@dataclass(frozen=True, slots=True)
class Answers:
    """What was found in one document; `unplaced` statements have no place in the file: they do not count."""

    quotes: tuple[Answer, ...] = ()
    claims: tuple[Answer, ...] = ()
    spans: tuple[tuple[str, Span], ...] = ()
    unplaced: int = 0


NOTHING = Answers()


def answers_of(record: Record, length: int, *, in_file: bool = True) -> Answers:
    """The answers of one record about a text of `length` characters.

    `in_file`: in offsets of the decoded file where the record has them, else of the document's text.
    Raises UsageError for a record that is none.
    """
    try:
        quotes = [_answer(item, in_file) for item in record.get("quotes") or ()]
        claims = [_answer(item, in_file) for item in record.get("claims") or ()]
        spans = tuple(
            (role, (start, end))
            for attribution in record.get("attributions") or ()
            for role in ROLES
            for start, end in attribution.get(role) or ()
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(f"{record.get('id')}: no record of quotes parse ({error!r})") from error
    placed = [answer for answer in (*quotes, *claims) if answer]
    for start, end in (*(answer.span for answer in placed), *(span for _, span in spans)):
        if not 0 <= start <= end <= length:
            raise UsageError(f"{record.get('id')}: the span {start}, {end} is outside the text")
    return Answers(
        tuple(answer for answer in quotes if answer),
        tuple(answer for answer in claims if answer),
        spans,
        len(quotes) + len(claims) - len(placed),
    )


def read_records(path: Path) -> dict[str, Record]:
    """The records of a file of JSON lines by their ids. Raises UsageError for what is none."""
    records: dict[str, Record] = {}
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
        for record in (json.loads(line) for line in lines if line.strip()):
            if record["id"] in records:
                raise UsageError(f"{path}: {record['id']} stands twice")
            records[record["id"]] = record
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path}: no records of quotes parse ({error!r})") from error
    return records


def _answer(item: Mapping[str, Any], in_file: bool) -> Answer | None:
    """None where it has no place in the file."""
    source = "source_" if in_file and "source_start" in item else ""
    start, end = item[f"{source}start"], item[f"{source}end"]
    if start is None and source:
        return None
    mention = (item.get(f"mention_{source}start"), item.get(f"mention_{source}end"))
    return Answer(
        span=(int(start), int(end)),
        text=item.get("text"),
        kind=item.get("kind"),
        speaker=item.get("speaker"),
        mention=None if None in mention else mention,  # type: ignore[arg-type]  # both are there
        implicit=bool(item.get("implicit")),
        said_on=item.get("said_on") or None,
        confidence=item.get("confidence"),
    )

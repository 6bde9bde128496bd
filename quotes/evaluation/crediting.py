"""To whom the statements of a document are credited, there and across documents, read from the records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quotes.evaluation.names import similar_speaker
from quotes.statement import Span

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Voice:
    """The `name` that a document has for a speaker, and the id of the speaker across documents."""

    name: str | None
    speaker_id: str | None


@dataclass(frozen=True, slots=True)
class Credited:
    """A statement at its place in the decoded file; of those who speak together each is a voice."""

    span: Span
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A speaker in several documents: by document, the names that it has there."""

    speaker_id: str
    name: str
    places: tuple[tuple[str, tuple[str, ...]], ...]


def credited(
    parsed: Record, exported: Mapping[str, Record], listed: Mapping[str, Sequence[Voice]]
) -> list[Credited]:
    """The statements of a document, in the order of its text.

    `parsed` is its record of `quotes parse` (the names within the document), `exported` the records of
    `quotes export` by their ids; `listed` are the speakers under whom the library lists a statement.
    """
    found = []
    for item in (*parsed["quotes"], *parsed["claims"]):
        record = exported.get(item["id"])
        if record is not None and item["source_start"] is not None:
            span = (item["source_start"], item["source_end"])
            voices = _voices(item, record["speaker_id"], listed.get(item["id"], ()))
            found.append(Credited(span, tuple(voices)))
    return sorted(found, key=lambda statement: statement.span)


def _voices(item: Record, speaker_id: str | None, listed: Sequence[Voice]) -> Iterator[Voice]:
    """The speaker; of a joint source each part, with an id of its own if the library lists the part."""
    parts = [voice for voice in listed if voice.speaker_id != speaker_id]
    for name in item.get("joint") or ():
        known = (v.speaker_id for v in parts if similar_speaker(v.name or "", name, person=True))
        yield Voice(name, next(known, None))
    if not item.get("joint"):
        yield Voice(item["speaker"], speaker_id)


def links(documents: Mapping[str, Sequence[Credited]], names: Mapping[str, str]) -> list[Link]:
    """The speakers that are in more than one document, those in most first; `names` by speaker's id."""
    places: dict[str, dict[str, dict[str, None]]] = {}
    for document, statements in documents.items():
        for voice in (voice for statement in statements for voice in statement.voices):
            if voice.speaker_id is not None and voice.name is not None:
                there = places.setdefault(voice.speaker_id, {}).setdefault(document, {})
                there[voice.name] = None
    found = [
        Link(speaker, names.get(speaker, ""), tuple((d, tuple(forms)) for d, forms in there.items()))
        for speaker, there in places.items()
        if len(there) > 1
    ]
    return sorted(found, key=lambda link: (-len(link.places), link.name, link.speaker_id))

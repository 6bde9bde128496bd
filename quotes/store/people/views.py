"""What the library answers of speakers: plain records, as those of `quotes.store.views`."""

from dataclasses import dataclass


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
class StoredAffiliation:
    """Whom a speaker speaks for (or spoke, if `past`), by the words at `start` to `end` of a document's text.

    They are in no document where the list of people tells it.
    """

    name: str
    evidence: str
    past: bool
    document: str | None
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Seen:
    """A form of a speaker's name, or a description, as one document has it, and where it first stands there.

    `uses` counts the statements; `start` and `end` are offsets of the document's text, None where the words
    stand nowhere (the fullest name is made of two).
    """

    words: str
    uses: int
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class StoredMember:
    """A speaker as one document names it (or the list of people: then of no document).

    `why` tells how it is known to be the same speaker as the others; empty for the first of them.
    `speaks_in` are the joint sources of the document that it is a part of, `parts` those of a joint source.
    """

    id: str
    document: str | None
    document_name: str | None
    type: str | None
    forms: tuple[Seen, ...]
    mentions: tuple[Seen, ...]
    roles: tuple[Seen, ...]
    why: tuple[str, ...]
    speaks_in: tuple[str, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two speakers who may be one: by which of their members, what speaks for it and what against.

    `strength` is 0 to 1.
    """

    first: StoredSpeaker
    second: StoredSpeaker
    first_member: str
    second_member: str
    evidence_for: tuple[str, ...]
    evidence_against: tuple[str, ...]
    strength: float

"""Which documents had words redacted: a fact for each, beside the note among what was done to it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from sqlalchemy import Connection

from quotes.store import facts

_FACT = "redacted:"


@dataclass(frozen=True, slots=True)
class Redacted:
    """When words of a document were last redacted (`on`, ISO 8601), and how many characters, of how many
    statements, were so in all."""

    on: str
    characters: int
    statements: int


def of(connection: Connection, document_ids: Iterable[str]) -> dict[str, Redacted]:
    """Those of the documents with these whole ids that had words redacted."""
    known = facts.several(connection, [f"{_FACT}{each}" for each in document_ids])
    return {name.removeprefix(_FACT): Redacted(**json.loads(value)) for name, value in known.items()}


def note(connection: Connection, document_id: str, on: str, characters: int, statements: int) -> None:
    """Write down that words of a document were redacted, beside what was before."""
    before = of(connection, [document_id]).get(document_id, Redacted(on, 0, 0))
    now = Redacted(on, before.characters + characters, before.statements + statements)
    facts.keep(connection, {f"{_FACT}{document_id}": json.dumps(asdict(now))})

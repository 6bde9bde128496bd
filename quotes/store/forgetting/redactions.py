"""Which documents had words redacted: a fact for each, beside the note among what was done to it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as upsert

from quotes.store.identifiers import chunks
from quotes.store.tables import facts

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
    found: dict[str, Redacted] = {}
    for chunk in chunks([f"{_FACT}{each}" for each in document_ids]):
        rows = connection.execute(select(facts.c.name, facts.c.value).where(facts.c.name.in_(chunk)))
        found |= {name.removeprefix(_FACT): Redacted(**json.loads(value)) for name, value in rows}
    return found


def note(connection: Connection, document_id: str, on: str, characters: int, statements: int) -> None:
    """Write down that words of a document were redacted, beside what was before."""
    before = of(connection, [document_id]).get(document_id, Redacted(on, 0, 0))
    now = Redacted(on, before.characters + characters, before.statements + statements)
    row = upsert(facts).values(name=f"{_FACT}{document_id}", value=json.dumps(asdict(now)))
    connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"value": row.excluded.value}))

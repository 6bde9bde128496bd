"""What is, or would be, taken out: counted before it goes."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Column, Connection, Select, func, or_, select

from quotes.store.identifiers import chunks
from quotes.store.tables import (
    changes,
    documents,
    joint_parts,
    notes,
    originals,
    places,
    speaker_members,
    statements,
    tags,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A document by its id, and the name and the place that it has."""

    id: str
    name: str
    place: str | None


@dataclass(frozen=True, slots=True)
class Account:
    """What is taken out: `documents`, how many `statements`, further `places`, the `size` in bytes of what
    was kept of them, `labels` (tags and notes), `decisions` about them, lines of the `journal` of runs.

    `speakers` are the names of those who have no other. `copies` are documents with (nearly) the same words,
    and versions, that stay. `characters` counts those that are blanked, where words alone are. `decision` is
    the entry of the log that tells of it, 0 where it was only reckoned.
    """

    documents: tuple[Named, ...]
    statements: int = 0
    places: int = 0
    size: int = 0
    labels: int = 0
    decisions: int = 0
    journal: int = 0
    characters: int = 0
    speakers: tuple[str, ...] = ()
    copies: tuple[Named, ...] = ()
    decision: int = 0


def named(connection: Connection, document_ids: Iterable[str]) -> tuple[Named, ...]:
    """Documents by their names, in the order of these."""
    query = select(documents.c.id, documents.c.name, documents.c.place)
    found: list[Named] = []
    for chunk in chunks(sorted(document_ids)):
        found += [Named(*row) for row in connection.execute(query.where(documents.c.id.in_(chunk)))]
    return tuple(sorted(found, key=lambda each: (each.name, each.id)))


def reckoned(connection: Connection, document_ids: Collection[str], ids: Collection[str]) -> Account:
    """What there is of these documents; `ids` are theirs and of all that belongs to them."""
    return Account(
        named(connection, document_ids),
        statements=_sum(connection, select(func.count()), statements.c.document_id, document_ids),
        places=_sum(connection, select(func.count()), places.c.document_id, document_ids),
        size=_size(connection, document_ids),
        labels=sum(_sum(connection, select(func.count()), table.c.target, ids) for table in (tags, notes)),
        decisions=_decisions(connection, ids),
    )


def many(number: int, what: str) -> str:
    """So many of something, in words."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def _decisions(connection: Connection, ids: Collection[str]) -> int:
    found: set[int] = set()
    for chunk in chunks(sorted(ids)):
        about = or_(changes.c.target.in_(chunk), changes.c.document_id.in_(chunk))
        found.update(connection.scalars(select(changes.c.decision).where(about)))
    return len(found)


def _size(connection: Connection, document_ids: Collection[str]) -> int:
    kept = (originals.c.compressed, originals.c.document_id), (places.c.compressed, places.c.document_id)
    return sum(
        _sum(connection, select(func.sum(func.length(column))), of, document_ids) for column, of in kept
    )


def _sum(connection: Connection, query: Select[int], column: Column[str], values: Collection[str]) -> int:
    """What `query` counts of the rows that have one of these values, in all."""
    return sum(connection.scalar(query.where(column.in_(chunk))) or 0 for chunk in chunks(sorted(values)))


def spoken_by(connection: Connection, speaker_id: str) -> list[str]:
    """The ids of the statements in effect of a speaker, alone or with others; copies too."""
    own = select(speaker_members.c.id).where(speaker_members.c.speaker_id == speaker_id)
    groups = select(joint_parts.c.group_id).where(joint_parts.c.part_id.in_(own))
    said = or_(statements.c.member_id.in_(own), statements.c.member_id.in_(groups))
    query = select(statements.c.id).where(said, statements.c.withheld.is_(None))
    return list(connection.scalars(query.order_by(statements.c.number)))


def documents_of(connection: Connection, statement_ids: Collection[str]) -> list[str]:
    """The ids of the documents that these statements stand in."""
    found: set[str] = set()
    for chunk in chunks(sorted(statement_ids)):
        query = select(statements.c.document_id).where(statements.c.id.in_(chunk))
        found.update(connection.scalars(query))
    return sorted(found)

"""Ids that were shown once go on answering: when what they name was taken out, and who stands for it now."""

import re
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, Row, delete, insert, select, update

from quotes.store.forgetting import tombstones
from quotes.store.identifiers import chunks
from quotes.store.tables import decisions, departures, speaker_members

PURGE = "purge"
_ID = re.compile(r"[dqs][a-z2-7]{2,}")
"""The beginning of an id that is no word by chance."""
_TOLD = select(departures.c.id, decisions.c.action, decisions.c.decided, decisions.c.who).join(
    decisions, decisions.c.number == departures.c.decision
)


def note(
    connection: Connection,
    decision: int,
    ids: Iterable[str],
    heirs: Mapping[str, str],
    document_id: str | None = None,
) -> None:
    """Keep the ids of what a decision takes out; former ids of speakers go on naming those of their `heirs`.

    Without the id of the document they go with, as they are purged, keyed hashes of them are kept.
    """
    rows = [
        {
            "id": each if document_id else tombstones.hashed(connection, each),
            "decision": decision,
            "document_id": document_id,
            "heir": heirs.get(each),
        }
        for each in sorted(set(ids))
    ]
    for chunk in chunks(rows):
        away = departures.c.id.in_([row["id"] for row in chunk])
        connection.execute(delete(departures).where(away))
        connection.execute(insert(departures), chunk)


def hand_on(connection: Connection, leaving: Collection[str], heirs: Mapping[str, str]) -> None:
    """Let ids that members who leave answered for be answered for by those who come after these."""
    for chunk in chunks(sorted(leaving)):
        for member in connection.scalars(
            select(departures.c.heir).where(departures.c.heir.in_(chunk)).distinct()
        ).all():
            handed = update(departures).where(departures.c.heir == member)
            connection.execute(handed.values(heir=heirs.get(str(member))))


def hide(connection: Connection, decision: int, document_ids: Iterable[str]) -> None:
    """Keep no more than keyed hashes of the ids that went with documents which were removed before."""
    for document in document_ids:
        query = select(departures.c.id, departures.c.heir).where(departures.c.document_id == document)
        went = dict(connection.execute(query).all())
        returned(connection, document)
        note(connection, decision, went, {each: heir for each, heir in went.items() if heir})


def returned(connection: Connection, document_id: str) -> bool:
    """Forget what went with a document, as it is there again; whether it was removed before."""
    tombstones.drop_laid_by(connection, document_id)
    went = delete(departures).where(departures.c.document_id == document_id)
    return connection.execute(went).rowcount > 0


def ids_with(connection: Connection, document_id: str) -> list[str]:
    """The ids of all that went with a document that was removed."""
    return list(connection.scalars(select(departures.c.id).where(departures.c.document_id == document_id)))


def document_id(connection: Connection, typed: str) -> str | None:
    """The id of the removed document that `typed` is, or begins as no other does."""
    wanted = typed.strip().lower()
    if not wanted.startswith("d"):
        return None
    begins = departures.c.id.startswith(wanted, autoescape=True)
    query = select(departures.c.id).where(begins, departures.c.document_id == departures.c.id)
    found = connection.scalars(query.limit(2)).all()
    return found[0] if len(found) == 1 else None


def told(connection: Connection, typed: str) -> str | None:
    """When what this id (or the beginning of one) named was taken out, in a line; None where it never was."""
    row = _found(connection, typed)
    if row is None:
        return None
    identifier, action, decided, who = row
    if action == PURGE:
        return f"{typed.strip()} was purged on {decided[:10]} by {who}: nothing of it is kept"
    return f"{identifier} was removed on {decided[:10]} by {who}: adding its file again brings it back"


def speaker(connection: Connection, typed: str) -> str | None:
    """The speaker whom this former id of it goes on naming, None where there is none."""
    for identifier in _ids(connection, typed):
        query = select(speaker_members.c.speaker_id).join(
            departures, departures.c.heir == speaker_members.c.id
        )
        found = connection.scalar(query.where(departures.c.id == identifier))
        if found is not None:
            return found
    return None


def _found(connection: Connection, typed: str) -> Row[str, str, str, str] | None:
    for identifier in _ids(connection, typed):
        row = connection.execute(_TOLD.where(departures.c.id == identifier)).one_or_none()
        if row is not None:
            return row
    wanted = typed.strip().lower()
    if not _ID.fullmatch(wanted):
        return None
    begins = departures.c.id.startswith(wanted)
    plain = departures.c.document_id.is_not(None)
    return connection.execute(_TOLD.where(begins, plain).order_by(departures.c.id).limit(1)).one_or_none()


def _ids(connection: Connection, typed: str) -> list[str]:
    """What an id is kept as: as it is, or as its keyed hash."""
    wanted = typed.strip().lower()
    return [each for each in (wanted, tombstones.known_as(connection, wanted)) if each]

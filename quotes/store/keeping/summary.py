"""What is in a library, counted from its indexes: in a tenth of a second for a million statements."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Select, func, select, text

from quotes.query.fields import DOUBTFUL
from quotes.store import facts
from quotes.store.forgetting import rewriting
from quotes.store.keeping import backups, library_file
from quotes.store.tables import documents, runs, speakers, statements, tags

BACKUP_DAYS = 7
"""Days after which a library wants a new backup."""
_LISTED = text("moment > 0")
"""As the index of states has it: a value that is bound would not be known to be the same."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What is in a library.

    `size` is in bytes, with the journal. Of `documents`, `copies` are copies of others. `statements` counts
    those that searches list (copies once, nothing that was rejected) by kind; of these `reviewed` were looked
    at by a person, `doubtful` are not sure and were not. Moments are ISO 8601; `last_added` is when the last
    run of adding began. `backup_place` is the file of the last backup.
    """

    path: Path
    size: int
    documents: int
    copies: int
    statements: Mapping[str, int]
    speakers: int
    reviewed: int
    doubtful: int
    tags: int
    last_added: str | None
    last_backup: str | None
    backup_place: str | None
    is_purging: bool

    @property
    def total(self) -> int:
        """All statements."""
        return sum(self.statements.values())


def summary(connection: Connection, path: Path) -> Summary:
    """What is in the library at `path`."""
    states = select(statements.c.checked, statements.c.kind, func.count()).where(_LISTED)
    kinds: dict[str, int] = {}
    reviewed = 0
    for checked, kind, number in connection.execute(states.group_by(statements.c.checked, statements.c.kind)):
        kinds[kind] = kinds.get(kind, 0) + number
        reviewed += number if checked is not None else 0
    known = facts.several(connection, (backups.TAKEN, backups.PLACE, rewriting.FACT))
    return Summary(
        path=path,
        size=library_file.size(path),
        documents=_count(connection, select(func.count()).select_from(documents)),
        copies=_count(connection, select(func.count()).where(documents.c.copy_of.is_not(None))),
        statements=dict(sorted(kinds.items())),
        speakers=_count(connection, select(func.count()).select_from(speakers)),
        reviewed=reviewed,
        doubtful=_doubtful(connection, list(kinds)),
        tags=_count(connection, select(func.count(tags.c.tag.distinct()))),
        last_added=connection.scalar(select(func.max(runs.c.started))),
        last_backup=known.get(backups.TAKEN),
        backup_place=known.get(backups.PLACE),
        is_purging=rewriting.FACT in known,
    )


def backup_advice(taken: str | None) -> str | None:
    """What to say of a library that was last backed up then (ISO 8601; None for never); None if recently."""
    if taken is None:
        return "it was never backed up: quotes backup copies it"
    days = (datetime.now(UTC) - datetime.fromisoformat(taken)).days
    return f"the last backup is {days} days old: quotes backup makes another" if days > BACKUP_DAYS else None


def _doubtful(connection: Connection, kinds: list[str]) -> int:
    unsure = statements.c.confidence < DOUBTFUL
    query = select(func.count()).where(_LISTED, statements.c.checked.is_(None), unsure)
    return _count(connection, query.where(statements.c.kind.in_(kinds)))


def _count(connection: Connection, query: Select[int]) -> int:
    return connection.execute(query).scalar_one()

"""Checks of what is in a library: its pages, its rows, the kept files."""

from collections.abc import Iterator

from sqlalchemy import Select, func, select
from sqlalchemy.exc import DBAPIError

from quotes.errors import LibraryError
from quotes.store import schema
from quotes.store.facts import fact
from quotes.store.forgetting import rewriting
from quotes.store.health.checks import Check, Finding, Scene, note, wrong
from quotes.store.keeping import backups
from quotes.store.keeping.summary import BACKUP_DAYS, backup_advice
from quotes.store.originals import unpacked
from quotes.store.tables import documents, originals

DATABASE = "database"
"""The check before all that look at rows."""
SAMPLE = 50
"""Kept files that are read, unless all are asked for."""
SHOWN = 3
"""Faults that are named; the rest is counted."""


def _schema(scene: Scene) -> Iterator[Finding]:
    if scene.schema != schema.HEAD:
        yield wrong(f"its tables are those of an older version ({scene.schema or 'none'}, not {schema.HEAD})")


def _bring_up_to_date(scene: Scene) -> None:
    schema.bring_up_to_date(scene.engine, scene.url)


def _database(scene: Scene) -> Iterator[Finding]:
    pragma = "integrity_check" if scene.whole else "quick_check"
    try:
        with scene.engine.connect() as connection:
            found = [str(line) for line in connection.exec_driver_sql(f"PRAGMA {pragma}({SHOWN})").scalars()]
    except DBAPIError as error:
        found = [str(error.orig)]
    if found != ["ok"]:
        told = "; ".join(" ".join(line.split()) for line in found)
        known = [*backups.own(scene.path), *backups.automatic(scene.path)]
        last = f" (the last in this folder is {known[-1]})" if known else ""
        yield wrong(f"the file is damaged: {told}; quotes restore FILE puts a backup in its place{last}")


def _references(scene: Scene) -> Iterator[Finding]:
    with scene.engine.connect() as connection:
        lost = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(SHOWN + 1)
    if lost:
        many = "more than " if len(lost) > SHOWN else ""
        tables = ", ".join(sorted({row[0] for row in lost}))
        yield wrong(f"{many}{min(len(lost), SHOWN)} rows belong to rows that are gone (in {tables})")


def _originals(scene: Scene) -> Iterator[Finding]:
    kept = select(documents.c.id, documents.c.sha256, originals.c.size, originals.c.compressed)
    kept = kept.join_from(documents, originals, originals.c.document_id == documents.c.id, isouter=True)
    if not scene.whole:
        kept = kept.where(documents.c.number.in_(_drawn()))
    bad: list[str] = []
    with scene.engine.connect() as connection:
        for identifier, sha256, size, compressed in connection.execute(kept):
            if not _is_whole(identifier, size or 0, compressed or b"", sha256):
                bad.append(identifier)
    if bad:
        more = f" and {len(bad) - SHOWN} more" if len(bad) > SHOWN else ""
        yield wrong(f"the kept files of {', '.join(bad[:SHOWN])}{more} are not what was added")


def _drawn() -> Select[int]:
    """Documents drawn anew each time, so that looking often finds more."""
    return select(documents.c.number).order_by(func.random()).limit(SAMPLE)


def _is_whole(identifier: str, size: int, compressed: bytes, sha256: str) -> bool:
    try:
        unpacked(identifier, size, compressed, sha256)
    except LibraryError:
        return False
    return True


def _purge(scene: Scene) -> Iterator[Finding]:
    with scene.engine.connect() as connection:
        if rewriting.is_unfinished(connection):
            yield wrong("a purge was broken off: what was to go may still be in the files of its folder")


def _finish_purge(scene: Scene) -> None:
    rewriting.finish(scene.engine, scene.path)


def _backup(scene: Scene) -> Iterator[Finding]:
    with scene.engine.connect() as connection:
        taken = fact(connection, backups.TAKEN)
        holds_some = connection.scalar(select(documents.c.number).limit(1)) is not None
    told = backup_advice(taken)
    if told and holds_some:
        yield note(told)


CHECKS = (
    Check(
        DATABASE,
        "A disk may lose or change what was written; what is damaged is found by SQLite's own check.",
        _database,
    ),
    Check(
        "schema",
        "The tables must be those that this version works with.",
        _schema,
        _bring_up_to_date,
        needs="pages",
    ),
    Check(
        "references",
        "Every statement belongs to a document, every name to a speaker.",
        _references,
        needs="rows",
    ),
    Check(
        "originals",
        "The kept files are the proof: they must have the checksums that they were added with.",
        _originals,
        needs="rows",
    ),
    Check("purge", "What was purged must be gone from the files, too.", _purge, _finish_purge, needs="rows"),
    Check(
        "backup",
        f"What is lost with a disk is kept by a backup; after {BACKUP_DAYS} days make another.",
        _backup,
        needs="rows",
    ),
)

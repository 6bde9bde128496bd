"""The check of what searches look things up in: all of it can be made anew from the rest."""

import sqlite3
from collections.abc import Iterator

from sqlalchemy import Connection, Row, func, select, text
from sqlalchemy.exc import DatabaseError

from quotes.store import facts, sqlite
from quotes.store.health.checks import Check, Finding, Scene, wrong
from quotes.store.indexes import fulltext, rebuilding
from quotes.store.indexes.moments import moment
from quotes.store.tables import (
    documents,
    joint_parts,
    said_by,
    speaker_members,
    statements,
    surface_forms,
)
from quotes.words.entries import entry

SAMPLE, LARGE_SAMPLE = 200, 5_000
"""Statements that are looked up as a search would: some milliseconds each in a large library."""
_FOUND = text(f"SELECT 1 FROM {fulltext.STATEMENTS} WHERE {fulltext.STATEMENTS} MATCH :words AND rowid = :at")  # noqa: S608
_MEMBERS_SHARE = (
    "SELECT count(*) FROM (SELECT DISTINCT speaker_id, folded FROM aliases "
    "JOIN speaker_members ON id = member_id WHERE folded <> '')"
)


def _index(scene: Scene) -> Iterator[Finding]:
    with scene.engine.connect() as connection:
        if not rebuilding.is_up_to_date(connection):
            yield wrong("it is not made to its end by the rules of this version")
            return
        yield from _counted(connection)
        yield from _looked_up(connection, LARGE_SAMPLE if scene.whole else SAMPLE)
    if not sqlite.is_read_only(scene.engine):
        yield from _sound(scene)


def _counted(connection: Connection) -> Iterator[Finding]:
    """Whether the indexes have as many entries as there are things."""
    for what, index, table in (
        ("statements", fulltext.STATEMENTS, statements),
        ("documents", fulltext.DOCUMENTS, documents),
        ("names", fulltext.NAMES, surface_forms),
    ):
        there = connection.scalar(select(func.count()).select_from(table)) or 0
        found = connection.scalar(text(f"SELECT count(*) FROM {index}_docsize")) or 0  # noqa: S608
        if there != found:
            yield wrong(f"it has {found:,} {what}, the library {there:,}")
    names = connection.scalar(select(func.count()).where(surface_forms.c.description.is_(False))) or 0
    known = connection.scalar(text(_MEMBERS_SHARE)) or 0
    if names != known:
        yield wrong(f"{names:,} names of speakers can be looked up, documents have {known:,}")


def _looked_up(connection: Connection, number: int) -> Iterator[Finding]:
    """Whether statements are found by their words, their time and their speaker."""
    columns = (
        *(statements.c.number, statements.c.moment, statements.c.member_id, statements.c.said_on),
        *(statements.c.withheld, statements.c.copy_of, documents.c.published),
        func.substr(documents.c.text, statements.c.start + 1, statements.c.end - statements.c.start).label(
            "words"
        ),
    )
    drawn = select(statements.c.number).order_by(func.random()).limit(number)
    query = select(*columns).join_from(statements, documents, documents.c.id == statements.c.document_id)
    query = query.where(statements.c.number.in_(drawn))
    seen = lost = 0
    for row in connection.execute(query):
        seen += 1
        lost += not _is_found(connection, row)
    if lost:
        yield wrong(f"{lost:,} of {seen:,} statements are not found by their words, date or speaker")


def _is_found(connection: Connection, row: Row[tuple[object, ...]]) -> bool:
    listed = row.withheld is None and row.copy_of is None
    if row.moment != moment(row.said_on or row.published, row.number, listed=listed):
        return False
    return _has_words(connection, row.moment, row.words) and _has_speakers(connection, row)


def _has_words(connection: Connection, placed: int, words: str) -> bool:
    tokens = entry(words).tokens
    if not tokens:
        return True
    return connection.scalar(_FOUND, {"words": f'text : "{tokens}"', "at": placed}) is not None


def _has_speakers(connection: Connection, row: Row[tuple[object, ...]]) -> bool:
    parts = select(joint_parts.c.part_id).where(joint_parts.c.group_id == row.member_id)
    members = (speaker_members.c.id == row.member_id) | speaker_members.c.id.in_(parts)
    saying = set(connection.scalars(select(speaker_members.c.speaker_id).where(members)))
    return saying == set(
        connection.scalars(select(said_by.c.speaker_id).where(said_by.c.moment == row.moment))
    )


def _sound(scene: Scene) -> Iterator[Finding]:
    """What the full-text indexes say of themselves: it is asked by a statement that writes nothing."""
    for index in fulltext.INDEXES:
        try:
            with sqlite.writing(scene.engine).begin() as connection:
                connection.execute(text(f"INSERT INTO {index}({index}) VALUES('integrity-check')"))
        except DatabaseError as error:
            if not isinstance(error.orig, sqlite3.DatabaseError) or "locked" in str(error.orig):
                raise
            yield wrong(f"{index} is damaged ({error.orig})")


def _make_anew(scene: Scene) -> None:
    with sqlite.writing(scene.engine).begin() as connection:
        facts.drop(connection, fulltext.FACT)
    rebuilding.catch_up(scene.engine)


CHECKS = (
    Check(
        "index",
        "Searches find what their indexes have; these are made from the rows, and can be made anew.",
        _index,
        _make_anew,
        needs="rows",
    ),
)

"""Members in classes: those of one speaker that are of one profile, of whom the same is told.

The speakers of a profile (and the profiles of a speaker) are found one behind the other in an index, so that
what is read depends on how many there are, and not on how many members they have.
"""

import json
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, TextClause, text

Class = tuple[str, str]
"""A speaker's id and a profile."""

EVERY = -1
"""As many members as there are (SQLite's LIMIT)."""

_OF_PROFILES = text("""
WITH RECURSIVE class (profile, speaker) AS (
    SELECT asked.value, (SELECT min(m.speaker_id) FROM speaker_members m WHERE m.profile = asked.value)
    FROM json_each(:asked) AS asked
    UNION ALL
    SELECT profile, (SELECT min(m.speaker_id) FROM speaker_members m
                     WHERE m.profile = class.profile AND m.speaker_id > class.speaker)
    FROM class WHERE speaker IS NOT NULL
)
SELECT class.speaker, class.profile, m.id FROM class CROSS JOIN speaker_members m ON m.id IN (
    SELECT one.id FROM speaker_members one
    WHERE one.profile = class.profile AND one.speaker_id = class.speaker ORDER BY one.id LIMIT :most)
WHERE class.speaker IS NOT NULL ORDER BY m.id
""")
_OF_SPEAKERS = text("""
WITH RECURSIVE class (speaker, profile) AS (
    SELECT asked.value, (SELECT min(m.profile) FROM speaker_members m WHERE m.speaker_id = asked.value)
    FROM json_each(:asked) AS asked
    UNION ALL
    SELECT speaker, (SELECT min(m.profile) FROM speaker_members m
                     WHERE m.speaker_id = class.speaker AND m.profile > class.profile)
    FROM class WHERE profile IS NOT NULL
)
SELECT class.speaker, class.profile, m.id FROM class CROSS JOIN speaker_members m ON m.id IN (
    SELECT one.id FROM speaker_members one
    WHERE one.profile = class.profile AND one.speaker_id = class.speaker ORDER BY one.id LIMIT :most)
WHERE class.profile IS NOT NULL ORDER BY m.id
""")


def of_profiles(connection: Connection, profiles: Iterable[str], most: int) -> dict[Class, list[str]]:
    """The classes of these profiles, with the ids of up to `most` members of each in order."""
    return _found(connection, _OF_PROFILES, profiles, most)


def of_speakers(connection: Connection, speakers: Iterable[str], most: int) -> dict[Class, list[str]]:
    """The classes of these speakers, with the ids of up to `most` members of each in order."""
    return _found(connection, _OF_SPEAKERS, speakers, most)


def _found(
    connection: Connection, query: TextClause, asked: Iterable[str], most: int
) -> dict[Class, list[str]]:
    found: dict[Class, list[str]] = {}
    wanted = json.dumps(sorted(asked))
    for speaker, profile, id_ in connection.execute(query, {"asked": wanted, "most": most}):
        found.setdefault((speaker, profile), []).append(id_)
    return found


def owners(connection: Connection, profiles: Collection[str]) -> set[str]:
    """The speakers of these profiles."""
    return {speaker for speaker, _ in of_profiles(connection, profiles, 1)}

"""Is the library well? Checks with names, each of which explains itself; some can mend what they find.

Another check is an entry in the `CHECKS` of a module here.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError

from quotes.store import schema, sqlite
from quotes.store.health import content, files, indexes
from quotes.store.health.checks import Check, Finding, Scene, State, wrong
from quotes.store.health.content import DATABASE

__all__ = ["CHECKS", "DATABASE", "Check", "Finding", "Scene", "State", "look", "looking"]

CHECKS: tuple[Check, ...] = (*files.CHECKS, *content.CHECKS, *indexes.CHECKS)
"""All checks of a library, in the order in which they are made."""


@contextmanager
def looking(url: URL, *, whole: bool = False) -> Iterator[Scene]:
    """The library at `url` as it is: nothing is made, and nothing brought up to date.

    Raises LibraryError where there is none, one of a newer version, or something else.
    """
    with sqlite.trouble(url):
        engine = sqlite.connect(url, make=False)
        try:
            scene = Scene(url, engine, whole)
            _ = scene.schema  # raises where it is none of ours
            yield scene
        finally:
            engine.dispose()


def look(check: Check, scene: Scene) -> list[Finding] | None:
    """What a check finds; None where it cannot be made before others are in order."""
    if check.needs == "rows" and scene.schema != schema.HEAD:
        return None
    try:
        return list(check.look(scene))
    except (DBAPIError, sqlite3.Error, OSError) as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        return [wrong(f"it cannot be looked at ({reason})")]

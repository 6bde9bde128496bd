"""Decisions, their log, and the random draws that were judged."""

from typing import TYPE_CHECKING

from quotes.store import identifiers
from quotes.store.connections import connection_of
from quotes.store.library.transactions import Transactions

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from quotes.people.decisions import Decision
    from quotes.people.review_draws import Draw, JudgedDraw
    from quotes.store.desk import Desk


class Decided(Transactions):
    """What is asked of decisions, and the way to them."""

    def desk(self, who: str) -> "Desk":
        """Where `who` decides what is right in this library."""
        from quotes.store.desk import Desk

        return Desk(who, self._writing)

    def whole_id(self, typed: str) -> str:
        """The id of the statement, document or speaker that `typed` begins."""
        with self._reading() as connection:
            return identifiers.any_id(connection, typed)

    def known_tags(self) -> list[str]:
        """Every tag in the library, the most used first."""
        from quotes.store import labels

        with self._reading() as connection:
            return labels.known_tags(connection)

    def decision(self, number: int) -> "Decision":
        """The entry of the log with this number. Raises UsageError where there is none."""
        from quotes.store.decisions import log

        with self._reading_rows() as session:
            return log.one(session, number)

    def decisions(
        self, target: str | None = None, *, limit: int | None = None, before: int | None = None
    ) -> "list[Decision]":
        """The log of decisions, the newest first; about the thing with an id alone, and before a decision."""
        from quotes.store.decisions import log

        with self._reading_rows() as session:
            return log.listed(session, target=_whole(session, target), limit=limit, before=before)

    def count_decisions(self, target: str | None = None) -> int:
        """How many entries the log has (about `target`)."""
        from quotes.store.decisions import log

        with self._reading_rows() as session:
            return log.count(session, _whole(session, target))

    def draws(self, number: int | None = None) -> "list[Draw]":
        """The random draws, the newest first, or the one with this number."""
        from quotes.store import draws

        with self._reading_rows() as session:
            return draws.listed(session, number)

    def judged_draws(self) -> "list[JudgedDraw]":
        """The random draws, the newest first, with what was judged of them so far."""
        from quotes.store import draws

        with self._reading_rows() as session:
            return draws.judged_draws(session)


def _whole(session: "Session", typed: str | None) -> str | None:
    return identifiers.any_id(connection_of(session), typed) if typed else None

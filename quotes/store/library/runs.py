"""The journal of what was added."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from quotes.store.library.transactions import Transactions

if TYPE_CHECKING:
    from quotes.store import journal


class Runs(Transactions):
    """What is asked and told of runs of adding."""

    def begin_run(self, sources: Iterable[str], options: Mapping[str, Any], total: int, process: str) -> int:
        """Write down that a run of adding begins, with `total` files; returns its number."""
        from quotes.store import journal

        with self._writing() as session:
            return journal.begin(session, sources, options, total, process)

    def end_run(self, run: int, state: "journal.State") -> None:
        """Write down how a run of adding ended."""
        from quotes.store import journal

        with self._writing() as session:
            journal.end(session, run, state)

    def record(self, run: int, item: "journal.RunItem") -> None:
        """Write down what became of one document in a run."""
        from quotes.store import journal

        with self._writing() as session:
            journal.record(session, run, item)

    def runs(self, limit: int | None = None) -> "list[journal.Run]":
        """The runs of adding, the newest first."""
        from quotes.store import journal

        with self._reading_rows() as session:
            return journal.listed(session, limit=limit)

    def count_runs(self) -> int:
        """How many runs of adding there were."""
        from quotes.store import journal

        with self._reading_rows() as session:
            return journal.count(session)

    def run(self, run: int | None = None) -> "tuple[journal.Run, list[journal.RunItem]]":
        """The run with this number (the last without one), and what became of its documents, in order."""
        from quotes.store import journal

        with self._reading_rows() as session:
            found = journal.found(session, run)
            return found, journal.items(session, found.id)

    def added_in_run(self, run: int) -> tuple[int, int]:
        """How many quotes and claims the documents that a run added have, each counted once.

        What a document said when it was added may be counted under one that came later, if printed earlier.
        """
        from quotes.store import reading

        with self._reading() as connection:
            return reading.added_in_run(connection, run)

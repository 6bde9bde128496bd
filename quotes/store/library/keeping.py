"""What keeps a library from being lost: what is in it, and copies of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from quotes.store import facts, sqlite
from quotes.store.connections import connection_of
from quotes.store.library.transactions import Transactions

if TYPE_CHECKING:
    from quotes.store.keeping.backups import Backup
    from quotes.store.keeping.snapshots import Progress
    from quotes.store.keeping.summary import Summary


class Keeping(Transactions):
    """What is asked of the library as a whole."""

    @property
    def is_read_only(self) -> bool:
        """Whether it may not be written to."""
        return sqlite.is_read_only(self._engine)

    def summary(self) -> "Summary":
        """What is in it."""
        from quotes.store.keeping import summary

        with self._reading() as connection:
            return summary.summary(connection, self.path)

    def back_up(self, folder: Path | None = None, progress: "Progress | None" = None) -> "Backup":
        """Copy it into a folder (by default `backups` beside it), checked, while others may write to it."""
        from quotes.store.keeping import backups

        return backups.back_up(self.path, folder, progress)

    def note_backup(self, backup: "Backup") -> None:
        """Keep in mind when it was backed up last, and where to."""
        from quotes.store.keeping import backups

        with self._writing() as session:
            facts.keep(connection_of(session), backups.noted(backup))

"""Taking documents, and words, out of the library."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.store import identifiers, sqlite
from quotes.store.connections import connection_of
from quotes.store.library.transactions import Transactions

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from quotes.store.forgetting.account import Account
    from quotes.store.forgetting.rewriting import Finished
    from quotes.store.forgetting.tombstones import Kept


class _RehearsedError(Exception):
    """Takes back what was done to see what it does."""


class Forgetting(Transactions):
    """What is taken out, and told of what was.

    Where it is a `rehearsal` nothing is changed: what would go is told. Ids must be whole.
    """

    def remove(self, who: str, document_ids: Collection[str], *, rehearsal: bool = False) -> "Account":
        """Take documents out; added again, they have what people decided of them."""
        from quotes.store.forgetting import purging

        return self._done(lambda session: purging.remove(session, who, document_ids), rehearsal=rehearsal)

    def purge(
        self,
        who: str,
        document_ids: Collection[str],
        removed: Collection[str] = (),
        *,
        rehearsal: bool = False,
    ) -> "Account":
        """Take documents out with every trace of them, and the traces of those that were `removed` before.

        `finish_purge` must follow: until then the file still holds what was deleted.
        """
        from quotes.store.forgetting import purging

        return self._done(
            lambda session: purging.purge(session, who, document_ids, removed), rehearsal=rehearsal
        )

    def redact(self, who: str, statement_ids: Collection[str], *, rehearsal: bool = False) -> "Account":
        """Blank the words of statements at equal length, wherever copies of them stand. As `purge`."""
        from quotes.store.forgetting import redacting

        return self._done(lambda session: redacting.redact(session, who, statement_ids), rehearsal=rehearsal)

    def finish_purge(self) -> "Finished":
        """Rewrite what the file keeps of what was purged, and delete the backups beside it."""
        from quotes.store.forgetting import rewriting

        with sqlite.trouble(self._url):
            return rewriting.finish(self._engine, sqlite.path_of(self._url))

    def is_purge_unfinished(self) -> bool:
        """Whether a purge was broken off before it was finished."""
        from quotes.store.forgetting import rewriting

        with self._reading() as connection:
            return rewriting.is_unfinished(connection)

    def note_refused(self, run: int, names: Collection[str]) -> None:
        """Note in the journal of a run that something purged was not added, but not what (`names`)."""
        from quotes.store.forgetting import traces

        with self._writing() as session:
            traces.note_refused(connection_of(session), run, names)

    def copies_beside(self) -> list[Path]:
        """The backups beside the library, which `finish_purge` deletes."""
        from quotes.store.forgetting import rewriting

        return rewriting.copies_of(sqlite.path_of(self._url))

    def backup_elsewhere(self) -> str | None:
        """Where the last backup of the user's lies, if not beside the library: out of reach of a purge."""
        from quotes.store.forgetting import rewriting

        with self._reading() as connection:
            return rewriting.backup_elsewhere(connection, sqlite.path_of(self._url))

    def spoken_by(self, speaker_id: str) -> list[str]:
        """The ids of the statements of the speaker with this whole id, alone or with others; copies too."""
        from quotes.store.forgetting import account

        with self._reading() as connection:
            return account.spoken_by(connection, speaker_id)

    def documents_of(self, statement_ids: Collection[str]) -> list[str]:
        """The ids of the documents that these statements stand in."""
        from quotes.store.forgetting import account

        with self._reading() as connection:
            return account.documents_of(connection, statement_ids)

    def withdrawn(self, typed: str) -> str | None:
        """When what this id, or the beginning of one, named was taken out; None where it was not."""
        from quotes.store.forgetting import departures

        with self._reading() as connection:
            return None if identifiers.begins_any(connection, typed) else departures.told(connection, typed)

    def removed_document(self, typed: str) -> str | None:
        """The id of the document, removed before, that `typed` begins; None where there is none."""
        from quotes.store.forgetting import departures

        with self._reading() as connection:
            return departures.document_id(connection, typed)

    def tombstones(self) -> "Kept":
        """What keeps purged documents away, for a library that replaces this one."""
        from quotes.store.forgetting import tombstones

        with self._reading() as connection:
            return tombstones.kept(connection)

    def forget_again(self, who: str, former: "Kept") -> int:
        """Let what was purged from the library that this one replaces stay away; how many documents that this
        one had are purged. `finish_purge` must follow where there are any."""
        from quotes.store.forgetting import purging

        with self._writing() as session:
            return purging.purge_again(session, who, former)

    def _done(self, work: "Callable[[Session], Account]", *, rehearsal: bool) -> "Account":
        done: list[Account] = []
        self._compare_older()
        try:
            with self._writing() as session:
                done.append(work(session))
                if rehearsal:
                    raise _RehearsedError
        except _RehearsedError:
            pass
        return done[0]

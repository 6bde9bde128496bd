"""The one writer: what becomes of each document in the library, in one transaction with its journal entry."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from quotes.bulk.jobs import Failed, Job, Known, Opened, Parsed, Task
from quotes.bulk.performing import fault
from quotes.bulk.turns import in_turn
from quotes.bulk.workers import Workers
from quotes.errors import LibraryError, ModelError, SourceError
from quotes.overrides import Overrides
from quotes.settings import user
from quotes.statement import Parse
from quotes.store import Library
from quotes.store.forgetting.tombstones import PurgedError
from quotes.store.journal import Outcome, RunItem
from quotes.store.views import WholeDocument


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a task.

    `document` is as it stands in the library now, None where there is none; `parse` what was read for it,
    None where nothing was. `flagged` where flags now win over what was there; `error` is why it failed, in
    one line, `refused` where it was purged on purpose.
    """

    task: Task
    outcome: Outcome
    document: WholeDocument | None = None
    parse: Parse | None = None
    flagged: bool = False
    error: str | None = None
    refused: bool = False

    @property
    def job(self) -> Job:
        """What was to be read."""
        return self.task.job


@dataclass(frozen=True, slots=True)
class Writer:
    """Stores what the workers answer in `library`, and writes it down in the journal of `run`.

    What was `purged` is taken in only where that says so.
    """

    library: Library
    run: int
    overrides: Overrides
    purged: bool = False

    def all_of(
        self, jobs: Iterable[Job], workers: Workers, working: Callable[[list[str]], None]
    ) -> Iterator[Stored]:
        """Have `jobs` done and store what comes of them, in order. Raises LibraryError, ModelError."""
        for task in in_turn(jobs, workers, self.knows, working):
            yield self.store(task)

    def knows(self, job: Job) -> bool:
        """Whether the library has the document and nothing in it has to be read again.

        Under a new publication date ("on Tuesday") other days were meant.
        """
        if job.sha256 is None or self.overrides.published is not None:
            return False
        return self.library.holds(job.sha256)

    def store(self, task: Task) -> Stored:
        """Store a finished task. Raises LibraryError, ModelError."""
        try:
            with self.library.together():
                stored = self._stored(task)
                self.library.record(self.run, _item(stored))
            return stored
        except (LibraryError, ModelError):
            raise
        except PurgedError as error:
            self.library.note_refused(self.run, [task.job.name, *filter(None, [task.job.place])])
            return Stored(task, "failed", error=str(error), refused=True)
        except Exception as error:  # whatever a hostile document sets off costs that document alone
            known = isinstance(error, SourceError)
            line = str(error) if known else f"{task.job.name}: {fault(error)}"
            stored = Stored(task, "failed", error=line)
            self.library.record(self.run, _item(stored))
            return stored

    def _stored(self, task: Task) -> Stored:
        match task.answer:
            case Failed(error=ModelError() as error):
                raise error
            case Failed(error=error):
                return Stored(task, "failed", error=str(error))
            case Known():
                return self._with_flags(Stored(task, "unchanged", self._seen(task.job)))
            case Parsed(parse=parse):
                return self._kept(task, parse)
            case Opened() | None:
                return Stored(task, "skipped")

    def _kept(self, task: Task, parse: Parse) -> Stored:
        document = parse.document
        same_bytes = self.library.holds(document.sha256)
        added = self.library.add(document, parse, purged=self.purged)
        stored = Stored(task, added.status, added.document, parse)
        if not same_bytes:  # what the flags say was read with it, also where its text was known elsewhere
            return stored
        redated = self.overrides.published is not None and self.library.text(added.id) == document.text
        return self._with_flags(stored, parse if redated else None)

    def _seen(self, job: Job) -> WholeDocument:
        sha256 = job.sha256 or ""
        found = self.library.see(sha256, job.name, job.place) if job.place else self.library.find(sha256)
        if found is None:
            raise SourceError(f"{job.name}: it was taken out of the library meanwhile; add it again")
        return found

    def _with_flags(self, stored: Stored, reparsed: Parse | None = None) -> Stored:
        """Let the flags that are given win over what the library says of a document."""
        if self.overrides == Overrides() or stored.document is None:
            return stored
        document = stored.document.id
        parses = [] if reparsed is None else [(document, reparsed)]
        self.library.desk(user()).set_documents([document], self.overrides, parses, by_flags=True)
        return replace(stored, document=self.library.document(document), flagged=True)


def _item(stored: Stored) -> RunItem:
    job, answer = stored.job, stored.task.answer
    return RunItem(
        name=job.name,
        outcome=stored.outcome,
        place=job.again,
        record=job.record,
        sha256=answer.parse.document.sha256 if isinstance(answer, Parsed) else job.sha256,
        document=stored.document.id if stored.document else None,
        error=stored.error,
        seconds=round(answer.seconds, 3) if isinstance(answer, Parsed) else None,
        attempts=stored.task.attempts,
    )

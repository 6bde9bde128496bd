"""Documents of a library parsed again: workers parse them under limits, one writer stores them in order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from quotes.bulk.jobs import Failed, Job, Parsed, Task
from quotes.bulk.turns import in_turn
from quotes.bulk.workers import Workers
from quotes.document import Document
from quotes.errors import ModelError, SourceError
from quotes.sources import ReadOptions, Source
from quotes.sources.again import read_again
from quotes.statement import Parse
from quotes.store import Library
from quotes.store.renewing import Renewed
from quotes.store.reparsing import Kept


@dataclass(frozen=True, slots=True)
class Again:
    """What became of a document: what the new parse did, or why there is none (one line)."""

    id: str
    name: str
    renewed: Renewed | None
    error: str | None = None


@dataclass
class Reparsing:
    """Has documents of `library` parsed again; with `reread` their kept bytes are read again before."""

    library: Library
    reread: bool = False
    _given: deque[tuple[Kept, int]] = field(default_factory=deque, init=False)
    """The documents handed out, in order, each with the number of parses it takes."""

    def all_of(
        self, document_ids: Iterable[str], workers: Workers, working: Callable[[list[str]], None]
    ) -> Iterator[Again]:
        """Each document with what became of it, in order. Raises LibraryError, ModelError."""
        tasks = in_turn(self._jobs(document_ids), workers, lambda _job: False, working)
        for task in tasks:
            kept, parses = self._given.popleft()
            yield self._stored(kept, [task, *(next(tasks) for _ in range(parses - 1))])

    def _jobs(self, document_ids: Iterable[str]) -> Iterator[Job]:
        for document_id in document_ids:
            kept = self.library.kept(document_id)
            documents = [document for document in (kept.document, kept.dated) if document is not None]
            self._given.append((kept, len(documents)))
            for document in documents:
                opening = partial(_read_again if self._is_read(kept) else _itself, document)
                yield Job(document.name, opening, ReadOptions())

    def _stored(self, kept: Kept, tasks: Sequence[Task]) -> Again:
        parses: list[Parse] = []
        for task in tasks:
            match task.answer:
                case Failed(error=ModelError() as error):
                    raise error
                case Failed(error=error):
                    return Again(kept.id, kept.document.name, None, str(error))
                case Parsed(parse=parse):
                    parses.append(parse)
        dated = parses[1] if len(parses) > 1 else None
        renew = self.library.reread if self._is_read(kept) else self.library.reparse
        try:
            return Again(kept.id, kept.document.name, renew(kept.id, parses[0], dated))
        except SourceError as error:
            return Again(kept.id, kept.document.name, None, str(error))

    def _is_read(self, kept: Kept) -> bool:
        """Whether its kept bytes are read again: of one that is redacted they are nothing but its text."""
        return self.reread and not kept.redacted


def _itself(document: Document) -> Iterable[Source | Document]:
    return (document,)


def _read_again(document: Document) -> Iterable[Source | Document]:
    return (read_again(document),)

"""What is handed to a worker and what comes back."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from quotes.document import Document
from quotes.errors import QuotesError, SourceError
from quotes.sources import ReadOptions, Source
from quotes.sources.limits import MAX_FILE_BYTES
from quotes.sources.reading import STANDARD_INPUT, opened
from quotes.statement import Parse


@dataclass(frozen=True, slots=True)
class Job:
    """What is read as one: a file, standard input, a document of a file that holds many.

    `name` is what to call it in a message, `place` the path or address it comes from, `again` what a user
    would name to have it read again, from whatever folder. `open` gives the sources in it, or one document
    that is read already; it is called in a worker, can be pickled, and raises SourceError. `sha256` is that
    of the bytes of its one document where they are at hand, None where only opening it will tell. `record`
    counts the documents of a file that holds many, from 1; it is 0 of what was named itself. `refused` is
    why there is nothing to open, where that is known beforehand; `fetched` whether it is a page that was
    just fetched.
    """

    name: str
    open: Callable[[], Iterable[Source | Document]]
    options: ReadOptions
    place: str | None = None
    again: str | None = None
    sha256: str | None = None
    record: int = 0
    refused: SourceError | None = None
    fetched: bool = False


@dataclass(frozen=True, slots=True)
class Parsed:
    """One document, read and parsed in `seconds`."""

    parse: Parse
    seconds: float


@dataclass(frozen=True, slots=True)
class Opened:
    """The next document of what holds many; its worker waits to be asked for more. None after the last."""

    source: Source | None


@dataclass(frozen=True, slots=True)
class Failed:
    """Why there is no document: a SourceError, or a ModelError, which would hit every other job too."""

    error: QuotesError


@dataclass(frozen=True, slots=True)
class Known:
    """The library had these bytes when the job's turn for a worker came: nobody read them."""


Answer = Parsed | Opened | Failed | Known


@dataclass(eq=False)
class Task:
    """A job on its way; `attempts` counts the workers it was given to, `opened` the documents found in it."""

    job: Job
    answer: Answer | None = None
    attempts: int = field(default=0, init=False)
    opened: int = field(default=0, init=False)

    @property
    def is_given(self) -> bool:
        """Whether a worker has it."""
        return self.attempts > 0 and self.answer is None


def job_of(source: Path | bytes | Source | SourceError, options: ReadOptions) -> Job:
    """The job of reading a file, the bytes from standard input, an opened source, or what cannot be read."""
    match source:
        case Path():
            opening = partial(opened, source, options)
            again = str(source.absolute())
            return Job(source.name, opening, options, place=str(source), again=again, sha256=_sha256(source))
        case bytes():
            opening = partial(opened, source, options)
            return Job(STANDARD_INPUT, opening, options, sha256=hashlib.sha256(source).hexdigest())
        case Source():
            return replace(_opened(source, options), again=source.place)
        case SourceError():
            return Job("", _nothing, options, refused=source)


def record_job(task: Task, source: Source) -> Job:
    """The job of reading the next document that `task` turned out to hold."""
    job = task.job
    return replace(_opened(source, job.options), again=job.again, record=task.opened)


def _opened(source: Source, options: ReadOptions) -> Job:
    digest = hashlib.sha256(source.original).hexdigest()
    return Job(source.name, partial(_itself, source), options, place=source.place, sha256=digest)


def _itself(source: Source) -> Iterable[Source]:
    return (source,)


def _nothing() -> Iterable[Source]:
    return ()


def _sha256(path: Path) -> str | None:
    """The SHA-256 of a file; None where only opening it in a worker will tell what is wrong with it."""
    try:
        if not path.is_file() or path.stat().st_size > MAX_FILE_BYTES:
            return None
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except (OSError, ValueError):
        return None

"""What every kind of file declares of itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from quotes.document import Document
from quotes.sources.source import ReadOptions, Source


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how it is known, and either its reader or its unpacker.

    `recognises` must be cheap and never raise. `read` makes a document of a source; `unpack` gives the
    sources that an envelope or a file of many documents holds, which are then told apart in their turn.
    Both raise SourceError with one clear line. `endings` are of files that a folder is searched for.
    """

    name: str
    endings: tuple[str, ...]
    recognises: Callable[[Source, ReadOptions], bool]
    read: Callable[[Source, ReadOptions], Document] | None = None
    unpack: Callable[[Source, ReadOptions], Iterable[Source]] | None = None

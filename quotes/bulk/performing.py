"""What a worker does with one job."""

import time
import traceback
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path

from quotes.bulk.jobs import Answer, Failed, Job, Opened, Parsed
from quotes.document import Document
from quotes.errors import ModelError, QuotesError, SourceError
from quotes.sources import Source, read_source
from quotes.statement import Parse

_OURS = Path(__file__).resolve().parent.parent


def perform(job: Job, skipped: int, tell_length: Callable[[int], None]) -> Iterator[Answer]:
    """Open, read and parse; or, where there are many documents in it, open one after the other.

    The first `skipped` of many have been opened before. `tell_length` is told how many characters are going
    to be parsed. Whatever a hostile document sets off is its failure.
    """
    try:
        yield from _answers(job, skipped, tell_length)
    except QuotesError as error:
        yield Failed(error)
    except MemoryError:
        yield Failed(SourceError(f"{job.name}: needs more memory than there is"))
    except Exception as error:
        yield Failed(SourceError(f"{job.name}: {fault(error)}"))


def fault(error: Exception) -> str:
    """One line on an error that is nobody's idea of a clear message, and where in our code it came up."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_OURS)]
    where = f" ({Path(ours[-1].filename).name}, line {ours[-1].lineno})" if ours else ""
    return f"a fault in quotes itself: {type(error).__name__}: {error}{where}"


def _answers(job: Job, skipped: int, tell_length: Callable[[int], None]) -> Iterator[Answer]:
    began = time.monotonic()
    sources = iter(job.open())
    first = list(islice(sources, 2))
    if len(first) == 1:
        document = first[0] if isinstance(first[0], Document) else read_source(first[0], job.options)
        tell_length(len(document.text))
        yield Parsed(_parsed(document), time.monotonic() - began)
        return
    every = (source for source in chain(first, sources) if isinstance(source, Source))
    yield from map(Opened, islice(every, skipped, None))
    yield Opened(None)


def _parsed(document: Document) -> Parse:
    """Raises ModelError where the models cannot be loaded, SourceError where they fail on this text alone."""
    from quotes.parsing import parse
    from quotes.parsing.annotate import load_models

    load_models()
    try:
        return parse(document)
    except ModelError as error:
        raise SourceError(f"{document.name}: {error}") from error

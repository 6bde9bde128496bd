"""What the user names to be read: files, folders, standard input."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from quotes.cli.options import STANDARD_STREAM
from quotes.errors import SourceError, UsageError

Source = Path | bytes
"""A file, or the bytes that came in on standard input."""

STDIN_STEM = "stdin"
"""Stands for the stem of a file where the document came in on standard input."""


def sources(names: Iterable[str]) -> Iterator[Source | SourceError]:
    """The files under `names` in order, "-" being standard input; an error stands for what cannot be read."""
    from quotes.sources import find

    for name in names:
        if name == STANDARD_STREAM:
            yield sys.stdin.buffer.read()
        elif name:
            try:
                yield from find([Path(name)])
            except OSError as error:  # a name that the file system refuses, a folder it may not look into
                yield SourceError(f"{name}: {error.strerror or error}")
        else:
            raise UsageError("a file name is empty")


def name_of(source: Source) -> str:
    """How to call a source in a message."""
    return "standard input" if isinstance(source, bytes) else source.name

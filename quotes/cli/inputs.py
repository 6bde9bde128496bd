"""What the user names to be read: files, folders, pages on the web, standard input."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from quotes.cli.addresses import Address, address_of
from quotes.cli.options import STANDARD_STREAM
from quotes.errors import SourceError, UsageError

Source = Path | bytes | Address
"""A file, the bytes that came in on standard input, or where a page is to be fetched."""

STDIN_STEM = "stdin"
"""Stands for the stem of a file where the document came in on standard input."""


Found = Source | SourceError
"""What a name leads to; an error stands for what cannot be read."""


def sources(names: Iterable[str]) -> Iterator[Found]:
    """What `names` name, in order, "-" being standard input; an error stands for what cannot be read."""
    from quotes.sources import find

    for name in names:
        if name == STANDARD_STREAM:
            yield _standard_input()
        elif name:
            try:
                address = address_of(name)
                yield from [address] if address else find([Path(name)])
            except SourceError as error:
                yield error
            except OSError as error:  # a name that the file system refuses, a folder it may not look into
                yield SourceError(f"{name}: {error.strerror or error}")
        else:
            raise UsageError("a file name is empty")


def _standard_input() -> bytes | SourceError:
    from quotes.sources.limits import MAX_FILE_BYTES

    content = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
    if len(content) > MAX_FILE_BYTES:
        return SourceError(f"standard input: larger than {MAX_FILE_BYTES:,} bytes; split it and try again")
    return content


def is_named(source: Source, names: Iterable[str]) -> bool:
    """Whether the user named the source itself, not a folder that it was found in."""
    return not isinstance(source, Path) or source in {Path(name) for name in names}


def name_of(source: Source) -> str:
    """How to call a source in a message."""
    if isinstance(source, bytes):
        return "standard input"
    return source.url if isinstance(source, Address) else source.name


def stem_of(source: Source) -> str:
    """The name of a file without its ending; of a page the last part of its address, else its host."""
    if isinstance(source, Address):
        parts = urlsplit(source.url)
        return PurePosixPath(unquote(parts.path)).stem or parts.netloc
    return STDIN_STEM if isinstance(source, bytes) else source.stem

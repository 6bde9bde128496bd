"""The documents that one file or standard input holds; one of many that cannot be read costs itself alone."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from quotes.cli.addresses import Address
from quotes.cli.inputs import Source
from quotes.errors import SourceError

if TYPE_CHECKING:
    from quotes.document import Document
    from quotes.sources.web.fetcher import Fetcher


def documents(
    source: Source,
    columns: Mapping[str, str],
    lose: Callable[[SourceError], None],
    fetcher: "Fetcher",
    *,
    named: bool,
) -> "Iterator[Document]":
    """The documents of `source` one after the other; `lose` is told of each that cannot be read.

    Pages that it lists are had by `fetcher` where the user named it (`named`).

    Raises SourceError where the source cannot be opened, and where none of its documents can be read.
    """
    from quotes.sources.reading import opened, read_source
    from quotes.sources.source import ReadOptions

    options = ReadOptions(columns=columns, fetch=fetcher.source if named else None)
    last: SourceError | None = None
    found = False
    for one in opened(fetcher.source(source.url) if isinstance(source, Address) else source, options):
        try:
            document = read_source(one, options)
        except SourceError as error:
            if last is not None:
                lose(last)
            last = error
            continue
        found = True
        yield document
    if last is not None and not found:
        raise last
    if last is not None:
        lose(last)

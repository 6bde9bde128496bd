"""What is read as one document, and what its reader is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath

from quotes.document import Evidenced, Fetch
from quotes.overrides import Overrides
from quotes.sources.metadata.deciding import Findings

_NOTHING = Findings()
_UNKNOWN = Evidenced()
_NO_FLAGS = Overrides()


@dataclass(frozen=True)
class Source:
    """The bytes of one document and what is known of them from outside.

    `original` is kept; `content` is what is read where that is not `original` itself (a cell of a table, a
    part of a mail), None otherwise. `place` is the path or the address it came from. `media_type` and
    `charset` are what a server or an envelope says of the content: hints, since they may be wrong.
    `stated` is what stands outside the content (other cells, a mail's headers, a manifest); it goes before
    what the content says. `retrieved` is an ISO 8601 moment with what tells it, `fetched` how a page was had
    from the web. `problem` is why one of many (a row of a table, a file that a manifest names) cannot be
    read, in one line; None where it can be tried. `warnings` tell what of its envelope was left out or
    damaged.
    """

    name: str
    original: bytes
    content: bytes | None = None
    place: str | None = None
    media_type: str | None = None
    charset: str | None = None
    stated: Findings = _NOTHING
    retrieved: Evidenced = _UNKNOWN
    fetched: Fetch | None = None
    problem: str | None = None
    warnings: tuple[str, ...] = ()

    @cached_property
    def body(self) -> bytes:
        """The bytes to read."""
        return self.original if self.content is None else self.content

    @property
    def is_whole(self) -> bool:
        """Whether the bytes that are read are those that are kept, so that places in them can be shown."""
        return self.content is None

    @property
    def ending(self) -> str:
        """The ending of the name in lower case, with its dot; empty where there is none."""
        return PurePath(self.name).suffix.lower()


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a user says about the sources of one run: values that win over what is found (flags), and
    which column of a table is what (`columns`: "text", "published"... to the name of the column).

    `fetch` gets the page at an address that a manifest names, or raises SourceError; None where nothing may
    be fetched."""

    overrides: Overrides = _NO_FLAGS
    columns: Mapping[str, str] = field(default_factory=dict)
    fetch: "Callable[[str], Source] | None" = None

    def url_of(self, source: Source) -> str | None:
        """The address that is stated for a source from outside; what its content says comes after it."""
        return self.overrides.url or source.stated.url.value

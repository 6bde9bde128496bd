"""Fetches pages one after the other. Can be pickled; what it needs is loaded with the first page."""

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quotes.errors import SourceError
from quotes.sources.limits import WEB_PAGE_SECONDS
from quotes.sources.source import Source

if TYPE_CHECKING:
    from quotes.document import Fetch
    from quotes.sources.web.fetching import Fetched
    from quotes.sources.web.options import FetchOptions


@dataclass
class Fetcher:
    """Fetches with a pause between two pages of one host.

    `allow_private` lifts the check of addresses, nothing else; a page may take `seconds`; `options`, where
    given, say all of it.
    """

    allow_private: bool = False
    seconds: float = WEB_PAGE_SECONDS
    options: "FetchOptions | None" = None
    _last: dict[str, float] = field(default_factory=dict, init=False)

    def source(self, url: str) -> Source:
        """The page at `url` as it is now. Raises SourceError."""
        source = self.fetch(url).source
        if source is None:  # nothing was known of it, so that it came whole
            raise SourceError(f"{url}: nothing came; try again later")
        return source

    def fetch(self, url: str, known: "Fetch | None" = None) -> "Fetched":
        """The page at `url`, unless it is still the one `known`. Raises SourceError."""
        from quotes.sources.web.fetching import fetch

        options = self._options()
        host = self.asked_for(url).split("/", 3)[2]
        if host in self._last:
            time.sleep(max(0.0, self._last[host] + options.patience.pause - time.monotonic()))
        try:
            return fetch(url, known=known, options=options)
        finally:
            self._last[host] = time.monotonic()

    def asked_for(self, url: str) -> str:
        """The address as it will be asked for, by which a page is known. Raises SourceError."""
        from quotes.sources.web.fetching import asked_for

        return asked_for(url)

    def _options(self) -> "FetchOptions":
        from quotes.sources.web.options import FetchOptions

        return self.options or FetchOptions.of_user(allow_private=self.allow_private, seconds=self.seconds)

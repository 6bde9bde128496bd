"""Pages from the web for a library: what is known of one is asked for only if it changed."""

import hashlib
from dataclasses import dataclass, replace
from functools import partial

from quotes.bulk.jobs import Job, job_of
from quotes.document import Evidenced, Fetch
from quotes.errors import LibraryError, SourceError
from quotes.sources import ReadOptions, Source
from quotes.sources.reading import opened
from quotes.sources.web.fetcher import Fetcher
from quotes.store import Library
from quotes.store.views import StoredDocument


@dataclass(frozen=True, slots=True)
class Pages:
    """Fetches pages one after the other, in the process that writes, so that hosts are given their pauses."""

    library: Library
    fetcher: Fetcher

    def job(self, url: str, options: ReadOptions) -> Job:
        """The job of reading the page at `url`, which is fetched now; what cannot be had is refused."""
        try:
            source = self.source(url)
        except LibraryError:
            raise
        except Exception as error:  # whatever a hostile server sets off costs its page alone
            fault = SourceError(f"{url}: a fault in quotes itself: {error!r}")
            reason = error if isinstance(error, SourceError) else fault
            return replace(job_of(reason, options), name=url, place=url, again=url)
        opening = partial(opened, source, options)
        return Job(
            source.name, opening, options, place=source.place, again=url, sha256=_sha256(source), fetched=True
        )

    def source(self, url: str) -> Source:
        """The page at `url`; from the library where its server says that it is still the one in there.

        Raises SourceError, LibraryError.
        """
        known = self.library.fetched(self.fetcher.asked_for(url))
        had = self.fetcher.fetch(url, known[0] if known else None)
        if had.source is None and known is not None:
            source = self._kept(known[1], had.fetch)
        elif had.source is not None:
            source = had.source
        else:
            raise SourceError(f"{url}: nothing came; try again later")
        same = self.library.find(_sha256(source))
        if same is not None:
            self.library.unchanged(had.fetch, same.id, had.moment)
        return source

    def _kept(self, document: StoredDocument, fetched: Fetch) -> Source:
        """A page as the library has it."""
        return Source(
            document.name,
            self.library.original(document.id),
            place=fetched.address,
            media_type=document.media_type,
            charset=document.encoding,
            retrieved=Evidenced(document.retrieved, document.retrieved_evidence),
            fetched=fetched,
        )


def _sha256(source: Source) -> str:
    return hashlib.sha256(source.original).hexdigest()

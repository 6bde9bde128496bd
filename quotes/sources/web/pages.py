"""From what a server answered to a `Source`: name, place, type, and when and where it was had."""

import re
from email.message import Message
from urllib.parse import unquote, urlsplit

from quotes.document import Evidenced, Fetch
from quotes.sources.metadata.deciding import Findings
from quotes.sources.source import Source
from quotes.sources.web.requesting import Answer

NAME_MAX = 100
"""Characters of a document's name."""
HEADER_MAX = 300
"""Characters of a header that is kept."""

_IN_NO_NAME = re.compile(r"[\x00-\x1f\x7f-\x9f/\\]+")


def source_of(answer: Answer, body: bytes, moment: str, fetched: Fetch) -> Source:
    """The page as it came, unpacked; its address goes before what the page says of its own.

    Last-Modified, which many servers make up, is no evidence of when it was published.
    """
    kind = Message()
    kind["content-type"] = _kept(answer.headers.get("content-type")) or ""
    date = _kept(answer.headers.get("date"))
    return Source(
        name=name_of(answer.address),
        original=body,
        place=answer.address,
        media_type=kind["content-type"].partition(";")[0].strip().lower() or None,
        charset=(kind.get_content_charset() or "").strip("\"' ") or None,
        stated=Findings(url=Evidenced(answer.address, "address fetched")),
        retrieved=Evidenced(moment, f"fetched; HTTP Date header “{date}”" if date else "fetched"),
        fetched=fetched,
    )


def name_of(address: str) -> str:
    """What to call the page at `address`: the last part of its path, else its host."""
    parts = urlsplit(address)
    last = next((part for part in reversed(parts.path.split("/")) if part), "")
    return _IN_NO_NAME.sub(" ", unquote(last)).strip(" .")[:NAME_MAX] or parts.hostname or address


def fetch_of(url: str, answer: Answer, known: Fetch | None) -> Fetch:
    """How the page at `url` was had; a server may leave out what it said of an unchanged page before."""
    etag, modified = _kept(answer.headers.get("etag")), _kept(answer.headers.get("last-modified"))
    if answer.body is None and known is not None:
        etag, modified = etag or known.etag, modified or known.last_modified
    return Fetch(url, answer.address, etag, modified)


def _kept(value: str | None) -> str | None:
    """A header that can be kept and sent back: printable ASCII, not too long."""
    fits = value is not None and value.isascii() and value.isprintable() and 0 < len(value) <= HEADER_MAX
    return value if fits else None

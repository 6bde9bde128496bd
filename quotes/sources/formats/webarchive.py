"""Web pages as Safari saves them (.webarchive): a property list, binary or XML."""

import plistlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from quotes.document import Evidenced
from quotes.errors import SourceError
from quotes.sources.formats.format import Format
from quotes.sources.metadata.deciding import Findings, preferring
from quotes.sources.source import ReadOptions, Source

_HEAD = 2048
_MAIN = "WebMainResource"


def _is_webarchive(source: Source, options: ReadOptions) -> bool:
    """Told by the content. The main resource is named behind the data in a binary list."""
    start = source.body[:_HEAD].lstrip()
    if start.startswith(b"bplist"):
        return source.ending == ".webarchive" or _MAIN.encode() in source.body
    return b"<plist" in start and (source.ending == ".webarchive" or _MAIN.encode() in start)


def _unpack(source: Source, options: ReadOptions) -> Iterable[Source]:
    """The page that the file was saved for. Raises SourceError where there is none."""
    main = _main(source)
    content = main.get("WebResourceData")
    if not isinstance(content, bytes) or not content.strip():
        raise _unreadable(source.name)
    address = _text(main, "WebResourceURL") or ""
    known = address.startswith(("http://", "https://"))
    found = Findings(url=Evidenced(address, "web archive's WebResourceURL") if known else Evidenced())
    yield replace(
        source,
        content=content,
        media_type=_text(main, "WebResourceMIMEType") or "text/html",
        charset=_text(main, "WebResourceTextEncodingName"),
        stated=preferring(source.stated, found),
    )


def _main(source: Source) -> Mapping[str, Any]:
    try:
        # plistlib refuses declarations of entities, and counts that go beyond the file.
        archive = plistlib.loads(source.body)
    except Exception as error:  # damaged lists raise all sorts, from ExpatError to OverflowError
        raise _unreadable(source.name) from error
    main = archive.get(_MAIN) if isinstance(archive, dict) else None
    if not isinstance(main, dict):
        raise _unreadable(source.name)
    return main


def _text(main: Mapping[str, Any], key: str) -> str | None:
    value = main.get(key)
    return value if isinstance(value, str) else None


def _unreadable(name: str) -> SourceError:
    return SourceError(
        f"{name}: no web page in this web archive; save the page again, or its text to a .txt file"
    )


FORMAT = Format("web archive", (".webarchive",), _is_webarchive, unpack=_unpack)

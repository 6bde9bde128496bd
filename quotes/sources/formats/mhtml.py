"""Web pages as browsers save them in one file (.mhtml, .mht)."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC
from email import message_from_bytes
from email.message import Message
from email.utils import parsedate_to_datetime

from quotes.document import Evidenced
from quotes.errors import SourceError
from quotes.sources.formats.format import Format
from quotes.sources.mail.traps import refuse_trap
from quotes.sources.metadata.deciding import Findings, preferring
from quotes.sources.source import ReadOptions, Source

ENDINGS = (".mhtml", ".mht")
CUT_OFF = "the MHTML file is damaged or cut off: some text may be missing"
PAGES = frozenset({"text/html", "application/xhtml+xml"})
_HEAD = 4096
_FIELDS = re.compile(
    rb"\s{0,20}(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n){0,50}){1,100}"
)
_SAVED = re.compile(
    rb"(?im)^(?:snapshot-content-location:|content-location:[ \t]*https?://|from:[ \t]*[\"<]{0,2}saved by )"
)
_MIME = re.compile(rb"(?im)^(?:content-type|mime-version):")


def _is_mhtml(source: Source, options: ReadOptions) -> bool:
    """Told by the headers of a program that saves pages; by the name where they are those of any mail."""
    headers = _FIELDS.match(source.body[:_HEAD])
    if headers is None or _MIME.search(headers.group()) is None:
        return False
    called_so = source.ending in ENDINGS or source.media_type == "multipart/related"
    return called_so or _SAVED.search(headers.group()) is not None


def _unpack(source: Source, options: ReadOptions) -> Iterable[Source]:
    """The page that the file was saved for. Raises SourceError where there is none."""
    refuse_trap(source.body, source.name)
    try:
        message = message_from_bytes(source.body)
        page = _page(message)
        content = None if page is None else page.get_payload(decode=True)
    except (RecursionError, ValueError, LookupError) as error:
        raise _unreadable(source.name) from error
    if page is None or not isinstance(content, bytes) or not content.strip():
        raise _unreadable(source.name)
    found = Findings(url=_address(message, page))
    yield replace(
        source,
        content=content,
        media_type=page.get_content_type(),
        charset=page.get_content_charset(),
        stated=preferring(source.stated, found),
        retrieved=source.retrieved if source.retrieved.value else _moment(message),
        warnings=(*source.warnings, *([CUT_OFF] if message.defects else [])),
    )


def _page(message: Message) -> Message | None:
    """The part that `start` names, else the first page; frames and advertisements come later."""
    pages = [part for part in message.walk() if part.get_content_type() in PAGES]
    start = message.get_param("start")
    return next((part for part in pages if start and part["Content-ID"] == start), next(iter(pages), None))


def _address(message: Message, page: Message) -> Evidenced:
    for part, name in (
        (message, "Snapshot-Content-Location"),
        (page, "Content-Location"),
        (message, "Content-Location"),
    ):
        address = str(part.get(name, "")).strip()
        if address.startswith(("http://", "https://")):
            return Evidenced("".join(address.split()), f"MHTML header {name}")
    return Evidenced()


def _moment(message: Message) -> Evidenced:
    stamp = " ".join(str(message.get("Date", "")).split())
    try:
        moment = parsedate_to_datetime(stamp)
    except ValueError:
        return Evidenced()
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)  # "-0000" is UTC too (RFC 5322, 3.3)
    return Evidenced(moment.isoformat(), f"MHTML header Date: {stamp}")


def _unreadable(name: str) -> SourceError:
    return SourceError(
        f"{name}: no web page in this MHTML file; save the page again, or its text to a .txt file"
    )


FORMAT = Format("MHTML", ENDINGS, _is_mhtml, unpack=_unpack)

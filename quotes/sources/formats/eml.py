"""Mails and press releases as mail programs save them (.eml), and mailboxes of many (.mbox)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quotes.errors import SourceError
from quotes.sources.formats.format import Format
from quotes.sources.limits import MAX_MAILS
from quotes.sources.source import ReadOptions, Source

_HEAD = 4096
_FIELD = rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n){0,200}"
_HEADERS = re.compile(rb"\s{0,20}(?:" + _FIELD + rb"){1,400}")
_SURELY_MAIL = re.compile(
    rb"(?im)^(?:mime-version|message-id|received|return-path|delivered-to|dkim-signature):"
)
_PERHAPS_MAIL = re.compile(rb"(?im)^(?:from|subject):")
_SEPARATOR = re.compile(rb"(?m)^From [^\r\n]{1,300}\r?\n(?=[A-Za-z-]{2,60}:)")


def _is_mail(source: Source, options: ReadOptions) -> bool:
    """Told by its headers; a text that begins with "From:" is a mail only where it is called one."""
    if source.media_type in {"text/plain", "text/html"}:
        return False
    headers = _HEADERS.match(source.body[:_HEAD])
    if headers is None:
        return False
    called_so = source.ending == ".eml" or source.media_type == "message/rfc822"
    return (_PERHAPS_MAIL if called_so else _SURELY_MAIL).search(headers.group()) is not None


def _is_mailbox(source: Source, options: ReadOptions) -> bool:
    return source.body.startswith(b"From ") and _SEPARATOR.match(source.body[:_HEAD]) is not None


def _unpack(source: Source, options: ReadOptions) -> list[Source]:
    # The library takes a tenth of a second to load.
    from quotes.sources.mail.parts import sources_in

    return sources_in(source)


def _mails(source: Source, options: ReadOptions) -> Iterator[Source]:
    """Every mail of a mailbox, each with its own bytes."""
    places = [
        match.span() for match in _SEPARATOR.finditer(source.body) if _is_apart(source.body, match.start())
    ]
    if len(places) > MAX_MAILS:
        raise SourceError(
            f"{source.name}: {len(places):,} mails, more than {MAX_MAILS:,}; split it and try again"
        )
    ends = [start for start, _ in places[1:]] + [len(source.body)]
    for number, ((_, begin), end) in enumerate(zip(places, ends, strict=True), start=1):
        mail = source.body[begin:end].rstrip(b"\r\n") + b"\n"
        yield replace(
            source,
            name=f"{source.name}: {number}.eml",
            original=mail,
            content=None,
            media_type="message/rfc822",
        )


def _is_apart(body: bytes, start: int) -> bool:
    """Whether a blank line, or nothing, stands before `start`."""
    return start == 0 or body[max(0, start - 4) : start].endswith((b"\n\n", b"\r\n\r\n"))


MAILBOX = Format("mailbox", (".mbox",), _is_mailbox, unpack=_mails)
FORMAT = Format("mail", (".eml",), _is_mail, unpack=_unpack)

"""From a mail to its text and its attachments, each to be read as a document of its own."""

import base64
import email
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import PurePosixPath

from quotes.display import one_line
from quotes.document import DateCandidate, Evidenced
from quotes.errors import SourceError
from quotes.sources.decoding.signatures import kind_of
from quotes.sources.limits import MAX_ATTACHMENTS
from quotes.sources.metadata.deciding import Findings, preferring
from quotes.sources.metadata.issuers import is_issuer
from quotes.sources.metadata.publication import STATED
from quotes.sources.source import Source

STUB_MAX = 300
"""A plain text part of so few characters, beside a longer HTML part, only says that there is one."""
STUB_RATIO = 8
NAME_MAX = 120
READABLE = frozenset(
    {
        *(
            "text/plain",
            "text/html",
            "text/markdown",
            "application/xhtml+xml",
            "message/rfc822",
            "application/pdf",
        ),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }
)
"""Media types of attachments that become documents; others may still be known by their first bytes."""

_READABLE_KINDS = frozenset({"a PDF", "a Word file (DOCX)"})
_SUFFIXES = {"text/plain": ".txt", "text/html": ".html", "text/markdown": ".md", "application/pdf": ".pdf"}
_NO_BASE64 = re.compile(r"[^A-Za-z0-9+/]+")
_PREFIX = re.compile(r"(?i)(?:(?:re|aw|sv|fwd?|wg|tr|vs|doorst)\s{0,3}(?:\[\d{1,3}\])?\s{0,3}:\s*){1,10}")
_FORWARDED = re.compile(r"(?i)\s*(?:fwd?|wg|tr|doorst)\s{0,3}:")


def sources_in(source: Source) -> Iterator[Source]:
    """The text of the mail that `source` is, then its attachments; SourceError where there is neither."""
    message: EmailMessage = email.message_from_bytes(source.body, policy=default)
    attached, left_out = _attachments(message)
    text = _text_part(message)
    warnings = tuple(_warnings(message, left_out))
    stated = preferring(source.stated, _stated(message))
    if text is not None:
        yield replace(
            source,
            original=source.body,
            content=_decoded(text),
            media_type=text.get_content_type(),
            charset=text.get_content_charset(),
            stated=stated,
            warnings=(*source.warnings, *warnings, *_damage(text)),
        )
    elif not attached:
        raise SourceError(f"{source.name}: this mail has no text and no attachment that can be read")
    for number, (part, content) in enumerate(attached, start=1):
        yield _attachment(source, part, content, number)


def _text_part(message: MIMEPart) -> MIMEPart | None:
    """The part that a person reads: plain text, unless it only points to the HTML beside it."""
    plain, page = message.get_body(("plain",)), message.get_body(("html",))
    if plain is None or page is None:
        return plain or page
    words, markup = len(_decoded(plain).strip()), len(_decoded(page))
    return page if words <= STUB_MAX and markup > STUB_RATIO * max(words, 1) else plain


def _attachments(message: MIMEPart) -> tuple[list[tuple[MIMEPart, bytes]], int]:
    """The attachments that can be read with their bytes, and the number of the others."""
    bodies = [message.get_body((kind,)) for kind in ("plain", "html")]
    readable: list[tuple[MIMEPart, bytes]] = []
    left_out = 0
    for part in _parts(message):
        if any(part is body for body in bodies):
            continue
        content = _readable(part) if len(readable) < MAX_ATTACHMENTS else None
        if content is not None:
            readable.append((part, content))
        else:
            left_out += not _is_inside_page(part)
    return readable, left_out


def _parts(message: MIMEPart) -> Iterator[MIMEPart]:
    """The parts that hold something; a mail inside the mail is one."""
    waiting = [message]
    while waiting:
        part = waiting.pop(0)
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            waiting = [*part.iter_parts(), *waiting]
        else:
            yield part


def _readable(part: MIMEPart) -> bytes | None:
    """The bytes of a part, None where it is of no kind that is read."""
    kind = part.get_content_type()
    if kind == "message/rfc822":
        return _enclosed(part)
    content = _decoded(part)
    known = kind_of(content)
    wanted = known in _READABLE_KINDS if known else kind in READABLE and part.get_filename() is not None
    return content if wanted else None


def _enclosed(part: MIMEPart) -> bytes | None:
    """The mail inside a mail, its headers folded as they are; None where it is too broken to be written."""
    try:
        inner = part.get_content()
        written: bytes = inner.as_bytes(policy=inner.policy.clone(max_line_length=None, refold_source="none"))
    except Exception:  # the standard library raises anything on hostile mails
        return None
    return written


def _is_inside_page(part: MIMEPart) -> bool:
    """Whether a part is a picture of the HTML text (a logo, a line), which nobody attached."""
    return (
        part.get_content_maintype() == "image" and not part.is_attachment() and part["content-id"] is not None
    )


def _attachment(source: Source, part: MIMEPart, content: bytes, number: int) -> Source:
    kind = part.get_content_type()
    if kind == "message/rfc822":
        name = f"{_subject(part.get_content()) or f'mail {number}'}.eml"
    else:
        name = PurePosixPath((part.get_filename() or "").replace("\\", "/")).name
    name = one_line(name)[-NAME_MAX:] or f"part {number}{_SUFFIXES.get(kind, '')}"
    return Source(
        f"{source.name}: {name}",
        content,
        place=source.place,
        media_type=kind,
        charset=part.get_content_charset(),
        retrieved=source.retrieved,
        warnings=tuple(_damage(part)),
    )


def _stated(message: MIMEPart) -> Findings:
    """What the headers say; of a forwarded mail who sent it on and when is not who wrote it and when."""
    subject = _subject(message)
    title = (
        Evidenced(subject, f"mail header Subject “{_header(message, 'subject')}”") if subject else Evidenced()
    )
    date = _date(message)
    if _FORWARDED.match(_header(message, "subject")):
        return Findings(title=title, doubtful=(date,) if date else ())
    sender = _header(message, "from")
    name = parseaddr(sender)[0].strip(" '\"")
    named = Evidenced(name, f"mail header From “{sender}”") if name and "@" not in name else Evidenced()
    issued = named.value is not None and is_issuer(named.value)
    organization = _header(message, "organization")
    publisher = Evidenced(organization, "mail header Organization") if organization else Evidenced()
    return Findings(
        title=title,
        author=Evidenced() if issued else named,
        publisher=named if issued else publisher,
        tags=(date,) if date else (),
    )


def _subject(message: MIMEPart) -> str:
    return _PREFIX.sub("", _header(message, "subject"), count=1).strip()


def _date(message: MIMEPart) -> DateCandidate | None:
    stamp = _header(message, "date")
    try:
        day = parsedate_to_datetime(stamp).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return DateCandidate(day, "day", f"mail header Date: {stamp}", STATED)


def _header(message: MIMEPart, name: str) -> str:
    """A header on one line, its encoded words decoded; empty where it is missing or broken."""
    try:
        return one_line(" ".join(str(message[name] or "").split()))[:500]
    except Exception:  # the header parser of the standard library raises anything on hostile headers
        return ""


def _decoded(part: MIMEPart) -> bytes:
    """The bytes of a part without its transfer encoding; of damaged base64 what is whole."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return b""
    if not _is_damaged(part):
        return payload
    signs = _NO_BASE64.sub("", str(part.get_payload()))
    signs = signs[: len(signs) - (len(signs) % 4 == 1)]
    return base64.b64decode(signs + "=" * (-len(signs) % 4))


def _is_damaged(part: MIMEPart) -> bool:
    """Whether decoding, which comes first, found broken base64."""
    return any("Base64" in type(defect).__name__ for defect in part.defects)


def _damage(part: MIMEPart) -> Iterator[str]:
    if _is_damaged(part):
        yield "the mail is damaged (broken base64): some text may be missing or wrong"


def _warnings(message: MIMEPart, left_out: int) -> Iterator[str]:
    if left_out == 1:
        yield "1 attachment of this mail cannot be read and is left out"
    elif left_out:
        yield f"{left_out:,} attachments of this mail cannot be read and are left out"
    if any("Boundary" in type(defect).__name__ for defect in message.defects):
        yield "the mail is damaged (it is cut off, or its parts are not marked): some text may be missing"

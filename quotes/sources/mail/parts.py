"""From a mail to its text and its attachments, each to be read as a document of its own."""

import email
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage, MIMEPart
from email.policy import default
from pathlib import PurePosixPath

from quotes.display import one_line
from quotes.errors import SourceError
from quotes.sources.decoding.signatures import kind_of
from quotes.sources.limits import MAX_ATTACHMENTS
from quotes.sources.mail.decoding import damage_of, decoded
from quotes.sources.mail.headers import stated_by, subject_of
from quotes.sources.mail.traps import refuse_trap
from quotes.sources.metadata.deciding import preferring
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


def sources_in(source: Source) -> list[Source]:
    """The text of the mail that `source` is, then its attachments.

    Raises SourceError where there is neither, and for a mail that is damaged or a trap.
    """
    refuse_trap(source.body, source.name)
    try:
        return list(_opened(source))
    except (SourceError, MemoryError):
        raise
    except Exception as error:  # the standard library raises anything on hostile mails
        raise SourceError(
            f"{source.name}: this mail is damaged ({type(error).__name__}); save its text to a .txt file"
        ) from error


def _opened(source: Source) -> Iterator[Source]:
    message: EmailMessage = email.message_from_bytes(source.body, policy=default)
    attached, left_out = _attachments(message)
    text = _text_part(message)
    content = b"" if text is None else decoded(text)
    if text is not None and (content.strip() or not attached):
        yield replace(
            source,
            original=source.body,
            content=content,
            media_type=text.get_content_type(),
            charset=text.get_content_charset(),
            stated=preferring(source.stated, stated_by(message)),
            warnings=(*source.warnings, *_warnings(message, left_out), *damage_of(text)),
        )
    elif not attached:
        raise SourceError(f"{source.name}: this mail has no text and no attachment that can be read")
    for number, (part, attachment) in enumerate(attached, start=1):
        yield _attachment(source, part, attachment, number)


def _text_part(message: MIMEPart) -> MIMEPart | None:
    """The part that a person reads: plain text, unless it only points to the HTML beside it."""
    plain, page = message.get_body(("plain",)), message.get_body(("html",))
    if plain is None:
        return page
    if page is None:
        return plain
    words, markup = len(decoded(plain).strip()), len(decoded(page))
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
        part = waiting.pop()
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            waiting += reversed(list(part.iter_parts()))
        else:
            yield part


def _readable(part: MIMEPart) -> bytes | None:
    """The bytes of a part, None where it is of no kind that is read."""
    kind = part.get_content_type()
    if kind == "message/rfc822":
        return _enclosed(part)
    content = decoded(part)
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
        name = f"{subject_of(part.get_content()) or f'mail {number}'}.eml"
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
        warnings=tuple(damage_of(part)),
    )


def _warnings(message: MIMEPart, left_out: int) -> Iterator[str]:
    if left_out == 1:
        yield "1 attachment of this mail cannot be read and is left out"
    elif left_out:
        yield f"{left_out:,} attachments of this mail cannot be read and are left out"
    if any("Boundary" in type(defect).__name__ for defect in message.defects):
        yield "the mail is damaged (it is cut off, or its parts are not marked): some text may be missing"

"""From bytes to the decoded file, to which every offset refers."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from quotes.errors import SourceError
from quotes.sources.decoding.signatures import kind_of
from quotes.sources.limits import MAX_BYTES, MAX_CHARACTERS

MAX_CONTROL_SHARE = 0.05
"""Text has next to no control characters; random bytes have 11 %."""
MAX_NUL_SHARE = 0.01
MIN_UTF16_NUL_SHARE = 0.6
"""Of the high bytes of Latin text in UTF-16 nearly all are zero."""
WESTERN_SHARE = 0.3
"""In a text of a Latin alphabet at most so many bytes are above 127 (French: 4 %; short lines more)."""
SNIFFED_BYTES = 65536
SNIFFED_CHARACTERS = 4096

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"})
"""Codecs of Python that no page is written in and that would let one hide its text."""
_META_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27}) + b"\x7f"
_ASCII = bytes(range(128))
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The decoded file: the bytes decoded by `encoding` with errors="replace", line ends as they are."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(original: bytes, name: str) -> Decoded:
    """Decode a text or HTML file of which nothing is known but its `name`.

    Raises SourceError for an empty, binary or too long file and for bytes that are no encoding.
    """
    _refuse(original, name)
    encoding = _encoding(original)
    if encoding is None:
        raise SourceError(
            f"{name}: its bytes are in no encoding that can be told; save it as UTF-8 and try again"
        )
    text = original.decode(encoding, errors="replace")
    if len(text) > MAX_CHARACTERS:
        raise SourceError(too_long(name))
    if not text.strip("\ufeff \t\r\n\x0b\x0c\x00"):
        raise SourceError(
            f"{name}: the file holds nothing but white space; save the text into it and try again"
        )
    return Decoded(text, encoding, tuple(_warnings(original, text)))


def sniffed(original: bytes) -> str:
    """The beginning of a file as text, to tell its format by; empty where its bytes are no text."""
    head = original[:SNIFFED_BYTES]
    encoding = _marked(head) or _wide(head) or "utf-8"
    return head.decode(encoding, errors="replace")[:SNIFFED_CHARACTERS].lstrip("\ufeff")


def _refuse(original: bytes, name: str) -> None:
    if not original:
        raise SourceError(f"{name}: the file is empty; save the text into it and try again")
    if len(original) > MAX_BYTES:
        raise SourceError(too_long(name))
    kind = kind_of(original)
    if kind is None and _is_binary(original):
        kind = "a binary file"
    if kind is not None:
        raise SourceError(f"{name}: this is {kind}; save it as text or HTML and try again")


def too_long(name: str) -> str:
    """The message for a document over `MAX_CHARACTERS`."""
    return f"{name}: longer than {MAX_CHARACTERS:,} characters; split it into its documents and try again"


def _is_binary(original: bytes) -> bool:
    if _marked(original) or _wide(original):
        return False
    size = len(original)
    if original.count(0) > MAX_NUL_SHARE * size:
        return True
    return size - len(original.translate(None, _CONTROL)) > MAX_CONTROL_SHARE * size


def _marked(original: bytes) -> str | None:
    """The encoding that a byte order mark states."""
    return next((encoding for bom, encoding in _BOMS if original.startswith(bom)), None)


def _wide(original: bytes) -> str | None:
    """UTF-16 without a byte order mark."""
    sample = original[:SNIFFED_BYTES]
    half = len(sample) // 2
    if half < 2:
        return None
    if sample[1::2].count(0) > MIN_UTF16_NUL_SHARE * half and sample[::2].count(0) == 0:
        return "utf-16-le"
    if sample[::2].count(0) > MIN_UTF16_NUL_SHARE * half and sample[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _encoding(original: bytes) -> str | None:
    marked = _marked(original) or _wide(original)
    if marked:
        return marked
    if _decodes(original, "utf-8"):
        return "utf-8"
    declared = _declared(original)
    if declared and _decodes(original, declared):
        return declared
    return _mostly_utf8(original) or _western(original) or _detected(original)


def _decodes(original: bytes, encoding: str) -> bool:
    try:
        original.decode(encoding)
    except UnicodeError:
        return False
    return True


def _declared(original: bytes) -> str | None:
    """The encoding that an HTML file declares, by the name Python decodes it by."""
    match = _META_CHARSET.search(original[:SNIFFED_BYTES])
    if match is None:
        return None
    label = match.group(1).decode("ascii").lower()
    # Browsers read both labels as Windows-1252, and so pages are written.
    label = "cp1252" if label in {"iso-8859-1", "latin-1", "latin1", "us-ascii"} else label
    try:
        b" ".decode(label)
    except (LookupError, UnicodeError):
        return None
    encoding = codecs.lookup(label).name
    return None if encoding in _NO_CHARSETS else encoding


def _mostly_utf8(original: bytes) -> str | None:
    """UTF-8 with a few broken bytes: the well-formed characters outnumber them."""
    rest, whole = _MULTIBYTE.subn(b"", original)
    return "utf-8" if whole > _above_ascii(rest) else None


def _western(original: bytes) -> str | None:
    """Windows-1252, where few bytes are above 127 and each of them is a character there."""
    if _above_ascii(original) <= WESTERN_SHARE * len(original) and _decodes(original, "cp1252"):
        return "cp1252"
    return None


def _above_ascii(original: bytes) -> int:
    return len(original.translate(None, _ASCII))


def _detected(original: bytes) -> str | None:
    best = from_bytes(original[:SNIFFED_BYTES]).best()
    if best is None or not _decodes(original, best.encoding) or best.chaos > 0.1 or best.coherence == 0:
        return None
    return best.encoding


def _warnings(original: bytes, text: str) -> list[str]:
    lost = text.count("\ufffd") - original.count("\ufffd".encode())
    if lost <= 0:
        return []
    return [f"{lost} characters could not be decoded and stand as \ufffd"]

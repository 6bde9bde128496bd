"""From bytes to the decoded file, to which every offset refers."""

import codecs
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.errors import SourceError
from quotes.sources.decoding.guessing import decodes, guessed, is_chinese, is_mostly_utf8, nearly_decodes
from quotes.sources.decoding.labels import Stated, contradictions, stated_encodings
from quotes.sources.decoding.signatures import kind_of
from quotes.sources.limits import MAX_BYTES, MAX_CHARACTERS

MAX_CONTROL_SHARE = 0.05
"""Text has next to no control characters; random bytes have 11 %."""
MAX_NUL_SHARE = 0.01
MIN_UTF16_NUL_SHARE = 0.6
"""Of the high bytes of Latin text in UTF-16 nearly all are zero."""
SNIFFED_BYTES = 65536
SNIFFED_CHARACTERS = 4096

Found = tuple[str, str]
"""An encoding and how it is known."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27}) + b"\x7f"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The decoded file: the bytes decoded by `encoding` with errors="replace", line ends as they are.

    `evidence` says how the encoding is known, and what was stated otherwise.
    """

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()
    evidence: str | None = None


def decode(original: bytes, name: str, charset: str | None = None) -> Decoded:
    """Decode a text or HTML file `name`; `charset` is what came with it says of it (a server, an envelope).

    Believed are, in this order: a byte order mark; bytes that can only be UTF-8; `charset`; what the file
    itself declares; statistics. What is stated and does not decode is passed over.
    Raises SourceError for an empty, binary or too long file and for bytes that are no encoding.
    """
    stated = stated_encodings(original, charset)
    found = _unmistakable(original, stated)
    _refuse(original, name, readable=found is not None)
    found = found or _believed(original, stated)
    if found is None:
        raise SourceError(
            f"{name}: its bytes are in no encoding that can be told; save it as UTF-8 and try again"
        )
    encoding, evidence = found
    text = original.decode(encoding, errors="replace")
    if len(text) > MAX_CHARACTERS:
        raise SourceError(too_long(name))
    if not text.strip("\ufeff \t\r\n\x0b\x0c\x00"):
        raise SourceError(
            f"{name}: the file holds nothing but white space; save the text into it and try again"
        )
    others = () if original.isascii() else contradictions(encoding, stated)
    said = "; ".join((evidence, *others))
    return Decoded(text, encoding, tuple(_warnings(original, text, encoding)), said)


def sniffed(original: bytes) -> str:
    """The beginning of a file as text, to tell its format by; empty where its bytes are no text."""
    head = original[:SNIFFED_BYTES]
    encoding = _marked(head) or _wide(head) or "utf-8"
    return head.decode(encoding, errors="replace")[:SNIFFED_CHARACTERS].lstrip("\ufeff")


def _refuse(original: bytes, name: str, *, readable: bool) -> None:
    if not original:
        raise SourceError(f"{name}: the file is empty; save the text into it and try again")
    if len(original) > MAX_BYTES:
        raise SourceError(too_long(name))
    kind = kind_of(original)
    if kind is None and not readable and _is_binary(original):
        kind = "a binary file"
    if kind is not None:
        raise SourceError(f"{name}: this is {kind}; save it as text or HTML and try again")


def too_long(name: str) -> str:
    """The message for a document over `MAX_CHARACTERS`."""
    return f"{name}: longer than {MAX_CHARACTERS:,} characters; split it into its documents and try again"


def _is_binary(original: bytes) -> bool:
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


def _unmistakable(original: bytes, stated: Sequence[Stated]) -> Found | None:
    """An encoding of which zero bytes are a part, so that they do not make the file binary."""
    marked = _marked(original)
    if marked:
        return marked, "byte order mark"
    wide = _wide(original)
    if wide:
        return wide, "every second byte is zero"
    for statement in stated:
        if statement.encoding.startswith(("utf-16", "utf-32")) and _is_text(original, statement.encoding):
            return statement.encoding, statement.evidence
    return None


def _believed(original: bytes, stated: Sequence[Stated]) -> Found | None:
    """The encoding, and how it is known."""
    narrow = [one for one in stated if not one.encoding.startswith(("utf-16", "utf-32"))]
    if original.isascii():
        escaped = next((one for one in narrow if one.encoding.startswith("iso2022")), None)
        if escaped and b"\x1b" in original and decodes(original, escaped.encoding):
            return escaped.encoding, escaped.evidence
        return "utf-8", "nothing but ASCII"
    if decodes(original, "utf-8") and not is_chinese(original, narrow):
        return "utf-8", "well-formed UTF-8"
    for statement in narrow:
        if decodes(original, statement.encoding):
            return statement.encoding, statement.evidence
    if is_mostly_utf8(original):
        return "utf-8", "mostly well-formed UTF-8"
    for statement in narrow:
        if nearly_decodes(original, statement.encoding):
            return statement.encoding, statement.evidence
    guess = guessed(original)
    return (guess, "a guess by its bytes") if guess else None


def _is_text(original: bytes, encoding: str) -> bool:
    """Whether bytes decode to letters, marks and blanks; the wrong byte order makes rare characters."""
    if not decodes(original, encoding):
        return False
    kinds = [unicodedata.category(character)[0] for character in original[:SNIFFED_BYTES].decode(encoding)]
    return kinds.count("C") <= MAX_CONTROL_SHARE * len(kinds) + original.count(b"\n")


def _warnings(original: bytes, text: str, encoding: str) -> list[str]:
    kept = original.count("\ufffd".encode()) if encoding == "utf-8" else 0
    lost = text.count("\ufffd") - kept
    if lost <= 0:
        return []
    return [f"{lost} characters could not be decoded and stand as \ufffd"]

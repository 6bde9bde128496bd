"""From bytes to the decoded file, to which every offset refers."""

import codecs
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from charset_normalizer import from_bytes

from quotes.errors import SourceError
from quotes.sources.decoding.labels import DETECTED, TWO_BYTES, Stated, contradictions, stated_encodings
from quotes.sources.decoding.signatures import kind_of
from quotes.sources.limits import MAX_BYTES, MAX_CHARACTERS

MAX_CONTROL_SHARE = 0.05
"""Text has next to no control characters; random bytes have 11 %."""
MAX_NUL_SHARE = 0.01
MIN_UTF16_NUL_SHARE = 0.6
"""Of the high bytes of Latin text in UTF-16 nearly all are zero."""
WESTERN_SHARE = 0.3
"""In a text of a Latin alphabet at most so many bytes are above 127 (French: 4 %; short lines more)."""
KANA_SHARE = 0.3
"""Of the characters above ASCII so many are kana in a text in Japanese; in Chinese and Korean, none."""
SNIFFED_BYTES = 65536
SNIFFED_CHARACTERS = 4096

MAX_BROKEN_SHARE = 0.02
"""Of the characters above ASCII: so few broken ones are accidents, more mean another encoding."""
MIN_PAIRED_BYTES = 4
MAX_CHAOS = 0.1
"""Mess that charset-normalizer may see in a text that it detected, from 0 to 1."""

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
_ASCII = bytes(range(128))
_CHINESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2}")
_LONG = re.compile(rb"[\xe0-\xf4]")
_EASTERN = "ąęłśźżćńĄĘŁŚŹŻĆŃčěřšťůžČŘŠŤŮŽőűŐŰ".encode("cp1250")
"""Letters of Central Europe; the same bytes are mostly signs in Windows-1252, rarely letters."""
_MACINTOSH = re.compile(rb"\xd2(?=[A-Za-z])|(?<=[A-Za-z.,!?])\xd3|(?<=[a-z])\xd5(?=[a-z]{1,2}\b)")
"""Curly marks of a Macintosh, where Windows-1252 has capitals."""
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


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
        if escaped and b"\x1b" in original and _decodes(original, escaped.encoding):
            return escaped.encoding, escaped.evidence
        return "utf-8", "nothing but ASCII"
    if _decodes(original, "utf-8") and not _is_chinese(original, narrow):
        return "utf-8", "well-formed UTF-8"
    for statement in narrow:
        if _decodes(original, statement.encoding):
            return statement.encoding, statement.evidence
    if _is_mostly_utf8(original):
        return "utf-8", "mostly well-formed UTF-8"
    for statement in narrow:
        if _nearly_decodes(original, statement.encoding):
            return statement.encoding, statement.evidence
    guess = _western(original) or _detected(original)
    return (guess, "a guess by its bytes") if guess else None


def _decodes(original: bytes, encoding: str) -> bool:
    try:
        original.decode(encoding)
    except UnicodeError:
        return False
    return True


def _is_text(original: bytes, encoding: str) -> bool:
    """Whether bytes decode to letters, marks and blanks; the wrong byte order makes rare characters."""
    if not _decodes(original, encoding):
        return False
    kinds = [unicodedata.category(character)[0] for character in original[:SNIFFED_BYTES].decode(encoding)]
    return kinds.count("C") <= MAX_CONTROL_SHARE * len(kinds) + original.count(b"\n")


def _nearly_decodes(original: bytes, encoding: str) -> bool:
    """Whether all but a few of the characters above ASCII decode."""
    text = original.decode(encoding, errors="replace")
    above = sum(character > "\x7f" for character in text)
    return text.count("\ufffd") <= max(1, MAX_BROKEN_SHARE * above)


def _is_chinese(original: bytes, stated: Sequence[Stated]) -> bool:
    """Whether well-formed UTF-8 is text in a stated encoding of two bytes a character all the same.

    So are some words in GBK; three bytes a character, or letters one by one between others, are UTF-8.
    """
    pairs = next((one.encoding for one in stated if one.encoding in TWO_BYTES), None)
    if pairs is None or _LONG.search(original) or not _decodes(original, pairs):
        return False
    return _CHINESE.search(original.decode(pairs)) is not None


def _is_mostly_utf8(original: bytes) -> bool:
    """UTF-8 with a few broken bytes: the well-formed characters outnumber them."""
    rest, whole = _MULTIBYTE.subn(b"", original)
    return whole > _above_ascii(rest)


def _western(original: bytes) -> str | None:
    """Windows-1252, where few bytes are above 127 and each of them is a character there; or its like.

    Not where the letters are those of another alphabet of the same size: Polish in Windows-1250.
    """
    above = _above_ascii(original)
    if above > WESTERN_SHARE * len(original):
        return None
    if above >= MIN_PAIRED_BYTES and _decodes(original, "gb2312"):
        return "gb18030"  # English from a Chinese desk: its marks are two bytes each
    if above and 3 * len(_MACINTOSH.findall(original)) >= above:
        return "mac_roman"
    if not _decodes(original, "cp1252"):
        return None
    return None if _is_eastern(original) else "cp1252"


def _is_eastern(original: bytes) -> bool:
    """Whether letters of Central Europe outnumber what the same bytes are in Western Europe."""
    symbols = len(original) - len(original.translate(None, _EASTERN))
    return 2 * symbols > _above_ascii(original) and _decodes(original, "cp1250")


def _is_kana(original: bytes, encoding: str) -> bool:
    """Whether bytes decode to text with as many kana as Japanese has (about half its characters)."""
    if not _decodes(original, encoding):
        return False
    above = [character for character in original.decode(encoding) if character > "\x7f"]
    return sum("\u3041" <= character <= "\u30fa" for character in above) > KANA_SHARE * len(above)


def _above_ascii(original: bytes) -> int:
    return len(original.translate(None, _ASCII))


def _detected(original: bytes) -> str | None:
    if _is_eastern(original):
        return "cp1250"
    japanese = next((encoding for encoding in ("cp932", "euc_jp") if _is_kana(original, encoding)), None)
    if japanese:
        return japanese
    best = from_bytes(original[:SNIFFED_BYTES], cp_isolation=DETECTED).best()
    if best is None or not _nearly_decodes(original, best.encoding) or best.chaos > MAX_CHAOS:
        return None
    if best.coherence == 0 and best.encoding not in TWO_BYTES:
        return None
    return best.encoding


def _warnings(original: bytes, text: str, encoding: str) -> list[str]:
    kept = original.count("\ufffd".encode()) if encoding == "utf-8" else 0
    lost = text.count("\ufffd") - kept
    if lost <= 0:
        return []
    return [f"{lost} characters could not be decoded and stand as \ufffd"]

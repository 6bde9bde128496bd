"""Which encoding bytes are in, told by the bytes themselves: statements are missing, or wrong."""

import re
from collections.abc import Sequence

from charset_normalizer import from_bytes

from quotes.sources.decoding.labels import DETECTED, TWO_BYTES, Stated

WESTERN_SHARE = 0.3
"""In a text of a Latin alphabet at most so many bytes are above 127 (French: 4 %; short lines more)."""
KANA_SHARE = 0.3
"""Of the characters above ASCII so many are kana in a text in Japanese; in Chinese and Korean, none."""
MAX_BROKEN_SHARE = 0.02
"""Of the characters above ASCII: so few broken ones are accidents, more mean another encoding."""
MIN_PAIRED_BYTES = 4
MAX_CHAOS = 0.1
"""Mess that charset-normalizer may see in a text that it detected, from 0 to 1."""
SAMPLE_BYTES = 65536
"""So many at the beginning of a file are given to charset-normalizer."""

_ASCII = bytes(range(128))
_CHINESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2}")
_LONG = re.compile(rb"[\xe0-\xf4]")
_EASTERN = "ąęłśźżćńĄĘŁŚŹŻĆŃčěřšťůžČŘŠŤŮŽőűŐŰ".encode("cp1250")
"""Letters of Central Europe; the same bytes are mostly signs in Windows-1252, rarely letters."""
_MACINTOSH = re.compile(rb"\xd2(?=[A-Za-z])|(?<=[A-Za-z.,!?])\xd3|(?<=[a-z])\xd5(?=[a-z]{1,2}\b)")
"""Curly marks of a Macintosh, where Windows-1252 has capitals."""
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def guessed(original: bytes) -> str | None:
    """The encoding that the bytes look like; None where they look like none."""
    return _western(original) or _detected(original)


def decodes(original: bytes, encoding: str) -> bool:
    """Whether all of the bytes are characters in an encoding."""
    try:
        original.decode(encoding)
    except UnicodeError:
        return False
    return True


def nearly_decodes(original: bytes, encoding: str) -> bool:
    """Whether all but a few of the characters above ASCII decode."""
    text = original.decode(encoding, errors="replace")
    above = sum(character > "\x7f" for character in text)
    return text.count("\ufffd") <= max(1, MAX_BROKEN_SHARE * above)


def is_chinese(original: bytes, stated: Sequence[Stated]) -> bool:
    """Whether well-formed UTF-8 is text in a stated encoding of two bytes a character all the same.

    So are some words in GBK; three bytes a character, or letters one by one between others, are UTF-8.
    """
    pairs = next((one.encoding for one in stated if one.encoding in TWO_BYTES), None)
    if pairs is None or _LONG.search(original) or not decodes(original, pairs):
        return False
    return _CHINESE.search(original.decode(pairs)) is not None


def is_mostly_utf8(original: bytes) -> bool:
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
    if above >= MIN_PAIRED_BYTES and decodes(original, "gb2312"):
        return "gb18030"  # English from a Chinese desk: its marks are two bytes each
    if above and 3 * len(_MACINTOSH.findall(original)) >= above:
        return "mac_roman"
    if not decodes(original, "cp1252"):
        return None
    return None if _is_eastern(original) else "cp1252"


def _is_eastern(original: bytes) -> bool:
    """Whether letters of Central Europe outnumber what the same bytes are in Western Europe."""
    symbols = len(original) - len(original.translate(None, _EASTERN))
    return 2 * symbols > _above_ascii(original) and decodes(original, "cp1250")


def _is_kana(original: bytes, encoding: str) -> bool:
    """Whether bytes decode to text with as many kana as Japanese has (about half its characters)."""
    if not decodes(original, encoding):
        return False
    above = [character for character in original.decode(encoding) if character > "\x7f"]
    return sum("\u3041" <= character <= "\u30fa" for character in above) > KANA_SHARE * len(above)


def _detected(original: bytes) -> str | None:
    if _is_eastern(original):
        return "cp1250"
    japanese = next((encoding for encoding in ("cp932", "euc_jp") if _is_kana(original, encoding)), None)
    if japanese:
        return japanese
    best = from_bytes(original[:SAMPLE_BYTES], cp_isolation=DETECTED).best()
    if best is None or not nearly_decodes(original, best.encoding) or best.chaos > MAX_CHAOS:
        return None
    if best.coherence == 0 and best.encoding not in TWO_BYTES:
        return None
    return best.encoding


def _above_ascii(original: bytes) -> int:
    return len(original.translate(None, _ASCII))

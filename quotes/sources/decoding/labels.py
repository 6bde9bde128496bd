"""What is stated of a file's encoding, outside it and in it, by the names Python decodes by."""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

HEAD_BYTES = 65536
"""A page declares its encoding within so many bytes."""
TWO_BYTES = frozenset({"gb18030", "big5hkscs", "cp949", "cp932", "euc_jp", "euc_kr", "big5", "shift_jis"})
DETECTED = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874", "koi8_r"),
    *("gb18030", "big5", "cp949", "cp932", "euc_jp", "iso8859_5", "cp866", "mac_roman"),
]
"""Encodings that pages are written in, to be told by statistics; with rarer ones, guesses go astray."""

_AS_BROWSERS_DO = {
    **dict.fromkeys(("gb2312", "gbk", "hz"), "gb18030"),
    **dict.fromkeys(("iso8859-1", "ascii", "latin-1"), "cp1252"),
    **dict.fromkeys(("big5", "cp950"), "big5hkscs"),
    "utf-16": "utf-16-le",
    **{
        "euc_kr": "cp949",
        "shift_jis": "cp932",
        "iso8859-9": "cp1254",
        "iso8859-11": "cp874",
        "tis-620": "cp874",
    },
}
"""Wider encodings that pages are in which state the narrower (https://encoding.spec.whatwg.org/#names-and-labels)."""
_ALIASES = {
    **{"x-gbk": "gbk", "x-sjis": "shift_jis", "x-euc-jp": "euc_jp", "cn-big5": "big5", "x-x-big5": "big5"},
    **{"windows-949": "cp949", "x-cp1250": "cp1250", "x-cp1251": "cp1251", "x-cp1252": "cp1252"},
    **{"unicode": "utf-16", "x-mac-roman": "mac_roman", "windows-874": "cp874", "gb_2312-80": "gb2312"},
}
"""Labels of the same list that Python does not know."""
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7", "mbcs", "oem"})
"""Codecs of Python that no page is written in and that would let one hide its text."""
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})""")


@dataclass(frozen=True, slots=True)
class Stated:
    """An encoding by the name Python decodes it by, who states it, and the label that is written there."""

    encoding: str
    evidence: str
    label: str


def stated_encodings(original: bytes, charset: str | None) -> list[Stated]:
    """What is stated of an encoding, the most reliable first: outside the file, then in it."""
    head = original[:HEAD_BYTES]
    labels = [("stated by what it came with", charset)]
    for pattern, where in ((_XML, "stated by its XML declaration"), (_META, "stated by its meta tag")):
        match = pattern.match(head) if pattern is _XML else pattern.search(head)
        labels.append((where, match.group(1).decode("ascii") if match else None))
    return list(_known(labels))


def contradictions(encoding: str, stated: Iterable[Stated]) -> Iterator[str]:
    """What is stated otherwise than the `encoding` that was taken, in words."""
    for one in stated:
        order_untold = one.label.lower() == "utf-16" and encoding.startswith("utf-16")
        if one.encoding != encoding and not order_untold:
            yield f"not {one.label}, as {one.evidence}"


def _known(labels: Iterable[tuple[str, str | None]]) -> Iterator[Stated]:
    for where, label in labels:
        encoding = _encoding(label.strip().strip("\"'").lower()) if label else None
        if label and encoding:
            # A tag that can be read byte for byte is not in an encoding of two bytes a letter.
            if where != "stated by what it came with" and encoding.startswith(("utf-16", "utf-32")):
                encoding = "utf-8"
            yield Stated(encoding, where, label.strip()[:40])


def _encoding(label: str) -> str | None:
    """The name Python decodes by for a label, as browsers understand it; None for none of them."""
    try:
        name = codecs.lookup(_ALIASES.get(label, label)).name
        b"    ".decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None
    return None if name in _NO_CHARSETS else _AS_BROWSERS_DO.get(name, name)

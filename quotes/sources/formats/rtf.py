"""Rich text (.rtf), as word processors and news databases save it: its words alone."""

import re
from collections.abc import Iterable
from dataclasses import replace

from quotes.errors import SourceError
from quotes.sources.formats.format import Format
from quotes.sources.limits import MAX_BYTES
from quotes.sources.source import ReadOptions, Source

_START = b"{\\rtf"
_ESCAPED_LINE_END = re.compile(r"(?<!\\)((?:\\\\)*)\\(\r?\n)")
"""A backslash before a line end is a paragraph mark (RTF specification 1.9.1); the library passes over it."""


def _is_rtf(source: Source, options: ReadOptions) -> bool:
    return source.body[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_START)


def _unpack(source: Source, options: ReadOptions) -> Iterable[Source]:
    """The text of the file, as a source of its own. Raises SourceError where there is none."""
    if len(source.body) > MAX_BYTES:
        raise SourceError(f"{source.name}: an RTF file over {MAX_BYTES:,} bytes; save its text and try again")
    from striprtf.striprtf import rtf_to_text

    # RTF is ASCII; bytes above, which only faulty writers leave unescaped, are mostly of Windows-1252.
    marked = _ESCAPED_LINE_END.sub(r"\1\\par\2", source.body.decode("cp1252", errors="replace"))
    try:
        text: str = rtf_to_text(marked, errors="replace")  # type: ignore[no-untyped-call] # not annotated
    except Exception as error:  # damaged groups and unknown code pages raise all sorts
        raise SourceError(
            f"{source.name}: this RTF file is damaged ({type(error).__name__}); save its text and try again"
        ) from error
    if not text.strip():
        raise SourceError(f"{source.name}: no text in this RTF file; save its text to a .txt file")
    content = text.encode("utf-8", errors="replace")
    yield replace(source, content=content, media_type="text/plain", charset="utf-8")


FORMAT = Format("RTF", (".rtf",), _is_rtf, unpack=_unpack)

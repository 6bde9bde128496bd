"""UTF-8 that was decoded as a single-byte encoding (`â€œWe` for `“We`), and GBK decoded as Latin-1."""

import re
from collections.abc import Iterator

from ftfy import fix_encoding, fix_encoding_and_explain

from quotes.sources.decoding.gbk import Fix

_LINE = re.compile(r"[^\n]+")
_RUN = re.compile(r"[^\x00-\x7f]+")
_TORN_MARK = re.compile(r"â€\ufffd|â€\Z")
_TORN_A_GRAVE = re.compile(r"(?<!\w)Ã (?=[\s.,;:!?)a-z])|(?<=\w)Ã (?=[\s.,;:!?)])")
_LATIN1_RUN = re.compile(r"[\x80-\xff\u4e00-\u9fff]{4,}")
_ENCODINGS = ("latin-1", "sloppy-windows-1252", "sloppy-windows-1250", "macroman")


def single_byte_fixes(text: str) -> list[Fix]:
    """The damaged characters of `text`, in order, none of them overlapping."""
    fixes = [fix for line in _LINE.finditer(text) for fix in _of_line(line.start(), line.group())]
    if fixes:
        matches = _TORN_A_GRAVE.finditer(text)
        fixes += [Fix(match.start(), match.end(), _a_grave(text, match)) for match in matches]
    return sorted(fixes, key=lambda fix: fix.start)


def _a_grave(text: str, match: re.Match[str]) -> str:
    """`à` is C3 A0, and A0 passes for a space; one that stands before a word was a space beside it."""
    return "à " if text[match.end() : match.end() + 1].isalpha() else "à"


def _of_line(start: int, line: str) -> Iterator[Fix]:
    if line.isascii():
        return
    encodings = _line_encodings(line)
    for run in _RUN.finditer(line):
        yield from _of_run(start + run.start(), run.group(), encodings)


def _line_encodings(line: str) -> list[str]:
    """The encodings that the line was wrongly decoded by; a run alone may be too short to tell."""
    steps = fix_encoding_and_explain(line).explanation or []
    return [step.parameter for step in steps if step.action == "encode"]


def _of_run(start: int, run: str, encodings: list[str]) -> Iterator[Fix]:
    position = 0
    for torn in _TORN_MARK.finditer(run):
        yield from _of_whole(start + position, run[position : torn.start()], encodings)
        yield Fix(start + torn.start(), start + torn.end(), None, True)
        position = torn.end()
    yield from _of_whole(start + position, run[position:], encodings)


def _of_whole(start: int, run: str, encodings: list[str]) -> list[Fix]:
    chinese = _latin1_of_gbk(run)
    if chinese is not None:
        return [Fix(start, start + len(run), chinese)]
    repaired = fix_encoding(run)
    for encoding in (*encodings, *_ENCODINGS):
        characters = _decoded(run, encoding)
        if characters and (characters == repaired or (encoding in encodings and repaired == run)):
            return _by_character(start, characters)
    return [] if repaired == run else [Fix(start, start + len(run), repaired)]


def _decoded(run: str, encoding: str) -> str | None:
    try:
        return run.encode(encoding).decode("utf-8")
    except UnicodeError:
        return None


def _by_character(start: int, characters: str) -> list[Fix]:
    """Each character's own repair: it was as many characters as it has bytes."""
    fixes: list[Fix] = []
    for character in characters:
        length = len(character.encode("utf-8"))
        fixes.append(Fix(start, start + length, character))
        start += length
    return fixes


def _latin1_of_gbk(run: str) -> str | None:
    """Common Chinese characters where GBK bytes passed for Latin-1 (some pairs of them for UTF-8)."""
    if not _LATIN1_RUN.fullmatch(run) or run.isalpha():
        return None
    source = b"".join(c.encode("latin-1" if c <= "\xff" else "utf-8") for c in run)
    try:
        chinese = source.decode("gb2312")
    except UnicodeDecodeError:
        return None
    return chinese if all("\u4e00" <= character <= "\u9fff" for character in chinese) else None

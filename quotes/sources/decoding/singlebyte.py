"""UTF-8 that was decoded as a single-byte encoding (`â€œWe` for `“We`), and GBK decoded as Latin-1."""

import re
import unicodedata
from collections.abc import Iterator

from ftfy import fix_encoding, fix_encoding_and_explain

from quotes.sources.decoding.gbk import Fix

_LINE = re.compile(r"[^\n]+")
_RUN = re.compile(r"[^\x00-\x7f]+")
_TORN_MARK = re.compile(r"â€\ufffd|â€\Z")
_TORN_A_GRAVE = re.compile(r"(?<!\w)Ã (?=[\s.,;:!?)a-z])|(?<=\w)Ã (?=[\s.,;:!?)])")
_LATIN1_RUN = re.compile(r"[\x80-\xff\u4e00-\u9fff]{4,}")
_WESTERN = re.compile(r"[\xa0-\u017f\u0218-\u021b\u2010-\u203a€™]+")
"""What stands above ASCII in a text in Latin letters."""
_CHANCE_MAX = 3
_UNTOLD = ("sloppy-windows-1250", "macroman")
"""Encodings of which ftfy takes an accent for no evidence."""
_ENCODINGS = ("latin-1", "sloppy-windows-1252", "sloppy-windows-1250", "macroman")


def single_byte_fixes(text: str) -> list[Fix]:
    """The damaged characters of `text`, in order, none of them overlapping."""
    encodings = _encodings_of(text)
    fixes = [fix for line in _LINE.finditer(text) for fix in _of_line(line.start(), line.group(), encodings)]
    if fixes:
        matches = _TORN_A_GRAVE.finditer(text)
        fixes += [Fix(match.start(), match.end(), _a_grave(text, match)) for match in matches]
    return sorted(fixes, key=lambda fix: fix.start)


def _a_grave(text: str, match: re.Match[str]) -> str:
    """`à` is C3 A0, and A0 passes for a space; one that stands before a word was a space beside it."""
    return "à " if text[match.end() : match.end() + 1].isalpha() else "à"


def _of_line(start: int, line: str, encodings: list[str]) -> Iterator[Fix]:
    if line.isascii():
        return
    for run in _RUN.finditer(line):
        yield from _of_run(start + run.start(), run.group(), encodings)


def _encodings_of(text: str) -> list[str]:
    """The encodings that lines of the text were wrongly decoded by; a run alone may be too short to tell."""
    found: dict[str, None] = {}
    for line in _LINE.findall(text):
        steps = [] if line.isascii() else fix_encoding_and_explain(line).explanation or []
        found |= dict.fromkeys(step.parameter for step in steps if step.action == "encode")
    return list(found) or [encoding for encoding in _UNTOLD if _all_of(text, encoding)]


def _all_of(text: str, encoding: str) -> bool:
    """Whether everything above ASCII in the text is parts of words that read as UTF-8 once encoded again."""
    runs = list(_RUN.finditer(text))
    return bool(runs) and all(
        _beside_letter(text, *run.span()) and _WESTERN.fullmatch(_decoded(run.group(), encoding) or "")
        for run in runs
    )


def _beside_letter(text: str, start: int, end: int) -> bool:
    beside = text[max(start - 1, 0) : start] + text[end : end + 1]
    return any(character.isascii() and character.isalpha() for character in beside)


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
    if repaired != run and not encodings and _is_chance(run, repaired):
        return []
    for encoding in (*encodings, *_ENCODINGS):
        characters = _decoded(run, encoding)
        told = encoding in encodings and repaired == run and _WESTERN.fullmatch(characters or "")
        if characters and (characters == repaired or told):
            return _by_character(start, characters)
    return [] if repaired == run else [Fix(start, start + len(run), repaired)]


def _is_chance(run: str, repaired: str) -> bool:
    """Whether a few characters ("«Ç") only look like damage, of a letter that is no neighbour of theirs."""
    unassigned = any(unicodedata.category(character) == "Cn" for character in repaired)
    return unassigned or (len(set(run)) <= _CHANCE_MAX and not _WESTERN.fullmatch(repaired))


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
    if not _LATIN1_RUN.fullmatch(run) or run.isalpha() or len(set(run)) <= _CHANCE_MAX:
        return None
    source = b"".join(c.encode("latin-1" if c <= "\xff" else "utf-8") for c in run)
    try:
        chinese = source.decode("gb2312")
    except UnicodeDecodeError:
        return None
    return chinese if all("\u4e00" <= character <= "\u9fff" for character in chinese) else None

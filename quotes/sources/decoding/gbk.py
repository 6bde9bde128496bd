"""UTF-8 that was decoded as GBK (`鈥淲e` for `“We`): what it was, character by character.

UTF-8 read as GBK pairs the last byte of a three-byte mark with the letter after it. Where the next
character is no letter the pair is invalid, the byte is lost, and only `鈥` (E2 80) is left of the mark.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_RUN = re.compile(r"[^\x00-\x7f“”‘’–—…]+")
_HANZI = re.compile(r"[\u4e00-\u9fff]")
_BYTE_DROPPED = re.compile(r"鈥(?:[\s\ufffd]|\Z)")
_QUESTION_MARK = "?"
_LATIN_SYMBOLS = frozenset("«»£§°©®·½¼¾à\xa0")
_WEAK_MIN = 3
"""So many damaged accents inside words count as evidence where no mark is damaged; fewer are left alone."""
_FOREIGN_MIN = 3


@dataclass(frozen=True, slots=True)
class Fix:
    """What the characters from `start` to `end` were; None for a mark whose kind is lost."""

    start: int
    end: int
    replacement: str | None
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class _Byte:
    """A byte of the run as GBK (None where the decoder gave up) and the character it is of."""

    value: int | None
    index: int


def gbk_fixes(text: str) -> list[Fix]:
    """The damaged characters of `text`, in order. Real Chinese is left alone."""
    runs = [match.span() for match in _RUN.finditer(text) if _HANZI.search(match.group())]
    groups = [group for start, end in runs for group in _groups(text, start, end)]
    evident = any(_is_strong(group) for group in groups)
    weak = sum(_is_accent(text, group) for group in groups)
    evident = evident or weak >= _WEAK_MIN
    question = evident and not _BYTE_DROPPED.search(text)
    return [
        fix
        for group in groups
        if _is_strong(group) or (evident and _is_latin(text, group)) or _is_foreign(text, group)
        for fix in _completed(text, group, question)
    ]


def _groups(text: str, start: int, end: int) -> Iterator[list[Fix]]:
    """The stretches of a run that read as UTF-8 once they are GBK bytes again."""
    source = [byte for index in range(start, end) for byte in _bytes(text[index], index)]
    position = 0
    while position < len(source):
        group = _decoded(source, position, end)
        reached = group[-1].end if group else source[position].index + 1
        if group:
            yield group
        while position < len(source) and source[position].index < reached:
            position += 1


def _decoded(source: list[_Byte], position: int, end: int) -> list[Fix]:
    """The characters that the run gives from `position` on, as far as it reads as UTF-8."""
    start = source[position].index
    fixes: list[Fix] = []
    while position < len(source):
        read = _character(source, position)
        if read is None:
            break
        character, length, guessed = read
        first = source[position].index
        position += length
        following = source[position].index if position < len(source) else end
        fixes.append(Fix(first, max(following, first + 1), character, guessed))
    if position < len(source):
        stop = source[position].index
        return [fix for fix in fixes if fix.end <= stop] if stop > start else []
    return fixes


def _bytes(character: str, index: int) -> list[_Byte]:
    if character == "\ufffd":
        return [_Byte(None, index)]
    return [_Byte(value, index) for value in character.encode("gb18030", errors="ignore")]


def _character(source: list[_Byte], position: int) -> tuple[str | None, int, bool] | None:
    """(character or None for a lost mark, bytes used, guessed) at `position`; None where it is no UTF-8."""
    lead = source[position].value
    if lead is None:
        return None
    length = _length(lead)
    values = [byte.value for byte in source[position : position + length]]
    if len(values) == length and None not in values:
        return _strict(values, length)
    return _lost(values)


def _length(lead: int) -> int:
    return 1 if lead < 0xC2 else 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4


def _strict(values: list[int | None], length: int) -> tuple[str, int, bool] | None:
    try:
        return bytes(value for value in values if value is not None).decode("utf-8"), length, False
    except UnicodeDecodeError:
        return None


def _lost(values: list[int | None]) -> tuple[str | None, int, bool] | None:
    """A character of which the end is missing: general punctuation (E2 80), or a euro sign (E2 82)."""
    known = [value for value in values if value is not None]
    used = len(values)
    if known == [0xE2] or known == [0xE2, 0x80]:
        return None, used, True
    if known == [0xE2, 0x82]:
        return "€", used, True
    if len(known) == 2 and known[0] == 0xE2 and used == 3 and values[1] is None:
        return bytes([0xE2, 0x80, known[1]]).decode("utf-8", errors="replace"), used, True
    if len(known) == 1 and 0xC2 <= known[0] < 0xE0 and used == 2:
        return "\ufffd", used, True
    return None


def _is_strong(group: list[Fix]) -> bool:
    """Whether the group holds a mark: `鈥` stands in no real text (`鈧`, of the euro sign, does)."""
    return any(_is_mark(fix.replacement) for fix in group) or (
        group[-1].replacement == "€" and group[-1].end - group[-1].start > 1
    )


def _is_mark(replacement: str | None) -> bool:
    return replacement is None or "\u2010" <= replacement <= "\u203f" or replacement == "™"


def _is_latin(text: str, group: list[Fix]) -> bool:
    if _is_accent(text, group) or _is_price(text, group):
        return True
    symbols = all(fix.replacement is not None and fix.replacement in _LATIN_SYMBOLS for fix in group)
    return symbols and _stands_alone(text, group)


def _stands_alone(text: str, group: list[Fix]) -> bool:
    """Whether nothing but plain text is beside the group: a character of a Chinese sentence has others."""
    start, end = group[0].start, group[-1].end
    beside = text[max(start - 1, 0) : start] + text[end : end + 1]
    return not _RUN.search(beside)


def _is_price(text: str, group: list[Fix]) -> bool:
    return group[-1].replacement == "€" and text[group[-1].end : group[-1].end + 1].isdigit()


def _is_accent(text: str, group: list[Fix]) -> bool:
    """Whether the group gives accented letters of a word whose other letters are beside it."""
    if not _stands_alone(text, group):
        return False
    letters = [fix.replacement or "" for fix in group]
    if not all("\xc0" <= letter <= "\u024f" or (letter.isascii() and letter.isalpha()) for letter in letters):
        return False
    start, end = group[0].start, group[-1].end
    beside = text[max(start - 1, 0) : start] + text[end : end + 1]
    return any(character.isascii() and character.isalpha() for character in beside)


def _is_foreign(text: str, group: list[Fix]) -> bool:
    """Whether the group is words of one other script, read as characters rare in Chinese."""
    letters = [fix.replacement or "" for fix in group]
    scripts = {unicodedata.name(letter, "?").split()[0] for letter in letters}
    if (
        len(letters) < _FOREIGN_MIN
        or len(scripts) != 1
        or not scripts <= {"CYRILLIC", "GREEK", "CJK", "HANGUL"}
    ):
        return False
    return not _in_gb2312(text[group[0].start : group[-1].end])


def _in_gb2312(text: str) -> bool:
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _completed(text: str, group: list[Fix], question: bool) -> list[Fix]:
    """The group's fixes; where the decoder wrote "?" for lost bytes, that belongs to the damage."""
    last = group[-1]
    if not question or last.replacement is not None or text[last.end : last.end + 1] != _QUESTION_MARK:
        return group
    return [*group[:-1], Fix(last.start, last.end + 1, None, True)]

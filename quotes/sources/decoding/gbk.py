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
_LATIN_SYMBOLS = frozenset("«»£§°©®·½¼¾×à\xa0\xad")
_WEAK_MIN = 3
"""So many damaged accents inside words count as evidence where no mark is damaged; fewer only where the
text has no other characters of Chinese."""
_CJK = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]")
_NAME_START = re.compile(r"\b[A-Z][a-z]*\Z")
_NAME_MAX = 20
_MARK_ENDS = frozenset({0x93, 0x94, 0x98, 0x99, 0x9C, 0x9D, 0xA6})
"""Last bytes of the marks – — ‘ ’ “ ” …, which are E2 80 and one of them."""
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
    evident = evident or _has_accents(text, groups)
    question = evident and not _BYTE_DROPPED.search(text)
    return [
        fix
        for group in groups
        if _is_strong(group) or (evident and _is_latin(text, group)) or _is_foreign(text, group)
        for fix in _completed(text, group, question)
    ]


def _has_accents(text: str, groups: list[list[Fix]]) -> bool:
    """Whether damaged accents and prices are evidence enough where no mark is damaged."""
    weak = [group for group in groups if _is_accent(text, group) or _is_price(text, group)]
    if sum(_is_accent(text, group) for group in weak) >= _WEAK_MIN:
        return True
    if not any(_is_price(text, group) or _in_name(text, group) for group in weak):
        return False
    latin = [group for group in groups if _is_latin(text, group)]
    return sum(_chinese(text, g[0].start, g[-1].end) for g in latin) == _chinese(text, 0, len(text))


def _chinese(text: str, start: int, end: int) -> int:
    """How many characters between `start` and `end` are of Chinese, Japanese or Korean."""
    return len(_CJK.findall(text, start, end))


def _in_name(text: str, group: list[Fix]) -> bool:
    """Whether the group is an accent in a name in Latin letters: "Jos茅", "P茅rez", but not "VIP茅"."""
    before = _NAME_START.search(text, max(group[0].start - _NAME_MAX, 0), group[0].start)
    after = text[group[-1].end : group[-1].end + 1]
    return before is not None and (text[group[0].start - 1].islower() or after.islower())


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
        return _strict(values, length) or _without_middle(values)
    return _lost(values)


def _length(lead: int) -> int:
    return 1 if lead < 0xC2 else 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4


def _strict(values: list[int | None], length: int) -> tuple[str, int, bool] | None:
    try:
        return bytes(value for value in values if value is not None).decode("utf-8"), length, False
    except UnicodeDecodeError:
        return None


def _without_middle(values: list[int | None]) -> tuple[str, int, bool] | None:
    """A mark whose middle byte was dropped: `溾楢` of `“‘A`, where it made no pair."""
    lead, last, following = (*values, None, None)[:3]
    if lead != 0xE2 or last not in _MARK_ENDS or following is None or following >= 0x80:
        return None
    return bytes([0xE2, 0x80, last]).decode("utf-8"), 2, True


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
    """Whether the group can be letters, symbols and prices of a text in Latin letters."""
    if _is_accent(text, group) or _is_price(text, group):
        return True
    if not _stands_alone(text, group):
        return False
    read = [fix.replacement or "?" for fix in group]
    if not all(character in _LATIN_SYMBOLS or _is_latin_letter(character) for character in read):
        return False
    # Without a symbol it may be a Chinese name: only rare characters stand for letters then.
    rare = not _in_gb2312(text[group[0].start : group[-1].end])
    return rare or any(character in _LATIN_SYMBOLS for character in read)


def _is_latin_letter(character: str) -> bool:
    return (
        "\xc0" <= character <= "\u017f"
        or "\u0218" <= character <= "\u021b"
        or (character.isascii() and character.isalpha())
    )


def _stands_alone(text: str, group: list[Fix]) -> bool:
    """Whether nothing but plain text is beside the group: a character of a Chinese sentence has others."""
    start, end = group[0].start, group[-1].end
    beside = text[max(start - 1, 0) : start] + text[end : end + 1]
    return not _RUN.search(beside)


def _is_price(text: str, group: list[Fix]) -> bool:
    priced = group[-1].replacement == "€" or (len(group) == 1 and group[0].replacement == "£")
    return priced and text[group[-1].end : group[-1].end + 1].isdigit()


def _is_accent(text: str, group: list[Fix]) -> bool:
    """Whether the group gives accented letters of a word whose other letters are beside it."""
    if not _stands_alone(text, group):
        return False
    if not all(_is_latin_letter(fix.replacement or "?") for fix in group):
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

"""Quotation marks: where they stand and what each of them does.

A mark is read by its shape and by what stands around it, since scraped text turns marks the
wrong way round, mixes kinds, and uses one sign for an apostrophe and a closing mark.
"""

import re
from dataclasses import dataclass
from typing import Literal

Role = Literal["open", "close", "either"]
Family = Literal["double", "guillemet", "single"]

_SHAPES: dict[str, tuple[Family, Role]] = {
    "“": ("double", "open"), "„": ("double", "open"), "‟": ("double", "open"), "❝": ("double", "open"),
    "”": ("double", "close"), "❞": ("double", "close"),
    '"': ("double", "either"), "″": ("double", "either"), "＂": ("double", "either"),
    "''": ("double", "either"), "’’": ("double", "close"), "‘‘": ("double", "open"), "``": ("double", "open"),
    "«": ("guillemet", "open"), "»": ("guillemet", "close"),
    "「": ("double", "open"), "」": ("double", "close"), "『": ("single", "open"), "』": ("single", "close"),
    "‘": ("single", "open"), "‚": ("single", "open"), "‛": ("single", "open"),
    "’": ("single", "close"), "'": ("single", "either"), "‹": ("single", "open"), "›": ("single", "close"),
    "`": ("single", "open"), "´": ("single", "close"),
}  # fmt: skip
_MARK = re.compile("|".join(sorted(map(re.escape, _SHAPES), key=len, reverse=True)))

_BEFORE_OPENING = set("([{—–-/…:,") | {mark for mark in _SHAPES if len(mark) == 1}
_AFTER_CLOSING = set(".,;:!?)]}—–-/…") | {mark for mark in _SHAPES if len(mark) == 1}
CLOSING_PUNCTUATION = frozenset(",.!?…")
"""What stands before a closing mark that ends a sentence or gives way to its verb."""
_ELISION = re.compile(
    r"['’‘](?:\d0s|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|round\b|n['’]?\b|bout\b)", re.IGNORECASE
)
_AFTER_ELISION = re.compile(r"['’‘]n['’]$", re.IGNORECASE)
_AFTER_WORDS = frozenset(".,;:!?)")
_BRACKETS_AND_DASHES = frozenset("([{—–-")


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark at `text[start:end]` and what it seems to do."""

    start: int
    end: int
    family: Family
    role: Role
    shape: str


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """The quotation marks of `text[start:end]`, in order, without apostrophes inside words and elisions."""
    marks = (_read(text, *match.span(), start, end) for match in _MARK.finditer(text, start, end))
    return [mark for mark in marks if mark is not None]


def _read(text: str, at: int, after: int, start: int, end: int) -> Mark | None:
    shape = text[at:after]
    family, nature = _SHAPES[shape]
    left = text[at - 1] if at > start else " "
    right = text[after] if after < end else " "
    elided = _ELISION.match(text, at) or _AFTER_ELISION.search(text, max(start, at - 2), after)
    if family == "single" and (_is_apostrophe(left, right) or elided):
        return None
    role = _role(nature, left, right)
    if family == "single" and role == "either":
        return None
    return Mark(at, after, family, role, shape)


def _is_apostrophe(left: str, right: str) -> bool:
    """An apostrophe stands inside a word; that of a plural looks like a closing mark."""
    return left.isalnum() and right.isalnum()


def _role(nature: Role, left: str, right: str) -> Role:
    """What a mark does between the characters `left` and `right`.

    Where its shape and the blanks around it contradict each other ("he said.“ We"), what is open decides.
    """
    around = _role_by_blanks(left, right)
    if around is None and nature == "open" and left.isspace() and right.isspace():
        return "either"
    if around is None:
        return nature if nature != "either" else _role_by_punctuation(left, right)
    return around if nature in (around, "either") else "either"


def _role_by_blanks(left: str, right: str) -> Role | None:
    if left.isspace() and not right.isspace() and right not in _AFTER_WORDS:
        return "open"
    ends = right.isspace() or right in _AFTER_WORDS
    return "close" if ends and not left.isspace() and left not in _BRACKETS_AND_DASHES else None


def _role_by_punctuation(left: str, right: str) -> Role:
    if left in _BEFORE_OPENING and right.isalnum():
        return "open" if not (left in ",…" and right.islower()) else "either"
    if right in _AFTER_CLOSING and not left.isspace():
        return "close"
    return "either"

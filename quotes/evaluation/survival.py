"""How many of the statements of clean documents are found in the same documents damaged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from quotes.evaluation.answers import Record
from quotes.evaluation.measures import share
from quotes.evaluation.texts import letters_of

SAME_LETTERS = 90.0
"""Per cent of their letters that two statements share, from which they are one (Indel similarity)."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A statement by its letters, and who said it by the letters of the name; empty where nobody knows."""

    text: str
    speaker: str
    words: str


@dataclass(frozen=True, slots=True)
class Survival:
    """Statements of the clean documents, of the damaged ones, and those that both have in one order.

    `kept` have the same speaker too. `lost` and `others` are the words of those that have no match.
    """

    clean: int = 0
    damaged: int = 0
    kept: int = 0
    kept_words: int = 0
    lost: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def share_kept(self) -> float:
        """Of the clean run's statements, those found again with their speakers."""
        return share(self.kept, self.clean)

    @property
    def share_others(self) -> float:
        """Of the damaged run's statements, those that the clean run has not."""
        return share(self.damaged - self.kept, self.damaged)

    def __add__(self, other: Survival) -> Survival:
        return Survival(
            self.clean + other.clean,
            self.damaged + other.damaged,
            self.kept + other.kept,
            self.kept_words + other.kept_words,
            self.lost + other.lost,
            self.others + other.others,
        )


def survival(clean: Record, damaged: Record) -> Survival:
    """What of the statements of one document's record is in that of the damaged document."""
    before, after = _statements(clean), _statements(damaged)
    pairs = _aligned(before, after, speakers=True)
    lost = {one for one, _ in pairs}
    found = {other for _, other in pairs}
    return Survival(
        len(before),
        len(after),
        len(pairs),
        len(_aligned(before, after, speakers=False)),
        tuple(item.words for number, item in enumerate(before) if number not in lost),
        tuple(item.words for number, item in enumerate(after) if number not in found),
    )


def _statements(record: Record) -> list[Claimed]:
    """The quotes and claims of a record in the order of the text."""
    items = sorted(
        (*(record.get("quotes") or ()), *(record.get("claims") or ())),
        key=lambda item: (item["start"], item["end"]),
    )
    return [
        Claimed(
            letters_of(item["text"]),
            letters_of(item.get("speaker") or ""),
            f"{item.get('speaker') or 'nobody'}: {item['text']}",
        )
        for item in items
    ]


def _aligned(before: Sequence[Claimed], after: Sequence[Claimed], *, speakers: bool) -> list[tuple[int, int]]:
    """The longest row of pairs that are the same, in the order of both."""
    longest = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    same = [[_same(one, other, speakers) for other in after] for one in before]
    for i in range(len(before) - 1, -1, -1):
        for j in range(len(after) - 1, -1, -1):
            longest[i][j] = max(
                longest[i + 1][j], longest[i][j + 1], longest[i + 1][j + 1] + 1 if same[i][j] else 0
            )
    return _traced(longest, same)


def _traced(longest: list[list[int]], same: list[list[bool]]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(same) and j < len(same[i]):
        if same[i][j] and longest[i][j] == longest[i + 1][j + 1] + 1:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif longest[i][j] == longest[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _same(one: Claimed, other: Claimed, speakers: bool) -> bool:
    if speakers and one.speaker != other.speaker:
        return False
    return one.text == other.text or ratio(one.text, other.text, score_cutoff=SAME_LETTERS) >= SAME_LETTERS

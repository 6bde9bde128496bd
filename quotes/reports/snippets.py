"""The parts of a long text that are worth seeing: around the words that were looked for."""

from collections.abc import Sequence

from quotes.words.places import Span

STEP = 24
"""How far a cut may move to fall between two words, in characters; without blanks it falls anywhere."""
GROWTH = 8
"""By how many characters on either side more is tried while there is room."""


def snippet(text: str, spans: Sequence[Span], room: int) -> list[Span]:
    """The parts of `text`, of about `room` characters in all, around `spans`; its beginning without any.

    Each part begins and ends between words. The first spans are shown rather than the last; one that is
    longer than there is room is cut at its end. A text of no more than `room` characters is whole.
    """
    if len(text) <= room:
        return [(0, len(text))]
    shown = _that_fit(spans or [(0, 0)], room)
    best = _around(text, shown, 0, room)
    for words in range(GROWTH, room, GROWTH):
        wider = _around(text, shown, words, room)
        if sum(end - start for start, end in wider) > room:
            break
        best = wider
    return best


def _around(text: str, shown: Sequence[Span], words: int, room: int) -> list[Span]:
    """The parts of `text` that hold what is `shown` and about `words` characters on either side."""
    parts: list[Span] = []
    for start, end in shown:
        start, end = _begun(text, start - words, start), _ended(text, min(end, start + room), words)
        if parts and start <= parts[-1][1] + 1:
            parts[-1] = parts[-1][0], max(end, parts[-1][1])
        else:
            parts.append((start, end))
    return parts


def _that_fit(spans: Sequence[Span], room: int) -> list[Span]:
    """The first spans for which there is room, each with some words around; one at least."""
    shown: list[Span] = []
    taken = 0
    for start, end in spans:
        taken += end - start + 2 * STEP
        if shown and taken > room:
            break
        shown.append((start, end))
    return shown


def _begun(text: str, at: int, latest: int) -> int:
    """Where a part begins that should at `at`: at a word, no later than at `latest`."""
    if at <= STEP // 2:
        return 0
    for position in range(at, min(at + STEP, latest) + 1):
        if text[position - 1].isspace():
            return position
    return min(at, latest)


def _ended(text: str, end: int, words: int) -> int:
    """Where a part ends that should `words` characters behind `end`: behind a word."""
    at = end + words
    if at >= len(text) - STEP // 2:
        return len(text)
    for position in range(at, max(at - STEP, end) - 1, -1):
        if text[position].isspace():
            return position
    return max(at, end)

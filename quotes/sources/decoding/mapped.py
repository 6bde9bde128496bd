"""A text that is edited without losing where each of its characters came from."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quotes.offsets import OffsetMap, Segment


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `replacement` in place of the characters from `start` to `end`."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text and the map of its characters to the decoded file."""

    text: str
    offsets: OffsetMap

    @classmethod
    def of(cls, decoded: str) -> "MappedText":
        """The decoded file as it stands."""
        return cls(decoded, OffsetMap.identity(len(decoded)))

    def edited(self, edits: Iterable[Edit]) -> "MappedText":
        """The text after `edits` (in order, not overlapping); each keeps the place of what it replaces."""
        assembly = _Assembly(self)
        position = 0
        for edit in edits:
            assembly.keep(position, edit.start)
            assembly.replace(edit)
            position = edit.end
        assembly.keep(position, len(self.text))
        return assembly.finished()

    def selected(self, parts: Iterable[tuple[str, int, int]]) -> "MappedText":
        """Stretches of the text one after another, each (separator put before it, start, end)."""
        assembly = _Assembly(self)
        for separator, start, end in parts:
            assembly.insert(separator)
            assembly.keep(start, end)
        return assembly.finished()


class _Assembly:
    """A new text being put together from stretches of an old one."""

    def __init__(self, old: MappedText) -> None:
        self._old = old
        self._pieces: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0

    def finished(self) -> MappedText:
        return MappedText("".join(self._pieces), OffsetMap.of(self._segments))

    def insert(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def keep(self, start: int, end: int) -> None:
        shift = self._length - start
        for segment in _clipped(self._old.offsets, start, end):
            self._segments.append((segment[0] + shift, segment[1] + shift, segment[2], segment[3]))
        self.insert(self._old.text[start:end])

    def replace(self, edit: Edit) -> None:
        place = self._old.offsets.source_span(edit.start, edit.end)
        if edit.replacement and place is not None:
            self._segments.append((self._length, self._length + len(edit.replacement), *place))
        self.insert(edit.replacement)


def _clipped(offsets: OffsetMap, start: int, end: int) -> Iterator[Segment]:
    """The segments between `start` and `end`; one that maps as a whole keeps its place when cut."""
    segments = offsets.segments
    index = max(bisect_right(segments, start, key=lambda segment: segment[0]) - 1, 0)
    while index < len(segments) and segments[index][0] < end:
        segment = segments[index]
        left, right = max(segment[0], start), min(segment[1], end)
        if left < right:
            yield from _cut(segment, left, right)
        index += 1


def _cut(segment: Segment, left: int, right: int) -> Iterator[Segment]:
    first, last, source_first, source_last = segment
    if last - first == source_last - source_first:
        yield left, right, source_first + left - first, source_last - (last - right)
    elif (left, right) == (first, last):
        yield segment
    else:
        # Character by character, lest a part that happens to be as long as the source pass for one to one.
        yield from ((position, position + 1, source_first, source_last) for position in range(left, right))

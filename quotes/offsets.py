"""The map from positions in a document's text back to the decoded file it was read from."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

Segment = tuple[int, int, int, int]
"""(start, end, source_start, source_end), all in characters, half-open."""


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Segments of the text, in order, each with its place in the decoded file.

    A segment as long as its source maps character by character. Any other segment is
    a repair that changed the length: it maps as a whole. Text between segments was put
    in by the reader (a paragraph break, say) and has no place.
    """

    segments: tuple[Segment, ...]

    @classmethod
    def identity(cls, length: int) -> "OffsetMap":
        """Map a text of `length` characters onto itself."""
        return cls(((0, length, 0, length),) if length else ())

    @classmethod
    def of(cls, segments: Iterable[Segment]) -> "OffsetMap":
        """Build a map from ordered segments, merging neighbours that run on one to one."""
        merged: list[Segment] = []
        for segment in segments:
            if segment[0] == segment[1]:
                continue
            if merged and _runs_on(merged[-1], segment):
                last = merged[-1]
                merged[-1] = (last[0], segment[1], last[2], segment[3])
            else:
                merged.append(segment)
        return cls(tuple(merged))

    def source_span(self, start: int, end: int) -> tuple[int, int] | None:
        """The place of `text[start:end]` in the decoded file; None where either edge has none."""
        if start >= end:
            return None
        first, last = self._segment_at(start), self._segment_at(end - 1)
        if first is None or last is None:
            return None
        source_start = first[2] + (start - first[0]) if _linear(first) else first[2]
        source_end = last[2] + (end - last[0]) if _linear(last) else last[3]
        return source_start, source_end

    def _segment_at(self, position: int) -> Segment | None:
        index = bisect_right(self.segments, position, key=lambda segment: segment[0]) - 1
        if index < 0 or position >= self.segments[index][1]:
            return None
        return self.segments[index]


def _linear(segment: Segment) -> bool:
    return segment[1] - segment[0] == segment[3] - segment[2]


def _runs_on(left: Segment, right: Segment) -> bool:
    adjoining = left[1] == right[0] and left[3] == right[2]
    return adjoining and _linear(left) and _linear(right)

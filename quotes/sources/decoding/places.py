"""Where places of a text are after the text was repaired."""

from bisect import bisect_right

from quotes.offsets import OffsetMap, Segment


class Places:
    """Where in a repaired text the offsets of the text before repair are."""

    def __init__(self, offsets: OffsetMap) -> None:
        self._segments = offsets.segments
        self._starts = [segment[2] for segment in self._segments]

    def of(self, position: int) -> int:
        """The place of the first character at `position` or behind it."""
        found = self._at(position)
        if found is None:
            return 0
        start, end, source_start, source_end = found
        if position >= source_end:
            return end
        return start + position - source_start if _linear(found) else start

    def after(self, position: int) -> int:
        """The place behind the last character before `position`."""
        found = self._at(position - 1)
        if found is None:
            return 0
        start, end, source_start, source_end = found
        return start + position - source_start if position <= source_end and _linear(found) else end

    def _at(self, position: int) -> Segment | None:
        index = bisect_right(self._starts, position) - 1
        return self._segments[index] if index >= 0 else None


def _linear(segment: Segment) -> bool:
    return segment[1] - segment[0] == segment[3] - segment[2]

"""Several names side by side that speak together: "Mara Venn, Ada Brisk and Oren Tollan said"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from quotes.parsing.annotated import Attribution, Entity
from quotes.parsing.lexicon import function_words, office_words
from quotes.statement import Span

_IN_OFFICE = frozenset({"the", "of", "for"})
_PLACES = frozenset({"ORG", "LOC", "GPE"})
_GAP = re.compile(r"(?P<link>,\s+and|,|\s+and)\s+(?P<titles>(?:[A-Za-z][\w.'’-]*\s+){0,6})")
_TITLES = re.compile(r"(?:[A-Za-z][\w.'’-]*\s+){1,6}$")
_OPENS = re.compile(r"(?:^|[.!?:;,–—\n\"”“’]\s*|\b(?:that|both|but|and|while)\s+)$", re.IGNORECASE)
_OPENING_WORD = re.compile(r"(?:^|[.!?\n\"“”]\s*)([A-Z][a-z]+)\s+$")
_TO_CUE = re.compile(r"(?:\s*\([^)\n]{1,20}\))?(?P<between>(?:\s+[a-z]+){0,2})\s+")
_FROM_CUE = re.compile(r"\s+(?:by\s+|to\s+|both\s+)?(?P<titles>(?:[A-Za-z][\w.'’-]*\s+){0,6})")
_CLOSES = re.compile(r"\s*(?:$|[.,;:!?\n\"”)(]|(?:in|on|at|of|from)\s)")
MAX_NAMES = 12
"""Names in a row; a longer one is a list of signatories."""
BEFORE = 80
"""Characters before a name in which its office stands."""


class Together:
    """The names of one document, to find those that stand side by side."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self._text = text
        self._persons = [entity for entity in entities if entity.type == "PERSON"]
        self._bodies = [entity for entity in entities if entity.type in _PLACES]
        self.rows: dict[Span, list[Entity]] = {}
        """The names in each source that was widened to them."""

    def widened(self, attribution: Attribution) -> Attribution:
        """The attribution with all who speak together as its source, where it has only some of them.

        They have to stand right beside the cue: two or more that open a clause before it, three or
        more after it.
        """
        source, cue = attribution.source, attribution.cue
        row = self._names(source, cue) if source is not None and cue is not None else []
        if source is None or not row:
            return attribution
        start = self._start(row[0])
        span = min(source[0], start) if row[0].start < source[1] else start, max(source[1], row[-1].end)
        self.rows[span] = row
        return replace(attribution, source=span)

    def _names(self, source: Span, cue: Span) -> list[Entity]:
        """The names side by side that are in the source, or of which some are."""
        for entities in (self._persons, self._bodies):
            first = bisect_left(entities, source[0], key=lambda entity: entity.start)
            if first < len(entities) and entities[first].end <= source[1]:
                row = self._row(entities, first)
                row = row[1:] if row and self._is_apart(row[0]) else row
                return row if len(row) > 1 and self._speaks(row, source, cue) else []
        return []

    def _is_apart(self, name: Entity) -> bool:
        """Whether the first name belongs to an opening phrase: "Before the mayor, Venn and Brisk said"."""
        start = self._start(name)
        before = _OPENING_WORD.search(self._text, max(0, start - BEFORE), start)
        return before is not None and before[1].lower() in function_words("preposition")

    def _row(self, entities: Sequence[Entity], at: int) -> list[Entity]:
        """The names side by side around that at the index, joined by commas and one "and" before the last."""
        first = last = at
        while last + 1 < len(entities) and last - at < MAX_NAMES:
            link = self._link(entities[last], entities[last + 1])
            last += link is not None
            if link != ",":
                break
        while first > 0 and at - first < MAX_NAMES:
            link = self._link(entities[first - 1], entities[first])
            if link is None or (link != "," and first < last):
                break
            first -= 1
        if last - first >= MAX_NAMES:
            return []
        closed = last > first and self._link(entities[last - 1], entities[last]) not in (None, ",")
        return list(entities[first : last + 1]) if closed else []

    def _link(self, one: Entity, other: Entity) -> str | None:
        """ ",", "and" or ", and" where nothing else but an office stands between two names."""
        gap = _GAP.fullmatch(self._text, one.end, other.start)
        if gap is None or not _are_titles(gap["titles"], other):
            return None
        return "".join(gap["link"].split())

    def _speaks(self, row: Sequence[Entity], source: Span, cue: Span) -> bool:
        """Whether the row is the subject of the cue, and the source no more than its names and offices."""
        start = self._start(row[0])
        if source[0] < start and row[-1].end <= source[1]:
            return False
        if cue[0] >= row[-1].end:
            opens = _OPENS.search(self._text, max(0, start - 8), start)
            to_cue = _TO_CUE.fullmatch(self._text, row[-1].end, cue[0])
            return opens is not None and to_cue is not None and _are_adverbs(to_cue["between"])
        after = _FROM_CUE.fullmatch(self._text, cue[1], row[0].start) if cue[1] <= row[0].start else None
        closed = _CLOSES.match(self._text, row[-1].end) is not None
        return after is not None and _are_titles(after["titles"], row[0]) and closed and len(row) > 2

    def _start(self, name: Entity) -> int:
        """Where the office before a name begins, or the name without one."""
        titles = _TITLES.search(self._text, max(0, name.start - BEFORE), name.start)
        start = name.start
        for word in reversed(list(re.finditer(r"\S+", titles[0]))) if titles else ():
            if not _are_titles(word[0], name):
                break
            start = titles.start() + word.start() if titles else start
        return start


def _are_adverbs(between: str) -> bool:
    """Whether nothing but adverbs and auxiliaries stands there: "have both", "jointly"."""
    small = function_words("adverb") | function_words("auxiliary") | {"both", "all"}
    return all(word in small or word.endswith("ly") for word in between.split())


def _are_titles(between: str, name: Entity) -> bool:
    """Whether the words before a name are its article, or of a person its office."""
    words = between.split()
    if name.type != "PERSON":
        return all(word.lower() == "the" for word in words)
    return all(
        word.lower() in _IN_OFFICE
        or word.lower() in office_words()
        or (word[0].isupper() and word.lower() not in function_words("preposition") | {"both", "and"})
        for word in words
    )

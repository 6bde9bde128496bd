"""Where sentences end: a logistic regression over the words on both sides of a place that may end one.

A place may end a sentence after a mark, with the closing marks that cling to it, and before a capitalized
word (after a heading there is no stop). The paragraph alone is looked at, so a text's sentences do not depend
on what else is read with it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from quotes.models.processors.words import Place

_DOUBLE = ("''", "``", "’’", "‘‘", '"', "“", "”", "„", "«", "»")
_CLOSING = dict.fromkeys(_DOUBLE, "q") | dict.fromkeys("'‘’‹›`´", "a") | dict.fromkeys(")]}", "b")
_OPENING = _CLOSING | dict.fromkeys("([{", "(") | dict.fromkeys("-–—", "-") | dict.fromkeys("*•·>|#", "*")
_ALWAYS_CLOSING = frozenset("”’»)]}")
_GOES_ON = frozenset(",&%$([{")
"""Marks that end no sentence."""
_DASHES = frozenset(["-", "–", "—", "--"])
_REPORTING = frozenset(
    """
    said says asked told replied added shouted cried whispered muttered murmured explained wondered exclaimed
    yelled tweeted wrote
    """.split()
)
"""Verbs that tie the words before them to a quotation: “Where?” Mara Venn asked."""
_REACH = 4
"""Marks looked at on either side of a place."""
_LENGTHS = (1, 2, 3, 5, 8, 12, 20, 35, 60)
"""Numbers of words that sort sentences by length."""


class Gap(NamedTuple):
    """What stands around a place between two words. Marks are given by their kinds, one letter each."""

    stop: int
    """Index of the word that would end the sentence but for closing marks."""
    closing: str
    """The closing marks after it."""
    last: int
    """Index of the last of them, after which the sentence would end."""
    opening: str
    """The marks that follow, a blank first where there is one."""
    following: int
    """Index of the word after those."""
    inside: bool
    """Whether double marks are open."""


class Splitter:
    """Cuts paragraphs, given as words, into sentences."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Take the weight of each feature; a feature without one has none."""
        self._weights = weights

    def ends(self, words: Sequence[str], places: Sequence[Place]) -> list[int]:
        """For each sentence of a paragraph, how many of the paragraph's words come before its end."""
        weigh = self._weights.get
        ends: list[int] = []
        start = 0
        for gap in gaps(words, places):
            if sum([weigh(feature, 0.0) for feature in features(words, gap, start)]) > 0:
                start = gap.last + 1
                ends.append(start)
        return [*ends, len(words)] if words else []


def gaps(words: Sequence[str], places: Sequence[Place]) -> Iterator[Gap]:
    """The places in a paragraph that may end a sentence."""
    inside = False
    for index in range(len(words) - 1):
        word, after = words[index], words[index + 1]
        if word in _DOUBLE:
            inside = not inside if word == '"' else word in ("“", "„", "«", "``")
        if word in _GOES_ON or (word[-1].isalnum() and not _may_begin(word, after)):
            continue
        if not _stands_alone(words, places, index) and not _clings(words, places, index + 1):
            gap = _around(words, places, index, inside)
            if not _goes_on(words, gap):
                yield gap


def _may_begin(word: str, after: str) -> bool:
    """Whether a sentence may end between two words without a stop: after a heading or the head of a mail."""
    return after[0].isupper() or "/" in after or "@" in word


def _goes_on(words: Sequence[str], gap: Gap) -> bool:
    """Whether the sentence surely goes on: “Where?” she asked, “Where?” Mara Venn asked, (Reuters) - The."""
    stop, following = words[gap.stop], words[gap.following]
    if stop[-1].isalnum():
        return gap.opening.startswith(" -")
    if not gap.closing:
        return False
    if following[0].islower():
        return True
    name_ends = gap.following
    while name_ends < min(gap.following + _REACH, len(words) - 1) and words[name_ends][0].isupper():
        name_ends += 1
    return stop[-1] in "?!…" and words[name_ends] in _REPORTING


def _stands_alone(words: Sequence[str], places: Sequence[Place], index: int) -> bool:
    """Whether a dash between blanks is at `index`: it joins, as after a dateline ("OSTRAVA - The lake")."""
    return words[index] in _DASHES and (index == 0 or places[index - 1][1] < places[index][0])


def _clings(words: Sequence[str], places: Sequence[Place], index: int) -> bool:
    """Whether a closing mark at `index` belongs to what is before it."""
    if words[index] not in _CLOSING or places[index - 1][1] != places[index][0]:
        return False
    ends = index + 1 == len(words) or places[index][1] < places[index + 1][0]
    return ends or words[index] in _ALWAYS_CLOSING


def _around(words: Sequence[str], places: Sequence[Place], index: int, inside: bool) -> Gap:
    stop, following, last = index, index + 1, len(words) - 1
    while (
        stop > 0
        and index - stop < _REACH
        and words[stop] in _CLOSING
        and places[stop - 1][1] == places[stop][0]
    ):
        stop -= 1
    while following < last and following - index <= _REACH and words[following] in _OPENING:
        following += 1
    closing = "".join([_CLOSING[mark] for mark in words[stop + 1 : index + 1]])
    opening = "".join([_OPENING[mark] for mark in words[index + 1 : following]])
    blank = " " if places[index][1] < places[index + 1][0] else ""
    return Gap(stop, closing, index, blank + opening, following, inside)


def features(words: Sequence[str], gap: Gap, start: int) -> list[str]:
    """The names of what speaks for or against an end at `gap` of a sentence that begins at word `start`."""
    stop, closing, last, opening, following, inside = gap
    word, after, second = words[stop], words[following], _at(words, following + 1)
    kind, before = _kind(word), _at(words, stop - 1)
    end, begin = _shape(before) + _shape(word), _shape(after) + _shape(second)
    length, shape, lower = bisect_right(_LENGTHS, last + 1 - start), begin[0], after.lower()
    return [
        "",
        f"a {kind}{closing}|{opening}{shape}",
        f"b {kind}|{shape}",
        f"c {kind}|{lower}",
        f"d {closing}|{lower}",
        f"e {kind}|{length}",
        f"f {kind}{closing}|{opening}|{inside}|{shape}",
        f"g {kind}|{end}|{shape}",
        f"h {kind}|{before.lower()}",
        f"i {kind}|{begin}",
        f"j {kind}{closing}|{second.lower()}",
        f"k {kind}|{_shape(words[start])}|{length < 3}",
        f"l {kind}|{opening}",
        f"m {end}{closing}|{opening}{begin}",
        f"n {_shape(_at(words, stop - 2))}{end}|{begin}{_shape(_at(words, following + 2))}",
        f"o {word}|{after}",
        f"p {kind}|{len(words) - last < 4}|{length}|{shape}",
        f"q {word}|{shape}",
        f"r {word.lower()}",
    ]


def _at(words: Sequence[str], index: int) -> str:
    """The word at an index, "" beyond the paragraph."""
    return words[index] if 0 <= index < len(words) else ""


def _kind(word: str) -> str:
    """The stop of a word: itself, "a" that of an abbreviation, "i" that of an initial, "w" for none."""
    if word[0].isalnum():
        return ("a" if len(word) > 2 else "i") if word[-1] == "." else "w"
    return word if len(word) == 1 else word[0] + "+"


def _shape(word: str) -> str:
    """A word as one letter: capitals, one capital, capitalized, small, figures; or its mark."""
    first = word[:1]
    if first.isupper():
        return "I" if len(word) == 1 else "A" if word.isupper() else "C"
    return "c" if first.islower() else "0" if first.isdigit() else first or "-"

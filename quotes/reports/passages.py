"""What a browser may look for on a page to find words of a text, and where it would find that.

Passages are as text fragments name them, and found as browsers find these:
https://wicg.github.io/scroll-to-text-fragment/.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from urllib.parse import quote

from quotes.words.folding import spaced

EXACT_MAX = 100
"""Letters of a passage that a link names whole; of a longer one it names the beginning and the end."""
ALONE_MIN = 20
"""A shorter passage may stand elsewhere on the page, where that is no part of the text: its context is named
too, as in the links that Chrome makes."""
TERM_WORDS = 5
"""Words of a beginning and an end."""
CONTEXT_WORDS = (3, 6, 12)
"""Words of context on either side that are tried, one after the other, until the passage is the only one."""
TERM_MAX = 200
"""Letters of a part of a link; a longer one, without a blank in it, is no prose."""
_NEARBY = 2_000
"""Letters around a passage in which its context is looked for."""
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Passage:
    """What a link looks for: words, or their beginning (`start`) and `end`, and what stands around them."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def directive(self) -> str:
        """The passage as browsers take it."""
        parts = [f"{_coded(self.prefix)}-"] if self.prefix else []
        parts += [_coded(part) for part in (self.start, self.end) if part]
        parts += [f"-{_coded(self.suffix)}"] if self.suffix else []
        return f"text={','.join(parts)}"


class Page:
    """A text as browsers search it: without regard to capitals, accents and white space, by whole words."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _folded(self) -> str:
        """Each letter in its place."""
        return self.text.translate(_BASES)

    @cached_property
    def _searched(self) -> str:
        """The same without further white space."""
        return " ".join(self._folded.split())

    @cached_property
    def _words(self) -> tuple[list[int], list[int]]:
        """Where each word begins, here and there."""
        begins = [match.start() for match in _WORD.finditer(self._folded)]
        lengths = map(len, self._folded.split())
        return begins, [0, *accumulate(length + 1 for length in lengths)]

    def passages(self, start: int, end: int) -> Iterator[Passage]:
        """What may be looked for to find the words of `text[start:end]`, the shortest first."""
        words = self.text[start:end]
        if len(words) <= EXACT_MAX and "\n" not in words:
            first, last = words, ""
        else:
            first, last = _edges(words)
        if last or len(words) >= ALONE_MIN:
            yield Passage(first, last)
        for count in CONTEXT_WORDS:
            before, after = _before(self.text, start, count), _after(self.text, end, count)
            yield Passage(first, last, before, after)

    def found(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """Where the passage stands, as places in the text without further white space."""
        start, suffix = _sought(passage.start), _sought(passage.suffix)
        last, prefix = _sought(passage.end), _sought(passage.prefix)
        at = -1
        while (at := self._next(start, at + 1)) >= 0:
            if not self._searched[max(0, at - len(prefix) - 1) : at].rstrip().endswith(prefix):
                continue
            end = at + len(start)
            while last and (end := self._next(last, end)) >= 0:
                end += len(last)
                if self._goes_on(end, suffix):
                    break
            if end >= 0 and self._goes_on(end, suffix):
                yield at, end

    def place(self, position: int) -> int:
        """Where the letter at `position` stands in the text without further white space."""
        here, there = self._words
        word = bisect_right(here, position) - 1
        return there[word] + position - here[word]

    def _goes_on(self, end: int, suffix: str) -> bool:
        return not suffix or self._searched[end : end + len(suffix) + 1].lstrip().startswith(suffix)

    def _next(self, words: str, position: int) -> int:
        """Where `words` stand next as whole words; -1 where nowhere."""
        at = self._searched.find(words, position)
        while at >= 0 and not (self._is_edge(at) and self._is_edge(at + len(words))):
            at = self._searched.find(words, at + 1)
        return at

    def _is_edge(self, at: int) -> bool:
        """Whether no word runs over this place."""
        around = self._searched[at - 1 : at + 1] if at else ""
        return len(around) < 2 or not runs_on(around)


def runs_on(around: str) -> bool:
    """Whether two letters beside each other are of one word. In scripts without blanks none need be."""
    return around.isalnum() and spaced(around) == around


class _Bases(dict[int, int]):
    """Of each letter its lower case without accents, one letter again; white space is a blank."""

    def __missing__(self, code: int) -> int:
        parts = unicodedata.normalize("NFD", chr(code))
        base = (parts[0] if all(map(unicodedata.combining, parts[1:])) else chr(code)).casefold()
        self[code] = ord(" ") if chr(code).isspace() else ord(base) if len(base) == 1 else code
        return self[code]


_BASES = _Bases()


def _edges(words: str) -> tuple[str, str]:
    """The first words of a passage and its last, each as far as they stand on one line."""
    lines = words.splitlines()
    beginning, ending = lines[0].split(), lines[-1].split()
    most = TERM_WORDS if len(lines) > 1 else min(TERM_WORDS, len(beginning) // 2)
    return (" ".join(beginning[:most]), " ".join(ending[-most:])) if most else (words, "")


def _before(text: str, start: int, count: int) -> str:
    """At most `count` words before a place, on its line or else on the line before."""
    above = text[max(0, start - _NEARBY) : start].rstrip()
    return _short(above[above.rfind("\n") + 1 :].split()[-count:])


def _after(text: str, end: int, count: int) -> str:
    below = text[end : end + _NEARBY].lstrip()
    return _short(below.partition("\n")[0].split()[:count])


def _short(words: list[str]) -> str:
    """The words as a context, where they are one."""
    context = " ".join(words)
    return context if len(context) <= TERM_MAX and any(map(str.isalnum, context)) else ""


def _sought(words: str) -> str:
    return " ".join(words.translate(_BASES).split())


def _coded(words: str) -> str:
    """`words` as a part of a directive, in which "-" "," and "&" have a meaning."""
    plain = _BLANKS.sub(" ", words).encode("utf-8", errors="replace")
    return quote(plain, safe="").replace("-", "%2D")

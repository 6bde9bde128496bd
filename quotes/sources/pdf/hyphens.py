"""Words that were split at the end of a line, put together again."""

import re
from collections import Counter
from collections.abc import Iterable

SOFT_HYPHEN = "\xad"
REACH = 100
"""Characters at the end of a line in which the word is that was split there."""
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_SPLIT = re.compile(r"(?P<chain>[^\W_][-\u2010])?(?P<first>[^\W_]+)[-\u2010\xad]\Z")
_NEXT = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:://|www\.|@)\S*\Z")
_COMPOUND_FIRSTS = frozenset(
    """all anti cross deep eight ex far fast fifty five forty four full half hard high ill large left little
    long low middle multi new nine ninety non old one open part pro quasi right second self semi seven seventy
    short six sixty small so state ten then third thirty three twenty two vice well wide year""".split()
)
"""First parts that are mostly followed by a hyphen in print, in lower case."""


class Joiner:
    """Joins the lines of one document; `joined` and `kept` count what became of the hyphens at line ends.

    Whether a hyphen belongs to the word is told by how the document writes the word elsewhere; where it does
    not, by its first part.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._words = Counter(
            word.casefold().replace("\u2010", "-").replace("\u2011", "-")
            for line in lines
            for word in _WORD.findall(line[:-REACH] + _SPLIT.sub("", line[-REACH:]))
        )
        self.joined = self.kept = 0

    def join(self, before: str, line: str) -> str:
        """`before` as it stands in front of `line`: its hyphen dropped or kept, or with a space."""
        if before.endswith(SOFT_HYPHEN) and line[:1].isalpha():
            self.joined += 1
            return before[:-1]
        split = _SPLIT.search(before[-REACH:])
        if split is None:
            return before if _runs_on(before, line) else before + " "
        chain = split["chain"] or _ADDRESS.search(before[-200:])
        if line[:1].islower() and not chain and self._is_one_word(split["first"], line):
            self.joined += 1
            return before[:-1]
        self.kept += 1
        return before

    def _is_one_word(self, first: str, line: str) -> bool:
        following = _NEXT.match(line)
        second = following.group() if following else ""
        whole = self._words[(first + second).casefold()]
        parted = self._words[f"{first}-{second}".casefold()]
        if whole != parted:
            return whole > parted
        return first.casefold() not in _COMPOUND_FIRSTS and not first[-1].isdigit()


def _runs_on(before: str, line: str) -> bool:
    """Whether a line ends in a mark that stands between two words without spaces."""
    if line.startswith("—") or (before.endswith("—") and before[-2:-1] != " "):
        return True
    if before.endswith("-") and before[-2:-1] not in ("", " ", "-"):
        return line[:1].isalnum()
    return before.endswith(("–", "/")) and before[-2:-1].isalnum() and line[:1].isalnum()

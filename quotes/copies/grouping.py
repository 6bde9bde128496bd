"""Which document of a group of copies stands for all, and which statements are counted under another's.

The answer is a function of the documents alone: the order in which they were added never matters.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quotes.people.names import name_words

UNKNOWN_DATE = "~"
"""Behind every date; behind a month or a year it stands for their last day: vague is never earlier."""
DAY_LENGTH = len("2024-03-05")


@dataclass(frozen=True, slots=True)
class Printing:
    """A document of a group: when it was published (ISO, None unless sure), and the key of its text.

    `is_later` is true of a page that was fetched again, changed.
    """

    id: str
    published: str | None
    text_key: str
    is_later: bool = False

    @property
    def rank(self) -> tuple[str, bool, str, str]:
        """Sorts the earliest first; where no date tells, the text decides, which is the same anywhere."""
        return last_day(self.published), self.is_later, self.text_key, self.id


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement as far as it is compared: its words (letters alone), and who said them.

    `marked` tells words in quotation marks from a claim. `touched` is one that a person decided something
    on, `found` one that a person found: there is no telling whom a parser would have credited with it.
    """

    id: str
    document: str
    place: tuple[int, int]
    letters: str
    marked: bool
    speaker: str | None
    touched: bool = False
    found: bool = False


def last_day(date: str | None) -> str:
    """Sorts an ISO date of any precision, or none, by the last day it may mean."""
    day = date or ""
    return day if len(day) >= DAY_LENGTH else day + UNKNOWN_DATE


def parted(group: Iterable[Printing], pairs: Iterable[tuple[str, str]]) -> list[list[Printing]]:
    """The group in parts: what a chain of `pairs` joins is one part."""
    parts = {printing.id: [printing] for printing in group}
    for one, other in pairs:
        if parts[one] is not parts[other]:
            parts[one] += parts[other]
            for printing in parts[other]:
                parts[printing.id] = parts[one]
    return [part for identifier, part in parts.items() if part[0].id == identifier]


def head(group: Iterable[Printing]) -> Printing:
    """The document that stands for all: the earliest."""
    return min(group, key=lambda printing: printing.rank)


def collapsed(group: Iterable[Printing], sayings: Iterable[Saying]) -> dict[str, str]:
    """The statements that say again what an earlier document of the group has, each with the id of that.

    What only a later document has stands by itself. So do words that it gives to another speaker, or to
    one where the earlier names none. Words that stand twice in one document are two statements. Where a
    person decided something on one of them, all are counted under that, whatever became of the dates.
    """
    group, sayings = list(group), list(sayings)
    found = _repeating(group, sayings)
    ranks = {printing.id: printing.rank for printing in group}
    touched = {saying.id for saying in sayings if saying.touched}
    instead: dict[str, str] = {}
    for saying in sorted(sayings, key=lambda saying: (ranks[saying.document], saying.place, saying.id)):
        if saying.touched and saying.id in found and found[saying.id] not in touched:
            instead.setdefault(found[saying.id], saying.id)
    under = {later: instead.get(earlier, earlier) for later, earlier in found.items()} | instead
    return {later: earlier for later, earlier in under.items() if later != earlier}


def _repeating(group: Iterable[Printing], sayings: Iterable[Saying]) -> dict[str, str]:
    """What says again what an earlier document has, whatever was decided on it."""
    of_document = defaultdict(list)
    for saying in sorted(sayings, key=lambda saying: (*saying.place, saying.id)):
        of_document[saying.document].append(saying)
    standing: dict[tuple[bool, str], list[Saying]] = defaultdict(list)
    found: dict[str, str] = {}
    for printing in sorted(group, key=lambda printing: printing.rank):
        found |= _matched(of_document[printing.id], standing)
        for saying in of_document[printing.id]:
            if saying.id not in found:
                standing[saying.marked, saying.letters].append(saying)
    return found


def _matched(sayings: Sequence[Saying], standing: dict[tuple[bool, str], list[Saying]]) -> dict[str, str]:
    """The statements of one document that stand already; each of those is matched once."""
    left: dict[tuple[bool, str], list[Saying]] = {}
    found = {}
    for saying in sayings:
        key = saying.marked, saying.letters
        if not saying.letters or key not in standing:
            continue
        earlier = left.setdefault(key, list(standing[key]))
        match = next((one for one in earlier if _agree(one, saying)), None)
        if match is not None:
            earlier.remove(match)
            found[saying.id] = match.id
    return found


def _agree(earlier: Saying, later: Saying) -> bool:
    """Whether the later one knows no other speaker: "Venn" may be "Mara Venn"."""
    if earlier.found or later.found or later.speaker is None or later.speaker == earlier.speaker:
        return True
    if earlier.speaker is None:
        return False
    one, other = set(name_words(earlier.speaker)), set(name_words(later.speaker))
    return bool(one and other) and (one <= other or other <= one)

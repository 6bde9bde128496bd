"""What a person decides: the records of the log, out of which nothing is taken; an undo is a decision too."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

Action = Literal[
    "set",
    "accept",
    "reject",
    "mark",
    "tag",
    "note",
    "merge",
    "split",
    "distinguish",
    "rename",
    "alias",
    "authority",
    "remove",
    "purge",
    "undo",
]
StatementField = Literal["speaker", "kind", "span", "said", "dated", "verdict", "reason", "mark"]
"""Of a statement. "dated" is the said-date that the text gives once the document's own date is known; "said"
the one that a person states, which wins."""
DocumentField = Literal["title", "author", "publisher", "agency", "url", "published"]
SpeakerField = Literal["same", "different", "name", "alias"]
"""Of a member (a speaker's name in one document); "same" and "different" name another member."""
Field = StatementField | DocumentField | SpeakerField | Literal["tag", "note", "authority", "document"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a statement stood: offsets of its document's text, the words, and those before and after it.

    `claim` tells a claim from words in quotation marks.
    """

    start: int
    end: int
    text: str
    before: str
    after: str
    claim: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What one decision changed of one thing (`target`, an id): JSON values of `field` before and after.

    `document` is the id of the document it is in. Of a tag the values are {"tag": name, "on": whether}.
    """

    target: str
    field: Field
    before: Any
    after: Any
    document: str | None = None
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """An entry of the log: `who` decided it, when (`decided`, ISO 8601), and a line that tells what.

    `undoes` is the number of the entry that it takes back, `undone_by` that of the one that takes it back.
    """

    number: int
    decided: str
    who: str
    action: Action
    summary: str
    undoes: int | None = None
    undone_by: int | None = None
    changes: tuple[Change, ...] = ()


def undone(undos: Iterable[tuple[int, int]]) -> dict[int, int]:
    """From (number, what it undoes) of all undos: what is not in effect, each with the undo that is.

    An undo that is itself undone takes nothing back.
    """
    found: dict[int, int] = {}
    for number, taken_back in sorted(undos, reverse=True):
        if number not in found:
            found.setdefault(taken_back, number)
    return found

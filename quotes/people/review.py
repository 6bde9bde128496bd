"""A review: which statement is looked at next, what was decided in it, and how that is taken back. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from quotes.statement import Statement

Outcome = Literal["accepted", "corrected", "rejected"]
OUTCOMES: tuple[Outcome, ...] = ("accepted", "corrected", "rejected")
ReviewAction = Literal[
    "accept",
    "speaker",
    "kind",
    "span",
    "date",
    "tag",
    "note",
    "reject",
    "undo",
    "next",
    "back",
    "open",
    "quit",
    "help",
    "up",
    "down",
]

KEYS: Mapping[str, ReviewAction] = {
    "a": "accept",
    "s": "speaker",
    "k": "kind",
    "f": "span",
    "d": "date",
    "t": "tag",
    "n": "note",
    "r": "reject",
    "u": "undo",
    " ": "next",
    "right": "next",
    "b": "back",
    "left": "back",
    "o": "open",
    "q": "quit",
    "h": "help",
    "?": "help",
    "up": "up",
    "down": "down",
}
"""What each key does; any other does nothing."""


@dataclass(frozen=True, slots=True)
class Step:
    """A decision of this review: where it was taken, its number in the log, and the outcomes before it.

    `number` is None where nothing was to be changed: what was accepted before is looked at again.
    """

    at: int
    number: int | None
    before: Mapping[str, Outcome | None]


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk through statements (ids, in `order`), `at` one of them, or behind the last when all are decided.

    What is skipped comes again after the last. Every method gives another walk.
    """

    order: tuple[str, ...]
    at: int = 0
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()

    @classmethod
    def through(cls, ids: Iterable[str], outcomes: Mapping[str, Outcome] | None = None) -> "Walk":
        """A walk that begins at the first without an outcome."""
        order = tuple(dict.fromkeys(ids))
        known = {id_: outcome for id_, outcome in (outcomes or {}).items() if id_ in set(order)}
        return cls(order, -1, known).onward()

    @property
    def current(self) -> str | None:
        """The statement that is looked at; None where all are decided."""
        return self.order[self.at] if self.at < len(self.order) else None

    @property
    def left(self) -> int:
        """How many are still to be decided."""
        return len(self.order) - len(self.outcomes)

    def counts(self) -> dict[Outcome, int]:
        """How many there are of each outcome."""
        found = list(self.outcomes.values())
        return {outcome: found.count(outcome) for outcome in OUTCOMES}

    def decided(self, outcome: Outcome | None, number: int | None, others: Iterable[str] = ()) -> "Walk":
        """Here it was decided (entry `number` of the log), for `others` too; None where the outcome stays."""
        here = {self.current, *others} if outcome else set()
        changed = [id_ for id_ in self.order if id_ in here]
        before = {id_: self.outcomes.get(id_) for id_ in changed}
        outcomes = {**self.outcomes, **dict.fromkeys(changed, outcome)} if outcome else self.outcomes
        return replace(self, outcomes=outcomes, steps=(*self.steps, Step(self.at, number, before)))

    def undone(self) -> "Walk":
        """Without the last decision of this review, at the place where it was taken; the same without any."""
        if not self.steps:
            return self
        last = self.steps[-1]
        outcomes = {id_: outcome for id_, outcome in self.outcomes.items() if id_ not in last.before}
        outcomes |= {id_: outcome for id_, outcome in last.before.items() if outcome}
        return replace(self, at=last.at, outcomes=outcomes, steps=self.steps[:-1])

    def onward(self) -> "Walk":
        """At the next that is not decided; after the last, at the first that was skipped."""
        ahead = (*range(self.at + 1, len(self.order)), *range(min(self.at + 1, len(self.order))))
        undecided = (at for at in ahead if self.order[at] not in self.outcomes)
        return replace(self, at=next(undecided, len(self.order)))

    def back(self) -> "Walk":
        """At the one before, whether it is decided or not."""
        return replace(self, at=max(0, self.at - 1))


def same_chain(statement: Statement, others: Iterable[Statement]) -> list[Statement]:
    """Those of `others`, in the same document, whose speaker was read from the same words as here.

    These are the mention by which it is known who the mentions are; where that is not known, the
    name that was read. A speaker who is not known, and rests on nothing, has no chain.
    """
    if statement.rests_on is not None:
        rest = [other for other in others if other.rests_on == statement.rests_on]
    else:
        rest = [other for other in others if statement.speaker and other.speaker == statement.speaker]
    return [other for other in rest if other.id != statement.id]

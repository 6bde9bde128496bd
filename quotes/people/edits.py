"""What a person asks to be changed, before anybody knows what that changes."""

from dataclasses import dataclass
from typing import Any, Literal

from quotes.overrides import iso_precision
from quotes.people.decisions import StatementField
from quotes.statement import Kind, Span, SpeakerType

Verdict = Literal["accepted", "rejected"]

SAID_UNKNOWN = "none"
"""What is typed for a said-date that nobody knows."""


@dataclass(frozen=True, slots=True)
class SpeakerChoice:
    """Who said it: a speaker of the library (`id`), or a `name`; neither where nobody can be named."""

    name: str | None = None
    type: SpeakerType | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class StatementEdit:
    """What to change of statements; None leaves it as it is.

    `span` are offsets of the document's text. `said_on` is ISO of any precision, or "none"; `reason` is that
    of a rejection. Raises UsageError for a date that is none.
    """

    speaker: SpeakerChoice | None = None
    kind: Kind | None = None
    span: Span | None = None
    said_on: str | None = None
    verdict: Verdict | None = None
    reason: str | None = None

    def __post_init__(self) -> None:
        if self.said_on not in (None, SAID_UNKNOWN):
            iso_precision(str(self.said_on))

    def asked(self) -> dict[StatementField, Any]:
        """What is asked for, by the field of the log; a speaker without its id, which is settled apart."""
        asked: dict[StatementField, Any] = {}
        if self.speaker is not None:
            asked["speaker"] = {"name": self.speaker.name, "type": self.speaker.type}
        if self.kind is not None:
            asked["kind"] = self.kind
        if self.span is not None:
            asked["span"] = list(self.span)
        if self.said_on is not None:
            asked["said"] = {"on": None if self.said_on == SAID_UNKNOWN else self.said_on}
        if self.verdict is not None:
            asked["verdict"] = self.verdict
        if self.reason is not None:
            asked["reason"] = self.reason
        return asked

    def summary(self) -> str:
        """What is asked for, in a line."""
        asked = {
            "speaker": None if self.speaker is None else self.speaker.name or "unknown",
            "kind": self.kind,
            "span": None if self.span is None else f"{self.span[0]}-{self.span[1]}",
            "said": self.said_on,
            "reason": self.reason,
        }
        parts = [f"{name}: {value}" for name, value in asked.items() if value is not None]
        return "; ".join([*([self.verdict] if self.verdict else []), *parts])

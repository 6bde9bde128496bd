"""Sets invented sentences on a page: the words, the marks, who says it, and where all of it stands."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal

from quotes.statement import Kind
from tests.bench.worlds import Person

Shape = Literal["direct", "claim", "partial", "mixed", "narrative"]
"""Of a sentence: all in marks, a claim, words in marks, a claim with words in marks, or nothing said."""
SAID = {"day": 0.2, "month": 0.05, "year": 0.02}
"""The shares of statements of which it is known when they were said, by how precisely."""
IMPLICIT = 0.1


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to be set: its shape, words before, in and behind marks, and who says it, how."""

    shape: Shape
    words: tuple[str, ...]
    person: Person | None
    other: Person | None
    cue: str
    extra: dict[str, Any]


Spans = list[tuple[Kind, tuple[int, int]]]


@dataclass(slots=True)
class Page:
    """A text as it grows, with the places of what is said in it."""

    text: list[str] = field(default_factory=list)
    length: int = 0
    said: list[tuple[Spans, dict[str, Any]]] = field(default_factory=list)
    named: set[str] = field(default_factory=set)

    def put(self, words: str) -> tuple[int, int]:
        """Add words; where they stand."""
        start = self.length
        self.text.append(words)
        self.length += len(words)
        return start, self.length


def set_sentence(page: Page, sentence: Sentence, day: date | None, draw: random.Random) -> None:
    """Set a sentence on a page, with its statements."""
    start = page.length
    before, within, behind = sentence.words
    if sentence.shape == "narrative":
        page.put(f"{before.capitalize()}.")
        return
    base = {**sentence.extra, **_said(day, draw), "confidence": round(draw.betavariate(6, 1.5), 3)}
    denied = "denied" if sentence.cue == "denied" else None
    base |= {"stance": denied or "asserted", "stance_evidence": denied}
    spans: Spans = []
    if sentence.shape == "direct":
        page.put("“")
        spans.append(("direct", page.put(f"{before.capitalize()},")))
        page.put("” ")
        mentioned = _mention(page, sentence, draw)
        page.put(" ")
        cue = page.put(sentence.cue)
        page.put(".")
    else:
        mentioned = _mention(page, sentence, draw)
        page.put(" ")
        cue = page.put(sentence.cue)
        page.put(" that ")
        spans = _claim(page, sentence.shape, before, within, behind)
    shared = {**base, **mentioned, "cue": sentence.cue, "cue_span": cue, "context_span": (start, page.length)}
    page.said.append((spans, shared))


def _claim(page: Page, shape: Shape, before: str, within: str, behind: str) -> Spans:
    start = page.length
    page.put(before)
    marked: Spans = []
    if shape != "claim":
        page.put(" “")
        marked.append(("partial", page.put(within)))
        page.put("”")
    if shape == "mixed":
        page.put(f" {behind}")
    end = page.length
    page.put(".")
    return marked if shape == "partial" else [("indirect", (start, end)), *marked]


def _mention(page: Page, sentence: Sentence, draw: random.Random) -> dict[str, Any]:
    """Set who says it: in full with the description at first, then by family name or pronoun."""
    person, other = sentence.person, sentence.other
    if person is None:
        span = page.put("They")
        return {"mention": "They", "mention_span": span, "unknown": "several may be meant"}
    if other is not None and other != person and "person" == other.type == person.type:
        name = f"{person.name} and {other.name}"
        span = page.put(name)
        return {
            "speaker": name,
            "speaker_type": "group",
            "joint": (person.name, other.name),
            "mention": name,
            "mention_span": span,
            "rests_on": span,
        }
    told: dict[str, Any] = {"speaker": person.name, "speaker_type": person.type}
    if person.name in page.named and person.type == "person":
        form = person.pronoun if draw.random() < 0.5 else person.name.split()[-1]
    else:
        form = person.name
    span = page.put(form)
    told |= {"mention": form, "mention_span": span, "rests_on": span, "implicit": draw.random() < IMPLICIT}
    if person.name not in page.named and person.role is not None:
        page.put(", ")
        told |= {"role": person.role, "role_span": page.put(person.role)}
        page.put(",")
    page.named.add(person.name)
    return told


def _said(day: date | None, draw: random.Random) -> dict[str, str]:
    """When it was said, of some."""
    if day is None:
        return {}
    (precision,) = draw.choices([*SAID, ""], [*SAID.values(), 1 - sum(SAID.values())])
    if not precision:
        return {}
    said = (day - timedelta(days=draw.randrange(4))).isoformat()[
        : {"day": 10, "month": 7, "year": 4}[precision]
    ]
    return {"said_on": said, "said_evidence": f"“{said}”"}

"""`show DOC --marks`: every passage in quotation marks, and what became of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rich.text import Text

from quotes.cli.lines import GAP, ID, MISSING, QUIET, counted, speaker_name
from quotes.display import one_line
from quotes.errors import ModelError

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.document import Document
    from quotes.parsing.marked_passages import Passage
    from quotes.statement import Span
    from quotes.store import Library
    from quotes.store.views import StoredStatement

WORDS_SHOWN = 100
"""Characters of a passage that are shown."""
Fate = Literal["statement", "part", "withheld", "left out", "elsewhere", "unpaired"]
COUNTED: dict[Fate, str] = {
    "statement": "kept as a statement",
    "part": "part of one",
    "withheld": "withheld",
    "left out": "left out",
    "elsewhere": "outside of the story",
    "unpaired": "without a partner",
}
_PLACES = {"title": "in a title", "caption": "in a caption"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a marked passage, and a line that tells it."""

    fate: Fate
    line: Text


def show(consoles: "Consoles", library: "Library", identifier: str) -> None:
    """Print the page. Raises UsageError for an id that is unknown or ambiguous."""
    from quotes.parsing.marked_passages import marked_passages

    stored, document = library.document(identifier), library.as_read(identifier)
    passages = marked_passages(document)
    statements = library.statements(identifier, withheld=True)
    at_place: dict[Span, list[StoredStatement]] = {}
    for one in statements:
        at_place.setdefault((one.statement.start, one.statement.end), []).append(one)
    consoles.show(Text(f"{stored.id} {one_line(stored.name)}", "bold"))
    known = [_known(passage, at_place.get(passage.span or (0, 0), statements)) for passage in passages]
    reasons = _reasons(consoles, document) if None in known else {}
    fates: Counter[Fate] = Counter()
    for passage, outcome in zip(passages, known, strict=True):
        outcome = outcome or Outcome(
            "left out", Text(reasons.get(passage.span or (0, 0), "no reason is known"), QUIET)
        )
        fates[outcome.fate] += 1
        consoles.show(_words(passage), detail=Text.assemble("  ", outcome.line))
    parts = ", ".join(f"{fates[fate]:,} {words}" for fate, words in COUNTED.items() if fates[fate])
    consoles.say(f"{counted(len(passages), 'marked passage')}{': ' if parts else ''}{parts}")
    if fates["left out"]:
        consoles.say(
            f'A statement that was missed: quotes mark {stored.id} "the words" --speaker NAME', style=QUIET
        )


def _known(passage: "Passage", statements: "Sequence[StoredStatement]") -> Outcome | None:
    """What became of a passage, as far as the library tells; None where only the parser can.

    `statements` are those at its very place, all of its document where there are none.
    """
    if passage.span is None:
        return Outcome(
            "elsewhere",
            Text(f"dropped with what is no story: {one_line(passage.reason or 'no reason')}", QUIET),
        )
    if not passage.paired:
        return Outcome("unpaired", Text("a mark without a partner", MISSING))
    found = _statement_of(passage.span, statements) or _place(passage)
    if found and not passage.closed:
        found.line.append(" (no closing mark: taken to the end of the paragraph)", MISSING)
    return found


def _statement_of(span: "Span", statements: "Sequence[StoredStatement]") -> Outcome | None:
    """The statement that a passage is, or stands in."""
    if own := [stored for stored in statements if _is_of(stored, span)]:
        stored = min(
            own, key=lambda stored: (stored.withheld is not None, stored.statement.kind == "indirect")
        )
        line = Text.assemble((one_line(stored.statement.id), ID), GAP)
        if stored.withheld:
            reason = one_line(stored.withheld_reason or stored.withheld)
            return Outcome("withheld", line.append(reason, MISSING))
        line.append_text(speaker_name(stored)).append(f"{GAP}{stored.statement.kind}")
        return Outcome("statement", line)
    around = [stored for stored in statements if not stored.withheld and _holds(stored, span)]
    if around:
        inner = min(around, key=lambda stored: stored.statement.end - stored.statement.start)
        line = Text.assemble("part of ", (one_line(inner.statement.id), ID), GAP, speaker_name(inner))
        return Outcome("part", line)
    return None


def _is_of(stored: "StoredStatement", span: "Span") -> bool:
    """Whether most of the one is the other; a claim only where it is just that."""
    place = stored.statement.start, stored.statement.end
    if stored.statement.kind == "indirect":
        return place == span
    shared = min(place[1], span[1]) - max(place[0], span[0])
    return 2 * shared > max(place[1] - place[0], span[1] - span[0])


def _holds(stored: "StoredStatement", span: "Span") -> bool:
    """Whether a passage stands in a quotation; to stand in a claim makes it no statement."""
    place = stored.statement.start, stored.statement.end
    return stored.statement.kind != "indirect" and place[0] <= span[0] and span[1] <= place[1]


def _place(passage: "Passage") -> Outcome | None:
    """Where no statements are looked for."""
    if passage.lang is not None:
        line = f"in another language ({one_line(passage.lang)}): no statements are looked for"
        return Outcome("elsewhere", Text(line, QUIET))
    if passage.kind in _PLACES:
        line = f"{_PLACES[passage.kind]}: no statements are looked for"
        return Outcome("elsewhere", Text(line, QUIET))
    return None


def _reasons(consoles: "Consoles", document: "Document") -> "Mapping[Span, str]":
    """Why the parser left passages out, by their place; none where the models cannot be loaded."""
    from quotes.parsing.left_out import reasons_left_out

    try:
        return reasons_left_out(document)
    except ModelError as error:
        consoles.warn(f"why passages were left out is not known: {error}")
        return {}


def _words(passage: "Passage") -> Text:
    words = one_line(passage.words)
    shown = words if len(words) <= WORDS_SHOWN else words[: WORDS_SHOWN - 1].rstrip() + "…"
    return Text(f"“{shown}”" if passage.paired else shown)

"""What people decided on a statement or a document, as its page shows it."""

from typing import TYPE_CHECKING

from rich.text import Text

from quotes.cli.fields import show_field, show_list
from quotes.cli.lines import MISSING, QUIET
from quotes.cli.log import log_line
from quotes.cli.moments import local_minute
from quotes.display import one_line

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.people.decisions import Decision
    from quotes.statement import Statement
    from quotes.store import Library
    from quotes.store.views import StoredDocument, StoredStatement

SHOWN = 10
"""Entries of the log that are shown on a page."""
_LABELS = frozenset({"tag", "note"})


def show_withheld(consoles: "Consoles", stored: "StoredStatement") -> None:
    """Print, before all else, that a statement is shown nowhere but here, and why."""
    if stored.withheld:
        consoles.show(Text(f"{stored.withheld.upper()}: {one_line(stored.withheld_reason or '')}", MISSING))
        consoles.show(Text())


def show_decided(consoles: "Consoles", library: "Library", stored: "StoredStatement") -> None:
    """Print what a person did to a statement, what the parser had given, its tags and note, and its log."""
    identifier = stored.statement.id
    decisions = library.decisions(identifier, limit=SHOWN)
    if stored.checked:
        last = next((d for d in decisions if _is_in_effect(d, identifier)), None)
        by = f" by {one_line(last.who)}, {local_minute(last.decided)}" if last else ""
        show_field(consoles, "Checked", f"{stored.checked}{by}")
    if decisions and not stored.marked:
        parsed = library.as_parsed(stored.document.id).get(identifier)
        show_list(consoles, "Parsed as", _differences(stored.statement, parsed) if parsed else ())
    _show_labels(consoles, stored, decisions)


def show_decided_document(consoles: "Consoles", library: "Library", document: "StoredDocument") -> None:
    """Print the tags and the note of a document, and what was decided on it and in it."""
    _show_labels(consoles, document, library.decisions(document.id, limit=SHOWN))


def _show_labels(
    consoles: "Consoles", thing: "StoredStatement | StoredDocument", decisions: "list[Decision]"
) -> None:
    show_field(consoles, "Tags", ", ".join(thing.tags))
    show_field(consoles, "Note", thing.note or "")
    more = (
        [Text(f"quotes log lists what came before these {SHOWN}", QUIET)] if len(decisions) == SHOWN else []
    )
    show_list(consoles, "Log", [*map(log_line, decisions), *more])


def _is_in_effect(decision: "Decision", identifier: str) -> bool:
    """Whether a decision is one on the statement itself, and not taken back."""
    about = any(c.target == identifier and c.field not in _LABELS for c in decision.changes)
    return about and decision.undone_by is None


def _differences(now: "Statement", parsed: "Statement") -> list[Text | str]:
    """What the parser gave otherwise, a line for each."""
    found: list[Text | str] = []
    if (now.speaker, now.speaker_type) != (parsed.speaker, parsed.speaker_type):
        kind = f" ({parsed.speaker_type})" if parsed.speaker_type else ""
        found.append(f"speaker: {parsed.speaker or parsed.unknown or 'unknown'}{kind}")
    if now.kind != parsed.kind:
        found.append(f"kind: {parsed.kind}")
    if (now.start, now.end) != (parsed.start, parsed.end):
        found.append(f"words: “{parsed.text}” ({parsed.start:,} to {parsed.end:,})")
    if now.said_on != parsed.said_on:
        evidence = f" (from: {parsed.said_evidence})" if parsed.said_evidence else ""
        found.append(f"said: {parsed.said_on or 'unknown'}{evidence}")
    return found

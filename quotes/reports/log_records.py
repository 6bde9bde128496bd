"""Entries of the log of decisions as records for `--format ndjson`."""

from dataclasses import asdict

from quotes.people.decisions import Change, Decision
from quotes.reports.records import Record


def decision_record(decision: Decision) -> Record:
    """One decision with what it changed."""
    return {
        "number": decision.number,
        "decided": decision.decided,
        "who": decision.who,
        "action": decision.action,
        "summary": decision.summary,
        "undoes": decision.undoes,
        "undone_by": decision.undone_by,
        "changes": [_change(change) for change in decision.changes],
    }


def _change(change: Change) -> Record:
    return {
        "id": change.target,
        "document": change.document,
        "field": change.field,
        "before": change.before,
        "after": change.after,
        "anchor": None if change.anchor is None else asdict(change.anchor),
    }

"""What `quotes verify` found as records for `--format ndjson`."""

from typing import TYPE_CHECKING

from quotes.reports.records import Record

if TYPE_CHECKING:
    from quotes.store.verifying import Verdict


def verdict_record(verdict: "Verdict") -> Record:
    """One document with all that does not hold of it."""
    return {
        "document": verdict.document,
        "name": verdict.name,
        "sha256": verdict.sha256,
        "holds": not verdict.differences,
        "statements": verdict.statements,
        "statements_holding": verdict.standing,
        "redacted": verdict.redacted,
        "unread": verdict.unread,
        "differences": [
            {"fault": one.fault, "statement": one.statement, "what": one.what} for one in verdict.differences
        ],
    }

"""What a statement is once the decisions on it are in effect. Pure: columns in, columns out."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from quotes.offsets import OffsetMap
from quotes.people.decisions import StatementField
from quotes.store.models import ChangeRow

Columns = dict[str, Any]
"""Values by the name of their column in `statements`."""

PLACE = ("start", "end", "context_start", "context_end")
"""The columns that tell what of a statement can be searched."""
DECIDED = (
    *PLACE,
    *("source_start", "source_end", "kind", "speaker", "speaker_type", "unknown", "joint"),
    *("role", "role_start", "role_end", "said_on", "said_evidence", "alterations"),
    *("checked", "withheld", "withheld_reason"),
)
"""The columns that decisions may change; as the parser gave them, they are kept in `parsed`."""
_CORRECTED: frozenset[str] = frozenset({"span", "kind", "speaker", "said"})


def effective(parsed: Mapping[str, Any], changes: Sequence[ChangeRow], offsets: OffsetMap | None) -> Columns:
    """What was `parsed`, as `changes`, in the order of the log, make it; of one field the last one counts.

    `offsets` map the document's text to the decoded file, None where there is no such map.
    """
    values = dict(parsed)
    last = {change.field: change for change in changes}
    for field, apply in _EFFECTS.items():
        if field in last:
            apply(values, last[field], offsets)
            if field in _CORRECTED:
                values |= {"checked": "corrected", "withheld": None, "withheld_reason": None}
    return values


def _span(values: Columns, change: ChangeRow, offsets: OffsetMap | None) -> None:
    start, end = change.after
    _place(values, start, end, offsets)


def _mark(values: Columns, change: ChangeRow, _offsets: OffsetMap | None) -> None:
    values |= {"kind": change.after["kind"], "checked": "marked", "withheld": None, "withheld_reason": None}


def _kind(values: Columns, change: ChangeRow, _offsets: OffsetMap | None) -> None:
    values["kind"] = change.after


def _speaker(values: Columns, change: ChangeRow, _offsets: OffsetMap | None) -> None:
    name = change.after["name"]
    values |= {
        "speaker": name,
        "speaker_type": change.after["type"] if name else None,
        "unknown": None if name else f"{change.made.who} found that the text does not tell",
        **dict.fromkeys(("joint", "role", "role_start", "role_end")),
    }


def _dated(values: Columns, change: ChangeRow, _offsets: OffsetMap | None) -> None:
    values |= {"said_on": change.after["on"], "said_evidence": change.after["evidence"]}


def _said(values: Columns, change: ChangeRow, _offsets: OffsetMap | None) -> None:
    values |= {"said_on": change.after["on"], "said_evidence": f"set by {change.made.who}"}


def _verdict(values: Columns, change: ChangeRow, _offsets: OffsetMap | None) -> None:
    rejected = change.after == "rejected"
    reason = f"rejected by {change.made.who} on {change.made.decided[:10]}" if rejected else None
    values |= {"withheld": "rejected" if rejected else None, "withheld_reason": reason}
    if rejected or not values["checked"]:
        values["checked"] = change.after


def _place(values: Columns, start: int, end: int, offsets: OffsetMap | None) -> None:
    source = offsets.source_span(start, end) if offsets is not None else None
    values |= {
        "start": start,
        "end": end,
        "context_start": min(start, values["context_start"]),
        "context_end": max(end, values["context_end"]),
    }
    values["source_start"], values["source_end"] = source or (None, None)
    if values["alterations"]:
        values["alterations"] = [
            part for part in values["alterations"] if start <= part[1] and part[2] <= end
        ]


_EFFECTS: dict[StatementField, Callable[[Columns, ChangeRow, OffsetMap | None], None]] = {
    "mark": _mark,
    "span": _span,
    "kind": _kind,
    "speaker": _speaker,
    "dated": _dated,
    "said": _said,
    "verdict": _verdict,
}
"""In the order in which they are applied: the date that a person states wins over the text's."""

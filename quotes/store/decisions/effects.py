"""What a statement is once the decisions on it are in effect. Pure: columns in, columns out."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quotes.offsets import OffsetMap
from quotes.people import anchoring
from quotes.people.decisions import Anchor, StatementField
from quotes.statement import Span
from quotes.store.models import ChangeRow

Columns = dict[str, Any]
"""Values by the name of their column in `statements`."""

PLACE = ("start", "end", "context_start", "context_end")
"""The columns that tell what of a statement can be searched."""
DECIDED = (
    *PLACE,
    *("source_start", "source_end", "kind", "speaker", "speaker_type", "unknown", "joint"),
    *("role", "role_start", "role_end", "said_on", "said_evidence", "alterations"),
    *("checked", "withheld", "withheld_reason", "marked"),
)
"""The columns that decisions may change; as the parser gave them, they are kept in `parsed`."""
_REJECTED = re.compile(r"rejected by .*? on \d{4}-\d{2}-\d{2}: (?P<reason>.*)", re.DOTALL)
_CORRECTED: frozenset[str] = frozenset({"span", "kind", "speaker", "said"})


@dataclass(frozen=True, slots=True)
class Ground:
    """A document's `text`, and the map from it to the decoded file, None where there is no such map."""

    text: str
    offsets: OffsetMap | None


def effective(parsed: Mapping[str, Any], changes: Sequence[ChangeRow], ground: Ground) -> Columns:
    """What was `parsed`, as `changes`, in the order of the log, make it; of one field the last one counts."""
    values = dict(parsed)
    last = {change.field: change for change in changes}
    if "reason" in last and ("verdict" not in last or last["reason"].number < last["verdict"].number):
        del last["reason"]  # of an earlier rejection
    marking = last["mark"].decision if "mark" in last else None
    for field, apply in _EFFECTS.items():
        if field in last:
            apply(values, last[field], ground)
            if field in _CORRECTED and last[field].decision != marking:
                values |= {"checked": "corrected", "withheld": None, "withheld_reason": None}
    unmarked = parsed["withheld"] == "unmarked" and marking is None
    if unmarked or values["start"] == values["end"]:  # or its words are not in the text any more
        values |= {name: parsed[name] for name in ("withheld", "withheld_reason")}
    return values


def span_of(change: ChangeRow, text: str) -> Span | None:
    """The place that a change of a span gives, in a text that may have been read anew since; None where its
    words do not stand there any more."""
    start, end = change.after
    if change.anchor is None or text[start:end] == change.anchor["text"]:
        return (start, end) if end <= len(text) else None
    found = anchoring.place(text, Anchor(**change.anchor))
    return None if found is None else found.span


def _span(values: Columns, change: ChangeRow, ground: Ground) -> None:
    span = span_of(change, ground.text)
    if span is not None:
        _place(values, *span, ground.offsets)


def _mark(values: Columns, change: ChangeRow, _ground: Ground) -> None:
    found = values["withheld"] is not None
    values |= {"kind": change.after["kind"], "checked": "marked", "marked": found}
    values |= {"withheld": None, "withheld_reason": None}


def _kind(values: Columns, change: ChangeRow, _ground: Ground) -> None:
    values["kind"] = change.after


def _speaker(values: Columns, change: ChangeRow, _ground: Ground) -> None:
    name = change.after["name"]
    values |= {
        "speaker": name,
        "speaker_type": change.after["type"] if name else None,
        "unknown": None if name else f"{change.made.who} found that the text does not tell",
        **dict.fromkeys(("joint", "role", "role_start", "role_end")),
    }


def _dated(values: Columns, change: ChangeRow, _ground: Ground) -> None:
    values |= {"said_on": change.after["on"], "said_evidence": change.after["evidence"]}


def _said(values: Columns, change: ChangeRow, _ground: Ground) -> None:
    values |= {"said_on": change.after["on"], "said_evidence": f"set by {change.made.who}"}


def _verdict(values: Columns, change: ChangeRow, _ground: Ground) -> None:
    rejected = change.after == "rejected"
    reason = f"rejected by {change.made.who} on {change.made.decided[:10]}" if rejected else None
    values |= {"withheld": "rejected" if rejected else None, "withheld_reason": reason}
    if rejected or not values["checked"]:
        values["checked"] = change.after


def _reason(values: Columns, change: ChangeRow, _ground: Ground) -> None:
    if values["withheld"] == "rejected":
        values["withheld_reason"] += f": {change.after}"


def reason_of(withheld_reason: str | None) -> str | None:
    """The reason that a person gave for a rejection, None where none was given."""
    found = _REJECTED.fullmatch(withheld_reason or "")
    return found["reason"] if found else None


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


_EFFECTS: dict[StatementField, Callable[[Columns, ChangeRow, Ground], None]] = {
    "mark": _mark,
    "span": _span,
    "kind": _kind,
    "speaker": _speaker,
    "dated": _dated,
    "said": _said,
    "verdict": _verdict,
    "reason": _reason,
}
"""In the order in which they are applied: the date that a person states wins over the text's."""

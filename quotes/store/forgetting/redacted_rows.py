"""The rows of a document whose text was blanked, without what was blanked: columns in, columns out."""

from collections.abc import Mapping
from typing import Any

from quotes.store.decisions.effects import DECIDED
from quotes.store.forgetting.blanking import BLANK, Blanking, changed, is_blank
from quotes.store.rows import offset_map

_OF_DOCUMENT = (
    "name title title_evidence author author_evidence publisher publisher_evidence agency agency_evidence "
    "dateline dateline_evidence url url_evidence published_evidence retrieved_evidence".split()
)
"""What of a document, or of a place of its text, may hold its words."""
_TOLD = ("speaker", "unknown", "said_evidence", "addressee", "via", "stance_evidence", "withheld_reason")
"""What of a statement may come from any of its document's words."""
_PLACED = ("mention", "cue", "role")
NOBODY = "redacted"
"""Why it is not known who said something."""


def told_of_document(row: Mapping[str, Any], blanking: Blanking) -> dict[str, Any]:
    """What a row of `documents` or `places`, or what was read before decisions, tells of a document."""
    found: dict[str, Any] = {
        name: blanking.told(row[name]) for name in _OF_DOCUMENT if row.get(name) is not None
    }
    if "published_candidates" in row:
        found["published_candidates"] = [
            [*each[:2], blanking.told(each[2]), *each[3:]] for each in row["published_candidates"]
        ]
    if row.get("warnings"):
        found["warnings"] = list(map(blanking.told, row["warnings"]))
    if row.get("read"):
        found["read"] = row["read"] | told_of_document(row["read"], blanking)
    return found


def as_text_alone(row: Mapping[str, Any], blanking: Blanking, note: str) -> dict[str, Any]:
    """The columns of a document of which the text alone is kept; its places in the file it came from stay."""
    return {
        "text": blanking.after,
        "media_type": "text/plain",
        "encoding": "utf-8",
        "encoding_evidence": "the text alone is kept",
        "repairs": _repairs(row, blanking),
        "blocks": [[*block[:7], block[7] and blanking.told(block[7])] for block in row["blocks"]],
        "processing": [*map(blanking.told, row["processing"]), note],
    }


def _repairs(row: Mapping[str, Any], blanking: Blanking) -> list[Any]:
    """The repairs of characters that are not blanked; none where it is not known where they stand."""
    offsets = offset_map(row["offsets"])
    if offsets is None:
        return []
    places = (offsets.source_span(at, at + 1) for at in changed(blanking.before, blanking.after))
    blank = [place for place in places if place is not None]
    return [each for each in row["repairs"] if not any(a < each[1] and each[0] < b for a, b in blank)]


def is_gone(row: Mapping[str, Any], blanking: Blanking) -> bool:
    """Whether all words of a statement were blanked."""
    start, end = row["start"], row["end"]
    return is_blank(blanking.after[start:end]) and BLANK not in blanking.before[start:end]


def of_statement(row: Mapping[str, Any], blanking: Blanking) -> dict[str, Any]:
    """What changes of the row of a statement of the document."""
    values = _told(row, blanking)
    if row["parsed"] is not None:
        values["parsed"] = row["parsed"] | _told(row["parsed"], blanking)
    return values


def withdrawn(row: Mapping[str, Any], reason: str) -> dict[str, Any]:
    """The columns of a statement whose words are gone: nothing that was decided of it is in effect."""
    parsed = row["parsed"] or {name: row[name] for name in DECIDED}
    return parsed | {
        "parsed": None,
        "checked": None,
        "marked": False,
        "withheld": "withdrawn",
        "withheld_reason": reason,
    }


def _told(row: Mapping[str, Any], blanking: Blanking) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in _PLACED:
        if row.get(name) is not None:
            span = row.get(f"{name}_start"), row.get(f"{name}_end")
            found[name] = blanking.part(span, row[name])
            if found[name] is None:
                found |= dict.fromkeys(_places(row, name))
    for name in _TOLD:
        if row.get(name) is not None:
            value = blanking.told(row[name])
            found[name] = None if is_blank(value) else value
    if row.get("speaker") is not None and found["speaker"] is None:
        found |= {"speaker_type": None, "unknown": NOBODY, "joint": None}
    elif row.get("joint") and list(map(blanking.told, row["joint"])) != row["joint"]:
        found["joint"] = None
    return found


def _places(row: Mapping[str, Any], name: str) -> list[str]:
    """The columns that tell where a part of a statement stands."""
    columns = (f"{name}_start", f"{name}_end", f"{name}_source_start", f"{name}_source_end")
    return [column for column in columns if column in row]

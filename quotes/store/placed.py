"""Whether a statement stands where it says: in the text of its document, and in the decoded file."""

from collections.abc import Iterator

from quotes.document import Document
from quotes.offsets import OffsetMap
from quotes.statement import Span
from quotes.store.rows import AnyRow

_WORDS = ("mention", "cue", "role")
"""What is kept of a statement both as words and by its place in the text."""
_PLACED = {"": "its words", "mention_": "its mention", "translated_": "the words on its translation"}
"""What has a place in the text and one in the decoded file, by how its columns begin."""


def misplaced(row: AnyRow, document: Document) -> Iterator[str]:
    """What of a statement does not stand in the text where it says."""
    text = document.text
    if row.start == row.end and row.withheld is not None:
        return  # what was decided on it is kept, while its words are not in the text any more
    if not 0 <= row.start < row.end <= len(text):
        yield "its place is outside the text"
        return
    if not 0 <= row.context_start <= row.context_end <= len(text):
        yield "the place of its sentence is outside the text"
    for name in _WORDS:
        span = _span(row, f"{name}_")
        if span is not None and text[slice(*span)] != getattr(row, name):
            yield f"the words of its {name} do not stand at their place"
    yield from _misplaced_in_file(row, document.offsets)


def _misplaced_in_file(row: AnyRow, offsets: OffsetMap | None) -> Iterator[str]:
    """What of a statement does not stand in the decoded file where it says."""
    for _, start, end, *source in row.alterations or ():
        if not row.start <= start < end <= row.end:
            yield "an alteration stands outside its words"
        elif _in_file(offsets, (start, end)) != tuple(source):
            yield "an alteration stands elsewhere in the file than it says"
    for prefix, what in _PLACED.items():
        span = _span(row, prefix)
        source_span = row._mapping[f"{prefix}source_start"], row._mapping[f"{prefix}source_end"]
        if span is not None and _in_file(offsets, span) != source_span:
            yield f"{what} are elsewhere in the file than it says"


def _span(row: AnyRow, prefix: str) -> Span | None:
    start, end = getattr(row, f"{prefix}start"), getattr(row, f"{prefix}end")
    return None if start is None or end is None else (start, end)


def _in_file(offsets: OffsetMap | None, span: Span) -> tuple[int | None, int | None]:
    """The place of a span in the decoded file, as the columns keep it."""
    return (offsets.source_span(*span) if offsets is not None else None) or (None, None)

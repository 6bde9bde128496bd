"""Where in a statement, and around it, the words stand by which it was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from quotes.words.entries import CONTEXT_REACH
from quotes.words.places import Placed, Span, merged, placed, spans_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quotes.store.views import Sought, StoredStatement

Part = Literal["statement", "sentence", "mention", "title"]
PARTS: tuple[Part, ...] = ("statement", "sentence", "mention", "title")
"""What is searched of a statement, in the order in which a reader wants to see a hit."""
_SEARCHED: Mapping[str, tuple[Part, ...]] = {"text": ("statement",), "title": ("title",)}
"""Where the words of a field are looked for, of any other in all parts."""

Match = dict[Part, list[Span]]
"""Where one of the terms that were sought stands, by part, in offsets of its text; no part without it."""


def matches(stored: StoredStatement, sought: Iterable[Sought]) -> list[Match]:
    """Where each term stands, in their order.

    The sentence is `stored.context`; what stands in it within the statement counts as the statement's alone.
    """
    texts = {part: _read(stored, part, text) for part, text in texts_of(stored).items()}
    return [_match(stored, texts, term) for term in sought]


def texts_of(stored: StoredStatement) -> dict[Part, str]:
    """What is searched of a statement, by part."""
    statement = stored.statement
    return {
        "statement": statement.text,
        "sentence": stored.context,
        "mention": statement.mention or "",
        "title": stored.document.title or "",
    }


def spans_in(found: Sequence[Match], part: Part) -> list[Span]:
    """Where any of the terms stands in a part."""
    return merged(span for match in found for span in match.get(part, ()))


def parts_beside(found: Sequence[Match], part: Part = "statement") -> list[Part]:
    """The further parts that must be looked at to see each term that does not stand in `part`: its first."""
    first = {next(iter(match)) for match in found if match and part not in match}
    return [other for other in PARTS if other in first]


def _read(stored: StoredStatement, part: Part, text: str) -> list[Placed]:
    """The tokens of a part: of a long sentence those that were searched."""
    if part != "sentence":
        return placed(text)
    first = max(0, stored.statement.start - stored.context_start - CONTEXT_REACH)
    last = max(0, stored.statement.end - stored.context_start + CONTEXT_REACH)
    found = placed(text[first:last])
    return [Placed(each.token, first + each.start, first + each.end) for each in found] if first else found


def _match(stored: StoredStatement, texts: Mapping[Part, list[Placed]], term: Sought) -> Match:
    found: Match = {}
    for part in _SEARCHED.get(term.field, PARTS):
        spans = spans_of(texts[part], term.forms, prefix=term.prefix)
        if part == "sentence":
            spans = [span for span in spans if not _is_said(stored, span)]
        if spans:
            found[part] = spans
    return found


def _is_said(stored: StoredStatement, span: Span) -> bool:
    """Whether a place in the sentence is one in the statement."""
    start, end = (stored.context_start + offset for offset in span)
    return stored.statement.start <= start and end <= stored.statement.end

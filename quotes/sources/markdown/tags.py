"""The HTML tags in Markdown, with comments, scripts and styles whole."""

import re
from collections.abc import Iterator

PARTING_TAG = re.compile(r"</?(?:p|div|li|br|h[1-6]|tr|t[dh]|[uo]l|fig\w+|blockquote)\b", re.IGNORECASE)
"""The beginning of a tag before and after which paragraphs are parted."""
TAG_MAX = 2_000
"""Characters of one tag."""

_OPENING = re.compile(rf"(?P<comment><!--)|<(?P<name>script|style)\b|<[^<>]{{0,{TAG_MAX}}}>", re.IGNORECASE)
_TAG = re.compile(rf"<[^<>]{{0,{TAG_MAX}}}>")
_ENDS = {
    "-->": re.compile("-->"),
    "script": re.compile(r"</script\s*>", re.IGNORECASE),
    "style": re.compile(r"</style\s*>", re.IGNORECASE),
}


def tags_in(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of `text[at:end]` that are no words; what is opened and never closed is only its tag."""
    unclosed: set[str] = set()
    while (match := _OPENING.search(text, at, end)) is not None:
        kind = "-->" if match["comment"] else (match["name"] or "").lower()
        closing = _ENDS[kind].search(text, match.end(), end) if kind and kind not in unclosed else None
        if kind and closing is None:
            unclosed.add(kind)  # nor will it be further on
        tag = closing or (_TAG.match(text, match.start(), end) if kind else match)
        at = match.end() if tag is None else tag.end()
        if tag is not None:
            yield match.start(), at

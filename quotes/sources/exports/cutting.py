"""Where the articles of an export begin and end: at the marks that databases put between them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from quotes.errors import SourceError
from quotes.sources.exports.heads import head_of
from quotes.sources.limits import MAX_ARTICLES
from quotes.sources.metadata.dates import find_date
from quotes.sources.tabular.lines import Lines

DATED_LINES = 6
"""An article between plain rules has its date in one of so many first lines, or a labelled head."""
MARK_MAX = 200
"""Characters of a line that may be a mark."""

_COUNT = (
    r"[ \t]*(?:Document[ \t]+\d{1,6}[ \t]+of[ \t]+\d{1,6}|\d{1,6}[ \t]+of[ \t]+\d{1,6}[ \t]+DOCUMENTS?)[ \t]*"
)
_LAST = r"[ \t]*(?:End of Document|(?:AN[ \t]+)?Document [A-Z][A-Z0-9]{3,}\d{8}[a-z0-9]{6,})[ \t]*"
_RULE = r"[ \t]*(?:={20,}|_{20,}|\*{20,}|-{20,})[ \t]*"
_ANY = re.compile(rf"(?m)^(?:{_COUNT}|{_LAST}|{_RULE})\r?$".encode())
MARK = re.compile(rf"(?P<count>{_COUNT})|(?P<last>{_LAST})|(?P<rule>{_RULE})")


def articles_of(data: bytes, name: str) -> list[bytes]:
    """The articles of an export, each with its own bytes; none where the text is no export of several.

    Raises SourceError for bytes that are no text, and where there are more articles than are read.
    """
    if _ANY.search(data) is None:
        return []
    lines = Lines(data, name)
    counts, lasts, rules = _marks(lines)
    if counts:
        cuts = [0, *counts[1:], len(lines)]  # what stands above the first is the cover of the export
    elif len(lasts) > 1:
        cuts = [0, *(number + 1 for number in lasts), len(lines)]
    elif rules and _are_articles(lines, [0, *rules, len(lines)]):
        cuts = [0, *rules, len(lines)]
    else:
        return []
    if len(cuts) > MAX_ARTICLES:
        raise SourceError(f"{name}: more than {MAX_ARTICLES:,} articles; split it and try again")
    found = [lines.original(first, last) for first, last in pairwise(cuts) if _has_words(lines, first, last)]
    return found if len(found) > 1 else []


def _marks(lines: Lines) -> tuple[list[int], list[int], list[int]]:
    """The numbers of the lines that begin an article by its count, that end one, and that are rules."""
    found: dict[str | None, list[int]] = {"count": [], "last": [], "rule": []}
    for number in range(len(lines)):
        mark = MARK.fullmatch(lines.text(number).rstrip("\r\n")[:MARK_MAX])
        if mark:
            found[mark.lastgroup].append(number)
    return found["count"], found["last"], found["rule"]


def _are_articles(lines: Lines, cuts: Sequence[int]) -> bool:
    """Whether what stands between plain rules are articles: each has a head, or its date at the top."""
    parts = [(a, b) for a, b in pairwise(cuts) if _has_words(lines, a, b)]
    return len(parts) > 1 and all(_is_headed(lines, a, b) for a, b in parts)


def _is_headed(lines: Lines, first: int, last: int) -> bool:
    texts = [lines.text(number) for number in range(first, min(last, first + 60))]
    if head_of("".join(texts)) is not None:
        return True
    top = [text for text in texts if text.strip() and not MARK.fullmatch(text.strip()[:MARK_MAX])]
    return len(top) > DATED_LINES // 2 and any(
        len(text) < MARK_MAX // 2 and find_date(text) for text in top[:DATED_LINES]
    )


def _has_words(lines: Lines, first: int, last: int) -> bool:
    """Whether there is more than marks between the lines."""
    texts = (lines.text(number).strip() for number in range(first, last))
    return any(text and not MARK.fullmatch(text[:MARK_MAX]) for text in texts)

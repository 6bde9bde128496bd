"""Links that open a web page at the words of a statement: text fragments.

The syntax, and what a browser finds by them: https://wicg.github.io/scroll-to-text-fragment/.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from quotes.reports.passages import TERM_MAX, Page, runs_on

if TYPE_CHECKING:
    from quotes.store.views import StoredStatement

PAGES_KEPT = 8
"""Texts whose searchable form is kept: the statements of one come close together."""

_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f\x7f-\x9f<>\"\\^`{|}#]+", re.IGNORECASE)
_DIRECTIVES = ":~:"


def link(url: str | None, text: str, start: int, end: int) -> str | None:
    """The address that shows `text[start:end]` on the page at `url`, whose text that is.

    None where it is no page on the web, or there are no letters to look for.
    """
    address, _, fragment = (url or "").strip().partition("#")
    if not _ADDRESS.fullmatch(address):
        return None
    directive = _directive(text, start, end)
    if directive is None:
        return None
    element = quote(fragment.partition(_DIRECTIVES)[0], safe="!$&'()*+,;=:@/?%~._-")
    return f"{address}#{element}{_DIRECTIVES}{directive}"


class Links:
    """Makes the links of statements; `text_of` gives the text of the document with an id."""

    def __init__(self, text_of: Callable[[str], str]) -> None:
        self.text_of = lru_cache(maxsize=PAGES_KEPT)(text_of)

    def of(self, stored: StoredStatement) -> str | None:
        """As `link`, of a statement on the page it was read from."""
        if stored.document.url is None:
            return None
        text = self.text_of(stored.document.id)
        return link(stored.document.url, text, stored.statement.start, stored.statement.end)


@lru_cache(maxsize=PAGES_KEPT)
def _page(text: str) -> Page:
    return Page(text)


def _directive(text: str, start: int, end: int) -> str | None:
    """What finds `text[start:end]` alone; where nothing does, it has as much context as may be."""
    start, end = _whole_words(text, start, end)
    if start >= end:
        return None
    page = _page(text)
    wanted = page.place(start), page.place(end - 1) + 1
    passage = None
    for passage in page.passages(start, end):
        found = page.found(passage)
        if next(found, None) == wanted and next(found, None) is None:
            break
    if passage is None or max(len(passage.start), len(passage.end)) > TERM_MAX:
        return None
    return passage.directive()


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The place without what is no letter at its edges, and with the rest of words that it cuts."""
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    if start < end:
        while start and runs_on(text[start - 1 : start + 1]):
            start -= 1
        while end < len(text) and runs_on(text[end - 1 : end + 1]):
            end += 1
    return start, end

"""The lines of a plain text that date it, and how far each can be trusted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from quotes.document import DateCandidate
from quotes.sources.furniture.banners import is_date_line
from quotes.sources.furniture.pieces import EVIDENCE_MAX, Piece, is_headline, quoted
from quotes.sources.furniture.splitting import CAPTION_TWICE, STAMP
from quotes.sources.metadata.datelines import Dateline
from quotes.sources.metadata.dates import find_date, is_labelled, iso_date, labelled_date
from quotes.sources.metadata.publication import DATELINE, HEADER, LINE, MENTIONED, MODIFIED

DATED_LINES_MAX = 20
"""So many lines that may date a document are read; a text with more of them is a list of dates."""
FIRST_LINES = 12
"""So many lines above a story may name a day."""

_OTHER_DATE = re.compile(r"(?i)updated|modified|created|embargo")
_DATING = frozenset({"date line", "byline", "masthead", "press release"})
"""What a line is whose date is that of publication."""
_MENU = frozenset({"navigation", "heading of other stories"})
_STAMPED = re.compile(r"\d{4}-\d\d-\d\d")

_Page = Sequence[tuple[Piece, str]]


def stated_dates(page: _Page, dateline: Dateline | None) -> Iterator[DateCandidate]:
    """The dates of lines, labelled as that of publication or alone above the story, and of the dateline."""
    own = _page_date(page)
    for piece, words in islice(_dated_lines(page), DATED_LINES_MAX):
        found = labelled_date(words) if is_date_line(words) else None
        if found is None and piece.reason in _DATING and not _OTHER_DATE.search(words):
            found = find_date(words)
        if found:
            trust = MENTIONED if piece is own else LINE
            yield DateCandidate(found.value, found.precision, f"line “{quoted(words)}”", trust)
    found = find_date(dateline.words) if dateline else None
    if dateline and found:
        yield DateCandidate(found.value, found.precision, f"dateline “{dateline.words}”", DATELINE)


def _page_date(page: _Page) -> Piece | None:
    """The line whose date is that of the page, not of the story: its menu stands between it and the title."""
    title = next((index for index, (piece, _) in enumerate(page) if piece.kind == "title"), 0)
    menu = max((index for index in range(title) if page[index][0].reason in _MENU), default=0)
    dated = (piece for piece, words in page[:menu] if find_date(words) and not is_labelled(words))
    return next(dated, None)


def only_mentioned(candidates: Sequence[DateCandidate]) -> Iterator[DateCandidate]:
    """The candidates as dates that the text mentions, no more."""
    return (replace(candidate, confidence=MENTIONED) for candidate in candidates)


def doubted_dates(page: _Page) -> Iterator[DateCandidate]:
    """Dates of lines above the story that are not of publication, or do not say which they are; stamps."""
    for piece, words in takewhile(lambda part: is_headline(part[1]), islice(page, FIRST_LINES)):
        found = find_date(words)
        if (
            found is None
            or piece.kind in {"title", "caption"}
            or piece.reason in {STAMP, CAPTION_TWICE, "address"}
        ):
            continue
        if _OTHER_DATE.search(words):
            yield DateCandidate(found.value, found.precision, f"line “{quoted(words)}”", MODIFIED)
        elif piece.reason not in _DATING and not is_labelled(words):
            yield DateCandidate(found.value, found.precision, f"line “{quoted(words)}”", MENTIONED)
    yield from _stamped(page)


def _dated_lines(page: _Page) -> Iterator[tuple[Piece, str]]:
    for piece, words in page:
        short = piece.kind != "caption" and piece.reason != STAMP and len(words) <= EVIDENCE_MAX
        if short and (piece.reason in _DATING or is_labelled(words)):
            yield piece, words


def _stamped(page: _Page) -> Iterator[DateCandidate]:
    for piece, words in page:
        match = _STAMPED.search(words) if piece.reason == STAMP else None
        found = iso_date(match.group()) if match else None
        if found:
            yield DateCandidate(*found, f"“{quoted(words)}”, a {STAMP}", HEADER)

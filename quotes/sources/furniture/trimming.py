"""What of a scraped plain text is the story, and what is page furniture.

Where it is not sure, a piece is kept: losing words of the story is worse than keeping a link.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from quotes.paragraphs import line_spans, paragraph_spans
from quotes.sources.furniture.front import with_front
from quotes.sources.furniture.lexicon import CONTACTS, FUNCTION_WORDS, NAVIGATION, NOTICE_MAX, NOTICES
from quotes.sources.furniture.pieces import Piece
from quotes.sources.furniture.sections import without_other_stories
from quotes.sources.furniture.splitting import STAMP, is_stamp, pieces_of

TAGS_MIN_WORDS = 8
"""A line of so many words in lower case, none of which joins words into a sentence, lists tags."""
BRAND_MAX = 12
"""A line of so few Chinese characters is the name of a site that copied the text,"""
BRAND_EDGE = 3
"""where it stands no more than so many lines from the beginning or the end."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_LABELLED_TAGS = re.compile(r"(?i)(?:tags?|topics?|keywords|categories|filed under)\s*:\s*\S.{0,200}")
_MARKS = re.compile(r"[\"“”«»„]")
_EDGES = " \t:|»>«<-–—•*#…[]()"


def trim(text: str) -> list[Piece]:
    """Every line of `text` that is not blank, as pieces in order."""
    furniture = list(_lines_of_the_page(text))
    pieces = furniture + _paragraphs(text, furniture)
    pieces.sort(key=lambda piece: piece.start)
    return with_front(text, without_other_stories(text, _captions_once(text, pieces)))


def _lines_of_the_page(text: str) -> Iterator[Piece]:
    """The lines that are page furniture by themselves."""
    latin = _is_latin(text)
    spans = list(line_spans(text))
    for index, (start, end) in enumerate(spans):
        line = text[start:end]
        reason = _line_reason(line, first=index == 0)
        if reason is None and latin:
            reason = _brand_reason(line, min(index, len(spans) - 1 - index))
        if reason is not None:
            yield Piece("furniture", start, end, reason)


def _captions_once(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces, each caption kept the first time only."""
    seen: set[str] = set()
    once: list[Piece] = []
    for piece in pieces:
        words = text[piece.start : piece.end]
        again = piece.kind == "caption" and words in seen
        once.append(replace(piece, kind="furniture", reason="caption printed twice") if again else piece)
        if piece.kind == "caption":
            seen.add(words)
    return once


def _paragraphs(text: str, furniture: list[Piece]) -> list[Piece]:
    spans = paragraph_spans(_masked(text, furniture))
    begins = not furniture or furniture[0].start > (spans[0][0] if spans else 0)
    return [
        piece
        for index, (start, end) in enumerate(spans)
        for piece in pieces_of(text, start, end, first=begins and index == 0)
    ]


def _masked(text: str, furniture: list[Piece]) -> str:
    """The text with blank lines in place of furniture, so that no paragraph runs across them."""
    parts: list[str] = []
    position = 0
    for piece in furniture:
        parts += [text[position : piece.start], "\n" * (piece.end - piece.start)]
        position = piece.end
    return "".join(parts) + text[position:]


def _brand_reason(line: str, lines_from_edge: int) -> str | None:
    """Why a line of Chinese characters at the edge of a text in Latin letters is page furniture."""
    letters = line.strip(_EDGES)
    if lines_from_edge > BRAND_EDGE or not 0 < len(letters) <= BRAND_MAX:
        return None
    return "name of another site" if all("\u4e00" <= letter <= "\u9fff" for letter in letters) else None


def _line_reason(line: str, *, first: bool) -> str | None:
    """Why a line is page furniture by itself; None where it is not."""
    if first and _ADDRESS.fullmatch(line):
        return "address"
    if first and is_stamp(line):
        return STAMP
    plain = line.removesuffix("...").strip(_EDGES)
    if not any(character.isalnum() for character in line):
        return "rule" if len(line) > 1 or line in "|·•*_-–—" else None
    if plain.casefold() in NAVIGATION:
        return "navigation"
    if len(line) <= NOTICE_MAX and NOTICES.match(line) and not _MARKS.search(line):
        return "notice of the page"
    if len(line) <= NOTICE_MAX and line[-1] != ":" and CONTACTS.match(line) and not _MARKS.search(line):
        return "contact"
    if line.count(" | ") > 1 and len(line) <= NOTICE_MAX and not _MARKS.search(line):
        return "navigation"
    if _LABELLED_TAGS.fullmatch(line) or _is_tags(line):
        return "tags"
    return None


def _is_tags(line: str) -> bool:
    words = line.split()
    if len(words) < TAGS_MIN_WORDS or line != line.lower() or re.search(r"[.!?:;\"“”]", line):
        return False
    return FUNCTION_WORDS.isdisjoint(words)


def _is_latin(text: str) -> bool:
    """Whether most letters are of the Latin alphabet."""
    sample = [character for character in text[:20000] if character.isalpha()]
    return 2 * sum(character < "\u0250" for character in sample) > len(sample)

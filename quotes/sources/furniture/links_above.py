"""Links to other stories that stand above a story, between their heading and the page's own next line."""

import re
from dataclasses import replace

from quotes.sources.furniture.pieces import Piece, is_headline

LINKS_MIN = 2
"""A single headline below such a heading is as likely the story's own title."""
OWN_SHARE = 0.5
"""A headline of which so many words recur below is the story's own."""
HEADINGS_MAX = 20
"""No more headings are looked at, and no more paragraphs for the words of the story than"""
STORY_MAX = 400
HEADING = "heading of other stories"

_WORD = re.compile(r"\w{4,}")


def without_links_above(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces, with headlines turned into furniture that a heading opens and a line of the page closes."""
    marked = list(pieces)
    headings = 0
    for index, piece in enumerate(marked):
        if piece.kind != "furniture" and not is_headline(text[piece.start : piece.end]):
            break  # the story has begun
        if piece.reason == HEADING and headings < HEADINGS_MAX:
            headings += 1
            for link in _links(text, marked, index + 1):
                reason = f"under “{text[piece.start : piece.end]}”"
                marked[link] = replace(marked[link], kind="furniture", reason=reason)
    return marked


def _links(text: str, pieces: list[Piece], start: int) -> list[int]:
    """The headlines from `start` to the next line of the page that are not the story's own; none if few."""
    end = start
    while end < len(pieces) and pieces[end].kind != "furniture":
        if not is_headline(text[pieces[end].start : pieces[end].end]):
            return []
        end += 1
    if end - start < LINKS_MIN or end == len(pieces):
        return []
    below = (piece for piece in pieces[end : end + STORY_MAX] if piece.kind == "body")
    story = {word for piece in below for word in _words(text, piece)}
    return [index for index in range(start, end) if not _is_own(_words(text, pieces[index]), story)]


def _words(text: str, piece: Piece) -> set[str]:
    return set(_WORD.findall(text[piece.start : piece.end].casefold()))


def _is_own(headline: set[str], story: set[str]) -> bool:
    return len(headline & story) >= OWN_SHARE * len(headline)

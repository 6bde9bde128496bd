"""What stands above a story: its title, the line of its author, the line of its date."""

import re
from dataclasses import replace
from itertools import islice, takewhile

from quotes.sources.furniture.banners import (
    is_banner,
    is_date_line,
    is_masthead,
    is_place_and_date,
    is_postal,
    is_section,
    undated,
)
from quotes.sources.furniture.pieces import Piece, is_headline
from quotes.sources.metadata.issuers import is_issuer, may_be_person

FRONT_MAX = 8
"""The story begins within so many pieces."""
NAME_MAX_WORDS = 4
HEADLINE_MIN_WORDS = 4
"""Fewer words below a ticker may be a name."""
QUESTION_MAX = 120
"""A longer question is a sentence of the story, in characters."""

_BYLINE = re.compile(r"(?:By|BY|by|Written by|Reported by|Story by|Text by|Author:|Authors:)\s+(?=\S)")
_CAPITALISED = r"[A-Z][\w’'-]*\.?"
_NAME_WORD = rf"(?:{_CAPITALISED}|van|von|de|der|den|da|dos|du|la|le|el|al|bin|ibn|of)"
_NAME = re.compile(rf"[A-Z][\w’'.-]+(?:\s+{_NAME_WORD}){{0,{NAME_MAX_WORDS - 2}}}\s+{_CAPITALISED}")
_NO_NAME = re.compile(
    r"(?i:in|the|for|at|from|act|scene|part|chapter|book|canto|volume)\s.*|.*\s[IVX]+(?!\.)\Z", re.DOTALL
)
"""What has the shape of a name and is that of a part: "ACT I", "IN BRIEF"."""
_ADDRESS = re.compile(r"https?://\S+")
_TICKER = re.compile(
    r"(?i)(?:breaking(?: news)?|live|just in|trending|alert|developing|top story)\s*[:|]\s*\S"
)
_DATELINE = re.compile(r"[A-Z][A-Z.’'/, ]+[A-Z]\s*(?:--|—|–|-(?=\s|\Z))")


def with_front(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with title, author's line and date line told from the body."""
    marked = list(pieces)
    title: str | None = None
    seen = 0
    for index, piece in enumerate(marked):
        if piece.kind != "body":
            continue
        words = text[piece.start : piece.end]
        seen += 1
        kind = _front_kind(text, words, marked[index + 1 :], title)
        if seen > FRONT_MAX or (kind is None and not _stands_above(words)):
            break
        marked[index] = _marked(piece, kind) if kind else piece
        title = words if kind == "title" else title
    return _with_signature(text, marked)


def author_of(line: str) -> str | None:
    """The name in a line "By ..." (a date may stand beside it); None where it is no such line."""
    credit = undated(line)
    match = _BYLINE.match(credit)
    if match is None or len(line) > 100 or not is_headline(line):
        return None
    name = re.split(r"\s*(?:,|\||•|·|\s[-–—]\s|\s+(?:for|in|at)\s)", credit[match.end() :])[0].strip()
    return name if name[:1].isupper() and len(name.split()) <= 2 * NAME_MAX_WORDS else None


def credited(line: str) -> str:
    """The name in a line that credits an author, without the date or the institute that stand beside it."""
    name, _, institute = undated(line).partition(", ")
    return name if is_issuer(institute) else undated(line)


def _front_kind(text: str, words: str, later: list[Piece], title: str | None) -> str | None:
    """What a piece above the story is; None where the story begins with it."""
    kind = _line_kind(words, titled=title is not None)
    if kind is not None:
        return kind
    if is_masthead(words, _above(text, later), title is not None):
        return "masthead"
    dated_place = is_place_and_date(words)
    if _is_name(text, words, later) and (title is not None or not dated_place):
        return "byline"
    if dated_place:
        return "date line"
    if words == title:
        return "title printed twice"
    if title is None and _TICKER.match(words) and any(map(_may_head, _above(text, later))):
        return "ticker"
    return "title" if title is None and _is_title(text, words, later) else None


def _may_head(line: str) -> bool:
    """Whether a line above the story may be its title."""
    return len(line.split()) >= HEADLINE_MIN_WORDS and _line_kind(line, titled=False) is None


def _line_kind(words: str, *, titled: bool) -> str | None:
    """What a line above the story is by its own words."""
    if is_date_line(words):
        return "date line"
    if _ADDRESS.fullmatch(words):
        return "address"
    if is_banner(words):
        return "press release"
    if author_of(words):
        return "byline"
    if not titled and is_postal(words):
        return "address of the sender"
    return "section of the site" if not titled and is_section(words) else None


def _above(text: str, later: list[Piece]) -> list[str]:
    """The next lines that can stand above a story."""
    bodies = islice((piece for piece in later if piece.kind == "body"), FRONT_MAX)
    return list(takewhile(_stands_above, (text[piece.start : piece.end] for piece in bodies)))


def _marked(piece: Piece, kind: str) -> Piece:
    if kind == "title":
        return replace(piece, kind="title")
    return replace(piece, kind="furniture", reason=kind)


def _is_title(text: str, words: str, later: list[Piece]) -> bool:
    """Whether a headline stands above a story, that is, above paragraphs that are no headlines."""
    asks = words.endswith(("?", "!")) and words.count(".") == 0 and len(words) <= QUESTION_MAX
    if len(words.split()) < 2 or not (_stands_above(words) or asks):
        return False
    bodies = [piece for piece in later if piece.kind == "body"]
    return any(not is_headline(text[piece.start : piece.end]) for piece in bodies)


def _stands_above(words: str) -> bool:
    """Whether a piece can stand above a story: a line without a sentence that is no dateline."""
    return is_headline(words) and not _DATELINE.match(words)


def _is_name(text: str, words: str, later: list[Piece]) -> bool:
    """Whether a line is a name that the story does not speak of: its author's. A headline's words recur."""
    words = credited(words)
    if (
        _NO_NAME.fullmatch(words)
        or not _NAME.fullmatch(words)
        or len(words.split()) > NAME_MAX_WORDS
        or not may_be_person(words)
    ):
        return False
    story = " ".join(text[piece.start : piece.end] for piece in later if piece.kind == "body").casefold()
    return bool(story) and not any(word in story for word in words.casefold().split() if len(word) > 2)


def _with_signature(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with a name between the story and the page's own last lines turned into a byline."""
    last = max((index for index, piece in enumerate(pieces) if piece.kind == "body"), default=None)
    if last is None or last == len(pieces) - 1:
        return pieces
    piece = pieces[last]
    if not _is_name(text, text[piece.start : piece.end], pieces[:last]):
        return pieces
    return [*pieces[:last], replace(piece, kind="furniture", reason="byline"), *pieces[last + 1 :]]

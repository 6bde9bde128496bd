"""Furniture that stands inside a paragraph, glued to the running text: cut off at its borders."""

import re

from quotes.sources.furniture.captions import CAPTION_MAX, is_caption
from quotes.sources.furniture.lexicon import NOTES, NOTES_MAX
from quotes.sources.furniture.pieces import Piece

CONTENTS_MAX = 1500
"""A flattened table of contents is shorter, in characters."""

CAPTION_TWICE = "caption printed twice"
"""The reason of the second copy of a caption, whose date is that of the picture."""
STAMP = "header put there by a machine"
"""The reason of a bare date before the story, which says nothing about who dated what."""

_QUOTED = re.compile('["“”„«»]')
_MOMENT = r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?"
_STAMP = re.compile(
    rf"(?:(?i:date|time|timestamp|pubdate|publish_date)\b\s*[:=]?\s*)?{_MOMENT}(?=\s+[\"“A-Z])"
)
_STAMP_LINE = re.compile(rf"(?:date|time|timestamp|pubdate|publish_date)\s*=?\s*{_MOMENT}")
_CONTENTS = re.compile(r"(?:Table of Contents|CONTENTS|TABLE OF CONTENTS)\s+(?=\w)")
_ENTRY = re.compile(r"\w+")
_REFERENCES = re.compile(
    r"(?:\A|(?<=[.!?”\"’)]\s)|(?<=\n))"
    r"(?:References|REFERENCES|Bibliography|BIBLIOGRAPHY|Works Cited|Endnotes)"
    r"\s+(?:[A-Z][\w’'-]+, [A-Z]|\[?1[\].)]?\s|(?:[A-Z][\w.’'-]*\s){1,6}?\(?(?:19|20)\d\d)"
)
_PAGE_TOP = re.compile(r"(?:(?<=\s)|\A)(?:TOP OF PAGE|BACK TO TOP|Back to top|Top of page)(?=\s|\Z)")

_TAIL = re.compile(
    r"(?<=[.!?”\"’)])\s+(?P<tail>(?:Advertisement|ADVERTISEMENT|READ MORE|Read [Mm]ore|Continue reading"
    r"|Share this (?:article|story))[\s.…:»>]*"
    r"|(?:ALSO READ|Also [Rr]ead|READ ALSO|Read [Aa]lso|READ MORE|Read [Mm]ore|RELATED|Related"
    r"|WATCH|Must [Rr]ead)"
    r"\s*[:|»]\s*[^.!?\n]{5,160})\Z"
)


def pieces_of(text: str, start: int, end: int, *, first: bool) -> list[Piece]:
    """The pieces of the paragraph `text[start:end]`; `first` where it begins the file."""
    if first:
        stamp = _STAMP.match(text, start, end)
        if stamp:
            return [Piece("furniture", start, stamp.end(), STAMP), *_rest(text, stamp.end(), end)]
    return _rest(text, start, end)


def is_stamp(line: str) -> bool:
    """Whether `line` is a header that a machine has put before the story."""
    return _STAMP_LINE.fullmatch(line) is not None


def _rest(text: str, start: int, end: int) -> list[Piece]:
    start += len(text[start:end]) - len(text[start:end].lstrip())
    if end - start <= NOTES_MAX and NOTES.match(text, start, end):
        return [Piece("furniture", start, end, "note of the editors")]
    captions = _captions(text, start, end)
    if captions:
        return captions
    pieces: list[Piece] = []
    contents = _contents_end(text, start, end)
    if contents:
        pieces.append(
            Piece("furniture", start, start + len(text[start:contents].rstrip()), "table of contents")
        )
        start = contents
    return pieces + _without_page_tops(text, start, end)


def _captions(text: str, start: int, end: int) -> list[Piece]:
    """A photo caption, which pages print twice (once for those who cannot see the picture)."""
    paragraph = text[start:end]
    half = len(paragraph) // 2
    twice = len(paragraph) % 2 and paragraph[half].isspace() and paragraph[:half] == paragraph[half + 1 :]
    if twice and 20 < half <= CAPTION_MAX and not _QUOTED.search(paragraph):
        return [
            Piece("caption", start, start + half),
            Piece("furniture", start + half + 1, end, CAPTION_TWICE),
        ]
    return [Piece("caption", start, end)] if is_caption(paragraph) else []


def _contents_end(text: str, start: int, end: int) -> int | None:
    """Where the story begins after a flattened table of contents: where its first entry stands again."""
    heading = _CONTENTS.match(text, start, end)
    if heading is None:
        return None
    limit = min(end, heading.end() + CONTENTS_MAX)
    entry = _ENTRY.match(text, heading.end(), limit)
    if entry is None:
        return None
    again = re.compile(rf"(?<=\s){re.escape(entry.group())}\b")
    match = again.search(text, entry.end(), limit)
    if match is None or re.search(r"[.!?][\"”]?\s", text[start : match.start()]):
        return None
    return match.start()


def _without_page_tops(text: str, start: int, end: int) -> list[Piece]:
    pieces: list[Piece] = []
    for match in _PAGE_TOP.finditer(text, start, end):
        pieces += _body(text, start, match.start())
        pieces.append(Piece("furniture", match.start(), match.end(), "link to the top of the page"))
        start = match.end()
    return pieces + _body(text, start, end)


def _body(text: str, start: int, end: int) -> list[Piece]:
    tail = _TAIL.search(text[start:end])
    if tail is None:
        return _without_references(text, start, end)
    link = Piece(
        "furniture", start + tail.start("tail"), end - _blanks(text[start:end]), "link to another story"
    )
    return [*_without_references(text, start, start + tail.start()), link]


def _blanks(stretch: str) -> int:
    """How many white characters end a stretch."""
    return len(stretch) - len(stretch.rstrip())


def _without_references(text: str, start: int, end: int) -> list[Piece]:
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    end -= len(stretch) - len(stretch.rstrip())
    if start == end:
        return []
    references = _REFERENCES.search(text[start:end])
    if references is None:
        return [Piece("body", start, end)]
    begin = start + references.start()
    cut = Piece("furniture", begin, end, "references")
    return [cut] if begin == start else [Piece("body", start, start + len(text[start:begin].rstrip())), cut]

"""Sections of other stories ("Top Stories", "Related Links") and where the story itself goes on after one."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile

from quotes.sources.furniture.lexicon import (
    APPENDED_HEADINGS,
    BOX_HEADINGS,
    END_HEADINGS,
    ENTRY,
    HEADINGS,
    NOTE_HEADINGS,
    PAGE_HEADINGS,
    SITE,
    TITLE_WORDS,
)
from quotes.sources.furniture.pieces import TITLE_MAX, Piece, ends_sentence, is_headline

STORY_MIN = 200
"""A story has begun once so many characters stand before a heading; else only the heading goes."""
LAST_MIN = 80
"""So many are enough before a heading of what can only follow a text."""
ABOUT_MAX = 3
"""A publisher says no more about itself than so many paragraphs."""
WORDS_MIN = 3
"""A paragraph that shares so many of the story's recurring words belongs to it (others share one or two)."""
TEASERS_MIN = 3
"""After so many unrelated teasers one shared name no longer makes a paragraph part of the story;
a headline is part of the teaser below it."""
OTHERS_MAX = 2
"""Where other stories are more than so many times as long as what is left, the headings have misled;"""
PAGE_OTHERS_MAX = 6
"""so many times where they stand under headings that head nothing but other stories."""
TEASER_PAIRS = 2
"""So many headlines, each with a sentence of something else below, are teasers and no links."""
BLURB_MAX = 250
"""A longer paragraph is no blurb, in characters."""
PROSE_MIN = 80
"""A shorter paragraph below "References" or "Contact" does not show that the text goes on, in characters."""
LINK_MAX = 130
"""A longer line without a full stop is a sentence that lost it, in characters."""
LINKS_MIN = 5
"""So many headlines in a row at the end of a file are a list of links."""

_HEADING = re.compile(
    rf"(?!\w+ly\s)(?:(?-ix:{SITE})\s+)?(?:{HEADINGS})(?:\s+from\s+(?-ix:{SITE}))?",
    re.IGNORECASE | re.VERBOSE,
)
_SITE_HEADING = re.compile(
    rf"(?:(?-ix:(?P<site>{SITE}))\s+(?:{HEADINGS})|(?:{HEADINGS}|more)\s+from\s+(?-ix:(?P<of>{SITE})))",
    re.IGNORECASE | re.VERBOSE,
)
_PAGE_HEADING = re.compile(rf"(?:(?-ix:{SITE})\s+)?(?:{PAGE_HEADINGS})", re.IGNORECASE | re.VERBOSE)
_PLACING = re.compile(r"\b(?:in|of|from|near|across|outside|at)\s(?:the\s)?\Z")
_BRANDED = re.compile(rf"(?P<site>{SITE})(?P<of>)\s+[\u4e00-\u9fff]{{2,8}}")
_ABOUT = re.compile(
    r"(?:About|ABOUT) (?:[Tt]he )?(?P<name>[A-Z][\w&’'-]*(?: (?:of |for |and |the )*[A-Z][\w&’'-]*){0,6}):?"
)
_SPOKEN = re.compile(r"[\"”»]\s(?:[\w’'-]+\s){0,3}(?:says|said)\b|\b(?:says|said)[,:]?\s[\"“«]")
_EDGES = " :|»>-–—•*#"
_NAME = re.compile(r"\b[A-Z][\w’'-]*[a-z][\w’'-]*|\b[A-Z]{3,}\b")
_OPENS_SENTENCE = re.compile(r"(?:\A|[.!?:][\"”’')]*\s+|[\"“‘\n]\s*)\Z")
_GOES_ON = re.compile(r"(?:He|She|They|It|We|His|Her|Their|But|And|However|Meanwhile|According)\b")
"""How a sentence of a story begins and no headline does."""
_WORD = re.compile(r"\b[a-z]{6,}\b")


def without_other_stories(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces, with those of other stories turned into furniture."""
    sorter = _Sorter(text)
    marked = [sorter.sorted(piece, index, pieces) for index, piece in enumerate(pieces)]
    dropped = _length(marked, "furniture") - _length(pieces, "furniture")
    most = PAGE_OTHERS_MAX if sorter.page_only else OTHERS_MAX
    if dropped > most * _length(marked, "body"):
        return pieces
    return marked


def without_tail(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces without a list of headlines, or what the publisher says about itself, below the story."""
    return _without_about(text, _without_links(text, pieces))


def _length(pieces: list[Piece], kind: str) -> int:
    return sum(piece.end - piece.start for piece in pieces if piece.kind == kind)


def site_of(heading: str) -> str | None:
    """The name of the site that stands in a heading of other stories, None where none does."""
    match = _SITE_HEADING.fullmatch(heading.strip(_EDGES)) or _BRANDED.fullmatch(heading.strip(_EDGES))
    return (match["site"] or match["of"]) if match else None


def is_heading(line: str) -> bool:
    """Whether a line heads a section of other stories."""
    plain = line.strip(_EDGES)
    if len(plain) > 60:
        return False
    patterns = (_HEADING, BOX_HEADINGS, END_HEADINGS, APPENDED_HEADINGS, _BRANDED)
    return any(pattern.fullmatch(plain) or pattern.fullmatch(line) for pattern in patterns)


@dataclass(slots=True)
class _Sorter:
    """Walks down a page, knowing the story so far and whether a section of other stories is open.

    `box` is a section of links inside the story, `paired` one of headlines with a blurb each, `blurb` that
    the last line dropped was one; `appended` is one of sources or addresses, `ends` that no text follows.
    """

    text: str
    heading: str | None = None
    teasers: int = 0
    story: int = 0
    page_only: bool = True
    box: bool = False
    paired: bool = False
    blurb: bool = False
    appended: bool = False
    ends: bool = False
    names: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)

    def sorted(self, piece: Piece, index: int, pieces: Sequence[Piece]) -> Piece:
        """The piece, the one at `index` of `pieces`, as furniture where it is of another story."""
        if piece.kind != "body":
            return piece
        words = self.text[piece.start : piece.end]
        if is_heading(words):
            ends, appended = _is(END_HEADINGS, words), _is(APPENDED_HEADINGS, words)
            if self.story >= (LAST_MIN if ends or appended else STORY_MIN):
                self.heading, self.teasers = words, 0
                self.ends = ends or (appended and not any(map(_is_prose, self._section(pieces, index + 1))))
                self.appended = appended
                in_story = bool(BOX_HEADINGS.fullmatch(words.strip(_EDGES)))
                self.paired = in_story and self._has_teasers(self._section(pieces, index + 1))
                self.box, self.blurb = in_story and not self.paired, False
                self.page_only &= bool(_PAGE_HEADING.fullmatch(words.strip(_EDGES)))
            return replace(piece, kind="furniture", reason="heading of other stories")
        if self.heading is not None and not self._goes_on(words):
            self.blurb = not _may_be_link(words)
            self.teasers += self.blurb
            return replace(piece, kind="furniture", reason=f"under “{self.heading.strip()}”")
        self.heading = None
        self._learn(words)
        return piece

    def _learn(self, words: str) -> None:
        self.names.update(_names(words))
        self.words.update(_WORD.findall(words))
        if ends_sentence(words) or len(words) > TITLE_MAX:
            self.story += len(words)

    def _goes_on(self, words: str) -> bool:
        """Whether the paragraph belongs to the story: it tells of the same people or matter."""
        if self.ends:
            return False
        if self.appended:
            noted = self.teasers > 0 or not _is(NOTE_HEADINGS, self.heading or "")
            return noted and ENTRY.search(words) is None
        if _may_be_link(words):
            return False
        # In a box of teasers each blurb stands below its headline; the story goes on with what does not.
        return self.box or (self.paired and self.blurb) or self._is_told_of(words)

    def _section(self, pieces: Sequence[Piece], start: int) -> Iterator[str]:
        """The paragraphs from `start` to the next heading."""
        later = (pieces[index] for index in range(start, len(pieces)))
        lines = (self.text[piece.start : piece.end] for piece in later if piece.kind == "body")
        return takewhile(lambda line: not is_heading(line), lines)

    def _has_teasers(self, below: Iterator[str]) -> bool:
        """Whether headlines that each have a sentence of something else below stand `below` a heading."""
        lines = list(islice(below, 2 * TEASER_PAIRS))
        blurbs = [line for line in lines[1::2] if len(line) <= BLURB_MAX and not is_headline(line)]
        paired = len(blurbs) == TEASER_PAIRS and all(map(is_headline, lines[::2]))
        return paired and not any(map(self._is_told_of, blurbs))

    def _is_told_of(self, words: str) -> bool:
        """Whether a paragraph tells of the people or the matter of the story so far."""
        heading = (self.heading or "").strip(_EDGES)
        # That two stories happen in one country does not make them one.
        shared = sum(self.names[name] > 1 for name in set(_names(words, placed=False, opening=True)))
        topical = sum(self.words[word] > 1 for word in set(_WORD.findall(words)))
        if shared > 1 or topical >= WORDS_MIN:
            return True
        if _PAGE_HEADING.fullmatch(heading):
            return shared > 0 and topical > 0
        return shared > 0 and self.teasers < TEASERS_MIN


def _names(words: str, *, placed: bool = True, opening: bool = False) -> list[str]:
    """Capitalised words that do not owe it to the beginning of a sentence, without offices and weekdays.

    Without `placed`, also without those that say where something is ("in Ostrava"); `opening` takes those
    that begin a sentence too, which may be no names.
    """
    return [
        match.group()
        for match in _NAME.finditer(words)
        if match.group() not in TITLE_WORDS
        and (opening or not _OPENS_SENTENCE.search(words[max(match.start() - 6, 0) : match.start()]))
        and (placed or not _PLACING.search(words[max(match.start() - 12, 0) : match.start()]))
    ]


def _without_links(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces without a list of headlines that ends the file."""
    first = len(pieces)
    count = 0
    while first and (pieces[first - 1].kind == "furniture" or _is_link(text, pieces[first - 1])):
        first -= 1
        count += pieces[first].kind == "body"
    before = text[pieces[first - 1].start : pieces[first - 1].end] if first else ""
    if count < LINKS_MIN or not ends_sentence(before):
        return pieces
    return pieces[:first] + [
        replace(piece, kind="furniture", reason="list of links") if piece.kind == "body" else piece
        for piece in pieces[first:]
    ]


def _without_about(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces without what the publisher says about itself below the story ("About Island Rail")."""
    bodies = [index for index, piece in enumerate(pieces) if piece.kind == "body"]
    for position, index in enumerate(bodies[-ABOUT_MAX - 1 :], max(len(bodies) - ABOUT_MAX - 1, 0)):
        words = [text[pieces[later].start : pieces[later].end] for later in bodies[position:]]
        about = _ABOUT.fullmatch(words[0])
        if about is None or position == 0 or not all(about["name"] in later for later in words[1:2]):
            continue
        if any(_SPOKEN.search(later) for later in words):
            continue
        return pieces[:index] + [
            replace(piece, kind="furniture", reason="about the publisher") if piece.kind == "body" else piece
            for piece in pieces[index:]
        ]
    return pieces


def _is(headings: re.Pattern[str], line: str) -> bool:
    return any(headings.fullmatch(words) for words in (line.strip(_EDGES), line))


def _is_prose(words: str) -> bool:
    """Whether a paragraph is of a text, neither a source nor an address."""
    return len(words) >= PROSE_MIN and ends_sentence(words) and ENTRY.search(words) is None


def _is_link(text: str, piece: Piece) -> bool:
    words = text[piece.start : piece.end]
    return piece.kind == "body" and _may_be_link(words) and len(words.split()) > 3 and words[0].isupper()


def _may_be_link(words: str) -> bool:
    return is_headline(words) and len(words) <= LINK_MAX and not _GOES_ON.match(words)

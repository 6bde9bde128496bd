"""Lines that are page furniture by themselves, wherever they stand."""

import re
from collections.abc import Iterator, Sequence

from quotes.paragraphs import line_spans
from quotes.sources.furniture.banners import is_date_line, is_known_section
from quotes.sources.furniture.lexicon import (
    CONTACTS,
    FUNCTION_WORDS,
    LINK_LEADS,
    NAVIGATION,
    NOTICE_MAX,
    NOTICE_TAILS,
    NOTICES,
    SHARE_WORDS,
)
from quotes.sources.furniture.pieces import Piece, is_headline
from quotes.sources.furniture.splitting import STAMP, is_stamp
from quotes.sources.metadata.dates import is_labelled
from quotes.sources.metadata.issuers import is_issuer

TAGS_MIN_WORDS = 8
"""A line of so many words in lower case, none of which joins words into a sentence, lists tags."""
BRAND_MAX = 12
"""A line of so few Chinese characters is the name of a site that copied the text,"""
BRAND_EDGE = 3
"""where it stands no more than so many lines from the beginning or the end."""
MENU_MIN = 4
"""So many lines known from menus, in a row of short lines of which they are half, are a menu."""
MENU_WORDS = 3
BOX_WORDS = 5
"""The name of a box has no more words."""
COUNT_MAX = 40
"""A longer line is no count of shares or comments and no time stamp, in characters."""

_ALL_OF_IT = re.compile(r"(?i)(?:(?:view|see|show) )?(?:more|all)\s?(?:>>?|»|›)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_PICTURE = re.compile(r"(?i)\[(photo|image|img|video|caption|embed)\b[^\]]*\]\S*(?:\[/\1\])?")
_LABELLED_TAGS = re.compile(r"(?i)(?:tags?|topics?|keywords|categories|filed under)\s*:\s*\S.{0,200}")
_HASHTAGS = re.compile(r"#[\w-]+(?:[\s,|]+#[\w-]+)*")
_MARKS = re.compile(r"[\"“”«»„]|''|``")
_EDGES = " \t:|»>«<-–—•*#…[]()←→‹›▶►▼▲✕×"
_CRUMBS = re.compile(r"\s+[>»›/•·]\s+|\s*[»›]\s*")
_COUNT = re.compile(r"\(?\d[\d.,]*\s?[kKmM]?\)?")
_COUNTED = re.compile(
    rf"(?i){_COUNT.pattern}\s+(?:shares?|views?|likes?|comments?|reads?|retweets?|replies|reactions?)"
    rf"|(?:shares?|views?|likes?|comments?|reads?)\s*:?\s*{_COUNT.pattern}"
)
_CLOCK = (
    r"\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?(?:\s\(?(?:GMT|UTC|BST|IST|[CE]?[ES]T|[EP][SD]T|local time)\)?)?"
)
_AGO = r"(?:\d+|an?)\s?(?:[smhd]|secs?|mins?|hrs?|(?:second|minute|hour|day|week|month)s?)\sago"
_TIME_STAMP = re.compile(
    rf"(?i)(?:(?:(?:last\s)?updated|posted|published|live)(?:\sat|:)?\s+)?(?:{_CLOCK}|{_AGO})"
)
_UPDATED = re.compile(r"(?i)(?:last\s)?(?:updated|modified|edited)\b")


def lines_of_the_page(text: str) -> Iterator[Piece]:
    """The lines of `text` that are page furniture by themselves."""
    latin = _is_latin(text)
    spans = list(line_spans(text))
    lines = [text[start:end] for start, end in spans]
    menus = _menus(lines) | _box_heads(lines)
    for index, line in enumerate(lines):
        reason = line_reason(line, first=index == 0)
        if reason is None and latin:
            reason = _brand_reason(line, min(index, len(spans) - 1 - index))
        reason = reason or ("menu of the site" if index in menus else None)
        if reason is not None:
            yield Piece("furniture", *spans[index], reason)


def line_reason(line: str, *, first: bool = False) -> str | None:
    """Why a line is page furniture by itself; None where it is not. `first` where it begins the file."""
    if first and _ADDRESS.fullmatch(line):
        return "address"
    if first and is_stamp(line):
        return STAMP
    plain = line.removesuffix("...").strip(_EDGES)
    if not any(character.isalnum() for character in line):
        return "rule" if len(line) > 1 or line in "|·•*_-–—" else None
    if plain.casefold() in NAVIGATION or _is_navigation(line):
        return "navigation"
    if _PICTURE.fullmatch(line):
        return "place of a picture"
    if len(line) > NOTICE_MAX:
        return None
    return _notice_reason(line) or _label_reason(line)


def _notice_reason(line: str) -> str | None:
    if LINK_LEADS.match(line):
        return "link to another story"
    if _MARKS.search(line):
        return None
    if NOTICES.match(line) or NOTICE_TAILS.search(line):
        return "notice of the page"
    return "contact" if line[-1] != ":" and CONTACTS.match(line) else None


def _label_reason(line: str) -> str | None:
    if _LABELLED_TAGS.fullmatch(line) or _HASHTAGS.fullmatch(line) or _is_tags(line):
        return "tags"
    if len(line) <= COUNT_MAX and _TIME_STAMP.fullmatch(line):
        return "time stamp"
    dated = is_labelled(line) or _UPDATED.match(line)
    return "date line" if dated and is_date_line(line) else None


def _is_navigation(line: str) -> bool:
    """Whether a line is a bar of links or buttons: a menu, a trail of sections, ways of sharing."""
    if len(line) > NOTICE_MAX or _MARKS.search(line):
        return False
    if line.count(" | ") > 1 or (len(line) <= COUNT_MAX and _COUNTED.fullmatch(line)):
        return True
    words = re.split(r"[\s|/,·•]+", line.casefold().strip(_EDGES))
    if len(words) > 1 and all(word in SHARE_WORDS or _COUNT.fullmatch(word) for word in words):
        return any(word in SHARE_WORDS for word in words)
    crumbs = _CRUMBS.split(line)
    known = sum(_is_menu_word(crumb) for crumb in crumbs)
    return len(crumbs) > 1 and known > 1 and line[-1] not in ".!?"


def _menus(lines: Sequence[str]) -> set[int]:
    """The indices of lines that stand in menus printed one entry a line."""
    found: set[int] = set()
    begin = 0
    for index in range(len(lines) + 1):
        if index < len(lines) and _may_be_entry(lines[index]):
            continue
        run = range(begin, index)
        known = [entry for entry in run if _is_menu_word(lines[entry])]
        if len(known) >= MENU_MIN and 2 * len(known) >= len(run):
            found.update(range(known[0], known[-1] + 1))
        begin = index + 1
    return found


def _box_heads(lines: Sequence[str]) -> set[int]:
    """The indices of lines that name a box, with a link to all of it below ("More>>")."""
    return {
        index
        for index, below in enumerate(lines[1:])
        if _ALL_OF_IT.fullmatch(below)
        and len(lines[index].split()) <= BOX_WORDS
        and is_headline(lines[index])
    }


def _may_be_entry(line: str) -> bool:
    short = len(line.split()) <= MENU_WORDS and line[-1] not in ".!?,:;" and not _MARKS.search(line)
    return short and line[0].isalpha() and not is_issuer(line)


def _is_menu_word(line: str) -> bool:
    plain = line.strip(_EDGES).casefold()
    return plain in NAVIGATION or is_known_section(plain)


def _brand_reason(line: str, lines_from_edge: int) -> str | None:
    """Why a line of Chinese characters at the edge of a text in Latin letters is page furniture."""
    letters = line.strip(_EDGES)
    if lines_from_edge > BRAND_EDGE or not 0 < len(letters) <= BRAND_MAX:
        return None
    return "name of another site" if all("\u4e00" <= letter <= "\u9fff" for letter in letters) else None


def _is_tags(line: str) -> bool:
    words = line.split()
    if len(words) < TAGS_MIN_WORDS or line != line.lower() or re.search(r"[.!?:;\"“”]", line):
        return False
    return FUNCTION_WORDS.isdisjoint(words) and not words[0][0].isdigit()


def _is_latin(text: str) -> bool:
    """Whether most letters are of the Latin alphabet."""
    sample = [character for character in text[:20000] if character.isalpha()]
    return 2 * sum(character < "\u0250" for character in sample) > len(sample)

"""What stands below a story and is not of it: who wrote and who helped, whose views these are, comments."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile

from quotes.sources.furniture.pieces import Piece, ends_sentence, is_headline
from quotes.sources.furniture.sections import is_heading

DEPTH = 12
"""So many last paragraphs are looked at;"""
LAST = 2
"""what only the end of a story tells stands with fewer of its sentences below it."""
CLOSING_MAX = 500
"""A longer paragraph is no such note, in characters."""
SIGNATURE_MAX_WORDS = 4
TAG_WORDS = 4
"""A tag has no more words."""
COMMENTS_DEPTH = 8
"""A heading of comments has a sign of one in so many lines below it."""
STORY_MIN = 200
"""No comments before so many characters of the story."""

_MARKS = re.compile(r"[\"“”«»„]|''|``")
_WRITER = r"(?:author|writer|columnist|reviewer|reporter|correspondent|contributor|journalist|commentator)s?"
_TRADE = (
    r"(?:journalist|reporter|writer|columnist|correspondent|editor|contributor|freelancer|fellow|novelist|blogger"
    r"|author|commentator|analyst|researcher|professor|lecturer|scholar|economist|photographer)"
)
_PERSON = r"[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*){1,3}"
_MARKED_BIO = re.compile(
    rf"[*•_–—-]+\s?(?:The\s(?:\w+\s)?{_WRITER}\b"
    rf"|(?!The\s){_PERSON},?\s(?:(?:is|was)\s(?:an?|the|our)|teaches|writes|works|covers|serves|reports)\b)"
    rf"|(?:He|She|They)\s(?:tweets?|blogs?|can\sbe\sreached)\b"
    rf"|(?:Follow|Contact|Reach|E-?mail)\s(?:him|her|them|the\s{_WRITER}|{_PERSON})\s(?:on|at|via)\b"
)
_WRITER_BIO = re.compile(
    rf"(?:The|This)\s{_WRITER}(?:,\s{_PERSON},)?\s(?:(?:is|are|was)\s(?:an?|the|based|currently|also|with)"
    rf"|has\s(?:lived|written|worked|been|taught)|can\sbe|may\sbe|works|teaches|covers|writes)\b"
)
_SPOKEN_OF = re.compile(rf"(?i)\b(?:the|this)\s{_WRITER}\b")
_BIO = re.compile(rf"(?P<name>{_PERSON})\s(?:is|was)\s(?:an?|the|our)\s(?:[\w’-]+,?\s){{0,4}}?{_TRADE}\b")
_VIEWS = re.compile(
    r"(?i)\W*(?:the\s)?(?:views?|opinions?)(?:\s(?:and|or|&)\s(?:views?|opinions?))?"
    r"\s(?:expressed|stated|contained|presented|are\sthe\sauthor|in\sthis\s(?:article|column|piece|commentary))"
)
_CREDIT = re.compile(
    r"(?ix) \W* (?:"
    r"with\ (?:additional\ )?(?:inputs?|files|reporting|material|contributions?)\ (?:from|by)"
    r"|(?:agency|agencies|wire)\ inputs? | inputs?\ from | sources?:\ .{2,60}\Z"
    r"|this\ (?:story|report|article|piece|interview)\ (?:was|is|has\ been)\ (?:first\ |originally\ |also\ )?"
    r"(?:produced|written|translated|edited|reported|supported|updated|corrected|republished|reproduced"
    r"|made\ possible|condensed|part\ of\ (?:a|our)\ series)"
    r")\b"
)
_NAMES = (
    r"(?:[A-Z][\w.’'-]*|(?:additional|further)\s[rw]\w+|editing|writing|reporting|and|by|of|the|in|for|with"
    r"|&|[|;,/–—-])"
)
_NAMED_CREDIT = re.compile(
    r"\W*(?i:(?:reported|edited|compiled|translated|written|produced"
    r"|(?:(?:additional|further)\s)?(?:reporting|writing|editing|translation|production))\sby):?"
    rf"(?:\s?{_NAMES}(?=[\s|;,/.)]|\Z)){{1,60}}[.)|\s]*"
)
_TAGS = re.compile(
    r"(?i)\W*(?:tags|topics|related topics?|keywords|categories|filed under|(?:topics )?in this article)\W*"
)
_SIGNATURE = re.compile(r"(?:[–—-]{1,2}\s?[A-Z][^.!?:,]{1,30}|\([A-Z]{2,4}\))")
_LISTED = re.compile(r"[–—•*-]\s")

_COMMENTS = re.compile(
    r"(?i)\W*(?:(?:\d[\d,]*\s)?(?:(?:readers?[’']?s?|user|latest|top|all|view|show|post|add|leave)\s)?(?:a\s)?comments?"
    r"(?:\s?\(\d[\d,]*\)|\s\d+|\son\s.{3,80}|\ssection)?|join\sthe\s(?:conversation|discussion)|have\syour\ssay"
    r"|leave\sa\sreply|\d+\s(?:responses?|replies|thoughts?)(?:\s(?:to|on)\s.{3,80})?|discussion(?:\s\(\d+\))?)\W*"
)
_COMMENTED = re.compile(
    r"(?i)(?:.{0,60}\s)?(?:\d+|an?)\s?(?:[smhdwy]|secs?|mins?|hrs?|(?:second|minute|hour|day|week|month|year)s?)\sago\W*"
    r"|reply(?:\s\(?\d+\)?)?|report(?:\scomment)?|like(?:\s\(?\d+\)?)?|upvote"
    r"|.{0,40}\b\d{1,2}(?:st|nd|rd|th)?,?\s(?:\w+,?\s)?(?:19|20)\d\d,?\s(?:at\s)?\d{1,2}[:.]\d\d\W?(?:[ap]\.?m\.?)?"
)


def without_closing(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces, with what only follows a story turned into furniture."""
    marked = list(pieces)
    bodies = [index for index, piece in enumerate(pieces) if piece.kind == "body"]
    below = 0
    for position in range(len(bodies) - 1, max(len(bodies) - DEPTH - 1, 0), -1):
        index = bodies[position]
        words = text[pieces[index].start : pieces[index].end]
        before = text[pieces[bodies[0]].start : pieces[bodies[position - 1]].end]
        reason = _closing_reason(words, before, last=below < LAST)
        if reason is not None:
            marked[index] = replace(pieces[index], kind="furniture", reason=reason)
        else:
            below += ends_sentence(words)
    return _without_tags(text, marked)


def _closing_reason(words: str, before: str, *, last: bool) -> str | None:
    """Why a paragraph below the story `before` is not of it, None where it may be; `last` at its very end."""
    if len(words) > CLOSING_MAX or is_heading(words):
        return None
    if _VIEWS.match(words):
        return "note of the editors"
    if (_CREDIT.match(words) or _NAMED_CREDIT.fullmatch(words)) and not _MARKS.search(words):
        return "credit line"
    if not last:
        return None
    if _MARKED_BIO.match(words) or _is_writer(words, before) or _is_bio(words, before):
        return "about the author"
    signed = _SIGNATURE.fullmatch(words) and len(words.split()) <= SIGNATURE_MAX_WORDS + 1
    listed = _LISTED.match(before.rsplit("\n", 1)[-1].lstrip())
    return "signature" if signed and ends_sentence(before) and not listed else None


def _is_writer(words: str, before: str) -> bool:
    """Whether a paragraph says who "the author" is, of whom the story (a review of a book) does not speak."""
    return _WRITER_BIO.match(words) is not None and _SPOKEN_OF.search(before) is None


def _is_bio(words: str, before: str) -> bool:
    """Whether a paragraph says what somebody does for a living of whom the story does not speak."""
    match = _BIO.match(words)
    return match is not None and match["name"].split()[-1] not in before


def _without_tags(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces without the short lines below a heading of tags, where the story has ended above it."""
    marked = list(pieces)
    below = False
    for index in range(_end_of_story(text, pieces), len(pieces)):
        if _heads_tags(text, pieces[index]):
            below = True
        elif pieces[index].kind == "body":
            below = below and _may_be_tag(text, pieces[index])
            if below:
                marked[index] = replace(pieces[index], kind="furniture", reason="tags")
    return marked


def _end_of_story(text: str, pieces: list[Piece]) -> int:
    """The index behind the last paragraph that ends as a sentence does."""
    return next(
        (
            index + 1
            for index in reversed(range(len(pieces)))
            if pieces[index].kind == "body" and ends_sentence(text[pieces[index].start : pieces[index].end])
        ),
        len(pieces),
    )


def _may_be_tag(text: str, piece: Piece) -> bool:
    words = text[piece.start : piece.end]
    short = len(words.split()) <= TAG_WORDS and is_headline(words)
    return piece.kind == "body" and short and not is_heading(words)


def _heads_tags(text: str, piece: Piece) -> bool:
    return piece.kind == "furniture" and _TAGS.fullmatch(text[piece.start : piece.end]) is not None


def without_comments(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces without what readers wrote below the story, from its heading to the end of the page."""
    story = 0
    for index, piece in enumerate(pieces):
        words = text[piece.start : piece.end]
        if piece.kind == "body" and ends_sentence(words):
            story += len(words)
        if story < STORY_MIN or not _COMMENTS.fullmatch(words):
            continue
        below = [text[p.start : p.end] for p in pieces[index + 1 : index + 1 + COMMENTS_DEPTH]]
        # A count of comments between paragraphs heads nothing: the signs belong to the heading next above.
        own = takewhile(lambda line: not _COMMENTS.fullmatch(line), below)
        if any(map(_is_comment_sign, own)):
            return [*pieces[:index], *map(_commented(words), pieces[index:])]
    return pieces


def _is_comment_sign(line: str) -> bool:
    return len(line) <= 100 and _COMMENTED.fullmatch(line) is not None


def _commented(heading: str) -> Callable[[Piece], Piece]:
    def marked(piece: Piece) -> Piece:
        kept = piece.kind != "furniture"
        return replace(piece, kind="furniture", reason=f"under “{heading.strip()}”") if kept else piece

    return marked

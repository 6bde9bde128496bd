"""Where the tokens of a text stand in it, and where words that are sought do."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quotes.words.folding import folded
from quotes.words.tokens import tokens

Span = tuple[int, int]
_CHUNK = re.compile(r"\S+")
_ASCII_TOKEN = re.compile("[^\\W_]+")
_JOINS = re.compile("[\u1160-\u11ff\uff9e\uff9f]")
"""What joins the letter before it without being a mark: parts of Korean letters, marks of half width."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A token of a text, and where in the text what it was made of stands."""

    token: str
    start: int
    end: int


def placed(text: str) -> list[Placed]:
    """The tokens of `text` in order, as `tokens` has them, each with its place in `text`."""
    return [found for chunk in _CHUNK.finditer(text) for found in _of_chunk(chunk.group(), chunk.start())]


def spans_of(text: Sequence[Placed], forms: Iterable[str], *, prefix: bool = False) -> list[Span]:
    """Where any of `forms` stands in a text: each is tokens in a row with blanks between.

    With `prefix` the last token of a form is the beginning of one. Spans are in order and do not overlap.
    """
    found: list[Span] = []
    for form in forms:
        sought = form.split(" ")
        for first in range(len(text) - len(sought) + 1 if form else 0):
            run = text[first : first + len(sought)]
            if _is_form(run, sought, prefix=prefix):
                found.append((run[0].start, run[-1].end))
    return merged(found)


def merged(spans: Iterable[Span]) -> list[Span]:
    """`spans` in order, those that overlap as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _is_form(run: Sequence[Placed], sought: Sequence[str], *, prefix: bool) -> bool:
    if any(placed.token != token for placed, token in zip(run[:-1], sought, strict=False)):
        return False
    last = run[-1].token
    return last == sought[-1] or (prefix and last.startswith(sought[-1]))


def _of_chunk(chunk: str, offset: int) -> list[Placed]:
    """The tokens of a part of a text without blanks in it."""
    if chunk.isascii():
        found = _ASCII_TOKEN.finditer(chunk.lower())
        return [Placed(match.group(), offset + match.start(), offset + match.end()) for match in found]
    whole = tokens(chunk)
    letters = _letters(chunk)
    plain = "".join(letter for letter, _, _ in letters)
    if plain != folded(chunk):  # letters that make others together in a way that is not known here
        return [Placed(token, offset, offset + len(chunk)) for token in whole]
    places = [(offset + start, offset + end) for letter, start, end in letters for _ in letter]
    return _along(plain, places, whole)


def _along(plain: str, places: Sequence[Span], whole: Iterable[str]) -> list[Placed]:
    """The tokens of folded text whose characters come from `places`; vowel points within are passed over."""
    found: list[Placed] = []
    at = 0
    for token in whole:
        first = last = -1
        for character in token:
            last = at = plain.index(character, at)
            first = last if first < 0 else first
            at += 1
        found.append(Placed(token, places[first][0], places[last][1]))
    return found


def _letters(chunk: str) -> list[tuple[str, int, int]]:
    """The letters of a text with their marks, each folded by itself, and where it stands."""
    found: list[tuple[str, int, int]] = []
    start = 0
    for position in range(1, len(chunk) + 1):
        if position < len(chunk) and _continues(chunk[position]):
            continue
        found.append((folded(chunk[start:position]), start, position))
        start = position
    return found


def _continues(character: str) -> bool:
    return unicodedata.combining(character) > 0 or _JOINS.match(character) is not None

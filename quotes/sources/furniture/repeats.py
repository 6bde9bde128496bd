"""What a page prints twice: captions, and whole paragraphs of a story that was saved twice."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from quotes.sources.furniture.pieces import Piece, ends_sentence, is_headline
from quotes.sources.furniture.splitting import CAPTION_TWICE

REPEATED_MIN = 80
"""A paragraph this long does not recur by chance, in characters;"""
REPEATED_RUN = 2
"""so many of them in a row, word for word as above, were printed twice"""
REPEATED_SHARE = 0.5
"""where they are so much of what stands above; the refrain of a speech or a song is less."""
CAPTION_MIN_WORDS = 3
"""Two equal lines of so many words, one below the other, are a caption and its text for who cannot see it."""

_TURN = re.compile(r"[A-Z][A-Z.’' -]{1,40}:\s")


def once(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces, each caption and each part of the story kept the first time only."""
    return _story_once(text, _captions_once(text, _with_twins(text, pieces)))


def _with_twins(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces; a line that stands twice in a row inside the story is a caption."""
    marked = list(pieces)
    begun = False
    for index, piece in enumerate(pieces[:-1]):
        words, following = text[piece.start : piece.end], pieces[index + 1]
        begun |= piece.kind == "body" and ends_sentence(words)
        twins = piece.kind == following.kind == "body" and words == text[following.start : following.end]
        if begun and twins and is_headline(words) and len(words.split()) >= CAPTION_MIN_WORDS:
            marked[index] = replace(piece, kind="caption")
            marked[index + 1] = replace(following, kind="caption")
    return marked


def _captions_once(text: str, pieces: list[Piece]) -> list[Piece]:
    seen: set[str] = set()
    kept: list[Piece] = []
    for piece in pieces:
        words = text[piece.start : piece.end]
        again = piece.kind == "caption" and words in seen
        kept.append(replace(piece, kind="furniture", reason=CAPTION_TWICE) if again else piece)
        if piece.kind == "caption":
            seen.add(words)
    return kept


def _story_once(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces without a second copy of the story or of a part of it."""
    marked = list(pieces)
    sizes = [piece.end - piece.start if piece.kind == "body" else 0 for piece in pieces]
    above = list(accumulate(sizes, initial=0))
    for run in _repeated_runs(text, pieces):
        long = [i for i in run if _is_long(text[pieces[i].start : pieces[i].end])]
        if len(long) >= REPEATED_RUN and sum(sizes[i] for i in run) >= REPEATED_SHARE * above[run[0]]:
            for index in run:
                marked[index] = replace(pieces[index], kind="furniture", reason="printed twice")
    return marked


def _repeated_runs(text: str, pieces: list[Piece]) -> Iterator[list[int]]:
    """Paragraphs in a row that all stand above, as indices; turns of a transcript may well recur."""
    seen: set[str] = set()
    run: list[int] = []
    for index, piece in enumerate(pieces):
        if piece.kind != "body":
            continue
        words = text[piece.start : piece.end]
        if words in seen and not _TURN.match(words):
            run.append(index)
        else:
            yield run
            run = []
        seen.add(words)
    yield run


def _is_long(words: str) -> bool:
    return len(words) >= REPEATED_MIN and ends_sentence(words)

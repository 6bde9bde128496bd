"""From a document to its annotation: Stanza's tokens, sentences and entities, and our quotations."""

from __future__ import annotations

import re
import warnings
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.document import Document
from quotes.errors import ModelError
from quotes.models.load import load_pipeline
from quotes.models.manifest import package_name
from quotes.parsing.annotated import Annotated, Entity, Learned, Paragraph, Sentence, Token
from quotes.parsing.set_off import kept_blocks, quotations_of, turns_of
from quotes.parsing.speakers.tagged import consistent
from quotes.settings import models_folder

if TYPE_CHECKING:
    from stanza import Document as StanzaDocument
    from stanza import Pipeline

    from quotes.models.processors.attribution import LearnedAttribution

CHUNK = 60_000
"""Characters read at once, so that a book needs no more memory than a report; longer paragraphs are cut."""
_LINE_END = re.compile(r"[\r\n]")
_REST_OF_WORD = re.compile(r"(?:[^\W_]|-(?=[^\W_]))+")
_INITIAL = re.compile(r"\b[A-Z]\.?$")
_AFTER_INITIAL = re.compile(r"\.? [A-Z][\w-]+")
BREAK = "\n\n"
"""Put between paragraphs, whatever stands there in the document."""


@cache
def _pipeline(package: Path) -> Pipeline:
    return load_pipeline(package)


def load_models() -> None:
    """Load the models that are set, ahead of the first document; once they are, this costs nothing.

    Raises ModelError where they cannot be loaded, UsageError for broken settings.
    """
    _pipeline(models_folder())


def models_in_use() -> str:
    """The name of the models that are set, by what is in their folder.

    Raises ModelError where there are none, UsageError for broken settings.
    """
    return _name(models_folder())


@cache
def _name(package: Path) -> str:
    return package_name(package)


def annotate(document: Document) -> Annotated:
    """Annotate the title, body and captions of `document`; paragraphs in other languages are left unread.

    Raises:
        ModelError: the language model cannot be loaded or run.
    """
    text = document.text
    kept = kept_blocks(document)
    english = [(start, end, block) for start, end, block in kept if block.lang is None]
    found = _Found()
    for chunk in _chunks([piece for start, end, _ in english for piece in _pieces(text, start, end)]):
        _read(text, chunk, found)
    quotations, problems = quotations_of(text, english)
    return Annotated(
        text=text,
        paragraphs=tuple(Paragraph(s, e, block.kind, tuple(found.sentences[s])) for s, e, block in kept),
        entities=consistent(text, found.entities),
        quotations=tuple(quotations),
        turns=tuple(turns_of(text, english)),
        learned=tuple(found.learned),
        warnings=tuple(problems),
    )


@dataclass(frozen=True)
class _Piece:
    """A paragraph, or as much of it as is read at once."""

    start: int
    end: int
    paragraph: int
    """Where its paragraph starts."""


@dataclass(frozen=True)
class _Found:
    """What the models said, in offsets of the document; sentences by the start of their paragraph."""

    sentences: defaultdict[int, list[Sentence]] = field(default_factory=lambda: defaultdict(list))
    entities: list[Entity] = field(default_factory=list)
    learned: list[Learned] = field(default_factory=list)


def _pieces(text: str, start: int, end: int) -> Iterator[_Piece]:
    """The paragraph in pieces that the models can hold, cut at blanks."""
    at = start
    while end - at > CHUNK:
        cut = text.rfind(" ", at + 1, at + CHUNK)
        cut = cut if cut > at else at + CHUNK
        yield _Piece(at, cut, start)
        at = cut
    if text[at:end].strip():
        yield _Piece(at, end, start)


def _chunks(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces in order, as many together as are read at once."""
    chunk: list[_Piece] = []
    size = 0
    for piece in pieces:
        if chunk and size + piece.end - piece.start > CHUNK:
            yield chunk
            chunk, size = [], 0
        chunk.append(piece)
        size += piece.end - piece.start
    if chunk:
        yield chunk


def _read(text: str, chunk: list[_Piece], found: _Found) -> None:
    """Run the models over `chunk`, joined so that every piece is a paragraph of one line."""
    lines = [_LINE_END.sub(" ", text[piece.start : piece.end]) for piece in chunk]
    starts = list(accumulate((len(line) + len(BREAK) for line in lines[:-1]), initial=0))
    output = _process(BREAK.join(lines))

    def piece_at(place: int) -> tuple[_Piece, int]:
        """The piece at a place of what was read, and what to add to get to the document's place."""
        at = bisect_right(starts, place) - 1
        return chunk[at], chunk[at].start - starts[at]

    for sentence in output.sentences:
        piece, shift = piece_at(sentence.tokens[0].start_char)
        tokens = tuple(Token(shift + t.start_char, shift + t.end_char, t.text) for t in sentence.tokens)
        found.sentences[piece.paragraph].append(Sentence(tokens[0].start, tokens[-1].end, tokens))
    for entity in output.ents:
        shift = piece_at(entity.start_char)[1]
        found.entities.append(_entity(text, shift + entity.start_char, shift + entity.end_char, entity.type))
    for attribution in getattr(output, "attributions", ()):
        found.learned.append(_learned(attribution, piece_at))


def _learned(attribution: LearnedAttribution, piece_at: Callable[[int], tuple[_Piece, int]]) -> Learned:
    """An attribution in the document's offsets; a span is cut where its paragraph ends."""

    def place(span: tuple[int, int]) -> tuple[int, int]:
        piece, shift = piece_at(span[0])
        return span[0] + shift, min(span[1] + shift, piece.end)

    return Learned(
        source=place(attribution.source) if attribution.source else None,
        cue=place(attribution.cue) if attribution.cue else None,
        contents=tuple(place(content) for content in attribution.contents),
        sureness=attribution.sureness,
    )


def _entity(text: str, start: int, end: int, kind: str) -> Entity:
    """An entity, with the rest of a hyphened word and, of a person, the family name after an initial.

    The models cut "Mara Orr-Venn" at the hyphen and "Mara J. Venn" after the initial now and then.
    """
    while start > 1 and ((text[start - 1] == "-" and text[start - 2].isalnum()) or text[start - 1].isalnum()):
        start -= 1
    rest = _REST_OF_WORD.match(text, end)
    end = rest.end() if rest else end
    family = (
        _AFTER_INITIAL.match(text, end) if kind == "PERSON" and _INITIAL.search(text[start:end]) else None
    )
    end = family.end() if family else end
    return Entity(start, end, kind, text[start:end])


def _process(text: str) -> StanzaDocument:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _pipeline(models_folder())(text)
    except ModelError:
        raise
    except Exception as error:  # a model that loads may still fail on what it is given
        raise ModelError(f"the language model failed: {type(error).__name__}: {error}") from error

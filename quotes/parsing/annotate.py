"""From a document to its annotation: Stanza's tokens, sentences and entities, and our quotations."""

from __future__ import annotations

import re
import warnings
from functools import cache
from typing import TYPE_CHECKING

from quotes.document import BLOCK_QUOTATION, Document
from quotes.errors import ModelError
from quotes.models.load import load_pipeline
from quotes.parsing.annotated import Annotated, Entity, Paragraph, Sentence, Token
from quotes.parsing.block_quotations import with_block_quotations
from quotes.parsing.pairing import find_quotations, without_empty
from quotes.parsing.turns import find_turns

if TYPE_CHECKING:
    from stanza import Document as StanzaDocument
    from stanza import Pipeline

PIECE_LIMIT = 10_000
"""Characters given to the models at once: a longer paragraph is cut at a blank."""
_REST_OF_WORD = re.compile(r"(?:[^\W_]|-(?=[^\W_]))+")
_INITIAL = re.compile(r"\b[A-Z]\.?$")
_AFTER_INITIAL = re.compile(r"\.? [A-Z][\w-]+")
BATCH = 64
"""Pieces a call: tokenizer and tagger batch their sentences across them."""


@cache
def _pipeline() -> Pipeline:
    return load_pipeline()


def annotate(document: Document) -> Annotated:
    """Annotate the title, body and captions of `document`.

    Raises:
        ModelError: the language model cannot be loaded or run.
    """
    text = document.text
    kept = [(b.start, b.end, b) for b in document.blocks if b.start is not None and b.end]
    spans = [(start, end) for start, end, _ in kept]
    sentences, entities = _run(text, [piece for span in spans for piece in _pieces(text, *span)])
    in_marks, problems = find_quotations(text, spans)
    set_off = [(start, end) for start, end, block in kept if block.reason == BLOCK_QUOTATION]
    quotations = with_block_quotations(in_marks, set_off)
    return Annotated(
        text=text,
        paragraphs=tuple(Paragraph(s, e, block.kind, tuple(sentences.get(s, ()))) for s, e, block in kept),
        entities=tuple(entities),
        quotations=tuple(without_empty(quotations, text)),
        turns=tuple(find_turns(text, [(start, end) for start, end, block in kept if block.kind == "body"])),
        warnings=tuple(problems),
    )


_Piece = tuple[int, int, int]
"""(start, end, start of its paragraph)"""


def _pieces(text: str, start: int, end: int) -> list[_Piece]:
    """The paragraph in pieces that the models can hold, cut at blanks."""
    pieces: list[_Piece] = []
    at = start
    while end - at > PIECE_LIMIT:
        cut = text.rfind(" ", at + 1, at + PIECE_LIMIT)
        cut = cut if cut > at else at + PIECE_LIMIT
        pieces.append((at, cut, start))
        at = cut
    return [*pieces, (at, end, start)]


def _run(text: str, pieces: list[_Piece]) -> tuple[dict[int, list[Sentence]], list[Entity]]:
    from stanza import Document as StanzaDocument

    sentences: dict[int, list[Sentence]] = {}
    entities: list[Entity] = []
    pieces = [piece for piece in pieces if text[piece[0] : piece[1]].strip()]
    for first in range(0, len(pieces), BATCH):
        batch = pieces[first : first + BATCH]
        inputs = [StanzaDocument([], text=text[start:end]) for start, end, _ in batch]
        for (start, _, paragraph), output in zip(batch, _process(inputs), strict=True):
            sentences.setdefault(paragraph, []).extend(_sentences(output, start))
            entities += [_entity(text, start + e.start_char, start + e.end_char, e.type) for e in output.ents]
    return sentences, entities


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


def _process(inputs: list[StanzaDocument]) -> list[StanzaDocument]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            outputs: list[StanzaDocument] = _pipeline().bulk_process(inputs)
            return outputs
    except ModelError:
        raise
    except Exception as error:  # a model that loads may still fail on what it is given
        raise ModelError(f"the language model failed: {type(error).__name__}: {error}") from error


def _sentences(output: StanzaDocument, base: int) -> list[Sentence]:
    result = []
    for sentence in output.sentences:
        tokens = tuple(Token(base + t.start_char, base + t.end_char, t.text) for t in sentence.tokens)
        if tokens:
            result.append(Sentence(tokens[0].start, tokens[-1].end, tokens))
    return result

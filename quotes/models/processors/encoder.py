"""The Stanza processor `encoder`: reads the text once, sets entities, keeps states for `attribution`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from stanza.models.common.doc import Document
from stanza.pipeline.processor import Processor, register_processor

from quotes.models.network.crf import LinearChain
from quotes.models.network.decoding import Scores, Tagged, best_paths, tagged_spans
from quotes.models.network.joint import EntityTagger
from quotes.models.network.pieces import Words, load_vocabulary, read_words
from quotes.models.network.quantized import quantize
from quotes.models.network.reading import Read, read_windows
from quotes.models.network.weights import fill, read_weights

NAME = "encoder"


@dataclass(frozen=True)
class Encoded:
    """A text as the encoder read it."""

    words: Words
    reads: tuple[Read, ...]


@register_processor(NAME)
class EncoderProcessor(Processor):  # type: ignore[misc]  # stanza is untyped
    """Sets `doc.encoded` for the processors after it and, where no `ner` does, `token.ner` and `doc.ents`."""

    PROVIDES_DEFAULT = frozenset({NAME, "ner"})
    REQUIRES_DEFAULT = frozenset({"tokenize"})

    def __init__(self, config: dict[str, Any], pipeline: Any, device: str) -> None:
        super().__init__(config, pipeline, device)
        stored = read_weights(config["model_path"])
        self._tokenizer = load_vocabulary(stored.vocabulary)
        self._tagger = EntityTagger(stored.shape)
        fill(self._tagger, stored.state)
        quantize(self._tagger.encoder)
        self._decoder = ChainDecoder(self._tagger.chain)
        self._tags = all(name != "ner" for name, _ in pipeline.load_list)

    def process(self, document: Document) -> Document:
        """Encode and tag one document."""
        words = read_words(document.text, self._tokenizer)
        reads = tuple(read_windows(self._tagger.encoder, words))
        if self._tags:
            _tag(document, self._entities(words, reads))
        document.encoded = Encoded(words, reads)
        return document

    def _entities(self, words: Words, reads: Sequence[Read]) -> list[tuple[int, int, str]]:
        """Entities as (start, end, type) in characters of the text."""
        with torch.inference_mode():
            scores = [self._tagger.scores(read.states[1:]).numpy() for read in reads]
        return [
            (*words.place(read.window.first + span.first, read.window.first + span.last), span.kind)
            for read, found in zip(reads, self._decoder.decode(scores), strict=True)
            for span in found
        ]

    def mark_inactive(self) -> None:
        """Asked for by Stanza where a pipeline cannot be built."""


class ChainDecoder:
    """Decodes the windows of a text by the weights of a trained chain."""

    def __init__(self, chain: LinearChain) -> None:
        with torch.inference_mode():
            steps, first = chain.weights()
        self._steps: Scores = steps.numpy()
        self._first: Scores = first.numpy()
        self._labels = chain.labels

    def decode(self, windows: list[Scores]) -> list[list[Tagged]]:
        """The spans of each window."""
        paths = best_paths(windows, self._steps, self._first)
        return [tagged_spans(path, scores, self._labels) for path, scores in zip(paths, windows, strict=True)]


def _tag(document: Document, spans: list[tuple[int, int, str]]) -> None:
    """Give tokens their BIOES tags; an entity is cut where the sentence ends."""
    rest = iter([*spans, (len(document.text) + 1, len(document.text) + 1, "")])
    start, end, kind = next(rest)
    for sentence in document.sentences:
        tags: list[str] = []
        owners: list[int] = []
        for token in sentence.tokens:
            while end <= token.start_char:
                start, end, kind = next(rest)
            inside = start < token.end_char
            tags.append(kind if inside else "")
            owners.append(start if inside else -1)
        for token, tag in zip(sentence.tokens, _bioes(tags, owners), strict=True):
            token.ner = tag
    document.build_ents()


def _bioes(kinds: list[str], owners: list[int]) -> list[str]:
    """BIOES tags for tokens of these kinds ("" for none), each owned by the entity that starts there."""
    edges = np.array([-2, *owners, -2])
    tags = []
    for kind, begins, ends in zip(kinds, edges[:-2] != edges[1:-1], edges[2:] != edges[1:-1], strict=True):
        prefix = "S" if begins and ends else "B" if begins else "E" if ends else "I"
        tags.append(f"{prefix}-{kind}" if kind else "O")
    return tags

"""The Stanza processor `attribution`: sources, cues and contents, and which belong together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from stanza.models.common.doc import Document
from stanza.pipeline.processor import Processor, register_processor

from quotes.models.network.decoding import Tagged
from quotes.models.network.joint import AttributionHeads
from quotes.models.network.linking import Linked, link
from quotes.models.network.weights import fill, read_weights
from quotes.models.processors.encoder import ChainDecoder, Encoded

NAME = "attribution"

Span = tuple[int, int]
"""Start and end in characters of the text."""


@dataclass(frozen=True)
class LearnedAttribution:
    """An attribution as the model reads it; `sureness` is the model's own, 0 to 1, not yet a probability."""

    source: Span | None
    cue: Span | None
    contents: tuple[Span, ...]
    sureness: float


@register_processor(NAME)
class AttributionProcessor(Processor):  # type: ignore[misc]  # stanza is untyped
    """Sets `doc.attributions`, in the order of their contents."""

    PROVIDES_DEFAULT = frozenset({NAME})
    REQUIRES_DEFAULT = frozenset({"encoder"})

    def __init__(self, config: dict[str, Any], pipeline: object, device: str) -> None:
        super().__init__(config, pipeline, device)
        stored = read_weights(config["model_path"])
        self._heads = AttributionHeads(stored.shape)
        fill(self._heads, stored.state)
        self._decoder = ChainDecoder(self._heads.chain)

    def process(self, document: Document) -> Document:
        """Find the attributions of one document that `encoder` has read."""
        encoded: Encoded = document.encoded
        with torch.inference_mode():
            scores = [self._heads.scores(read.states[1:]).numpy() for read in encoded.reads]
            tagged = self._decoder.decode(scores)
            document.attributions = [
                _in_characters(encoded, read.window.first, linked)
                for read, spans in zip(encoded.reads, tagged, strict=True)
                for linked in self._linked(read.states, spans)
            ]
        return document

    def _linked(self, states: torch.Tensor, spans: list[Tagged]) -> list[Linked]:
        if not any(span.kind == "content" for span in spans):
            return []
        links = [head(states[None])[0, 1:].numpy() for head in (self._heads.to_source, self._heads.to_cue)]
        return list(link(spans, links[0], links[1]))

    def mark_inactive(self) -> None:
        """Asked for by Stanza where a pipeline cannot be built."""


def _in_characters(encoded: Encoded, base: int, linked: Linked) -> LearnedAttribution:
    """An attribution in characters; `base` is the first word of its window."""

    def place(span: Tagged) -> Span:
        return encoded.words.place(base + span.first, base + span.last)

    return LearnedAttribution(
        place(linked.source) if linked.source else None,
        place(linked.cue) if linked.cue else None,
        tuple(place(content) for content in linked.contents),
        linked.sureness,
    )

"""Our tokenizer as a variant of Stanza's `tokenize`, chosen by the package name `quotes`."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from stanza.models.common.doc import END_CHAR, ID, START_CHAR, TEXT, Document
from stanza.pipeline.processor import ProcessorVariant, register_processor_variant

from quotes.models.processors.segmenter import Segmenter
from quotes.paths import model_package

NAME = "quotes"
WEIGHTS = "weights"
"""The option, `tokenize_weights` to a pipeline, that names another file than the one we ship."""


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep Python's cycle collector off: it takes half the time where thousands of tokens are made."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@register_processor_variant("tokenize", NAME)
class Tokenizer(ProcessorVariant):  # type: ignore[misc]  # Stanza is not annotated
    """Cuts texts into sentences of words. Stanza does not tell a variant which package it belongs to."""

    def __init__(self, config: Mapping[str, Any]) -> None:
        shipped = model_package() / "en" / "tokenize" / f"{NAME}.json"
        self._segmenter = Segmenter.load(Path(config.get(WEIGHTS) or shipped))

    def process(self, document: str | Document) -> Document:
        """A new document with the sentences of a text, or of another document's text."""
        text: str = document if isinstance(document, str) else document.text
        with _collector_paused():
            rows = [
                [
                    {ID: (number,), TEXT: text[start:end], START_CHAR: start, END_CHAR: end}
                    for number, (start, end) in enumerate(sentence, 1)
                ]
                for sentence in self._segmenter.sentences(text)
            ]
            return Document(rows, text)

"""Words and sentences of a text, by a file of tables and weights that the recipe learns from treebanks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from quotes.models.processors.boundaries import Splitter
from quotes.models.processors.words import Place, WordTables, find_words

VERSION = 1
"""Of the features: a file learnt for others would be read in vain."""


class Segmenter:
    """Finds the sentences of a text, and the words of each, in a time in proportion to its length."""

    def __init__(self, tables: WordTables, splitter: Splitter) -> None:
        self._tables = tables
        self._splitter = splitter

    @classmethod
    def load(cls, file: Path) -> Segmenter:
        """Read what the recipe wrote.

        Raises:
            OSError: the file cannot be read.
            ValueError: it holds something else, or was written for another version.
        """
        try:
            held = json.loads(file.read_text(encoding="utf-8"))
            if held["version"] != VERSION:
                raise ValueError(f"{file.name} is of version {held['version']}, not {VERSION}")
            tables = WordTables(
                abbreviations=frozenset(held["abbreviations"]),
                prefixes=frozenset(held["prefixes"]),
                cuts={str(word): int(length) for word, length in held["cuts"].items()},
            )
            return cls(tables, Splitter({str(name): float(w) for name, w in held["weights"].items()}))
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"{file.name} holds no tokenizer") from error

    def sentences(self, text: str) -> list[list[Place]]:
        """The places of the words of each sentence. A blank line ends one, a single line end does not."""
        found: list[list[Place]] = []
        for places in _paragraphs(text, find_words(text, self._tables)):
            start = 0
            for end in self._splitter.ends([text[left:right] for left, right in places], places):
                found.append(places[start:end])
                start = end
        return found


def _paragraphs(text: str, places: list[Place]) -> Iterator[list[Place]]:
    """The words between blank lines."""
    start = 0
    for index in range(1, len(places)):
        before, after = places[index - 1][1], places[index][0]
        if after - before > 1 and text.count("\n", before, after) > 1:
            yield places[start:index]
            start = index
    if places:
        yield places[start:]

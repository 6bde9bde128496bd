"""Gold of identity: who is the same speaker across documents, and who only seems to be."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotes.errors import UsageError
from quotes.evaluation.gold import text_of_file
from quotes.statement import Span

FILE = "identity.json"
"""The gold of a folder; the documents it names lie beside it as NAME.txt."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A speaker in one document.

    `names` are the forms by which the document names them, the fullest first, and their name everywhere;
    `labels` say what makes it hard to recognise them elsewhere; `spans` are the places of their statements in
    the decoded file.
    """

    document: str
    identity: str
    names: tuple[str, ...]
    person: bool
    labels: tuple[str, ...]
    spans: tuple[Span, ...]

    def __str__(self) -> str:
        return f"{self.document}: {self.names[0]}"


@dataclass(frozen=True, slots=True)
class HardPair:
    """Two identities that are easily taken for one, and why."""

    identities: frozenset[str]
    why: str


@dataclass(frozen=True, slots=True)
class IdentityGold:
    """The gold of one folder; `texts` are its documents as decoded."""

    folder: Path
    texts: Mapping[str, str]
    units: tuple[Unit, ...]
    hard: tuple[HardPair, ...]

    @property
    def paths(self) -> list[Path]:
        """The files of the documents."""
        return [path_of(self.folder, name) for name in self.texts]


def is_identity(folder: Path) -> bool:
    """Whether the folder has gold of identity."""
    return (folder / FILE).is_file()


def path_of(folder: Path, name: str) -> Path:
    """The file of the document `name`."""
    return folder / f"{name}.txt"


def read_identity(folder: Path) -> IdentityGold:
    """The gold of `folder`.

    Raises:
        UsageError: it cannot be read, or words of it do not stand once in their document.
    """
    file = folder / FILE
    try:
        gold = json.loads(file.read_text(encoding="utf-8"))
        known = gold["identities"]
        texts = {name: text_of_file(path_of(folder, name)) for name in gold["documents"]}
        units = [
            unit
            for name, item in gold["documents"].items()
            for unit in _units(f"{file}, {name}", name, item, known, texts[name])
        ]
        hard = tuple(_hard(item, known) for item in gold["hard"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{file} is no gold of identity: {type(error).__name__}: {error}") from error
    return IdentityGold(folder, texts, tuple(units), hard)


def _units(
    place: str, document: str, item: Mapping[str, Any], known: Mapping[str, Any], text: str
) -> Iterator[Unit]:
    spans: dict[str, list[Span]] = {identity: [] for identity in item["speakers"]}
    for statement in item["statements"]:
        words = statement["words"]
        if text.count(words) != 1:
            raise UsageError(
                f"{place}: these words stand {text.count(words)} times there, not once: {words!r}"
            )
        start = text.index(words)
        for identity in statement["who"]:
            spans[identity].append((start, start + len(words)))
    for identity, speaker in item["speakers"].items():
        name, person = known[identity]["name"], known[identity]["type"] == "person"
        if not speaker["names"] or not spans[identity]:
            raise UsageError(f"{place}: {identity} needs a name and a statement")
        names, labels = (*speaker["names"], name), tuple(speaker.get("labels", ()))
        yield Unit(document, identity, names, person, labels, tuple(spans[identity]))


def _hard(item: Mapping[str, Any], known: Mapping[str, Any]) -> HardPair:
    one, other = item["pair"]
    if one not in known or other not in known or one == other:
        raise ValueError(f"no two identities: {one}, {other}")
    return HardPair(frozenset((one, other)), item["why"])

"""Keeps texts that are measured on out of the training data, by name and by text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

SHINGLE = 8
"""Words in a shingle: enough that a shared one means shared text, few enough to survive light editing."""
LIMIT = 0.02
"""Share of a text's shingles that a kept-out text may hold: stock phrases stay below, copies far above."""

_WORD = re.compile(r"\w+")


def shingles(text: str) -> set[str]:
    """The runs of `SHINGLE` words in `text`, without case, marks or line ends."""
    words = _WORD.findall(text.casefold())
    return {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}


class KeptOut:
    """The documents that no training text may be, or be a copy of."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        """Take (name, text) pairs."""
        pairs = list(texts)
        self.names = {name for name, _ in pairs}
        self._shingles = set().union(*(shingles(text) for _, text in pairs))

    @classmethod
    def from_folders(cls, *folders: Path) -> KeptOut:
        """Read every .txt in `folders`; the name is the file's stem.

        Raises:
            FileNotFoundError: a folder holds no .txt, so nothing would be kept out.
        """
        files: list[Path] = []
        for folder in folders:
            here = sorted(folder.glob("*.txt"))
            if not here:
                raise FileNotFoundError(f"nothing to keep out in {folder}: no .txt there")
            files += here
        return cls((file.stem, file.read_text(encoding="utf-8", errors="replace")) for file in files)

    def overlap(self, text: str) -> float:
        """The share, 0 to 1, of the text's shingles that a kept-out document holds too."""
        own = shingles(text)
        return len(own & self._shingles) / len(own) if own else 0.0

    def bars(self, name: str, text: str) -> bool:
        """Whether a training text of this name and content must be left out."""
        return name in self.names or self.overlap(text) > LIMIT

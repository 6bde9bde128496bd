"""From scores to labels to spans: the best path through a linear chain, for all windows at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Tagged:
    """A span of words, `first` to `last` (left out), of one kind; `sureness` is 0 to 1."""

    kind: str
    first: int
    last: int
    sureness: float


def best_paths(windows: Sequence[Scores], steps: Scores, first: Scores) -> list[npt.NDArray[np.intp]]:
    """The best label of each word of each window (Viterbi 1967).

    `windows` hold scores (words, labels), `steps` the log-weight of each (from, to), `first` of each first
    label. All windows go through each step together: that is what makes it fast.
    """
    if not windows:
        return []
    lengths = np.array([len(window) for window in windows])
    longest = int(lengths.max())
    padded = np.zeros((len(windows), longest, len(first)), dtype=np.float32)
    for row, window in zip(padded, windows, strict=True):
        row[: len(window)] = window
    back = np.zeros((longest, len(windows), len(first)), dtype=np.intp)
    last_best = np.zeros(len(windows), dtype=np.intp)
    total = padded[:, 0] + first
    for word in range(1, longest + 1):
        ending = lengths == word
        last_best[ending] = total[ending].argmax(1)
        if word < longest:
            moves = total[:, :, None] + steps
            back[word] = moves.argmax(1)
            total = moves.max(1) + padded[:, word]
    return [_follow(back[:, row], int(lengths[row]), int(last_best[row])) for row in range(len(windows))]


def _follow(back: npt.NDArray[np.intp], length: int, label: int) -> npt.NDArray[np.intp]:
    path = np.empty(length, dtype=np.intp)
    for word in range(length - 1, -1, -1):
        path[word] = label
        label = int(back[word, label])
    return path


def tagged_spans(path: npt.NDArray[np.intp], scores: Scores, labels: Sequence[str]) -> list[Tagged]:
    """The spans that a path of BIO labels stands for; sureness is the mean probability of their labels."""
    shifted = np.exp(scores - scores.max(1, keepdims=True))
    sure = (shifted / shifted.sum(1, keepdims=True))[np.arange(len(path)), path]
    found: list[Tagged] = []
    start: int | None = None
    names = [*(labels[label] for label in path), "O"]
    for word, name in enumerate(names):
        if start is not None and not name.startswith("I-"):
            found.append(Tagged(names[start][2:], start, word, float(sure[start:word].mean())))
            start = None
        if name.startswith("B-"):
            start = word
    return found

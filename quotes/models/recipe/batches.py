"""Batches of windows as tensors, attributions and entities in turn, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from quotes.models.network.pieces import CLS, SEP, Window
from quotes.models.recipe.examples import NO_LINK, NONE, Example

BATCH = 8
IGNORED = -100


@dataclass(frozen=True)
class Batch:
    """Windows padded to one length; links are None for entity batches."""

    pieces: Tensor
    features: Tensor
    present: Tensor
    firsts: Tensor
    words: Tensor
    """Which words are there, (batch, words)."""
    labels: Tensor
    to_source: Tensor | None
    """Target of each word: 0 for none, word + 1 in the window, `IGNORED` where nothing is to be learnt."""
    to_cue: Tensor | None


def endless(examples: Sequence[Example], rng: random.Random) -> Iterator[Batch]:
    """Batches for ever, the windows cut and shuffled anew in each epoch."""
    while True:
        cut = [(example, window) for example in examples for window in example.windows(rng)]
        rng.shuffle(cut)
        for at in range(0, len(cut) - BATCH + 1, BATCH):
            yield collate(cut[at : at + BATCH])


def collate(cut: Sequence[tuple[Example, Window]]) -> Batch:
    """Pad windows of examples into one batch."""
    ends = [example.words.piece_range(window.first, window.last) for example, window in cut]
    length = 2 + max(stop - start for start, stop in ends)
    count = max(window.last - window.first for _, window in cut)
    pieces = torch.zeros(len(cut), length, dtype=torch.long)
    features = torch.zeros(len(cut), length, 3, dtype=torch.long)
    present = torch.zeros(len(cut), length, dtype=torch.bool)
    firsts = torch.zeros(len(cut), count, dtype=torch.long)
    words = torch.zeros(len(cut), count, dtype=torch.bool)
    labels = torch.zeros(len(cut), count, dtype=torch.long)
    links = torch.full((2, len(cut), count), IGNORED)
    for row, ((example, window), (start, stop)) in enumerate(zip(cut, ends, strict=True)):
        size, span = stop - start + 2, slice(window.first, window.last)
        pieces[row, :size] = torch.tensor([CLS, *example.words.pieces[start:stop], SEP])
        features[row, 1 : size - 1] = torch.tensor(example.words.features[start:stop])
        present[row, :size] = True
        own = window.last - window.first
        firsts[row, :own] = torch.tensor(example.words.firsts[span]) - start + 1
        words[row, :own] = True
        labels[row, :own] = torch.tensor(_mended(example.labels[span]))
        for part, targets in enumerate((example.to_source, example.to_cue)):
            if targets:
                links[part, row, :own] = torch.tensor([_target(t, window) for t in targets[span]])
    linked = bool(cut[0][0].to_source)
    to_source, to_cue = (links[0], links[1]) if linked else (None, None)
    return Batch(pieces, features, present, firsts, words, labels, to_source, to_cue)


def _mended(labels: list[int]) -> list[int]:
    """Begin with B what a cut left beginning with I (I-x is B-x plus one)."""
    if labels and labels[0] and labels[0] % 2 == 0:
        return [labels[0] - 1, *labels[1:]]
    return labels


def _target(target: int, window: Window) -> int:
    """A link as an index of the window's words plus one; a part outside the window counts as none."""
    if target == NO_LINK:
        return IGNORED
    inside = target != NONE and window.first <= target < window.last
    return target - window.first + 1 if inside else 0

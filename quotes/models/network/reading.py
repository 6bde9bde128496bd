"""Runs the encoder over a text, window by window, so that a text reads the same alone and in any batch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from quotes.models.network.encoder import Encoder
from quotes.models.network.pieces import CLS, SEP, Window, Words, windows


@dataclass(frozen=True)
class Read:
    """A window with the states of [CLS] and of each of its words, (1 + words, hidden)."""

    window: Window
    states: Tensor


def read_windows(encoder: Encoder, words: Words) -> Iterator[Read]:
    """Encode each window of a text, without padding and without its neighbours."""
    firsts = [*words.firsts, len(words.pieces)]
    with torch.inference_mode():
        for window in windows(words):
            start, stop = firsts[window.first], firsts[window.last]
            pieces = torch.tensor([[CLS, *words.pieces[start:stop], SEP]])
            blank = (0, 0, 0)
            features = torch.tensor([[blank, *words.features[start:stop], blank]])
            states = encoder(pieces, features)[0]
            places = torch.tensor([0, *(first - start + 1 for first in firsts[window.first : window.last])])
            yield Read(window, states[places])

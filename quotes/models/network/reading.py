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
    return (Read(window, _states(encoder, words, window)) for window in windows(words))


@torch.inference_mode()
def _states(encoder: Encoder, words: Words, window: Window) -> Tensor:
    """The states of [CLS] and of the words of a window."""
    start, stop = words.piece_range(window.first, window.last)
    blank = (0, 0, 0)
    pieces = torch.tensor([[CLS, *words.pieces[start:stop], SEP]])
    features = torch.tensor([[blank, *words.features[start:stop], blank]])
    places = torch.tensor([0, *(first - start + 1 for first in words.firsts[window.first : window.last])])
    states: Tensor = encoder(pieces, features)[0, places]
    return states

"""The encoder: MiniLM's six layers in plain torch, with three small features of how a word is printed.

MiniLM reads text without case; `FEATURES` give case, quotation marks and paragraph starts back to it.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

FEATURES = (5, 2, 2)
"""Values of each feature of a piece: letter case, inside quotation marks, first of its paragraph."""


@dataclass(frozen=True)
class Shape:
    """Sizes of an encoder; the defaults are those of all-MiniLM-L6-v2 (nreimers/MiniLM-L6-H384-uncased)."""

    vocabulary: int = 30522
    hidden: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    positions: int = 512


class Layer(nn.Module):
    """Self-attention and a feed-forward part, each with a residual and a norm after it (as in BERT)."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.attention_in = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.attention_out = nn.Linear(shape.hidden, shape.hidden)
        self.attention_norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.inner = nn.Linear(shape.hidden, shape.inner)
        self.outer = nn.Linear(shape.inner, shape.hidden)
        self.outer_norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, allowed: Tensor | None) -> Tensor:
        """Map states (batch, pieces, hidden) to the next; `allowed` (batch, 1, 1, pieces) masks padding."""
        batch, length, hidden = states.shape
        parts = self.attention_in(states).view(batch, length, 3, self.heads, hidden // self.heads)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=allowed)
        mixed = self.attention_out(mixed.transpose(1, 2).reshape(batch, length, hidden))
        states = self.attention_norm(states + self.dropout(mixed))
        fed = self.outer(functional.gelu(self.inner(states)))
        out: Tensor = self.outer_norm(states + self.dropout(fed))
        return out


class Encoder(nn.Module):
    """From word pieces and their features to states."""

    def __init__(self, shape: Shape, dropout: float = 0.0) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.places = nn.Embedding(shape.positions, shape.hidden)
        self.features = nn.ModuleList(nn.Embedding(values, shape.hidden) for values in FEATURES)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def forward(self, pieces: Tensor, features: Tensor, present: Tensor | None = None) -> Tensor:
        """Give states (batch, pieces, hidden).

        `pieces` is (batch, pieces), `features` (batch, pieces, 3), `present` (batch, pieces) is False at
        padding, or None where there is none.
        """
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.words(pieces) + self.places(places)
        for index, feature in enumerate(self.features):
            states = states + feature(features[..., index])
        states = self.dropout(self.norm(states))
        allowed = None if present is None else present[:, None, None, :]
        for layer in self.layers:
            states = layer(states, allowed)
        out: Tensor = states
        return out

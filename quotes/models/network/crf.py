"""A linear chain over BIO labels: trained on whole sequences, never decoded into broken spans."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

FORBIDDEN = -1e4
"""Log-weight of a step that BIO does not know, such as O to I."""


class LinearChain(nn.Module):
    """A conditional random field over `labels`, which are "O", "B-x" and "I-x" (Lafferty et al. 2001)."""

    forbidden: Tensor
    forbidden_first: Tensor

    def __init__(self, labels: Sequence[str]) -> None:
        super().__init__()
        self.labels = tuple(labels)
        self.steps = nn.Parameter(torch.zeros(len(labels), len(labels)))
        self.first = nn.Parameter(torch.zeros(len(labels)))
        broken = torch.tensor([[not _may_follow(b, a) for b in labels] for a in labels])
        self.register_buffer("forbidden", broken, persistent=False)
        begins_inside = torch.tensor([label.startswith("I-") for label in labels])
        self.register_buffer("forbidden_first", begins_inside, persistent=False)

    def weights(self) -> tuple[Tensor, Tensor]:
        """The log-weights of each step (from, to) and of each first label."""
        steps = self.steps.masked_fill(self.forbidden, FORBIDDEN)
        return steps, self.first.masked_fill(self.forbidden_first, FORBIDDEN)

    def loss(self, scores: Tensor, gold: Tensor, present: Tensor) -> Tensor:
        """The summed negative log-likelihood of `gold` (batch, words) under `scores` (batch, words, labels).

        `present` (batch, words) is False at padding, which must stand at the end; a first word is needed.
        """
        steps, first = self.weights()
        total = scores[:, 0] + first
        for word in range(1, scores.shape[1]):
            onward = torch.logsumexp(total[:, :, None] + steps, 1) + scores[:, word]
            total = torch.where(present[:, word, None], onward, total)
        taken = scores.gather(2, gold[..., None])[..., 0] * present
        moves = steps[gold[:, :-1], gold[:, 1:]] * present[:, 1:]
        likelihood = taken.sum(1) + moves.sum(1) + first[gold[:, 0]] - torch.logsumexp(total, 1)
        return -likelihood.sum()


def _may_follow(label: str, before: str) -> bool:
    return not label.startswith("I-") or before in {label, f"B-{label[2:]}"}

"""The joint model: one encoder with an entity head, an attribution head and two link heads."""

from __future__ import annotations

from torch import Tensor, nn

from quotes.models.network.crf import LinearChain
from quotes.models.network.encoder import Encoder, Shape

ENTITY_TYPES = ("PERSON", "ORG", "LOC", "NORP", "DATE", "FAC", "MONEY", "PRODUCT", "MISC")
ROLES = ("source", "cue", "content")
"""The parts of an attribution, as PolNeAR marks them (Newell et al. 2018)."""
LINKED = 128
"""Dimensions in which a word of the content looks for its source and its cue."""


def bio(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The BIO labels of `kinds`: "O", then B and I of each."""
    return ("O", *(f"{prefix}-{kind}" for kind in kinds for prefix in "BI"))


class Link(nn.Module):
    """How well each word points at each other word: a scaled dot product of two projections."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.query = nn.Linear(hidden, LINKED)
        self.key = nn.Linear(hidden, LINKED)

    def forward(self, states: Tensor) -> Tensor:
        """Scores (batch, words, targets) for states (batch, words, hidden)."""
        scores: Tensor = self.query(states) @ self.key(states).transpose(1, 2) / LINKED**0.5
        return scores


class EntityTagger(nn.Module):
    """The encoder and the entity head; a word is read from the state of its first piece."""

    def __init__(self, shape: Shape, dropout: float = 0.0) -> None:
        super().__init__()
        self.encoder = Encoder(shape, dropout)
        self.scores = nn.Linear(shape.hidden, 1 + 2 * len(ENTITY_TYPES))
        self.chain = LinearChain(bio(ENTITY_TYPES))


class AttributionHeads(nn.Module):
    """Tags of sources, cues and contents, and the links between them.

    `to_source` and `to_cue` point from the words of a content (and of a cue, for its source) to the first
    word of the part they belong to; index 0, the piece [CLS], stands for none.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.scores = nn.Linear(shape.hidden, 1 + 2 * len(ROLES))
        self.chain = LinearChain(bio(ROLES))
        self.to_source = Link(shape.hidden)
        self.to_cue = Link(shape.hidden)


class JointModel(nn.Module):
    """One encoder under all heads, as it is trained; it is shipped in two parts."""

    def __init__(self, shape: Shape, dropout: float = 0.0) -> None:
        super().__init__()
        self.tagger = EntityTagger(shape, dropout)
        self.heads = AttributionHeads(shape)


def at_words(states: Tensor, firsts: Tensor) -> Tensor:
    """The states (batch, words, hidden) at the first pieces of words, `firsts` (batch, words)."""
    return states.gather(1, firsts[..., None].expand(-1, -1, states.shape[-1]))

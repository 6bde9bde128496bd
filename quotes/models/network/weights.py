"""The two files of the joint model: how they are written, and read without running any code in them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from quotes.models.network.encoder import Shape

FORMAT = 1
"""Raised when a file written before could no longer be read."""

State = dict[str, Tensor]


@dataclass(frozen=True)
class Stored:
    """What a file holds: the sizes, the weights and, for the encoder, its tokenizer as JSON."""

    shape: Shape
    state: State
    vocabulary: str


def write_weights(path: Path, shape: Shape, module: nn.Module, vocabulary: str = "") -> None:
    """Write `module` in half precision."""
    state = {
        name: value.half() if value.is_floating_point() else value
        for name, value in module.state_dict().items()
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"format": FORMAT, "shape": asdict(shape), "state": state, "vocabulary": vocabulary}, path)


def read_weights(path: str) -> Stored:
    """Read a file that `write_weights` wrote.

    Raises:
        ValueError: it is of another format. (A damaged file raises whatever torch does.)
    """
    stored = torch.load(path, map_location="cpu", weights_only=True)
    if not isinstance(stored, dict) or stored.get("format") != FORMAT:
        raise ValueError(f"{path} is not of format {FORMAT}")
    return Stored(Shape(**stored["shape"]), stored["state"], stored["vocabulary"])


def fill(module: nn.Module, state: State) -> None:
    """Give `module` its weights, in single precision."""
    module.load_state_dict(
        {name: value.float() if value.is_floating_point() else value for name, value in state.items()}
    )
    module.eval()

"""Linear layers in 8-bit integers: about three times as fast on one CPU thread as 32-bit floats.

Weights get one scale a row when they are loaded; inputs get one scale a call, so a window must be read by
itself for its result not to depend on its neighbours. Where torch has no such kernels, floats stay: torch
2.13 announces the removal of its quantized tensors.
"""

from __future__ import annotations

import warnings

import torch
from torch import Tensor, nn

ENGINES = ("x86", "fbgemm", "onednn")
"""Kernels with a scale a row; qnnpack was slower than floats where it was measured."""
WEIGHT_RANGE = 63
"""Weights use seven of the eight bits: two products of a full range overflow on CPUs without VNNI."""


class QuantizedLinear(nn.Module):
    """A linear layer whose weights are 8-bit integers."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        weight = linear.weight.detach().float()
        scales = weight.abs().amax(1).clamp(min=1e-8) / WEIGHT_RANGE
        zeros = torch.zeros(len(scales), dtype=torch.long)
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="torch.quantize_per_tensor")
            integers = torch.quantize_per_channel(weight, scales, zeros, 0, torch.qint8)
        self.packed = torch.ops.quantized.linear_prepack(integers, linear.bias.detach().float())

    def forward(self, states: Tensor) -> Tensor:
        """Map states (..., in) to (..., out)."""
        out: Tensor = torch.ops.quantized.linear_dynamic(states, self.packed, reduce_range=False)
        return out


def quantize(module: nn.Module) -> None:
    """Replace every linear layer below `module` by a `QuantizedLinear`, where torch has the kernels."""
    if torch.backends.quantized.engine not in ENGINES or not hasattr(torch, "quantize_per_channel"):
        return
    for name, child in module.named_children():
        if isinstance(child, nn.Linear):
            setattr(module, name, QuantizedLinear(child))
        else:
            quantize(child)

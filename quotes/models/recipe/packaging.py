"""Lays trained checkpoints out as a Stanza package: half-precision weights, no optimizer, no paths."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from quotes.models.load import LANGUAGE, OWN


def write_package(checkpoints: dict[str, Path], out: Path) -> None:
    """Write the checkpoint of each processor and the index that Stanza reads, below `out`."""
    for processor, checkpoint in checkpoints.items():
        target = out / LANGUAGE / processor / f"{OWN}.pt"
        target.parent.mkdir(parents=True, exist_ok=True)
        slim(checkpoint, target)
    index = {
        LANGUAGE: {
            "lang_name": "English",
            "packages": {"default": dict.fromkeys(checkpoints, OWN)},
            **{processor: {OWN: {}} for processor in checkpoints},
        }
    }
    (out / "resources.json").write_text(json.dumps(index, indent=2) + "\n", encoding="utf-8")


def slim(checkpoint: Path, target: Path) -> None:
    """Copy a Stanza checkpoint with its weights in half precision and without the paths it was trained in."""
    import torch

    state: dict[str, Any] = torch.load(checkpoint, map_location="cpu", weights_only=True)
    model = {name: v.half() if v.is_floating_point() else v for name, v in state["model"].items()}
    config = {name: None if _is_path(name) else value for name, value in state["config"].items()}
    kept = {name: value for name, value in state.items() if name != "optimizer_state_dict"}
    torch.save({**kept, "model": model, "config": config}, target)


def _is_path(option: str) -> bool:
    return option.endswith(("_file", "_dir", "_name", "conll_gold"))

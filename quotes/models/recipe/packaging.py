"""Lays trained models out as a Stanza package, with the index that Stanza reads and our checksums."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from quotes.models.load import OWN
from quotes.models.manifest import INDEX, LANGUAGE, write_manifest


def write_package(models: dict[str, Path], out: Path) -> None:
    """Copy the model of each processor, and write the index and the manifest, below `out`."""
    for processor, model in models.items():
        target = out / LANGUAGE / processor / f"{OWN}{model.suffix}"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(model, target)
    index = {
        LANGUAGE: {
            "lang_name": "English",
            "packages": {"default": dict.fromkeys(models, OWN)},
            **{processor: {OWN: {}} for processor in models},
        }
    }
    (out / INDEX).write_text(json.dumps(index, indent=2) + "\n", encoding="utf-8")
    write_manifest(out)

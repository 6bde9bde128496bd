"""The command as for the tests of the command line, documents to add, and another model to parse with."""

import shutil
from pathlib import Path

import pytest
import torch

from quotes.models.manifest import write_manifest
from quotes.paths import model_package
from tests.cli.conftest import database, quotes

__all__ = ["articles", "database", "other_model", "quotes"]

NOISE = 0.6
"""Of the spread of the weights: a model that credits others with half of the words and misses claims."""

STORY = """{title}

March {day}, 2024

PORT LINDOW - The harbour board met again on Monday, and {name} was there.

“We have counted {number} ships since the winter,” {name} said. “Nobody expected that.”

{name} told reporters that the quay would be closed for {number} days.
"""
NAMES = ("Odile Marrant", "Per Hallgrim", "Mara Venn", "Tomas Reyk")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with stories, a table with three more, a copy, and files that cannot be read."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(9):
        (folder / f"story-{number}.txt").write_text(story(number), encoding="utf-8")
    (folder / "copy-of-3.txt").write_text(story(3), encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 40)
    rows = "".join(f'"Row {number}","{story(20 + number)}"\n' for number in range(3))
    (folder / "middle.csv").write_text(f"title,text\n{rows}", encoding="utf-8")
    return folder


def story(number: int) -> str:
    """An invented story with two quotes and a claim."""
    name = NAMES[number % len(NAMES)]
    return STORY.format(title=f"Board meets for time {number}", day=number + 1, name=name, number=number + 30)


@pytest.fixture(scope="session")
def other_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of ours with other weights: it reads otherwise, and less."""
    folder = tmp_path_factory.mktemp("models") / "package"
    shutil.copytree(model_package(), folder)
    chance = torch.Generator().manual_seed(7)
    for file in sorted(folder.glob("en/*/quotes.pt")):
        stored = torch.load(file, map_location="cpu", weights_only=True)
        for name, weight in stored["state"].items():
            if weight.is_floating_point() and weight.dim() > 1:
                noise = torch.randn(weight.shape, generator=chance) * weight.float().std() * NOISE
                stored["state"][name] = (weight.float() + noise).half()
        torch.save(stored, file)
    write_manifest(folder)
    return folder

"""The recipe from archives to a package that loads, on a handful of invented articles."""

from __future__ import annotations

import io
import json
import logging
import tarfile
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer

from quotes.models.load import load_pipeline
from quotes.models.network.weights import read_weights
from quotes.models.recipe.__main__ import main
from quotes.models.recipe.newswire import split_of

STORY = "Mara Venn met Tomas Rydel in Haldenport . \u201c It is cold , \u201d she said ."
TAGS = ["B-Person", "I-Person", "O", "B-Person", "I-Person", "O", "B-Location", *["O"] * 10]
KEPT_OUT = "harbour_secret"
REPORT = "Mara Venn said the ferry is late.\n\n" * 3
BRAT = """T1\tSource 0 9\tMara Venn
T2\tCue 10 14\tsaid
T3\tContent 15 32\tthe ferry is late
E1\tSource:T1 Cue:T2 Content:T3
"""


def conllu(sentences: int) -> str:
    """A treebank of one document that says the same again and again."""
    rows = [f"{n}\t{word}" + "\t_" * 8 for n, word in enumerate(STORY.split(), 1)]
    return "# newdoc id = harbour\n" + ("# newpar\n" + "\n".join(rows) + "\n\n") * sentences


def archive(path: Path, files: dict[str, str]) -> None:
    """Write a .tar.xz of text files."""
    with tarfile.open(path, "w:xz") as tar:
        for name, text in files.items():
            content = text.encode()
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    treebanks = {f"en_harbour-{part}.conllu": conllu(8) for part in ("train", "dev", "test")}
    archive(tmp_path / "treebanks.tar.xz", treebanks)
    columns = "https://harbour.example\tO\n\n" + "\n".join(
        f"{word}\t{tag}" for word, tag in zip(STORY.split(), TAGS, strict=True)
    )
    names = [f"harbour_{n}" for n in range(60)] + [KEPT_OUT]
    assert {split_of(name) for name in names} == {"train", "dev", "test"}
    files = {f"articles/{name}.txt": f"https://harbour.example\r\n\r\n{STORY}\r\n" for name in names}
    archive(tmp_path / "worldwide-newswire.tar.xz", files | {f"ner/{n}.txt.tsv": columns for n in names})
    (tmp_path / "dev").mkdir()
    (tmp_path / "dev" / f"{KEPT_OUT}.txt").write_text("The mayor of another town spoke.", encoding="utf-8")
    attributed = {f"train/text/post_{n}.txt": REPORT for n in range(20)}
    brat = {f"train/attributions/post_{n}_4b22.ann": BRAT for n in range(20)}
    archive(tmp_path / "polnear.tar.xz", attributed | brat)
    return tmp_path


@pytest.fixture
def published(tmp_path: Path, tokenizer: Tokenizer) -> Path:
    """A folder with an encoder of the published one's layout, small and untrained."""
    folder = tmp_path / "published"
    folder.mkdir()
    hidden, inner = 24, 32
    linear = {"attention.output.dense": (hidden, hidden), "intermediate.dense": (inner, hidden)}
    linear |= {"output.dense": (hidden, inner)}
    linear |= {f"attention.self.{part}": (hidden, hidden) for part in ("query", "key", "value")}
    sizes = {"word": tokenizer.get_vocab_size(), "position": 300, "token_type": 2}
    weights = {f"embeddings.{name}_embeddings.weight": torch.randn(n, hidden) for name, n in sizes.items()}
    norms = ["embeddings.LayerNorm"]
    for layer in range(2):
        for name, shape in linear.items():
            weights[f"encoder.layer.{layer}.{name}.weight"] = torch.randn(shape) * 0.1
            weights[f"encoder.layer.{layer}.{name}.bias"] = torch.zeros(shape[0])
        norms += [f"encoder.layer.{layer}.{part}.LayerNorm" for part in ("attention.output", "output")]
    for name in norms:
        weights |= {f"{name}.weight": torch.ones(hidden), f"{name}.bias": torch.zeros(hidden)}
    save_file(weights, folder / "model.safetensors")
    tokenizer.save(str(folder / "tokenizer.json"))
    config = {"vocab_size": sizes["word"], "hidden_size": hidden, "num_hidden_layers": 2}
    config |= {"num_attention_heads": 2, "intermediate_size": inner, "max_position_embeddings": 300}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    return folder


@pytest.mark.parametrize("layers", [2, 1])
def test_the_recipe_makes_a_package_that_loads(
    corpora: Path, published: Path, caplog: pytest.LogCaptureFixture, layers: int
) -> None:
    caplog.set_level(logging.INFO, "quotes.recipe")
    arguments = [f"--corpora={corpora}", f"--encoder={published}", f"--keep-out={corpora / 'dev'}"]
    arguments += [f"--work={corpora / 'work'}", f"--out={corpora / 'package'}", f"--layers={layers}"]
    assert main([*arguments, "--steps=3", "--short-steps=2"]) == 0
    assert f"{KEPT_OUT} kept out" in caplog.text
    assert read_weights(str(corpora / "package" / "en" / "encoder" / "quotes.pt")).shape.layers == layers
    document = load_pipeline(corpora / "package")("Mara Venn left.")
    assert document.num_tokens > 0
    assert isinstance(document.attributions, list)

    caplog.clear()
    assert main([*arguments, "--steps=3", "--short-steps=2"]) == 0
    assert caplog.text.count("already done") == 2


def test_nothing_is_trained_where_nothing_would_be_kept_out(corpora: Path, published: Path) -> None:
    (corpora / "empty").mkdir()
    arguments = [f"--corpora={corpora}", f"--encoder={published}", f"--keep-out={corpora / 'empty'}"]
    with pytest.raises(FileNotFoundError, match="nothing to keep out"):
        main([*arguments, f"--work={corpora / 'work'}", f"--out={corpora / 'package'}"])

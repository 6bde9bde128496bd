"""The published encoder that training starts from: MiniLM's weights under our names."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from quotes.models.network.encoder import Shape
from quotes.models.network.joint import JointModel
from quotes.models.recipe.joint import DROPOUT, SEED

WEIGHTS, CONFIG, VOCABULARY = "model.safetensors", "config.json", "tokenizer.json"


def new_model(folder: Path) -> tuple[JointModel, Shape]:
    """A model whose encoder starts from the published one in `folder`, and its features from zero.

    Its heads are drawn with a fixed seed.
    """
    weights = load_file(folder / WEIGHTS)
    shape = _shape(json.loads((folder / CONFIG).read_text(encoding="utf-8")))
    torch.manual_seed(SEED)
    model = JointModel(shape, DROPOUT)
    encoder = model.tagger.encoder
    for feature in encoder.features:
        nn.init.zeros_(feature.weight)  # type: ignore[arg-type]  # an Embedding's weight is a Tensor
    with torch.no_grad():
        encoder.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        encoder.places.weight.copy_(weights["embeddings.position_embeddings.weight"] + kind)
    _copy(encoder.norm, weights, "embeddings.LayerNorm")
    for index, layer in enumerate(encoder.layers):
        _copy_layer(layer, weights, f"encoder.layer.{index}")
    return model, shape


def shortened(model: JointModel, shape: Shape, layers: int) -> tuple[JointModel, Shape]:
    """A model of the lower `layers` of a trained one, with its heads: to be trained on."""
    shape = replace(shape, layers=layers)
    kept = JointModel(shape, DROPOUT)
    names = kept.state_dict().keys()
    kept.load_state_dict({name: value for name, value in model.state_dict().items() if name in names})
    return kept, shape


def _shape(config: dict[str, int]) -> Shape:
    return Shape(
        vocabulary=config["vocab_size"],
        hidden=config["hidden_size"],
        layers=config["num_hidden_layers"],
        heads=config["num_attention_heads"],
        inner=config["intermediate_size"],
        positions=config["max_position_embeddings"],
    )


def _copy_layer(layer: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
    with torch.no_grad():
        attention_in = layer.get_submodule("attention_in")
        attention_in.weight.copy_(torch.cat([weights[f"{part}.weight"] for part in parts]))  # type: ignore[operator]
        attention_in.bias.copy_(torch.cat([weights[f"{part}.bias"] for part in parts]))  # type: ignore[operator]
    for own, theirs in (
        ("attention_out", "attention.output.dense"),
        ("attention_norm", "attention.output.LayerNorm"),
        ("inner", "intermediate.dense"),
        ("outer", "output.dense"),
        ("outer_norm", "output.LayerNorm"),
    ):
        _copy(layer.get_submodule(own), weights, f"{name}.{theirs}")


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.load_state_dict({part: weights[f"{name}.{part}"] for part in ("weight", "bias")})

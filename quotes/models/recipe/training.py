"""Runs Stanza's own training programs on the prepared files."""

from __future__ import annotations

import logging
from pathlib import Path

SEED = 1234
SETTLING_RATE = 0.0005
TOKENIZER = "tokenizer.pt"
TAGGER = "nertagger.pt"

log = logging.getLogger("quotes.recipe")


def train_tokenizer(work: Path, steps: int) -> Path:
    """Train the tokenizer and sentence splitter for `steps` batches; returns the best checkpoint on dev."""
    from stanza.models import tokenizer

    contractions = work / "tokenize.mwt.json"
    contractions.write_text("[]", encoding="utf-8")
    options = {
        "mwt_json_file": contractions,
        "txt_file": work / "tokenize.train.txt",
        "label_file": work / "tokenize.train.labels",
        "dev_txt_file": work / "tokenize.dev.txt",
        "dev_label_file": work / "tokenize.dev.labels",
        "lang": "en",
        "shorthand": "en_quotes",
        "max_seqlen": 300,
        "steps": steps,
        "eval_steps": 500,
        "report_steps": 100,
        "max_steps_before_stop": 4000,
        "dropout": 0.2,
        "unit_dropout": 0.1,
        "save_dir": work,
        "save_name": TOKENIZER,
        "seed": SEED,
    }
    tokenizer.main([*_flags(options), "--no_use_mwt", "--cpu"])
    return work / TOKENIZER


def train_tagger(work: Path, steps: int) -> Path:
    """Train the entity tagger for at most `steps` batches, from its best checkpoint where there is one."""
    from stanza.models import ner_tagger

    options = {
        "train_file": work / "ner.train.json",
        "eval_file": work / "ner.dev.json",
        "shorthand": "en_quotes",
        "word_emb_dim": 50,
        "char_emb_dim": 32,
        "char_hidden_dim": 50,
        "hidden_dim": 128,
        "word_dropout": 0.15,
        "dropout": 0.4,
        "optim": "adam",
        "lr": 0.002,
        "min_lr": 0.00005,
        "lr_decay": 0.5,
        "patience": 1,
        "max_batch_words": 1500,
        "eval_interval": 500,
        "log_step": 100,
        "max_steps": steps,
        "max_steps_no_improve": 4000,
        "save_dir": work,
        "save_name": TAGGER,
        "seed": SEED,
    }
    flags = [*_flags(options), "--no_pretrain", "--cpu"]
    if (work / TAGGER).exists():
        flags.append("--finetune")
    ner_tagger.main(flags)
    return work / TAGGER


def settle_tagger(work: Path, steps: int) -> Path:
    """Go on from the best checkpoint for at most `steps` batches at a lower learning rate."""
    import torch

    # Stanza takes the rate of a model that it goes on with from the checkpoint, not from the command line.
    checkpoint = torch.load(work / TAGGER, map_location="cpu", weights_only=True)
    checkpoint["config"]["lr"] = SETTLING_RATE
    torch.save(checkpoint, work / TAGGER)
    return train_tagger(work, steps)


def _flags(options: dict[str, object]) -> list[str]:
    return [part for name, value in options.items() for part in (f"--{name}", str(value))]

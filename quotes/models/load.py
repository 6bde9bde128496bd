"""The one place that builds a Stanza pipeline: without network, on the CPU, from a folder of weights."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.errors import ModelError
from quotes.models.manifest import LANGUAGE, check_files
from quotes.paths import model_package
from quotes.settings import models_folder

if TYPE_CHECKING:
    from stanza import Pipeline

OWN = "quotes"
"""The name of our models inside a package folder: `DIR/en/PROCESSOR/quotes.pt` (of the tokenizer `.json`)."""
PROCESSORS = ("tokenize", "encoder", "attribution")
LEARNED = ("encoder", "attribution")
"""The processors that only our package has."""
THREADS = 1
"""Torch threads: these models are too small to gain from a second one (see MODEL_CARD.md)."""


def load_pipeline(package: Path | None = None, processors: Sequence[str] = PROCESSORS) -> Pipeline:
    """Build the pipeline of `processors` from `package`, by default the one that is set.

    `package` may be a folder that `stanza.download("en", model_dir=...)` filled: words, sentences and
    entities are then Stanza's own, with the multi-word expansion its tokenizer needs, and attributions ours.
    Loading takes seconds: keep the result.

    Raises:
        ModelError: the folder or a model in it is missing, damaged or of another version, or Stanza is.
    """
    folder = models_folder() if package is None else package
    chosen = _chosen(folder, processors)
    borrowed = [name for name in processors if name in LEARNED and chosen.get(name) != OWN]
    if OWN in chosen.values():
        check_files(folder)
    if borrowed:
        check_files(model_package())
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import stanza
            import torch

            from quotes.models.processors import register

            register()
            torch.set_num_threads(THREADS)
            return stanza.Pipeline(
                LANGUAGE,
                dir=str(folder),
                processors=chosen,
                package=None,
                download_method=None,
                use_gpu=False,
                logging_level="CRITICAL",
                **_own_tokenizer(folder, chosen),
                **{f"{name}_model_path": str(_own_file(model_package(), name)) for name in borrowed},
            )
    except (Exception, SystemExit) as error:  # damaged weights raise all sorts, IndexError to UnpicklingError
        raise ModelError(
            f"cannot load the language model in {folder} ({type(error).__name__}: {first_line(error)}); "
            "reinstall quotes, or name another Stanza package"
        ) from error


def _chosen(folder: Path, processors: Sequence[str]) -> dict[str, str]:
    """The package of each processor of the folder: ours where it has it, else Stanza's default."""
    index = folder / "resources.json"
    try:
        language = json.loads(index.read_text(encoding="utf-8"))[LANGUAGE]
        own = {name: OWN for name in processors if OWN in language.get(name, {})}
        if len(own) == len(processors):
            return own
        default = language["packages"]["default"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"no Stanza package for English in {folder} ({first_line(error)})") from error
    wanted = [name for name in processors if name not in LEARNED]
    if "tokenize" not in own and "mwt" in default:
        wanted.append("mwt")
    if "encoder" in processors and "ner" in default:
        wanted.append("ner")
    return {**{name: default.get(name, "default") for name in wanted}, **own}


def _own_tokenizer(folder: Path, chosen: dict[str, str]) -> dict[str, str]:
    """The option that tells our tokenizer its file: Stanza tells a variant nothing of the package."""
    return {"tokenize_weights": str(_own_file(folder, "tokenize"))} if chosen.get("tokenize") == OWN else {}


def _own_file(folder: Path, processor: str) -> Path:
    """The file of a processor of ours."""
    return folder / LANGUAGE / processor / f"{OWN}{'.json' if processor == 'tokenize' else '.pt'}"


def first_line(error: BaseException) -> str:
    """What an error says, for a message in one line."""
    return next(iter(str(error).splitlines()), "")

"""The one place that builds a Stanza pipeline: without network, on the CPU, from a folder of weights."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.errors import ModelError
from quotes.paths import model_package

if TYPE_CHECKING:
    from stanza import Pipeline

LANGUAGE = "en"
OWN = "quotes"
"""The name of our models inside a package folder, as `DIR/en/PROCESSOR/quotes.pt`."""
PROCESSORS = ("tokenize", "ner")
THREADS = 1
"""Torch threads: these models are too small to gain from a second one (see MODEL_CARD.md)."""


def load_pipeline(package: Path | None = None, processors: Sequence[str] = PROCESSORS) -> Pipeline:
    """Build the pipeline of `processors` from `package`, by default the one that ships.

    `package` may be a folder that `stanza.download("en", model_dir=...)` filled; Stanza's own default models
    are then taken, with the multi-word expansion that its tokenizer needs.
    Loading takes seconds: keep the result.

    Raises:
        ModelError: the folder or a model in it is missing, damaged or of another version, or Stanza is.
    """
    folder = model_package() if package is None else package
    chosen = _chosen(folder, processors)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import stanza
            import torch

            torch.set_num_threads(THREADS)
            return stanza.Pipeline(
                LANGUAGE,
                dir=str(folder),
                processors=chosen,
                package=None,
                download_method=None,
                use_gpu=False,
                logging_level="CRITICAL",
            )
    except (Exception, SystemExit) as error:  # damaged weights raise all sorts, IndexError to UnpicklingError
        raise ModelError(
            f"cannot load the language model in {folder} ({type(error).__name__}: {_first_line(error)}); "
            "reinstall quotes, or name another Stanza package"
        ) from error


def _chosen(folder: Path, processors: Sequence[str]) -> dict[str, str]:
    """The package of each processor: ours where the folder has it, else what Stanza calls its default."""
    index = folder / "resources.json"
    try:
        language = json.loads(index.read_text(encoding="utf-8"))[LANGUAGE]
        own = {name: OWN for name in processors if OWN in language.get(name, {})}
        default = {} if len(own) == len(processors) else language["packages"]["default"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"no Stanza package for English in {folder} ({_first_line(error)})") from error
    if not own and "mwt" in default:
        processors = [*processors, "mwt"]
    return {name: own.get(name) or default.get(name, "default") for name in processors}


def _first_line(error: BaseException) -> str:
    """What an error says, for a message of one line."""
    return next(iter(str(error).splitlines()), "")

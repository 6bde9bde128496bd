"""Stanza's official English package: tokenizer and entities, downloaded where there is the internet."""

from __future__ import annotations

import warnings
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from quotes.errors import ModelError
from quotes.models.load import first_line, load_pipeline
from quotes.models.manifest import LANGUAGE

PROCESSORS = "tokenize,mwt,ner"
PATIENCE = 15
"""Seconds to wait for an answer before the download is given up: Stanza itself would wait without end."""


def download_official(folder: Path) -> None:
    """Download the package into `folder`, a few hundred megabytes, and load it once.

    What a broken download has left there is taken up again.

    Raises:
        ModelError: it cannot be downloaded (the message says what to do), or what came cannot be loaded.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            import stanza
            from stanza.resources.common import DEFAULT_RESOURCES_URL, DEFAULT_RESOURCES_VERSION

            _reach(f"{DEFAULT_RESOURCES_URL}/resources_{DEFAULT_RESOURCES_VERSION}.json")
            stanza.download(LANGUAGE, model_dir=str(folder), processors=PROCESSORS, logging_level="CRITICAL")
        except (Exception, SystemExit) as error:  # whatever stands between here and the files
            raise ModelError(
                f"Stanza's English package cannot be downloaded ({first_line(error)}); nothing was changed; "
                f"try again with a connection, or copy {folder} from a machine where this worked"
            ) from error
    load_pipeline(folder, ("tokenize", "ner"))


def _reach(url: str) -> None:
    """Raises OSError where `url` does not answer in time."""
    try:
        with urlopen(url, timeout=PATIENCE):  # noqa: S310  # the address is Stanza's own, https
            pass
    except URLError as error:
        raise OSError(f"no answer from {url.split('/')[2]}: {error.reason}") from error

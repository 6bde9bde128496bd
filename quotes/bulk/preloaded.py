"""Imported once by the process that workers are forked from, so that they share the models and start at once.

No thread may be started here, since a fork has none of its parent's; a test counts them.
"""

import gc
import os
import signal
import warnings
from contextlib import suppress

# Interrupting is for the main process alone; it ends its workers.
signal.signal(signal.SIGINT, signal.SIG_IGN)
# These libraries start threads, for as many cores as there are, when they are imported or first used.
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))
os.environ["TOKENIZERS_PARALLELISM"] = "false"
warnings.simplefilter("ignore")

ARTICLE = """Crane drivers walk out in Port Lindow

March 5, 2024

PORT LINDOW - Crane drivers in Port Lindow walked out on Tuesday, their chair told The Harbour Post last week.

“Nobody asked us before the rota was changed,” union chair Odile Marrant said. “We will come back.”

The port authority said in a statement that two ships had been sent to other harbours, she added.

« Personne ne nous a demandé notre avis avant que les horaires ne soient changés », a dit la présidente.

La capitainerie du port affirme que deux navires ont été envoyés la semaine dernière vers un autre port.
"""
PAGE = f"<!doctype html><title>Crane drivers walk out</title><article><p>{ARTICLE}</p></article>"


def _load() -> None:
    """Read and parse one text and one page, so that whatever is loaded at first use is loaded here."""
    from quotes.parsing import parse
    from quotes.sources import read

    for content in (ARTICLE, PAGE):
        for document in read(content.encode()):
            parse(document)


with suppress(Exception):  # a worker meets the same error, and can tell of it
    _load()
gc.collect()
gc.freeze()  # what is never collected is never written to, and stays shared

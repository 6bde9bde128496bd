"""Loading modules at the start of a command, without looking for garbage among them."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def importing() -> Iterator[None]:
    """Hold the collector of garbage back while modules are loaded, and let it pass over them afterwards.

    It would go through all of them 200 times and find nothing: a tenth of the time that a search takes.
    """
    was_on, loaded = gc.isenabled(), len(sys.modules)
    gc.disable()
    try:
        yield
    finally:
        if len(sys.modules) > loaded:
            gc.freeze()
        if was_on:
            gc.enable()

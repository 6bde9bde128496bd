"""What one document may cost a run, by name."""

import os
from dataclasses import dataclass

import psutil

TIME_LIMIT = 120.0
"""Seconds for opening and reading a document, and again for parsing it (more, where it is long)."""
CHARACTERS_A_SECOND = 2_000
"""A slow machine parses more than this; a text is given the time it takes at this speed besides."""
MEMORY_LIMIT = 2 * 1024**3
"""Bytes of a worker, of which the models are about 350 million. Much more than the longest document takes."""
ATTEMPTS = 2
"""Workers that may die over a document before it is given up."""
WAITING = 4
"""Documents a worker that are on their way at most: being read, or read and waiting for their turn."""
MEMORY_A_WORKER = 1024**3
"""Bytes of free memory that a worker is reckoned with: it shares the models with the others."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document may take: `seconds` for reading it, `bytes` of memory for its worker."""

    seconds: float = TIME_LIMIT
    bytes: int = MEMORY_LIMIT

    def parsing(self, characters: int) -> float:
        """Seconds for parsing a text of so many characters."""
        return self.seconds + characters / CHARACTERS_A_SECOND


def workers_for(asked: int | None = None) -> int:
    """How many workers suit this machine as it is now: one a core, or as many as are `asked` for.

    At least one, and no more than there is memory for. They are started when there is work for them.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    memory = psutil.virtual_memory().available // MEMORY_A_WORKER
    return max(1, min(asked or cores, int(memory)))

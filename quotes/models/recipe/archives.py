"""Reads the corpus archives in place, without unpacking them."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from pathlib import Path

TREEBANKS = "treebanks.tar.xz"
NEWSWIRE = "worldwide-newswire.tar.xz"
POLNEAR = "polnear.tar.xz"


def members(archive: Path, *, below: str = "", suffix: str = "") -> Iterator[tuple[str, str]]:
    """Yield (name without folders, text) of each file in `archive` in folder `below` that ends in `suffix`.

    Line ends are kept; bytes that are not UTF-8 become U+FFFD.
    """
    with tarfile.open(archive, mode="r:xz") as tar:
        for member in tar:
            if not (member.isfile() and member.name.startswith(below) and member.name.endswith(suffix)):
                continue
            handle = tar.extractfile(member)
            if handle is not None:
                yield Path(member.name).name, handle.read().decode("utf-8", errors="replace")

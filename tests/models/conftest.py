from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from quotes.models.load import load_pipeline

if TYPE_CHECKING:
    from stanza import Pipeline


class NetworkUsedError(AssertionError):
    """Something tried to open a connection."""


def _refuse(*_: object, **__: object) -> None:
    raise NetworkUsedError("a connection was tried")


@pytest.fixture(scope="session")
def pipeline() -> Iterator[Pipeline]:
    """The shipped pipeline, loaded and used with every way to the network blocked."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("socket.connect", "socket.connect_ex", "create_connection", "getaddrinfo"):
            patch.setattr(f"socket.{name}", _refuse)
        yield load_pipeline()

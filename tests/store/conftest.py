"""Libraries in files of their own."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quotes.store import Library, open_library
from tests.store.indexes import check_indexes


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a library with nothing in it."""
    path = tmp_path_factory.mktemp("empty") / "quotes.db"
    open_library(str(path)).close()
    return path


@pytest.fixture(scope="session")
def fresh(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Library]:
    """Opens a new empty library at every call."""

    def opened() -> Library:
        path = tmp_path_factory.mktemp("library") / "quotes.db"
        shutil.copy(empty, path)
        return open_library(str(path))

    return opened


@pytest.fixture
def library(fresh: Callable[[], Library]) -> Iterator[Library]:
    """An empty library; whatever a test did to it, its indexes must have followed."""
    with fresh() as opened:
        yield opened
        check_indexes(opened)

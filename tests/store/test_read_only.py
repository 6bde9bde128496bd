"""Libraries that may not be written to: read all the same, and nothing is left beside them."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from quotes.errors import LibraryError
from quotes.query.plan import Plan
from quotes.store import Library, open_library, sqlite
from quotes.store.keeping import library_file
from tests.store.schemas import making as schemas
from tests.store.test_backups import add

ASK = """
import json, sys
from pathlib import Path
from quotes.errors import LibraryError
from quotes.query.plan import Plan
from quotes.store import open_library
from tests.store.test_backups import add

path, told = Path(sys.argv[1]), {}
try:
    with open_library(str(path), make=False) as library:
        told["found"] = library.search(Plan.of(words=("tide",))).total
        told["documents"] = library.summary().documents
        if len(sys.argv) > 2:
            told["backup"] = str(library.back_up(Path(sys.argv[2])).path)
        try:
            add(library, "more")
        except LibraryError as error:
            told["adding"] = str(error)
except LibraryError as error:
    told["error"] = str(error)
print(json.dumps(told | {"beside": sorted(each.name for each in path.parent.iterdir())}))
"""


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A folder of its own, whose rights a test may take away."""
    folder = tmp_path / "place"
    folder.mkdir()
    yield folder
    for inside, _, _ in os.walk(folder):
        Path(inside).chmod(0o755)


def as_reader(path: Path, *more: str) -> dict[str, Any]:
    """What one who may only read is told of a library."""
    command = [sys.executable, "-c", ASK, str(path), *more]
    if os.geteuid() == 0:  # who may write where nobody may
        if shutil.which("setpriv") is None:
            pytest.skip("this user may write where nobody may")
        command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    told: dict[str, Any] = json.loads(ran.stdout)
    return told


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights are those of POSIX")


@pytest.fixture
def closed(fresh: Callable[[], Library], place: Path) -> Path:
    """A library that nobody has open, in a folder that readers may not write to."""
    with fresh() as library:
        add(library, "a", "b")
    path = place / "quotes.db"
    shutil.copy(library.path, path)
    path.chmod(0o444)
    place.chmod(0o555)
    return path


READ_ONLY = "the file or its folder may not be written to"


def test_a_library_in_a_folder_that_may_not_be_written_to_is_read(closed: Path) -> None:
    told = as_reader(closed)
    assert (told["found"], told["documents"]) == (2, 2)
    assert told["adding"] == f"the library {closed}: {READ_ONLY}"
    assert told["beside"] == ["quotes.db"]


def test_nothing_is_left_beside_a_file_that_may_not_be_written_to(closed: Path) -> None:
    closed.parent.chmod(0o777)
    told = as_reader(closed)
    assert (told["found"], told["adding"]) == (2, f"the library {closed}: {READ_ONLY}")
    assert told["beside"] == ["quotes.db"]


def test_it_can_be_backed_up(closed: Path, place: Path) -> None:
    place.chmod(0o777)
    (place / "mine").mkdir()
    (place / "mine").chmod(0o777)
    place.chmod(0o555)
    told = as_reader(closed, str(place / "mine"))
    shutil.copy(told["backup"], place / "mine" / "copy.db")
    with open_library(str(place / "mine" / "copy.db")) as copy:
        assert len(copy.documents()) == 2


def test_what_a_writer_has_only_in_the_journal_is_read_too(fresh: Callable[[], Library], place: Path) -> None:
    with fresh() as library:
        path = place / "quotes.db"
        shutil.copy(library.path, path)
    with open_library(str(path)) as writer:
        add(writer, "a", "b", "c")
        for file in place.iterdir():
            file.chmod(0o444)
        place.chmod(0o555)
        told = as_reader(path)
        assert (told["found"], told["documents"]) == (3, 3)
        assert told["adding"] == f"the library {path}: {READ_ONLY}"
        add(writer, "d")
        assert len(writer.documents()) == 4


def test_an_older_library_is_refused_in_one_line(place: Path) -> None:
    path = place / "quotes.db"
    schemas.load(schemas.DUMPS / "0003.sql", path)
    path.chmod(0o444)
    place.chmod(0o555)
    told = as_reader(path)
    assert "made by an older version of quotes and may not be written to" in told["error"]
    assert told["beside"] == ["quotes.db"]


def test_a_change_while_it_is_read_is_told(fresh: Callable[[], Library]) -> None:
    with fresh() as library:
        add(library, "a")
    address, unchanged = library_file.address_for_reading(library.path)
    assert "immutable=1" in address
    unchanged()
    with open_library(str(library.path)) as writer:
        add(writer, "b")
        with pytest.raises(LibraryError, match="was written to while it was read: try again"):
            unchanged()
    with pytest.raises(LibraryError, match="try again"):
        unchanged()


def test_a_reader_takes_part_in_the_journal_of_a_writer(library: Library) -> None:
    add(library, "a")
    address, unchanged = library_file.address_for_reading(library.path)
    assert "immutable" not in address
    add(library, "b")
    unchanged()
    reader = sqlite.connect(library._url, read_only=True)
    with reader.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM documents").scalar_one() == 2
        with pytest.raises(Exception, match="readonly"):
            connection.exec_driver_sql("DELETE FROM documents")
    reader.dispose()


def test_a_library_that_is_not_there_is_made_only_where_it_may_be(tmp_path: Path) -> None:
    path = tmp_path / "new" / "quotes.db"
    with pytest.raises(LibraryError, match=f"no library at {path}: quotes add FILE makes one"):
        open_library(str(path), make=False)
    assert not path.parent.exists()
    open_library(str(path)).close()
    with closing(open_library(str(path), make=False)) as library:
        assert library.search(Plan()).total == 0


def test_without_wal_a_library_is_as_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # As on a network, where the journal cannot be apart from the file.
    monkeypatch.setattr("quotes.store.keeping.location.network", lambda path: "nfs")
    with open_library(str(tmp_path / "quotes.db")) as library:
        add(library, "a")
        with library._engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "delete"
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        made = library.back_up()
    assert not Path(f"{library.path}-wal").exists()
    monkeypatch.undo()
    with open_library(str(library.path)) as again, open_library(str(made.path)) as copy:
        assert len(again.documents()) == len(copy.documents()) == 1
        with again._engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 1

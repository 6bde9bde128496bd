"""Where a library lies: folders that programs synchronise, file systems, disks."""

import sys
from pathlib import Path

import psutil
import pytest

from quotes.store.keeping import location


@pytest.mark.parametrize(
    ("path", "program"),
    [
        ("/home/ada/Dropbox/press/quotes.db", "Dropbox"),
        ("/home/ada/Dropbox (Harbour Post)/quotes.db", "Dropbox"),
        ("/Users/ada/Library/CloudStorage/Dropbox/quotes.db", "Dropbox"),
        ("/Users/ada/Library/CloudStorage/OneDrive-HarbourPost/quotes.db", "OneDrive"),
        ("/mnt/c/Users/Ada/OneDrive - Harbour Post/quotes.db", "OneDrive"),
        ("/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/quotes.db", "iCloud Drive"),
        ("/Users/ada/Library/CloudStorage/GoogleDrive-ada@post.example/My Drive/q.db", "Google Drive"),
        ("/home/ada/Nextcloud/quotes.db", "Nextcloud"),
        ("/home/ada/boxes/quotes.db", None),
        ("/home/ada/dropped/quotes.db", None),
        ("/home/ada/.local/share/quotes/dropbox.db", None),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(path: str, program: str | None) -> None:
    assert location.synced_by(Path(path)) == program


@pytest.mark.parametrize(
    ("marker", "program"),
    [(".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox"), (".nextcloudsync.log", "Nextcloud")],
)
def test_a_synchronised_folder_is_known_by_what_lies_in_it(tmp_path: Path, marker: str, program: str) -> None:
    library = tmp_path / "shared" / "press" / "quotes.db"
    assert location.synced_by(library) is None
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / marker).mkdir()
    assert location.synced_by(library) == program


def test_the_file_system_is_that_of_the_deepest_mount() -> None:
    for mount in psutil.disk_partitions(all=True):
        inside = Path(mount.mountpoint) / "not there" / "quotes.db"
        kinds = {one.fstype.casefold() for one in psutil.disk_partitions(all=True)}
        assert location.file_system(inside) in kinds


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc is Linux's")
def test_what_is_no_network_is_none() -> None:
    assert location.file_system(Path("/proc/quotes.db")) == "proc"
    assert location.network(Path("/proc/quotes.db")) is None


def test_free_space_is_told(tmp_path: Path) -> None:
    assert location.free_space(tmp_path) > 0

"""Nothing connects unasked: the main job is done with every way out of the machine shut."""

import subprocess
import sys
from pathlib import Path

import pytest

from quotes import paths

SHUT = """
import runpy, socket, sys
record, sys.argv = sys.argv[1], ["quotes", *sys.argv[2:]]

def refuse(*arguments, **named):
    with open(record, "a") as file:
        file.write(f"{arguments[-1:]}\\n")
    raise OSError("the network is shut in this test")

socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = refuse
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refuse
runpy.run_module("quotes", run_name="__main__")
"""


def quotes_offline(record: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command where every connection is refused and noted in `record`, even if nobody complains."""
    return subprocess.run(
        [sys.executable, "-c", SHUT, str(record), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.mark.slow
def test_the_main_job_connects_to_nothing(tmp_path: Path) -> None:
    record, library = tmp_path / "connections", str(tmp_path / "library.db")
    added = quotes_offline(record, "add", "--db", library, str(paths.data() / "samples"))
    assert added.returncode == 0, added.stderr
    found = quotes_offline(record, "search", "--db", library, "--speaker", "halik")
    assert found.returncode == 0, found.stderr
    assert "Teodor Halik" in found.stdout
    assert not record.exists(), record.read_text()


def test_the_guard_notices_a_connection(tmp_path: Path) -> None:
    record = tmp_path / "connections"
    knock = SHUT.replace(
        'runpy.run_module("quotes", run_name="__main__")', 'socket.create_connection(("a", 1))'
    )
    done = subprocess.run([sys.executable, "-c", knock, str(record)], capture_output=True, text=True)
    assert done.returncode == 1
    assert record.exists()

"""Nothing connects unasked: the main job is done with every way out of the machine shut."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quotes import paths

SHUT = """
import os, socket

def shut(connect):
    def refuse(*arguments, **named):
        if isinstance(arguments[0], socket.socket) and arguments[0].family == socket.AF_UNIX:
            return connect(*arguments, **named)
        with open(os.environ["CONNECTIONS"], "a") as file:
            file.write(f"{arguments[-1:]}\\n")
        raise OSError("the network is shut in this test")
    return refuse

for name in ("connect", "connect_ex", "sendto"):
    setattr(socket.socket, name, shut(getattr(socket.socket, name)))
for name in ("create_connection", "getaddrinfo", "gethostbyname"):
    setattr(socket, name, shut(getattr(socket, name)))
"""
"""Shuts the network of a Python process; sockets between processes of one machine stay."""


def run_offline(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python where it and every Python process that it starts has no network.

    Every connection tried is noted in `folder`/connections, even if nobody complains.
    """
    (folder / "sitecustomize.py").write_text(SHUT)
    named = {"PYTHONPATH": str(folder), "CONNECTIONS": str(folder / "connections")}
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | named,
    )


@pytest.mark.slow
def test_the_main_job_connects_to_nothing(tmp_path: Path) -> None:
    record, library = tmp_path / "connections", str(tmp_path / "library.db")
    added = run_offline(
        tmp_path, "-m", "quotes", "add", "-j", "2", "--db", library, str(paths.data() / "samples")
    )
    assert added.returncode == 0, added.stderr
    found = run_offline(tmp_path, "-m", "quotes", "search", "--db", library, "--speaker", "halik")
    assert found.returncode == 0, found.stderr
    assert "Teodor Halik" in found.stdout
    assert not record.exists(), record.read_text()


def test_the_guard_notices_a_connection(tmp_path: Path) -> None:
    knock = "import socket; socket.create_connection(('a', 1))"
    started = (
        f'import subprocess, sys; sys.exit(subprocess.run([sys.executable, "-c", {knock!r}]).returncode)'
    )
    done = run_offline(tmp_path, "-c", started)
    assert done.returncode == 1
    assert (tmp_path / "connections").exists()

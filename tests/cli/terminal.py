"""A real terminal, in which the command runs as it does for a user; what it shows can be looked at."""

import atexit
import json
import os
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pexpect
import pyte
from pexpect.fdpexpect import fdspawn

from tests.conftest import ROOT

PATIENCE = 90
"""Seconds until what should be shown is given up; on an idle machine it takes a fraction of one."""
ENTER, ESCAPE, TAB, DOWN, LEFT, RIGHT = "\r", "\x1b", "\t", "\x1b[B", "\x1b[D", "\x1b[C"
CONTROL_C = "\x03"


class Terminal:
    """`quotes` with these arguments in a terminal; after it, its exit code and the terminal's settings."""

    def __init__(
        self, *arguments: str, rows: int = 24, columns: int = 80, environment: Mapping[str, str] | None = None
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.written = b""
        self._terminal, inner = os.openpty()
        self._size(rows, columns)
        environment = {"TERM": "xterm-256color", "QUOTES_USER": "Ada", **(environment or {})}
        wanted = {
            "arguments": arguments,
            "environment": {**os.environ, **environment},
            "folder": str(Path.cwd()),
        }
        socket.send_fds(_host(), [json.dumps(wanted).encode()], [inner])
        os.close(inner)
        self._child = fdspawn(self._terminal, timeout=PATIENCE)

    def press(self, *keys: str) -> None:
        """Type these."""
        for key in keys:
            self._child.send(key)

    def resize(self, rows: int, columns: int) -> None:
        """Give the window another size."""
        self._screen.resize(rows, columns)
        self._size(rows, columns)

    def terminate(self) -> None:
        """Tell the command to end, as a shutdown does."""
        os.killpg(os.tcgetpgrp(self._terminal), signal.SIGTERM)

    def _size(self, rows: int, columns: int) -> None:
        from fcntl import ioctl
        from termios import TIOCSWINSZ

        ioctl(self._terminal, TIOCSWINSZ, struct.pack("4H", rows, columns, 0, 0))

    def shows(self, *words: str) -> str:
        """Wait until all of this is on the screen; returns the screen."""
        while not all(text in self.screen() for text in words):
            try:
                self._read()
            except (pexpect.EOF, pexpect.TIMEOUT):
                raise AssertionError(f"{words} are not shown, but:\n{self.screen()}") from None
        return self.screen()

    def screen(self) -> str:
        """What is on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def end(self) -> str:
        """Wait until the command has ended; returns what was written after the page was gone."""
        while True:
            try:
                self._read()
            except pexpect.EOF:
                break
        self._child.close()
        return self.written.rpartition(b"\x1b[?1049l")[2].decode()

    def _read(self) -> None:
        read = self._child.read_nonblocking(size=65536, timeout=PATIENCE)
        self.written += read
        self._stream.feed(read)


@cache
def _host() -> socket.socket:
    """The process that runs them: to start an interpreter for each would take most of the time."""
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = [sys.executable, "-m", "tests.cli.terminal_host", str(there.fileno())]
    process = subprocess.Popen(command, pass_fds=[there.fileno()], cwd=ROOT, stdin=subprocess.DEVNULL)
    there.close()

    def hang_up() -> None:
        here.close()
        process.wait(PATIENCE)

    atexit.register(hang_up)
    return here

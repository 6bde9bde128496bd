"""A real terminal, in which the command runs as it does for a user; what it shows can be looked at."""

import os
import shlex
import sys
from collections.abc import Mapping

import pexpect
import pyte

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
        command = shlex.join([sys.executable, "-m", "quotes", *arguments])
        self._child = pexpect.spawn(
            "/bin/sh",
            ["-c", f"{command}; echo exit code $?; stty -a"],
            env={**os.environ, "TERM": "xterm-256color", "QUOTES_USER": "Ada", **(environment or {})},
            dimensions=(rows, columns),
            timeout=PATIENCE,
        )

    def press(self, *keys: str) -> None:
        """Type these."""
        for key in keys:
            self._child.send(key)

    def resize(self, rows: int, columns: int) -> None:
        """Give the window another size."""
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

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

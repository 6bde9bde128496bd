"""Asks a person at a terminal: a single key, or yes or no."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from typer import getchar

from quotes.cli.consoles import Consoles
from quotes.errors import UsageError

YES = "y"
_END = ("", "\x03", "\x04")
"""The end of the input, Ctrl-C and Ctrl-D."""


def can_ask() -> bool:
    """Whether a person sits at a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def key_of(keys: str) -> str:
    """The one of `keys` that is pressed; others are passed over.

    Raises KeyboardInterrupt for Ctrl-C. To be called `ended_in_order`.
    """
    while True:
        pressed = _pressed().lower()
        if pressed in _END:
            raise KeyboardInterrupt
        if pressed in tuple(keys):
            return pressed


def _pressed() -> str:
    """The next key. One that was pressed before it was asked for counts too, which `getchar` throws away."""
    if sys.platform == "win32":
        return getchar()
    import termios
    import tty

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setraw(terminal, termios.TCSADRAIN)
        return os.read(terminal, 1).decode(errors="replace")
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


@contextmanager
def ended_in_order() -> Iterator[None]:
    """Let SIGTERM be an interruption from before a question is seen until it is answered.

    A terminal that waits for a key would else be left without echo.
    """
    before = signal.signal(signal.SIGTERM, _interrupted)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupted(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def confirmed(consoles: Consoles, question: str, *, yes: bool) -> bool:
    """Whether a person says yes to the question; `yes` where that was said beforehand (--yes).

    Raises UsageError where nobody can be asked.
    """
    if yes:
        consoles.say(question)
        return True
    if not can_ask():
        raise UsageError(f"{question} Nobody can be asked here: say --yes beforehand")
    with ended_in_order():
        consoles.say(f"{question} [y/N]")
        return key_of("yn\r\n ") == YES

"""Asks a person at a terminal: a single key, or yes or no."""

import sys

from typer import getchar

from quotes.cli.consoles import Consoles
from quotes.errors import UsageError

YES = "y"
_END = ("\x03", "\x04")
"""Ctrl-C and Ctrl-D."""


def can_ask() -> bool:
    """Whether a person sits at a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def key_of(keys: str) -> str:
    """The one of `keys` that is pressed; others are passed over. Raises KeyboardInterrupt for Ctrl-C."""
    while True:
        pressed = getchar().lower()
        if pressed in _END:
            raise KeyboardInterrupt
        if pressed in tuple(keys):
            return pressed


def confirmed(consoles: Consoles, question: str, *, yes: bool) -> bool:
    """Whether a person says yes to the question; `yes` where that was said beforehand (--yes).

    Raises UsageError where nobody can be asked.
    """
    if yes:
        consoles.say(question)
        return True
    if not can_ask():
        raise UsageError(f"{question} Nobody can be asked here: say --yes beforehand")
    consoles.say(f"{question} [y/N]")
    return key_of("yn\r\n ") == YES

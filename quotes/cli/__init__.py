"""The command line: one file per command; stdout is data, stderr is talk."""

import os
import sys
import warnings
from pathlib import Path

from quotes.cli.starting import importing
from quotes.errors import ExitCode


def main() -> None:
    """Run the command with the process's arguments, and exit with one of `quotes.errors.ExitCode`."""
    _open_closed_streams()
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # libraries' warnings are for developers, who ask for them with -W
    try:
        with importing():
            from quotes.cli.app import app

        app(prog_name="quotes")
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)


def _open_closed_streams() -> None:
    """Give a process that was started with a stream closed (`quotes docs >&-`) one that leads nowhere."""
    nowhere = Path(os.devnull)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, nowhere.open(mode, encoding="utf-8"))

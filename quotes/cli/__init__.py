"""The command line: one file per command; stdout is data, stderr is talk."""

import sys
import warnings

from quotes.errors import ExitCode


def main() -> None:
    """Run the command with the process's arguments, and exit with one of `quotes.errors.ExitCode`."""
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # libraries' warnings are for developers, who ask for them with -W
    try:
        from quotes.cli.app import app

        app(prog_name="quotes")
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)

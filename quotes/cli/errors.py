"""The one place where an exception becomes a line on standard error and an exit code."""

import os
from collections.abc import Sequence
from typing import Any

from typer import Abort, TyperException
from typer.core import TyperGroup

from quotes.cli.consoles import open_consoles
from quotes.cli.values import TakesAsTyped
from quotes.errors import ExitCode, QueryError, QuotesError

TRACEBACK_VARIABLE = "QUOTES_TRACEBACK"
"""Set to anything, it lets an error that is no `QuotesError` through with its traceback."""


class Commands(TakesAsTyped, TyperGroup):
    """A group of commands that ends in an exit code and, where something went wrong, one line saying what."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command with `args` (the process's, where None). Always raises SystemExit."""
        try:
            code = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except Exception as error:
            if os.environ.get(TRACEBACK_VARIABLE) and not isinstance(error, (QuotesError, TyperException)):
                raise
            consoles = open_consoles()
            consoles.fail(describe(error))
            if isinstance(error, QueryError):
                consoles.point(error.typed, error.start, error.end)
            raise SystemExit(exit_code(error)) from error
        raise SystemExit(code or ExitCode.OK)


def describe(error: Exception) -> str:
    """One line for a person that says what went wrong and, where known, what to do."""
    if isinstance(error, TyperException):
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "quotes"
        message = _message(error).rstrip(".").replace("Value error, ", "")
        return f"{message} ({command} --help lists what there is)"
    if isinstance(error, QuotesError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return f"a fault in quotes itself: {type(error).__name__}: {error} ({TRACEBACK_VARIABLE}=1 shows where)"


def _message(error: TyperException) -> str:
    """What is wrong; of an option that there is not, which may have been meant."""
    meant: Sequence[str] | None = getattr(error, "possibilities", None)
    if not meant:
        return error.format_message()
    return f"{error.message}; did you mean {' or '.join(sorted(meant))}?"


def exit_code(error: Exception) -> int:
    """The exit code that `error` ends the command with."""
    if isinstance(error, Abort):
        return ExitCode.INTERRUPTED
    if isinstance(error, (QuotesError, TyperException)):
        return error.exit_code
    return ExitCode.FAILED

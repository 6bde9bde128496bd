"""The exception tree, and the exit code each error ends the command with.

QuotesError
├── UsageError          2  something asked for that cannot be
├── LibraryError        3  the database
├── SourceError         1  one document cannot be read; the rest goes on
└── ModelError          5  the language model cannot be loaded
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the command, as documented in the README."""

    OK = 0
    FAILED = 1
    USAGE = 2
    LIBRARY = 3
    PARTIAL = 4
    MODEL = 5
    INTERRUPTED = 130


class QuotesError(Exception):
    """An error whose message is one clear line for a person, saying what to do."""

    exit_code = ExitCode.FAILED


class UsageError(QuotesError):
    """Something was asked for that cannot be."""

    exit_code = ExitCode.USAGE


class LibraryError(QuotesError):
    """The database cannot be opened, read or written."""

    exit_code = ExitCode.LIBRARY


class SourceError(QuotesError):
    """A document cannot be read."""


class ModelError(QuotesError):
    """The language model cannot be loaded or run."""

    exit_code = ExitCode.MODEL

"""The exception tree, and the exit code each error ends the command with.

QuotesError
├── UsageError          2  something asked for that cannot be
│   └── QueryError      2  a query, at a place in it
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


class QueryError(UsageError):
    """A query that cannot be read: what is wrong stands at `start` to `end` of what was `typed`."""

    def __init__(self, message: str, typed: str, start: int, end: int) -> None:
        super().__init__(message)
        self.typed, self.start, self.end = typed, start, end


class LibraryError(QuotesError):
    """The database cannot be opened, read or written."""

    exit_code = ExitCode.LIBRARY


class SourceError(QuotesError):
    """A document cannot be read."""


class ModelError(QuotesError):
    """The language model cannot be loaded or run."""

    exit_code = ExitCode.MODEL

"""The library: documents, their statements and speakers, kept in a database and found again."""

from quotes.store.adding import Added
from quotes.store.library import Library, open_library

__all__ = ["Added", "Library", "open_library"]

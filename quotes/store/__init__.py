"""The library: documents, their statements and speakers, kept in a database and found again."""

from quotes.store.library import Library, open_library
from quotes.store.views import Added

__all__ = ["Added", "Library", "open_library"]

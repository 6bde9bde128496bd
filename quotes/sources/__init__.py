"""From files, folders and bytes to documents: decoding, repair, main text, metadata."""

from quotes.overrides import Overrides
from quotes.sources.reading import find, read

__all__ = ["Overrides", "find", "read"]

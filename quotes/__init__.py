"""A quotation and claim tracker: who said what, when, and where it is written.

`read` turns files into documents, `parse` turns a document into statements.
Both are loaded on first use, so `import quotes` stays light.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotes.parsing import parse
    from quotes.sources import read

__all__ = ["__version__", "parse", "read"]
__version__ = "0.1.0"

_ROOMS = {"read": "quotes.sources", "parse": "quotes.parsing"}


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return getattr(import_module(_ROOMS[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

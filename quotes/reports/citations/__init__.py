"""Citations of statements: numbered notes and one bibliography, in four styles.

To add a style: write a module with `notes` and `bibliography` as in `chicago`, name it in `Style` and
`_STYLES`, and give it a golden test.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from quotes.reports.citations import apa, bibtex, chicago, mla
from quotes.reports.citations.reference import Cited, Missing, Reference, cited, missing_from

if TYPE_CHECKING:
    from quotes.store.views import StoredStatement

__all__ = ["Citations", "Missing", "Style", "cite"]

Style = Literal["chicago", "apa", "mla", "bibtex"]

_STYLES: dict[
    Style,
    tuple[Callable[[Sequence[Cited]], list[str]], Callable[[Sequence[Reference]], list[str]]],
] = {
    "chicago": (chicago.notes, chicago.bibliography),
    "apa": (apa.notes, apa.bibliography),
    "mla": (mla.notes, mla.bibliography),
    "bibtex": (bibtex.notes, bibtex.bibliography),
}


@dataclass(frozen=True, slots=True)
class Citations:
    """A note for each statement in the order asked for, the bibliography, and what is not known."""

    notes: tuple[str, ...]
    bibliography: tuple[str, ...]
    missing: tuple[Missing, ...]


def cite(statements: Sequence[StoredStatement], style: Style) -> Citations:
    """Cite `statements` in `style`, from what the library has and nothing else, safe to show.

    What is not known is left out of the text and listed in `missing`, once a document.
    """
    notes, bibliography = _STYLES[style]
    items = cited(statements)
    documents = {stored.document.id: stored.document for stored in statements}
    return Citations(
        notes=tuple(notes(items)),
        bibliography=tuple(bibliography([item.reference for item in items])),
        missing=tuple(missing for missing in map(missing_from, documents.values()) if missing),
    )

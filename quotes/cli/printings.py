"""How the other printings of a text, or of a statement, are shown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from quotes.cli.fields import show_field, show_list
from quotes.cli.lines import GAP, ID, QUIET, counted
from quotes.display import one_line

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.store.views import Copy, ListedDocument, Place, StoredDocument, StoredStatement

NAMED = 3
"""Publishers of copies that are named on a line."""
SHOWN = 20
"""Copies that are listed on a page."""


def copies_note(copies: "Sequence[Copy]") -> str:
    """How many copies there are, and whose: "+39 copies: Isle Wire, The Harbour Post, 5 others"."""
    if not copies:
        return ""
    names = list(dict.fromkeys(one_line(copy.publisher) for copy in copies if copy.publisher))
    rest = [counted(len(names) - NAMED, "other")] if len(names) > NAMED else []
    whose = ", ".join(names[:NAMED] + rest)
    return f"+{counted(len(copies), 'copy', 'copies')}" + (f": {whose}" if whose else "")


def document_note(document: "ListedDocument") -> str:
    """Of what a document is a version or a copy, or how many of these there are of it."""
    if document.version_of:
        return f"later version of {document.version_of}"
    if document.copy_of:
        return f"copy of {document.copy_of}"
    later = len(document.later_versions)
    versions = f"+{counted(later, 'later version')}" if later else ""
    return "; ".join(filter(None, (versions, copies_note(document.copies))))


def statement_note(stored: "StoredStatement") -> Text:
    """The same of a statement, as a line; empty where there are no copies."""
    note = f"copy of {stored.copy_of}" if stored.copy_of else copies_note(stored.copies)
    return Text(note, QUIET)


def show_printings(consoles: "Consoles", document: "ListedDocument") -> None:
    """Print where else the text of a document was found, word for word or nearly so."""
    if document.copy_of:
        show_field(consoles, "Copy of", Text.assemble((document.copy_of, ID), _alike(document.similarity)))
    if document.repeated:
        there = f"{counted(document.repeated, 'statement')} counted under the same words there"
        show_field(consoles, "", there)
    show_copies(consoles, "Copies", [copy for copy in document.copies if copy.document != document.id])
    if document.places:
        first = f"1: {one_line(document.place or document.name)}"
        show_list(consoles, "Places", [first, *(_place(place, document) for place in document.places)])


def show_copies(consoles: "Consoles", label: str, copies: "Sequence[Copy]") -> None:
    """Print copies below each other."""
    lines: list[Text | str] = [_copy(copy) for copy in copies[:SHOWN]]
    if len(copies) > SHOWN:
        lines.append(f"... {len(copies):,} in all")
    show_list(consoles, label, lines)


def _copy(copy: "Copy") -> Text:
    place = f" place {copy.place}" if copy.place > 1 else ""
    known = [copy.published or "no date", copy.publisher or copy.url or copy.name]
    line = Text.assemble((one_line(copy.statement or copy.document), ID), place, GAP)
    return line.append(GAP.join(map(one_line, known))).append_text(_alike(copy.similarity))


def _alike(similarity: float | None) -> Text:
    words = "through another copy" if similarity is None else f"{similarity:.0%} of the shorter text the same"
    return Text(f" ({words})", QUIET)


def _place(place: "Place", document: "StoredDocument") -> Text:
    """One other place, with what is said of the document there that is not said at its own."""
    line = Text(f"{place.number}: {one_line(place.place or place.name)}")
    said = {
        "title": place.title,
        "author": place.author,
        "publisher": place.publisher,
        "published": place.published,
        "URL": place.url,
    }
    new = [
        f"{name} {one_line(value)}"
        for name, value in said.items()
        if value and value != getattr(document, name.lower())
    ]
    bytes_ = "the same bytes" if place.sha256 == document.sha256 else f"SHA-256 {place.sha256}"
    return line.append(f" ({'; '.join([*new, bytes_])})", QUIET)

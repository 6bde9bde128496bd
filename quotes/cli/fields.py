"""Pages of named values, each with how it is known."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.text import Text

from quotes.cli.lines import MISSING, QUIET
from quotes.display import one_line

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.store.views import StoredDocument

LABEL_WIDTH = 13
"""Cells: the longest label and a space."""


def show_field(consoles: "Consoles", label: str, value: Text | str) -> None:
    """Print one named value; an empty one is left out."""
    text = Text(one_line(value)) if isinstance(value, str) else value
    if text:
        consoles.show(text, head=Text(f"{label:<{LABEL_WIDTH}}", QUIET))


def show_list(consoles: "Consoles", label: str, values: Iterable[Text | str]) -> None:
    """Print values below each other, the first beside the label."""
    for value in values:
        show_field(consoles, label, value)
        label = ""


def known(value: str | None, evidence: str | None) -> Text:
    """A value and the words, tag or flag it comes from."""
    if not value:
        return Text("unknown", MISSING)
    return Text(one_line(value)).append(f" (from: {one_line(evidence)})" if evidence else "", QUIET)


def show_document_fields(consoles: "Consoles", document: "StoredDocument") -> None:
    """Print what is known of a document, and where each part of it comes from."""
    show_field(consoles, "Title", known(document.title, document.title_evidence))
    show_field(consoles, "Author", known(document.author, document.author_evidence))
    show_field(consoles, "Publisher", known(document.publisher, document.publisher_evidence))
    if document.agency:
        show_field(consoles, "Agency", known(document.agency, document.agency_evidence))
    show_field(consoles, "Published", known(document.published, document.published_evidence))
    show_list(consoles, "Candidates" if document.published else "Perhaps", _candidates(document))
    show_field(consoles, "Retrieved", document.retrieved or "")
    show_field(consoles, "Dateline", document.dateline or "")
    show_field(consoles, "URL", known(document.url, document.url_evidence))


def _candidates(document: "StoredDocument") -> list[Text]:
    """The publication dates that are not the settled one."""
    others = [
        candidate for candidate in document.published_candidates if candidate.value != document.published
    ]
    return [known(candidate.value, candidate.evidence) for candidate in others]

"""Pages of named values, each with how it is known."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.text import Text

from quotes.cli.lines import MISSING, QUIET
from quotes.display import one_line
from quotes.document import contradictory

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.document import DateCandidate
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
    show_field(consoles, "Published", _published(document))
    others = [one for one in document.published_candidates if one.value != document.published]
    show_list(consoles, "Candidates" if document.published else "Perhaps", candidate_lines(others))
    if document.retrieved:
        show_field(consoles, "Retrieved", known(document.retrieved, document.retrieved_evidence))
    show_field(consoles, "Dateline", document.dateline or "")
    show_field(consoles, "URL", known(document.url, document.url_evidence))


def candidate_lines(candidates: "Iterable[DateCandidate]") -> list[Text]:
    """Dates of publication that are stated, each with what states it and how far that can be trusted."""
    lines = []
    for candidate in candidates:
        line = known(candidate.value, candidate.evidence)
        if candidate.confidence is not None:
            line.append(f", confidence {candidate.confidence:.2f}", QUIET)
        lines.append(line)
    return lines


def _published(document: "StoredDocument") -> Text:
    """The date of publication; where none is sure, whether that is because what is stated disagrees."""
    line = known(document.published, document.published_evidence)
    if contradictory(document.published_candidates):
        line.append(": these disagree" if document.published is None else "; others disagree", MISSING)
    return line
